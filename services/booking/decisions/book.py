"""A place is asked for, or a draft is answered with yes."""

from datetime import date

from libs.common.entities import Booking
from libs.common.envelope import deterministic_id
from libs.common.events import BookingRequested
from libs.common.events.booking import BookingStatus
from services.booking.availability import Calendar
from services.booking.decisions.desk import DETAIL_MAX, Desk, changed, details, place_of, put, without_drafts
from services.booking.decisions.results import Decided, Offered, Refused, Update
from services.booking.decisions.wish import Wish, at, find, nearest_to, offers, wish_of
from services.booking.status import may

OPEN_REQUESTS_MAX = 3
"""Requests that one customer may have waiting for the owner's yes."""


def show(event: BookingRequested, desk: Desk) -> Decided:
    """What is free, from the wish on. A customer who names a booking of theirs is choosing where to move it."""
    moving = desk.held if desk.held and desk.held.status in ("pending", "confirmed") else None
    calendar, _ = without_drafts(desk)
    return offers(wish_of(event), calendar, moving)


def book(event: BookingRequested, desk: Desk) -> Decided:
    """Hold the wished place as a draft, or take what a draft held, where the request answers one."""
    held = desk.held
    if held is None and event.booking_id:
        return Refused("not_found")
    if held is None or _wishes_anew(event, held):
        return fresh(event, desk, wish_of(event))
    if held.status == "cancelled" and held.actor == "customer" and held.time_slot:
        return fresh(event, desk, at(held.date, held.time_slot))  # they changed their mind back
    return accept(event, desk, held)


def fresh(event: BookingRequested, desk: Desk, wish: Wish) -> Decided:
    """A new booking: a draft that waits for the customer's yes; by staff's hand it is confirmed at once."""
    by_staff = event.actor.kind == "staff"
    if not by_staff and (waiting := open_requests(desk)) >= OPEN_REQUESTS_MAX:
        return Refused("too_many", count=waiting)
    calendar, dropped = without_drafts(desk)
    found = find(wish, calendar, allocate=calendar.config.dynamic_allocation)
    if isinstance(found, Offered):
        return found
    status: BookingStatus = "confirmed" if by_staff else "draft"
    made = put(new_booking(event, calendar, found.date), found, calendar, status=status, by=event.actor.kind)
    if made is None:
        return nearest_to(found, "taken", calendar)
    booking, calendar = made
    if by_staff:
        booking = by_hand(booking, event, desk)
    return changed("booked" if by_staff else "held", Update(booking, None), calendar, dropped=dropped)


def by_hand(booking: Booking, event: BookingRequested, desk: Desk) -> Booking:
    """The booking as staff make it: confirmed by whoever made it."""
    by = event.actor.id or "staff"
    return booking.changed(confirmed_at=desk.now, confirmed_by=by, staff_note=event.note[:DETAIL_MAX])


def accept(event: BookingRequested, desk: Desk, draft: Booking) -> Decided:
    """Ask the owner for what the draft held. One whose hold ran out takes its place again where that is still free."""
    if draft.status in ("pending", "confirmed"):
        return Refused("already_requested" if draft.status == "pending" else "already_confirmed", draft)
    place = place_of(draft)
    if not may(draft.status, "pending", event.actor.kind) or place is None:
        return Refused("settled", draft)
    if (waiting := open_requests(desk)) >= OPEN_REQUESTS_MAX:
        return Refused("too_many", count=waiting)
    calendar, dropped = without_drafts(desk, keep=draft.booking_id)
    if not calendar.ahead(place):
        return nearest_to(place, "past", calendar)
    if not calendar.week.is_open(place):  # the hours changed meanwhile
        return nearest_to(place, "closed_time", calendar)
    made = put(details(draft, event), place, calendar, status="pending", by=event.actor.kind)
    if made is None:
        return nearest_to(place, "taken", calendar)
    booking, calendar = made
    return changed("requested", Update(booking, draft.status), calendar, dropped=dropped)


def open_requests(desk: Desk) -> int:
    """How many of the customer's requests await the owner's yes."""
    return sum(1 for one in desk.theirs if one.status == "pending" and one in desk.upcoming)


def new_booking(event: BookingRequested, calendar: Calendar, day: date) -> Booking:
    """A booking of whoever asks, on a date. Its id is made from the request."""
    booking = Booking(
        booking_id=f"{event.user_id}:{deterministic_id(event.id)}",
        user_id=event.user_id,
        date=day,
        created_at=calendar.now,
        updated_at=calendar.now,
        conversation_id=event.conversation_id or "",
        participant_key=event.participant_key or "",
    )
    return details(booking, event)


def _wishes_anew(event: BookingRequested, held: Booking) -> bool:
    """Whether the request names another place than the booking's."""
    elsewhere = (event.date not in (None, held.date)) or (event.time not in (None, held.time_slot))
    return elsewhere or event.earliest or event.part is not None or event.until is not None
