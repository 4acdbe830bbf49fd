"""`frontdesk bookings`: what customers have booked, and staff's decisions about it."""

import secrets
from typing import Any, Literal

from libs.common.entities import Booking
from libs.common.errors import Refusal
from libs.common.events import Actor, BookingRequested
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

Act = Literal["confirm", "decline", "cancel"]
_DONE: dict[Act, str] = {"confirm": "Confirmed", "decline": "Declined", "cancel": "Cancelled"}


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


async def _decide(house: House, act: Act, owner: str, booking_id: str, note: str) -> Shown:
    await house.owner(owner)
    if await house.parts.store.reader(owner).get(Booking, booking_id) is None:
        raise NoSuchBooking(booking_id=booking_id)
    event = BookingRequested(
        user_id=owner, act=act, actor=STAFF, asked_at=house.parts.clock(), booking_id=booking_id, note=note
    )
    [event_id] = await house.publisher.publish(event, cause=secrets.token_hex(16))
    answer = (await house.receipt("booking", event_id)).answer or {}
    if "booking" not in answer:
        raise NotDone(words=answer.get("words") or answer.get("message") or "The booking stays as it is.")
    decided: dict[str, Any] = answer["booking"]
    told = await _told(house, event_id)
    return Shown(f"{_DONE[act]}: {_what(decided)}", decided, refused=() if told else (_NOT_YET,))


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
