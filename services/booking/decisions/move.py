"""A booking takes another place: the new one is taken and the old one freed in one step."""

from libs.common.entities import Booking
from libs.common.events import BookingRequested
from libs.common.events.booking import BookingStatus
from services.booking.decisions.desk import (
    Desk,
    changed,
    moved_from,
    noted,
    over,
    place_of,
    put,
    with_note,
    without_drafts,
)
from services.booking.decisions.results import Decided, Offered, Refused, Update, Which
from services.booking.decisions.wish import Wish, find, nearest_to, wish_of
from services.booking.wording.phrases import Phrase

MOVABLE: tuple[BookingStatus, ...] = ("draft", "pending", "confirmed")


def move(event: BookingRequested, desk: Desk) -> Decided:
    """Give the booking that is meant another place. What was confirmed waits to be confirmed again, unless staff
    moved it themselves."""
    booking = to_move(event, desk)
    return _move(event, desk, booking) if isinstance(booking, Booking) else booking


def to_move(event: BookingRequested, desk: Desk) -> Booking | Refused | Which:
    """The booking that is named, or the only one there is; else why none is meant, or between which."""
    if event.booking_id and desk.held is None:
        return Refused("not_found")
    theirs = (desk.held,) if desk.held else desk.upcoming
    if not theirs:
        return Refused("none_booked")
    return theirs[0] if len(theirs) == 1 else Which("move", theirs)


def _move(event: BookingRequested, desk: Desk, booking: Booking) -> Decided:
    before = place_of(booking)
    if booking.status not in MOVABLE or before is None:
        return Refused("settled", booking)
    if over(booking, desk.now):
        return Refused("past", booking)
    calendar, dropped = without_drafts(desk, keep=booking.booking_id)
    wish = _meant_day(wish_of(event), booking)
    found = find(wish, calendar, allocate=False, moving=booking)
    if isinstance(found, Offered):
        return found
    if found == before and booking.status != "draft":
        return Refused("same_place", booking)
    status: BookingStatus = booking.status
    if status == "confirmed" and event.actor.kind == "customer":
        status = "pending"
    made = put(booking, found, calendar, status=status, by=event.actor.kind)
    if made is None:
        return nearest_to(found, "taken", calendar, booking)
    there, calendar = made
    if status == "pending":
        there = there.changed(confirmed_at=None, confirmed_by=None)
    there = with_note(there, event)
    says = _says(status, by_customer=event.actor.kind == "customer")
    result = changed(says, Update(there, booking.status), calendar, also=(booking.date,), dropped=dropped)
    return noted(moved_from(result, booking), event)


def _meant_day(wish: Wish, booking: Booking) -> Wish:
    """A time without a date means the day of the booking: "can you make it eleven?"."""
    if wish.exact and wish.day is None:
        return Wish(booking.date, wish.time, wish.span, exact=True, onwards=False)
    return wish


def _says(status: BookingStatus, *, by_customer: bool) -> Phrase:
    if not by_customer:
        return "moved_by_us"
    return "held" if status == "draft" else "moved_requested"
