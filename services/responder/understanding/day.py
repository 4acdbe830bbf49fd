"""One day as named by a customer, and what the rules need to know to tell which."""

from dataclasses import dataclass
from datetime import date, datetime

from .understood import Asked, DayOrder

_FAR = 366 * 3  # days ahead beyond which a number is not an appointment


@dataclass(frozen=True, slots=True)
class Day:
    """One day someone named. `day` is None for words that name a time but no bookable day ("last week")."""

    day: date | None
    at: datetime | None = None  # exact, for "in 30 minutes"
    part: str | None = None  # morning, afternoon, evening or night said in the same word: "tonight"
    loose: bool = False  # a period, of which this is the first day
    weekday: bool = False  # a weekday: gives way to a day of the month beside it, and recurs weekly
    every_days: int = 0  # if the time on that day has passed, so many days later is meant


@dataclass(frozen=True, slots=True)
class Now:
    """What the rules need to know besides the words."""

    moment: datetime  # in the owner's timezone
    order: DayOrder
    asked: Asked | None

    @property
    def today(self) -> date:
        return self.moment.date()


def ahead(day: date | None, now: Now) -> Day | None:
    """A day that was said in full: kept as nothing bookable if it is past."""
    if day is None:
        return None
    return Day(day if day >= now.today and (day - now.today).days <= _FAR else None)
