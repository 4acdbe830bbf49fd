"""A wish about when: the free place that it means, or the places that are offered instead."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from libs.common.entities import Booking
from libs.common.events import BookingRequested
from services.booking.availability import ALL_DAY, PARTS, WINDOW_DAYS, Calendar, Span
from services.booking.decisions.results import Later, Offered
from services.booking.hours import DAY_MINUTES, Place, minutes_of
from services.booking.wording.phrases import Phrase

OFFERED_MAX = 9
"""Places in one list: WhatsApp's ten rows, less the one that leads on."""


@dataclass(frozen=True)
class Wish:
    """When, as far as the customer said. `exact`: a start is named, not a range."""

    day: date | None
    time: str | None
    span: Span
    exact: bool
    onwards: bool  # from that day on, not that day alone

    @property
    def start(self) -> int:
        return minutes_of(self.time) if self.time else 0


def wish_of(event: BookingRequested) -> Wish:
    """Read the request's date, time, range and part of day. Raises ValueError for no time (see `readable`)."""
    at_least, below = PARTS.get(event.part or "", (0, DAY_MINUTES))
    if event.time is not None:
        at_least, below = minutes_of(event.time), DAY_MINUTES
    if event.until is not None:
        below = minutes_of(event.until)
    exact = event.act != "show" and event.time is not None and event.until is None
    return Wish(event.date, event.time, Span(at_least, below), exact, event.earliest)


def at(day: date, time: str) -> Wish:
    """That place and no other."""
    return Wish(day, time, ALL_DAY, exact=True, onwards=False)


def find(wish: Wish, calendar: Calendar, *, allocate: bool, moving: Booking | None = None) -> Place | Offered:
    """The free place that the wish means. Where it names none, `allocate` gives the earliest that fits; else, and
    where what it names cannot be had, places are offered."""
    if wish.exact and wish.day:
        return _at(wish, wish.day, calendar, moving)
    offered = offers(wish, calendar, moving)
    if allocate and offered.says in ("free_on", "free_next"):
        return offered.places[0]
    return offered


def offers(wish: Wish, calendar: Calendar, moving: Booking | None = None) -> Offered:
    """What is free on the wished date, or from it on; a start without a date is looked for on every date."""
    if wish.exact:
        wish = Wish(wish.day, wish.time, Span(wish.start, wish.start + 1), exact=False, onwards=True)
    if wish.day is not None and not wish.onwards:
        return _on(wish, wish.day, calendar, moving)
    return _from(wish, calendar, moving)


def nearest_to(place: Place, says: Phrase, calendar: Calendar, moving: Booking | None = None) -> Offered:
    """Why the place cannot be had, and the free ones closest to it."""
    but_for = moving.booking_id if moving else ""
    near = calendar.nearest(place.date, place.start, OFFERED_MAX, but_for=but_for)
    return Offered(says, tuple(near), wanted=place, day=place.date, moving=moving)


def _at(wish: Wish, day: date, calendar: Calendar, moving: Booking | None) -> Place | Offered:
    place = calendar.place_at(day, wish.time or "")
    if isinstance(place, Place):
        if calendar.is_free(place, but_for=moving.booking_id if moving else ""):
            return place
        return nearest_to(place, "taken", calendar, moving)
    wanted = Place(day, wish.start, wish.start + calendar.week.slot_minutes)
    return nearest_to(wanted, place, calendar, moving)


def _on(wish: Wish, day: date, calendar: Calendar, moving: Booking | None) -> Offered:
    """What is free on one date."""
    but_for = moving.booking_id if moving else ""
    free = list(islice(calendar.free_on(day, wish.span, but_for=but_for), OFFERED_MAX + 1))
    if not free:
        return _instead_of(day, calendar, moving)
    later = Later(day, free[-1].time) if len(free) > OFFERED_MAX else _after(day + timedelta(days=1), calendar)
    return Offered("free_on", tuple(free[:OFFERED_MAX]), day=day, later=later, moving=moving)


def _instead_of(day: date, calendar: Calendar, moving: Booking | None) -> Offered:
    """Nothing fits on that date: say why, and what is free after it."""
    if day > calendar.last:
        return Offered("day_too_far", (), day=day, moving=moving)
    says: Phrase = "full_day" if calendar.week.places(day) else "closed_day"
    if day < calendar.today:
        says = "day_past"
    next_free = _from(Wish(day, None, ALL_DAY, exact=False, onwards=True), calendar, moving)
    return Offered(says, next_free.places, day=day, later=next_free.later, moving=moving)


def _from(wish: Wish, calendar: Calendar, moving: Booking | None) -> Offered:
    """What is free from a date on, over as many dates as were read."""
    day = max(calendar.today, wish.day or calendar.today)
    if day > calendar.last:
        return Offered("day_too_far", (), day=day, moving=moving)
    but_for = moving.booking_id if moving else ""
    free = calendar.free_from(day, wish.span, OFFERED_MAX + 1, but_for=but_for)
    if not free:
        return _nothing_from(wish, day, calendar, moving)
    later = Later(free[-1].date, free[-1].time) if len(free) > OFFERED_MAX else None
    return Offered("free_next", tuple(free[:OFFERED_MAX]), day=day, later=later, moving=moving)


def _nothing_from(wish: Wish, day: date, calendar: Calendar, moving: Booking | None) -> Offered:
    later = _after(day + timedelta(days=WINDOW_DAYS), calendar)
    if wish.span == ALL_DAY:
        return Offered("nothing_free", (), day=day, later=later, moving=moving)
    other = _from(Wish(day, None, ALL_DAY, exact=False, onwards=True), calendar, moving)
    return Offered(
        "nothing_then" if other.places else "nothing_free", other.places, day=day, later=other.later or later
    )


def _after(day: date, calendar: Calendar) -> Later | None:
    return Later(day) if day <= calendar.last else None
