"""What is free: the calendar of one owner as a decision sees it, and the order in which places are offered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Literal

from libs.common.entities import BookingDay, ConsultantConfig
from services.booking import ledger
from services.booking.hours import DAY_MINUTES, Place, Week, minutes_of

WINDOW_DAYS = 14
"""How many dates are looked at for one answer."""

NEAR_DAYS = 2
"""How many dates before a wish may be offered in its stead."""

AHEAD_DAYS_MAX = 366
"""How far ahead a place may be asked for; a wish beyond is a misunderstanding more often than a plan."""

WhyNot = Literal["past", "too_far", "closed_day", "closed_time", "off_grid", "taken"]

PARTS: dict[str, tuple[int, int]] = {
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, 1440),
}
"""Parts of a day in minutes from midnight, half open."""


@dataclass(frozen=True)
class Span:
    """The part of a day that is wanted: starts at or after `at_least`, before `below`."""

    at_least: int = 0
    below: int = DAY_MINUTES

    def __contains__(self, place: Place) -> bool:
        return self.at_least <= place.start < self.below


ALL_DAY = Span()


@dataclass(frozen=True)
class Calendar:
    """One owner's settings and hours, and the ledgers that were read, at one moment.

    `days` are the dates that may be offered, in order; only what was read is.
    """

    config: ConsultantConfig
    week: Week
    now: datetime
    days: Sequence[date]
    ledgers: Mapping[date, BookingDay]

    @property
    def today(self) -> date:
        return self.week.today(self.now)

    @property
    def last(self) -> date:
        """The last date that may be booked."""
        return self.today + timedelta(days=AHEAD_DAYS_MAX)

    def ledger(self, day: date) -> BookingDay:
        """That date's ledger. Raises KeyError for a date that was not read: it is not known to be free."""
        return self.ledgers[day]

    def with_ledger(self, day: BookingDay) -> "Calendar":
        """The calendar after one date's ledger changed."""
        return replace(self, ledgers={**self.ledgers, day.date: day})

    def ahead(self, place: Place) -> bool:
        """Whether the place still lies in the future."""
        return self.week.instant(place.date, place.start) > self.now

    def is_free(self, place: Place, *, but_for: str = "") -> bool:
        """Whether the place can be had now; `but_for` is a booking whose own place counts as free."""
        return self.ahead(place) and ledger.is_free(self.ledger(place.date), place, self.now, but_for=but_for)

    def free_on(self, day: date, span: Span = ALL_DAY, *, but_for: str = "") -> Iterator[Place]:
        """The date's free places in order."""
        if not self.today <= day <= self.last:
            return
        for place in self.week.places(day):
            if place in span and self.is_free(place, but_for=but_for):
                yield place

    def free_from(self, day: date, span: Span, limit: int, *, but_for: str = "") -> list[Place]:
        """The first free places from that date on, within the dates that were read."""
        on_or_after = (one for one in self.days if one >= day)
        return list(islice((place for one in on_or_after for place in self.free_on(one, span, but_for=but_for)), limit))

    def place_at(self, day: date, time: str) -> Place | WhyNot:
        """The place that begins at a time, taken or not, or why there is none. Raises ValueError for no time."""
        start = minutes_of(time)
        if day > self.last:
            return "too_far"
        wanted = Place(day, start, start + self.week.slot_minutes)
        if day < self.today or not self.ahead(wanted):
            return "past"
        places = self.week.places(day)
        if not places:
            return "closed_day"
        if wanted in places:
            return wanted
        return "off_grid" if self.week.is_open(wanted) else "closed_time"

    def nearest(self, day: date, start: int, limit: int, *, but_for: str = "") -> list[Place]:
        """The free places closest to a local time, in the order of the clock."""
        if day > self.last:
            return []
        wish = self.week.instant(max(day, self.today), start)
        free = [place for one in self.days for place in self.free_on(one, but_for=but_for)]
        free.sort(key=lambda place: (abs(self.week.instant(place.date, place.start) - wish), place))
        return sorted(free[:limit])


def window(day: date, week: Week, today: date, *, before: int = 0) -> Sequence[date]:
    """The open dates that are looked at for an answer about one: from `before` days earlier, never in the past."""
    last = today + timedelta(days=AHEAD_DAYS_MAX)
    first = max(today, min(day, last) - timedelta(days=before)) if day > today else today
    dates = (first + timedelta(days=ahead) for ahead in range(WINDOW_DAYS))
    return [one for one in dates if one <= last and week.stretches(one)]
