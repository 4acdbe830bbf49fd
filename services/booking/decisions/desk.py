"""What a decision knows, and the ways in which it changes a calendar."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from libs.common.entities import Booking
from libs.common.events import BookingRequested
from libs.common.events.booking import BookingStatus
from services.booking import ledger, tokens
from services.booking.availability import Calendar
from services.booking.decisions.results import Changed, Update
from services.booking.hours import Place, minutes_of
from services.booking.wording.phrases import Phrase

HOLD_MINUTES = 10
"""How long a draft keeps its place while its customer is asked."""

DETAIL_MAX = 500
"""Characters of a name, a phone number or a reason that are kept: they are what a customer typed."""


@dataclass(frozen=True)
class Desk:
    """The calendar, the booking that the request names, and what its customer has that is not settled, by time.

    `held` is None also where the booking is somebody else's: to the asker it does not exist.
    """

    calendar: Calendar
    held: Booking | None
    theirs: tuple[Booking, ...] = ()
    queue: tuple[Booking, ...] = ()  # whose number is being served, and whose is next

    @property
    def now(self) -> datetime:
        return self.calendar.now

    @property
    def upcoming(self) -> tuple[Booking, ...]:
        """The customer's bookings that they know of and whose time is not over."""
        known = (one for one in self.theirs if one.status != "draft")
        return tuple(one for one in known if not over(one, self.now))


def over(booking: Booking, now: datetime) -> bool:
    """Whether its time has gone by."""
    return booking.ends_at is not None and booking.ends_at <= now


def place_of(booking: Booking) -> Place | None:
    """The minutes that a slot booking is for; None for a token."""
    if booking.time_slot is None or booking.starts_at is None or booking.ends_at is None:
        return None
    start = minutes_of(booking.time_slot)
    return Place(booking.date, start, start + (booking.ends_at - booking.starts_at) // timedelta(minutes=1))


def without_drafts(desk: Desk, *, keep: str = "") -> tuple[Calendar, tuple[Update, ...]]:
    """The calendar once the customer's drafts have given their places back: a new draft takes the old one's stead."""
    calendar, dropped = desk.calendar, list[Update]()
    for draft in desk.theirs:
        if draft.status == "draft" and draft.booking_id != keep:
            calendar = calendar.with_ledger(ledger.free(calendar.ledger(draft.date), draft.booking_id))
            dropped.append(Update(settled(draft, "expired", "desk", desk.now), draft.status))
    return calendar, tuple(dropped)


def settled(booking: Booking, status: BookingStatus, by: str, now: datetime) -> Booking:
    """The booking under another status; a hold ends with the status that had it."""
    return booking.changed(status=status, held_until=None, actor=by, updated_at=now)


def put(
    booking: Booking,
    place: Place,
    calendar: Calendar,
    *,
    status: BookingStatus,
    by: str,
) -> tuple[Booking, Calendar] | None:
    """The booking at a place, under a status, with the ledgers that say so; None when the place is not free.

    What it held before is freed, on whichever date that was. A draft's hold is renewed.
    """
    held_until = calendar.now + timedelta(minutes=HOLD_MINUTES) if status == "draft" else None
    calendar = calendar if booking.date == place.date and booking.time_slot else vacated(calendar, booking)
    taken = ledger.take(calendar.ledger(place.date), place, booking.booking_id, calendar.now, expires=held_until)
    if taken is None:
        return None
    calendar = calendar.with_ledger(taken)
    starts_at, ends_at = calendar.week.spans(place)
    there = booking.changed(
        date=place.date, time_slot=place.time, token_number=None, starts_at=starts_at, ends_at=ends_at,
        status=status, held_until=held_until, actor=by, updated_at=calendar.now,
    )  # fmt: skip
    return there, calendar


def vacated(calendar: Calendar, booking: Booking) -> Calendar:
    """The calendar once the booking has given up its place, or its number."""
    day = calendar.ledger(booking.date)
    leave = ledger.free if booking.token_number is None else tokens.give_back
    return calendar.with_ledger(leave(day, booking.booking_id))


def changed(
    says: Phrase, update: Update, calendar: Calendar, *, also: tuple[date, ...] = (), dropped: tuple[Update, ...] = ()
) -> Changed:
    """The result, with every ledger that the change touched: the booking's date, `also`, and the dropped drafts'."""
    dates = {update.booking.date, *also, *(one.booking.date for one in dropped)}
    days = tuple(ledger.swept(calendar.ledger(day), calendar.now) for day in sorted(dates))
    return Changed(says, update, days, dropped)


def details(booking: Booking, event: BookingRequested) -> Booking:
    """The booking with what the request says about its customer; what is left out stays."""
    said = {name: getattr(event, name)[:DETAIL_MAX] for name in ("phone", "name", "reason")}
    return booking.changed(**{name: value for name, value in said.items() if value}, language=event.language)


def moved_from(result: Changed, before: Booking) -> Changed:
    """The same result, told as a move."""
    return replace(result, before=before)


def with_note(booking: Booking, event: BookingRequested) -> Booking:
    """The booking with what staff wrote on it; a customer's request leaves that alone."""
    if event.actor.kind != "staff" or not event.note:
        return booking
    return booking.changed(staff_note=event.note[:DETAIL_MAX])


def noted(result: Changed, event: BookingRequested) -> Changed:
    """The same result, told with what staff want its customer to read."""
    return replace(result, note=event.note[:DETAIL_MAX]) if event.actor.kind == "staff" else result
