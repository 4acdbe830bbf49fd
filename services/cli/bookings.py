"""`frontdesk bookings`: what customers have booked, and staff's decisions about it."""

import secrets
from datetime import date
from typing import Any, Literal

from libs.common.entities import Booking
from libs.common.errors import Refusal
from libs.common.events import Actor, BookingAct, BookingRequested
from libs.common.store.query import Query
from services.cli.house import GivenUp, House, Unanswered
from services.cli.shown import Shown, cursor_of, listing, stored

PAGE = 500
TELL_SECONDS = 15.0
"""How long is waited for WhatsApp once the booking itself has changed."""
STAFF = Actor(kind="staff", id="command")
COLUMNS = {
    "DATE": "date",
    "TIME": "timeSlot",
    "NUMBER": "tokenNumber",
    "STATUS": "status",
    "NAME": "name",
    "PHONE": "phone",
    "REASON": "reason",
    "BOOKING": "bookingId",
}

Act = Literal["confirm", "decline", "cancel", "complete", "no_show", "move"]
_DONE: dict[Act, str] = {
    "confirm": "Confirmed",
    "decline": "Declined",
    "cancel": "Cancelled",
    "complete": "Came",
    "no_show": "Did not come",
    "move": "Moved",
}


class NoSuchBooking(Refusal, code="no_such_booking"):
    """There is no booking {booking_id} here. `frontdesk bookings list` shows what there is."""


class NotDone(Refusal, code="not_done"):
    """{words}"""


async def show_all(house: House, *, owner: str, after: str | None) -> Shown:
    """The latest that were asked for, by the date they are for."""
    await house.owner(owner)
    query = Query(Booking, order="-created_at", limit=PAGE, after=cursor_of(after))
    page = await house.parts.store.reader(owner).find(query)
    rows = sorted(page.items, key=lambda one: (one.date, one.time_slot or "", one.token_number or 0))
    return listing([stored(row) for row in rows], COLUMNS, empty="Nobody has booked yet.", after=page.next)


async def confirm(house: House, *, owner: str, booking: str, note: str) -> Shown:
    """Staff's yes."""
    return await _decide(house, "confirm", owner, booking, note)


async def decline(house: House, *, owner: str, booking: str, note: str) -> Shown:
    """Staff's no."""
    return await _decide(house, "decline", owner, booking, note)


async def cancel(house: House, *, owner: str, booking: str, note: str) -> Shown:
    """Staff take a booking back."""
    return await _decide(house, "cancel", owner, booking, note)


async def complete(house: House, *, owner: str, booking: str) -> Shown:
    """The customer has been here."""
    return await _decide(house, "complete", owner, booking)


async def no_show(house: House, *, owner: str, booking: str) -> Shown:
    """The customer did not come."""
    return await _decide(house, "no_show", owner, booking)


async def move(house: House, *, owner: str, booking: str, day: date, time: str | None, note: str) -> Shown:
    """Staff give a booking another free place."""
    return await _decide(house, "move", owner, booking, note, date=day, time=time)


async def _decide(house: House, act: Act, owner: str, booking_id: str, note: str = "", **place: Any) -> Shown:
    await house.owner(owner)
    if await house.parts.store.reader(owner).get(Booking, booking_id) is None:
        raise NoSuchBooking(booking_id=booking_id)
    return await decided(house, owner, act, _DONE[act], booking_id=booking_id, note=note, **place)


async def decided(house: House, owner: str, act: BookingAct, done: str, **fields: Any) -> Shown:
    """What became of one act of staff's on a booking; its customer is told. Raises NotDone."""
    event_id, answer = await ask_desk(house, owner, act, **fields)
    if "booking" not in answer:
        raise NotDone(words=answer.get("words") or answer.get("message") or "The booking stays as it is.")
    booking: dict[str, Any] = answer["booking"]
    told = await _told(house, event_id)
    return Shown(f"{done}: {_what(booking)}", booking, refused=() if told else (_NOT_YET,))


async def ask_desk(house: House, owner: str, act: BookingAct, **fields: Any) -> tuple[str, dict[str, Any]]:
    """An act of staff's: the id of its event, and what booking's receipt says."""
    named = {"user_id": owner, "act": act, "actor": STAFF, "asked_at": house.parts.clock(), **fields}
    event = BookingRequested.model_validate(named)
    [event_id] = await house.publisher.publish(event, cause=secrets.token_hex(16))
    return event_id, (await house.receipt("booking", event_id)).answer or {}


_NOT_YET = "The booking is changed; its customer could not be told yet. That is tried again while Frontdesk runs."


async def _told(house: House, event_id: str) -> bool:
    """Whether the customer's message is on its way."""
    try:
        await house.settled(BookingRequested.topic, event_id, seconds=TELL_SECONDS)
    except (Unanswered, GivenUp):
        return False
    return True


def _what(booking: dict[str, Any]) -> str:
    place = booking.get("timeSlot") or f"number {booking.get('tokenNumber')}"
    return f"{booking.get('name') or 'the customer'}, {booking.get('date')} {place}"
