"""The `frontdesk` command as people and scripts use it: the real one, in processes of its own."""

import asyncio
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.ended import Ended
from tests.fakes.graph import GraphApi
from tests.flows.terminal import COMMAND, Pty, Terminal

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


async def test_a_number_is_disconnected_once(terminal: Terminal):
    """And the sandbox's never: one line says why."""
    owner = added(terminal)
    words = ("whatsapp", "--owner", owner, "--phone-number-id")
    async with GraphApi() as graph:
        terminal.more = {"FRONTDESK_GRAPH_URL": graph.url}
        graph.add_number("4711", token="s3cret-token", verified_name="City Clinic")
        await in_thread(terminal, "connect", *words, "4711", "--token", "-", typed="s3cret-token\n")
    gone = terminal.asks("disconnect", *words, "4711")
    assert (gone["phoneNumberId"], gone["verifiedName"]) == ("4711", "City Clinic")
    again, sandbox = (terminal.run("disconnect", *words, number) for number in ("4711", f"sandbox-{owner}"))
    assert (again.code, sandbox.code) == (1, 1)
    assert "no number with the phone number id 4711" in again.err
    assert "sandbox number cannot be disconnected" in sandbox.err


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


def test_a_person_chats_at_a_terminal(terminal: Terminal):
    """Answers come by themselves while the person is free to type; `/quit` ends it."""
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


def test_ctrl_c_ends_a_command_at_once(terminal: Terminal):
    """Nothing is half done, and the folder is free again."""
    owner = added(terminal)
    phone = Pty(terminal, "chat", "--owner", owner)
    phone.reads("You write to City Clinic")
    phone.process.send_signal(signal.SIGINT)
    assert phone.ends() == 130
    with terminal.server() as server:
        assert server.stop() == 0


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
