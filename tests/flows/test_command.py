"""The `frontdesk` command as people and scripts use it: the real one, in processes of its own."""

import asyncio
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.fakes.graph import GraphApi
from tests.flows.terminal import COMMAND, Ended, Pty, Terminal

EVERY_DAY = "mon-sun 00:00-24:00"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def added(terminal: Terminal, name: str = "City Clinic") -> str:
    """A new owner's id."""
    owner: str = terminal.asks("owner", "add", "--name", name, "--timezone", "Europe/Berlin")["userId"]
    return owner


def booked(terminal: Terminal, owner: str) -> str:
    """Ana asks for tomorrow at ten and taps yes; gives the booking's id."""
    terminal.asks("schedule", "set", "--owner", owner, "--slot-minutes", "30", "--open", EVERY_DAY)
    ended = terminal.run("chat", "--owner", owner, "--as", "Ana", typed="Can I come tomorrow at 10:00?\n1\n")
    assert ended.code == 0, ended
    assert "[1] Yes, book it" in ended.out
    [booking] = terminal.asks("bookings", "list", "--owner", owner)["items"]
    assert booking["status"] == "pending"
    assert booking["timeSlot"] == "10:00"
    return str(booking["bookingId"])


def test_an_owner_gets_along_without_any_server(terminal: Terminal, tmp_path: Path):
    """From nothing to a confirmed booking: each command runs the handlers that it needs."""
    owner = added(terminal)
    prices = tmp_path / "prices.md"
    prices.write_text("# Prices\n\nA consultation costs 60 euros.\n")
    document = terminal.run("document", "add", "--owner", owner, str(prices))
    assert document.code == 0, document
    assert "prices.md: searchable, passages: 1" in document.err
    answer = terminal.run("chat", "--owner", owner, "--as", "Ana", typed="How much is a consultation?\n")
    assert "60 euros" in answer.out
    booking = booked(terminal, owner)
    decided = terminal.asks("bookings", "confirm", "--owner", owner, booking, "--note", "Bring your reports")
    assert decided["status"] == "confirmed"
    phone = terminal.asks("conversations", "list", "--owner", owner)["items"][0]["phone"]
    conversation = terminal.asks("conversations", "show", "--owner", owner, "--participant", phone)
    assert [message["role"] for message in conversation["items"]][:2] == ["customer", "assistant"]
    assert "Bring your reports" in conversation["items"][-1]["content"]
    assert terminal.asks("dead-letters", "list") == {"items": [], "next": None}


def test_the_same_commands_leave_a_running_server_its_work(terminal: Terminal):
    """They ask and wait; the server answers them and goes on until it is asked to stop."""
    with terminal.server() as server:
        owner = added(terminal)
        booking = booked(terminal, owner)
        assert terminal.asks("bookings", "decline", "--owner", owner, booking)["status"] == "declined"
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/healthz") as alive:
            assert alive.status == 200
        assert server.stop() == 0


def test_run_says_where_it_is_and_what_comes_next(terminal: Terminal):
    with terminal.server() as server:
        assert f"http://localhost:{server.port}" in server.welcome
        assert str(terminal.data) in server.welcome
        assert "owner add --name" in server.welcome


def test_a_second_server_on_the_folder_is_one_line_and_2(terminal: Terminal):
    with terminal.server():
        second = terminal.run("run")
    assert second.code == 2
    assert "already runs on the data folder" in second.err
    assert second.err.count("\n") == 1


def test_a_busy_port_is_one_line_and_2(terminal: Terminal):
    with socket.create_server(("127.0.0.1", 0)) as busy:
        terminal.more = {"FRONTDESK_PORT": str(busy.getsockname()[1])}
        ended = terminal.run("run")
    assert ended.code == 2
    assert "FRONTDESK_PORT" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("words", [("run",), ("owner", "list")])
def test_a_folder_that_cannot_be_is_one_line_and_2(words: tuple[str, ...], tmp_path: Path):
    (tmp_path / "file").write_text("not a folder")
    ended = Terminal(tmp_path / "file" / "data").environment
    done = subprocess.run([*COMMAND, *words], env=ended, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "FRONTDESK_DATA" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_misspelt_setting_is_one_line_and_2(terminal: Terminal):
    terminal.more = {"FRONTDESK_PROT": "1"}
    ended = terminal.run("owner", "list")
    assert (ended.code, ended.err) == (2, "FRONTDESK_PROT is not a setting. Did you mean FRONTDESK_PORT?\n")


def test_refusals_are_one_line_and_1(terminal: Terminal):
    """Nothing on stdout, and the line says what to do or what there is."""
    owner = added(terminal)
    for words, said in {
        ("owner", "add", "--name", "X", "--timezone", "Europe/Berln"): "Europe/Berlin",
        ("owner", "add", "--name", " ", "--timezone", "UTC"): "needs a name",
        ("owner", "remove", "nobody"): "no owner nobody",
        ("schedule", "show", "--owner", "nobody"): "no owner nobody",
        ("schedule", "set", "--owner", owner, "--slot-minutes", "9999"): "--slot-minutes: Give a whole number",
        ("bookings", "confirm", "--owner", owner, "b1"): "no booking b1",
        ("document", "remove", "--owner", owner, "x.pdf"): "no document x.pdf",
        ("conversations", "show", "--owner", owner, "--participant", "+49 1"): "Nobody known as +49 1",
        ("dead-letters", "replay", "d1"): "no dead letter d1",
    }.items():
        ended = terminal.run(*words)
        assert (ended.code, ended.out) == (1, ""), words
        assert said in ended.err
        assert ended.err.count("\n") == 1


def test_misuse_is_one_line_and_2(terminal: Terminal, tmp_path: Path):
    """A mistake in what was typed changes nothing, whatever else was right."""
    owner = added(terminal)
    good = tmp_path / "good.md"
    good.write_text("Parking is free.")
    for words, said in {
        ("document", "add", "--owner", owner, str(good), "none.md"): "none.md cannot be read: No such file",
        ("document", "add", "--owner", owner, str(good), str(good)): "Two of these files are named good.md",
        ("schedule", "set", "--owner", owner): "Say what to change",
        ("schedule", "set", "--owner", owner, "--open", "mon 9-5"): 'like "mon-fri 09:00-17:00 break 13:00-14:00"',
        ("bookings", "list", "--owner", owner, "--after", "x"): "--after x is not",
    }.items():
        ended = terminal.run(*words)
        assert ended.code == 2, words
        assert said in ended.err
        assert ended.err.count("\n") == 1
    assert terminal.asks("document", "list", "--owner", owner)["items"] == []


def test_a_document_that_is_not_taken_says_why(terminal: Terminal, tmp_path: Path):
    """The others of the same command are; the exit code says that one is not."""
    owner = added(terminal)
    (tmp_path / "good.md").write_text("Parking is free.")
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04")
    ended = terminal.run("document", "add", "--owner", owner, "good.md", "bad.zip", "--json")
    assert ended.code == 1
    assert "bad.zip looks like a ZIP archive" in ended.err.splitlines()[-1]
    assert {one["source"]: one["status"] for one in ended.data["items"]} == {"good.md": "indexed", "bad.zip": "failed"}


def test_a_document_is_removed_by_its_name(terminal: Terminal, tmp_path: Path):
    """And can be added again afterwards."""
    owner = added(terminal)
    (tmp_path / "good.md").write_text("Parking is free.")
    for _ in range(2):
        [added_source] = terminal.asks("document", "add", "--owner", owner, "good.md")["items"]
        assert added_source["status"] == "indexed"
        removed = terminal.asks("document", "remove", "--owner", owner, "good.md")
        assert removed["sourceId"] == added_source["sourceId"]
        assert terminal.asks("document", "list", "--owner", owner)["items"] == []


def test_the_schedule_is_shown_as_it_was_set(terminal: Terminal):
    """Days that are not named are closed; what is not named stays."""
    owner = added(terminal)
    hours = ("--open", "mon,wed 08:30-12:00", "--open", "fri 09:00-17:00 break 13:00-14:00")
    terminal.asks("schedule", "set", "--owner", owner, "--type", "token", "--max-tokens", "12", *hours)
    shown = terminal.asks("schedule", "show", "--owner", owner)
    assert (shown["bookingType"], shown["maxTokensPerDay"], shown["slotDuration"]) == ("token", 12, 30)
    days = {day["dayName"]: day for day in shown["days"]}
    assert [name for name, day in days.items() if day["enabled"]] == ["monday", "wednesday", "friday"]
    assert (days["friday"]["breakStart"], days["wednesday"]["endTime"]) == ("13:00", "12:00")
    text = terminal.run("schedule", "show", "--owner", owner).out
    assert "Friday     09:00-17:00  13:00-14:00" in text
    assert "Sunday     closed" in text


def test_bookings_that_no_longer_fit_are_listed(terminal: Terminal):
    """They stand; the owner is told which they are."""
    owner = added(terminal)
    booking = booked(terminal, owner)
    changed = terminal.run("schedule", "set", "--owner", owner, "--open", "mon-sun 18:00-19:00")
    assert changed.code == 0
    assert "no longer fit" in changed.out
    assert booking in changed.out


def test_a_removed_owner_is_gone(terminal: Terminal):
    """With everything of theirs; others stay."""
    gone, stays = added(terminal, "Gone"), added(terminal, "Stays")
    booked(terminal, gone)
    assert terminal.asks("owner", "remove", gone) == {"userId": gone}
    assert [one["userId"] for one in terminal.asks("owner", "list")["items"]] == [stays]
    assert terminal.run("bookings", "list", "--owner", gone).code == 1


async def test_a_number_is_connected_with_a_token_from_standard_input(terminal: Terminal):
    """So that no history keeps it; and nothing that is printed does."""
    owner = added(terminal)
    async with GraphApi() as graph:
        terminal.more = {"FRONTDESK_GRAPH_URL": graph.url}
        number = graph.add_number("4711", token="s3cret-token", verified_name="City Clinic")
        words = ("connect", "whatsapp", "--owner", owner, "--phone-number-id", number.id)
        refused = await in_thread(terminal, *words, "--token", "wrong")
        assert refused.code == 1
        connected = await in_thread(terminal, *words, "--token", "-", "--app-secret", "-", typed="s3cret-token\nsh\n")
        again = await in_thread(terminal, *words, "--token", "-", "--json", typed="s3cret-token\n")
    assert connected.code == 0, connected
    assert f"/webhooks/whatsapp/{owner}" in connected.out
    assert again.data["phoneNumberId"] == "4711"
    assert again.data["verifiedName"] == "City Clinic"
    assert "s3cret" not in connected.out + connected.err + again.out + again.err
    stored = b"".join(path.read_bytes() for path in terminal.data.glob("frontdesk.db*"))
    assert b"s3cret" not in stored


async def test_without_a_line_there_is_no_token(terminal: Terminal):
    owner = added(terminal)
    words = ("connect", "whatsapp", "--owner", owner, "--phone-number-id", "4711", "--token", "-")
    ended = terminal.run(*words)
    assert ended.code == 2
    assert "--token - reads a line from standard input" in ended.err


def test_a_chat_is_a_script(terminal: Terminal):
    """Each line is answered before the next is sent; a person who takes over is named."""
    owner = added(terminal)
    lines = "Hello\n\nI want to talk to a person\nAre you there?\n/quit\nnever sent\n"
    ended = terminal.run("chat", "--owner", owner, "--as", "+49 170 1234567", typed=lines)
    assert ended.code == 0, ended
    assert ended.out.splitlines()[-1] == "(No answer: a person has this conversation.)"
    shown = terminal.asks("conversations", "show", "--owner", owner, "--participant", "+49 170 1234567")
    said = [message["content"] for message in shown["items"] if message["role"] == "customer"]
    assert said == ["Hello", "I want to talk to a person", "Are you there?"]


def test_a_chat_as_json_is_what_the_phone_showed(terminal: Terminal):
    owner = added(terminal)
    items = terminal.asks("chat", "--owner", owner, typed="Hello\n")["items"]
    assert [item["outbound"] for item in items] == [False, True]
    assert items[0]["payload"]["text"] == {"body": "Hello"}


def test_a_person_chats_at_a_terminal(terminal: Terminal):
    """Answers come by themselves while the person is free to type; Ctrl-C or `/quit` ends it."""
    owner = added(terminal)
    terminal.asks("schedule", "set", "--owner", owner, "--open", EVERY_DAY)
    phone = Pty(terminal, "chat", "--owner", owner, "--as", "Ana")
    phone.reads("You write to City Clinic")
    phone.types("Can I come tomorrow at 10:00?")
    phone.reads("[1] Yes, book it")
    phone.types("1")
    phone.reads("You will hear from us")
    phone.types("/quit")
    assert phone.ends() == 0
    [booking] = terminal.asks("bookings", "list", "--owner", owner)["items"]
    assert (booking["name"], booking["status"]) == ("Ana", "pending")


def test_the_command_is_installed_under_its_name():
    """`.venv/bin/frontdesk` is this command."""
    done = subprocess.run(
        [Path(sys.executable).with_name("frontdesk"), "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "frontdesk owner" in done.stdout


async def in_thread(terminal: Terminal, *words: str, typed: str = "") -> Ended:
    """Beside a server that lives in this process's event loop."""
    return await asyncio.to_thread(terminal.run, *words, typed=typed)
