"""The desk from a terminal: running a day's queue, and moving a booking."""

from datetime import timedelta

from libs.common.parts import system_clock
from tests.unit.services.cli.conftest import EVERY_DAY, Command, added, booked

IN_FOUR_DAYS = (system_clock() + timedelta(days=4)).date().isoformat()


def test_a_days_queue_is_shown_called_and_taken_back(command: Command):
    """A call can be taken back once; then there is nothing to take back."""
    owner = added(command)
    command.asks("schedule", "set", "--owner", owner, "--type", "token", "--open", EVERY_DAY)
    command.asks("chat", "--owner", owner, "--as", "Ana", typed="A number for tomorrow, please\n")
    [booking] = command.asks("bookings", "list", "--owner", owner)["items"]
    day = ("--owner", owner, "--date", booking["date"])
    assert "NUMBER  NAME  AHEAD  ABOUT" in command("queue", "show", *day).out
    assert command("queue", "next", *day).out.startswith("Called: Ana, ")
    shown = command("queue", "show", *day).out
    assert "Being served: number 1, Ana, since " in shown
    assert "Nobody is waiting." in shown
    assert command("queue", "undo", *day).out.startswith("Taken back: Ana, ")
    assert command.asks("queue", "show", *day)["serving"] is None
    again = command("queue", "undo", *day)
    assert (again.code, again.err) == (1, "There is nothing here that can be taken back any more.\n")
    command.asks("bookings", "no-show", "--owner", owner, booking["bookingId"])
    assert command.asks("queue", "show", *day)["missed"] == 1
    assert "Nobody is waiting" in command("queue", "next", *day).err


def test_a_booking_is_moved(command: Command):
    """To a free place; another is refused in booking's words."""
    owner = added(command)
    booking = booked(command, owner)
    moved = command("bookings", "move", "--owner", owner, booking, "--date", IN_FOUR_DAYS, "--time", "11:00")
    assert moved.out == f"Moved: Ana, {IN_FOUR_DAYS} 11:00\n"
    same = command("bookings", "move", "--owner", owner, booking, "--date", IN_FOUR_DAYS, "--time", "11:00")
    assert (same.code, "already" in same.err) == (1, True)
    off = command("bookings", "move", "--owner", owner, booking, "--date", IN_FOUR_DAYS, "--time", "11:07")
    assert off.code == 1
    assert command.asks("bookings", "complete", "--owner", owner, booking)["status"] == "completed"


def test_a_business_with_time_slots_is_told_that_it_has_no_queue(command: Command):
    """An empty one would look as if nobody had booked."""
    owner = added(command)
    command.asks("schedule", "set", "--owner", owner, "--type", "slot", "--open", EVERY_DAY)
    assert "have no queue" in command("queue", "show", "--owner", owner).err
