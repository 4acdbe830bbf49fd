"""A booking gets another status and keeps its place, or gives it back: staff's decisions, and what falls due."""

from collections.abc import Callable
from datetime import datetime

from libs.common.entities import Booking, BookingDay
from libs.common.events import BookingRequested
from libs.common.events.booking import BookingAct, BookingStatus
from services.booking import tokens
from services.booking.availability import Calendar
from services.booking.decisions.desk import Desk, changed, noted, settled, vacated, with_note
from services.booking.decisions.results import Decided, Refused, Update
from services.booking.status import HOLDING, may
from services.booking.wording.phrases import Phrase

STAFF_ACTS: dict[BookingAct, tuple[BookingStatus, Phrase]] = {
    "confirm": ("confirmed", "confirmed"),
    "decline": ("declined", "declined"),
    "complete": ("completed", "completed"),
    "no_show": ("no_show", "missed"),
}

LEAVES_QUEUE: dict[BookingStatus, Callable[[BookingDay, str, datetime], BookingDay]] = {
    "completed": tokens.done,
    "no_show": tokens.missed,
}


def settle_by_staff(event: BookingRequested, desk: Desk) -> Decided:
    """Confirm, decline, complete, or mark as missed."""
    if event.actor.kind != "staff":
        return Refused("not_allowed")
    if desk.held is None:
        return Refused("not_found")
    status, says = STAFF_ACTS[event.act]
    return settle(event, desk, desk.held, status, says)


def settle(event: BookingRequested, desk: Desk, booking: Booking, status: BookingStatus, says: Phrase) -> Decided:
    """The booking under another status where the table of statuses lets this actor set it."""
    if not may(booking.status, status, event.actor.kind):
        return Refused("already_confirmed" if booking.status == status == "confirmed" else "settled", booking)
    after = settled(booking, status, event.actor.kind, desk.now)
    after = with_note(after, event)
    if status == "confirmed":
        after = after.changed(confirmed_at=desk.now, confirmed_by=event.actor.id or "staff")
    result = changed(says, Update(after, booking.status), _after(desk.calendar, booking, status))
    return noted(result, event)


def _after(calendar: Calendar, booking: Booking, status: BookingStatus) -> Calendar:
    """The calendar once the booking has this status: a visit that took place used its place up, and leaves a queue."""
    leave = LEAVES_QUEUE.get(status)
    if leave is not None and booking.token_number is not None:
        return calendar.with_ledger(leave(calendar.ledger(booking.date), booking.booking_id, calendar.now))
    return calendar if status in HOLDING else vacated(calendar, booking)


def expire(event: BookingRequested, desk: Desk) -> Decided:
    """A draft's hold ran out, or a request's time came unanswered: its place is free again."""
    booking = desk.held
    if booking is None or event.actor.kind != "desk":
        return Refused("not_found")
    due = falls_due(booking)
    if due is None or due > desk.now:
        return Refused("settled", booking)
    says: Phrase = "draft_expired" if booking.status == "draft" else "request_expired"
    return settle(event, desk, booking, "expired", says)


def falls_due(booking: Booking) -> datetime | None:
    """When the desk must look at a booking again: a draft's hold ends, a request's time comes, the day of
    a number is over."""
    if booking.status in ("draft", "offered"):
        return booking.held_until
    if booking.status != "pending":
        return None
    return booking.starts_at if booking.token_number is None else booking.ends_at
