"""What the commands do, in this process: quicker than in one of their own, and the same functions."""

import asyncio

from libs.common.entities import Booking, DeadLetter, Entity
from libs.common.events import SettingsChanged, seal
from libs.common.parts import system_clock
from libs.common.settings import Settings
from services.cli import bookings
from services.cli.house import house
from tests.unit.services.cli.conftest import Command, added, booked


def test_refusals_are_one_line_and_1(command: Command):
    """Nothing on stdout, and the line says what to do or what there is."""
    owner = added(command)
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
        ended = command(*words)
        assert (ended.code, ended.out) == (1, ""), words
        assert said in ended.err
        assert ended.err.count("\n") == 1


def test_misuse_is_one_line_and_2(command: Command):
    """A mistake in what was typed changes nothing, whatever else was right."""
    owner = added(command)
    good = command.folder / "good.md"
    good.write_text("Parking is free.")
    for words, said in {
        ("document", "add", "--owner", owner, str(good), "none.md"): "none.md cannot be read: No such file",
        ("document", "add", "--owner", owner, str(good), str(good)): "Two of these files are named good.md",
        ("schedule", "set", "--owner", owner): "Say what to change",
        ("schedule", "set", "--owner", owner, "--open", "mon 9-5"): 'like "mon-fri 09:00-17:00 break 13:00-14:00"',
        ("bookings", "list", "--owner", owner, "--after", "x"): "--after x is not",
    }.items():
        ended = command(*words)
        assert ended.code == 2, words
        assert said in ended.err
        assert ended.err.count("\n") == 1
    assert command.asks("document", "list", "--owner", owner)["items"] == []


def test_a_document_that_is_not_taken_says_why(command: Command):
    """The others of the same command are; the exit code says that one is not."""
    owner = added(command)
    (command.folder / "good.md").write_text("Parking is free.")
    (command.folder / "bad.zip").write_bytes(b"PK\x03\x04")
    ended = command("document", "add", "--owner", owner, "good.md", "bad.zip", "--json")
    assert ended.code == 1
    assert "bad.zip looks like a ZIP archive" in ended.err.splitlines()[-1]
    assert {one["source"]: one["status"] for one in ended.data["items"]} == {"good.md": "indexed", "bad.zip": "failed"}


def test_a_document_is_removed_by_its_name(command: Command):
    """And can be added again afterwards."""
    owner = added(command)
    (command.folder / "good.md").write_text("Parking is free.")
    for _ in range(2):
        [added_source] = command.asks("document", "add", "--owner", owner, "good.md")["items"]
        assert added_source["status"] == "indexed"
        removed = command.asks("document", "remove", "--owner", owner, "good.md")
        assert removed["sourceId"] == added_source["sourceId"]
        assert command.asks("document", "list", "--owner", owner)["items"] == []


def test_the_schedule_is_shown_as_it_was_set(command: Command):
    """Days that are not named are closed; what is not named stays."""
    owner = added(command)
    hours = ("--open", "mon,wed 08:30-12:00", "--open", "fri 09:00-17:00 break 13:00-14:00")
    command.asks("schedule", "set", "--owner", owner, "--type", "token", "--max-tokens", "12", *hours)
    shown = command.asks("schedule", "show", "--owner", owner)
    assert (shown["bookingType"], shown["maxTokensPerDay"], shown["slotDuration"]) == ("token", 12, 30)
    days = {day["dayName"]: day for day in shown["days"]}
    assert [name for name, day in days.items() if day["enabled"]] == ["monday", "wednesday", "friday"]
    assert (days["friday"]["breakStart"], days["wednesday"]["endTime"]) == ("13:00", "12:00")
    text = command("schedule", "show", "--owner", owner).out
    assert "Friday     09:00-17:00  13:00-14:00" in text
    assert "Sunday     closed" in text


def test_bookings_that_no_longer_fit_are_listed(command: Command):
    """They stand; the owner is told which they are."""
    owner = added(command)
    booking = booked(command, owner)
    changed = command("schedule", "set", "--owner", owner, "--open", "mon-sun 18:00-19:00")
    assert changed.code == 0
    assert "no longer fit" in changed.out
    assert booking in changed.out


def test_a_removed_owner_is_gone(command: Command):
    """With everything of theirs; others stay."""
    gone, stays = added(command, "Gone"), added(command, "Stays")
    booked(command, gone)
    assert command.asks("owner", "remove", gone) == {"userId": gone}
    assert [one["userId"] for one in command.asks("owner", "list")["items"]] == [stays]
    assert command("bookings", "list", "--owner", gone).code == 1


def test_without_a_line_there_is_no_token(command: Command):
    """An empty pipe is a mistake of the script, told before WhatsApp is asked."""
    owner = added(command)
    words = ("connect", "whatsapp", "--owner", owner, "--phone-number-id", "4711", "--token", "-")
    ended = command(*words)
    assert ended.code == 2
    assert "--token - reads a line from standard input" in ended.err


def test_a_chat_as_json_is_what_the_phone_showed(command: Command):
    owner = added(command)
    items = command.asks("chat", "--owner", owner, typed="Hello\n")["items"]
    assert [item["outbound"] for item in items] == [False, True]
    assert items[0]["payload"]["text"] == {"body": "Hello"}


def test_a_misspelt_setting_is_one_line_and_2(command: Command):
    command.patch.setenv("FRONTDESK_PROT", "1")
    ended = command("owner", "list")
    assert (ended.code, ended.err) == (2, "FRONTDESK_PROT is not a setting. Did you mean FRONTDESK_PORT?\n")


def test_an_empty_desk_says_so(command: Command):
    """Each list in its own words, and what to do where there is something to do."""
    assert "frontdesk owner add" in command("owner", "list").out
    owner = added(command)
    assert "frontdesk document add" in command("document", "list", "--owner", owner).out
    assert command("bookings", "list", "--owner", owner).out == "Nobody has booked yet.\n"
    assert command("conversations", "list", "--owner", owner).out == "Nobody has written yet.\n"
    assert command("dead-letters", "list", "--owner", owner).out == "Everything was handled.\n"


def test_a_long_list_goes_on_where_it_ended(command: Command):
    """`next` is what `--after` takes; nothing comes twice and nothing is left out."""
    owner = added(command)
    asyncio.run(kept("booking", *(booking_of(owner, name) for name in ("Ana", "Ben", "Cleo"))))
    command.patch.setattr(bookings, "PAGE", 2)
    first = command.asks("bookings", "list", "--owner", owner)
    rest = command.asks("bookings", "list", "--owner", owner, "--after", first["next"])
    assert len(first["items"]) == 2
    assert sorted(one["name"] for one in first["items"] + rest["items"]) == ["Ana", "Ben", "Cleo"]
    assert rest["next"] is None
    assert f"--after {first['next']}" in command("bookings", "list", "--owner", owner).out


def test_a_decision_that_changes_nothing_is_refused(command: Command):
    """Staff read why, in booking's own words."""
    owner = added(command)
    booking = booked(command, owner)
    assert command.asks("bookings", "cancel", "--owner", owner, booking)["status"] == "cancelled"
    again = command("bookings", "confirm", "--owner", owner, booking)
    assert again.code == 1
    assert "cancelled" in again.err


def test_a_dead_letter_is_listed_and_replayed(command: Command):
    """It is tried where it failed, and what came of it is said."""
    owner = added(command)
    letter = asyncio.run(given_up(owner))
    [listed] = command.asks("dead-letters", "list")["items"]
    assert (listed["deadLetterId"], listed["service"], listed["error"]) == (letter, "booking", "The disk was full.")
    assert "The disk was full." in command("dead-letters", "list", "--owner", owner).out
    replayed = command.asks("dead-letters", "replay", letter)
    assert (replayed["service"], replayed["code"]) == ("booking", "applied")
    assert command.asks("schedule", "show", "--owner", owner)["slotDuration"] == 20


async def given_up(owner: str) -> str:
    """A change of the schedule lies among the dead letters; gives its id."""
    now = system_clock()
    event = SettingsChanged(user_id=owner, section="schedule", values={"slotDuration": 20})
    envelope = seal(event, cause="given up", source="gateway", at=now)
    letter = DeadLetter(
        dead_letter_id=f"{owner}:d1",
        user_id=owner,
        service="booking",
        topic=envelope.topic,
        attributes=envelope.attributes(),
        data=envelope.data.decode(),
        code="failed",
        error="The disk was full.",
        attempts=5,
        given_up_at=now,
    )
    await kept("gateway", letter)
    return letter.dead_letter_id


def booking_of(owner: str, name: str) -> Booking:
    """A booking as it is stored."""
    now = system_clock()
    return Booking(
        booking_id=f"{owner}:{name}", user_id=owner, name=name, date=now.date(), created_at=now, updated_at=now
    )


async def kept(service: str, *rows: Entity) -> None:
    """Rows are there, as their service would have written them."""
    async with house(Settings.load(), lambda text, *, end="": None) as opened:
        await opened.parts.store.stage(service, rows[0].user_id, rows)
