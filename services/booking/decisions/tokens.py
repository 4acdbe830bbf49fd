"""Numbers in a day's queue. A number is given at once, as `pending`: it keeps its holder's place without anybody being
asked twice, and staff may confirm it, but need not before they call it."""

from dataclasses import replace
from datetime import date

from libs.common.entities import Booking
from libs.common.events import BookingRequested
from services.booking import tokens
from services.booking.availability import Calendar
from services.booking.decisions.book import OPEN_REQUESTS_MAX, by_hand, new_booking, open_requests
from services.booking.decisions.desk import Desk, changed, moved_from, noted, over, settled, vacated, with_note
from services.booking.decisions.move import MOVABLE, to_move
from services.booking.decisions.results import Changed, Decided, Queues, Refused, Update
from services.booking.decisions.wish import OFFERED_MAX
from services.booking.tokens import Outlook
from services.booking.wording.phrases import Phrase


def show(event: BookingRequested, desk: Desk) -> Decided:
    """The number that one would get: on the wished date, or on each of the next that have one left."""
    moving = desk.held if desk.held and desk.held.status in ("pending", "confirmed") else None
    if event.date is None or event.earliest:
        return _queues("tokens_days", event.date or desk.calendar.today, desk.calendar, moving)
    refusal = _why_not(event.date, desk.calendar)
    if refusal:
        return _queues(refusal, event.date, desk.calendar, moving)
    return Queues("tokens_left", event.date, (_next_number(desk.calendar, event.date),), moving=moving)


def book(event: BookingRequested, desk: Desk) -> Decided:
    """Give the next number of the wished date, or of the first date that has one left."""
    by_staff = event.actor.kind == "staff"
    if desk.held is None and event.booking_id:
        return Refused("not_found")
    if desk.held is not None and event.date in (None, desk.held.date):
        return _standing(desk.held)
    if not by_staff and (waiting := open_requests(desk)) >= OPEN_REQUESTS_MAX:
        return Refused("too_many", count=waiting)
    calendar = desk.calendar
    day = _meant_day(event, calendar)
    if day is None:
        return _queues("tokens_days", event.date or calendar.today, calendar)
    if not by_staff and (mine := _already(desk, day)):
        return _standing(mine)
    if refusal := _why_not(day, calendar):
        return _queues(refusal, day, calendar)
    booking = new_booking(event, calendar, day)
    booking, calendar = _numbered(booking, calendar, day)
    if by_staff:
        booking = by_hand(settled(booking, "confirmed", "staff", desk.now), event, desk)
    else:
        booking = settled(booking, "pending", event.actor.kind, desk.now)
    return _told(changed("token_given", Update(booking, None), calendar), calendar)


def move(event: BookingRequested, desk: Desk) -> Decided:
    """Give a number on another date in the stead of the one there is."""
    booking = to_move(event, desk)
    return _move(event, desk, booking) if isinstance(booking, Booking) else booking


def _move(event: BookingRequested, desk: Desk, booking: Booking) -> Decided:
    if booking.status not in MOVABLE:
        return Refused("settled", booking)
    if over(booking, desk.now):
        return Refused("past", booking)
    if event.date is None:
        return _queues("tokens_days", desk.calendar.today, desk.calendar, booking)
    if event.date == booking.date and booking.token_number is not None:
        return Refused("same_place", booking)
    if refusal := _why_not(event.date, desk.calendar):
        return _queues(refusal, event.date, desk.calendar, booking)
    there, calendar = _numbered(booking, vacated(desk.calendar, booking), event.date)
    by_staff = event.actor.kind == "staff"
    if by_staff:
        there = there.changed(actor="staff", updated_at=desk.now)
    else:
        there = settled(there, "pending", event.actor.kind, desk.now).changed(confirmed_at=None, confirmed_by=None)
    there = with_note(there, event)
    says: Phrase = "moved_by_us" if by_staff else "moved"
    result = changed(says, Update(there, booking.status), calendar, also=(booking.date,))
    return noted(moved_from(result, booking), event)


def _meant_day(event: BookingRequested, calendar: Calendar) -> date | None:
    """The date wished for; where none is, or any from one on, the first that has a number left."""
    if event.date is not None and not event.earliest:
        return event.date
    start = event.date or calendar.today
    return next((day for day in calendar.days if day >= start and _why_not(day, calendar) is None), None)


def _why_not(day: date, calendar: Calendar) -> Phrase | None:
    """Why no number is to be had on that date; None when one is."""
    if day < calendar.today:
        return "day_past"
    if day > calendar.last:
        return "day_too_far"
    if not calendar.week.stretches(day):
        return "closed_day"
    if tokens.open_minutes_left(calendar.week, day, calendar.now) <= 0:
        return "tokens_over"
    room = tokens.room(calendar.ledger(day), calendar.config, calendar.week, calendar.now)
    return None if room > 0 else "tokens_gone"


def _already(desk: Desk, day: date) -> Booking | None:
    """The customer's number on that date: one a day is enough."""
    return next((one for one in desk.upcoming if one.date == day and one.token_number is not None), None)


def _standing(booking: Booking) -> Refused:
    says: dict[str, Phrase] = {"pending": "already_requested", "confirmed": "already_confirmed"}
    return Refused(says.get(booking.status, "settled"), booking)


def _next_number(calendar: Calendar, day: date) -> Outlook:
    queue = calendar.ledger(day)
    return tokens.outlook(queue, "", queue.last_token + 1, calendar.config, calendar.week, calendar.now)


def _queues(says: Phrase, day: date, calendar: Calendar, moving: Booking | None = None) -> Queues:
    """The dates from that one on that have a number left."""
    left = (one for one in calendar.days if one >= day and _why_not(one, calendar) is None)
    outlooks = tuple(_next_number(calendar, one) for one in left if moving is None or one != moving.date)
    if says == "tokens_days" and not outlooks:
        says = "nothing_free"
    return Queues(says, day, outlooks[:OFFERED_MAX], moving=moving)


def _numbered(booking: Booking, calendar: Calendar, day: date) -> tuple[Booking, Calendar]:
    """The booking under that date's next number, and the queue with it."""
    queue = tokens.give(calendar.ledger(day), booking.booking_id)
    calendar = calendar.with_ledger(queue)
    at = tokens.outlook(queue, booking.booking_id, queue.last_token, calendar.config, calendar.week, calendar.now).at
    there = booking.changed(
        date=day, time_slot=None, token_number=queue.last_token, starts_at=at, ends_at=calendar.week.closing(day)
    )
    return there, calendar


def _told(result: Changed, calendar: Calendar) -> Changed:
    booking = result.booking
    queue = calendar.ledger(booking.date)
    number = booking.token_number or 0
    look = tokens.outlook(queue, booking.booking_id, number, calendar.config, calendar.week, calendar.now)
    return replace(result, outlook=look)
