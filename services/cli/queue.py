"""`frontdesk queue`: running a day's queue, where customers have numbers."""

from datetime import date
from typing import Any

from libs.common.entities import ConsultantConfig
from services.cli.bookings import NotDone, ask_desk, decided
from services.cli.house import House
from services.cli.shown import Shown, plain, under

COLUMNS = {
    "NUMBER": "tokenNumber",
    "NAME": "name",
    "AHEAD": "ahead",
    "ABOUT": "time",
    "REASON": "reason",
    "BOOKING": "bookingId",
}


async def show(house: House, *, owner: str, day: date | None) -> Shown:
    """Who is being served, who waits, and the day's counts."""
    await house.owner(owner)
    _, answer = await ask_desk(house, owner, "queue", date=day)
    if "queue" not in answer:
        raise NotDone(words=answer.get("words") or "No bookings are taken here.")
    queue: dict[str, Any] = answer["queue"]
    if not queue["given"] and await _takes_slots(house, owner):
        raise NotDone(words="Customers of this business choose a time and have no queue. See: frontdesk bookings list")
    waiting = [{**one, **one["booking"]} for one in queue["waiting"]]
    lines = [
        f"Being served: {_who(queue)}",
        f"Given {queue['given']} · waiting {len(waiting)} · served {queue['served']} · "
        f"did not come {queue['missed']} · gave up {queue['gaveUp']} · left {queue['left']} · "
        f"about {queue['minutesEach']} minutes each",
        "",
        under(COLUMNS, waiting) if waiting else "Nobody is waiting.",
    ]
    return Shown("\n".join(lines), queue)


async def _takes_slots(house: House, owner: str) -> bool:
    config = await house.parts.store.reader(owner).get(ConsultantConfig, owner)
    return config is not None and config.booking_type == "slot"


async def call_next(house: House, *, owner: str, day: date | None, booking: str | None) -> Shown:
    """Call the next number, or this one; who was being served is done."""
    await house.owner(owner)
    return await decided(house, owner, "next_token", "Called", date=day, booking_id=booking)


async def take_back(house: House, *, owner: str, day: date | None) -> Shown:
    """Take back the last call, visit done or missed."""
    await house.owner(owner)
    return await decided(house, owner, "undo", "Taken back", date=day)


def _who(queue: dict[str, Any]) -> str:
    serving = queue["serving"]
    if serving is None:
        return "nobody"
    return plain(f"number {serving['tokenNumber']}, {serving['name'] or 'no name'}, since {queue['since'][11:16]} UTC")
