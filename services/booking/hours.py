"""When the owner is open, and which places a day is cut into. Local wall-clock time, in minutes from midnight.

Daylight saving: a place whose start a clock change skips does not exist, nor one that the change makes too short;
a place that the change repeats exists once, at its first occurrence. So two places that do not overlap on the
wall clock never overlap in real time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, get_args
from zoneinfo import ZoneInfo

from libs.common.entities import ConsultantConfig, ConsultantDaySchedule
from libs.common.entities.booking import DayName

DAY_NAMES: tuple[DayName, ...] = get_args(DayName)
DAY_MINUTES = 24 * 60


def minutes_of(text: str) -> int:
    """Minutes from midnight of "HH:MM"; "24:00" is the day's end. Raises ValueError for anything else."""
    hours, separator, minutes = text.partition(":")
    digits = hours.isdecimal() and minutes.isdecimal() and text.isascii()
    if separator and digits and len(hours) == len(minutes) == 2 and int(minutes) < 60:
        total = int(hours) * 60 + int(minutes)
        if total <= DAY_MINUTES:
            return total
    raise ValueError(f"{text!r} is not a time like 09:30")


def time_of(minutes: int) -> str:
    """Minutes from midnight as "HH:MM"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


class Stretch(NamedTuple):
    """Minutes from local midnight, half open."""

    start: int
    end: int


class Place(NamedTuple):
    """One slot of a date. Places sort by time."""

    date: date
    start: int
    end: int

    @property
    def time(self) -> str:
        return time_of(self.start)


@dataclass(frozen=True)
class Week:
    """The owner's opening hours and the zone they are in. A weekday without a row is closed."""

    zone: ZoneInfo
    slot_minutes: int
    days: tuple[ConsultantDaySchedule, ...]

    @classmethod
    def of(cls, config: ConsultantConfig, days: Iterable[ConsultantDaySchedule]) -> "Week":
        """The week as it is stored."""
        return cls(ZoneInfo(config.timezone), config.slot_duration, tuple(days))

    def today(self, now: datetime) -> date:
        """The owner's date at this moment."""
        return now.astimezone(self.zone).date()

    def instant(self, day: date, minutes: int) -> datetime:
        """The moment, in UTC, of a local time; its first occurrence where a clock change repeats it."""
        wall = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
        return wall.replace(tzinfo=self.zone, fold=0).astimezone(UTC)

    def stretches(self, day: date) -> tuple[Stretch, ...]:
        """The hours of that date without the break, whatever the clocks do."""
        row = next((row for row in self.days if row.day_name == DAY_NAMES[day.weekday()]), None)
        if row is None or not row.enabled:
            return ()
        open_, close = minutes_of(row.start_time), minutes_of(row.end_time)
        if row.break_start is None or row.break_end is None:
            return (Stretch(open_, close),)
        parts = Stretch(open_, minutes_of(row.break_start)), Stretch(minutes_of(row.break_end), close)
        return tuple(part for part in parts if part.start < part.end)

    def places(self, day: date) -> Sequence[Place]:
        """The date cut into slots, each stretch from its own beginning; only those that exist."""
        step = self.slot_minutes
        return [
            place
            for stretch in self.stretches(day)
            for start in range(stretch.start, stretch.end - step + 1, step)
            if self.exists(place := Place(day, start, start + step))
        ]

    def exists(self, place: Place) -> bool:
        """Whether a clock change leaves the place its first minute, its last, and all between."""
        starts, last = (self.instant(place.date, minute) for minute in (place.start, place.end - 1))
        if not (self._reads(starts, place.date, place.start) and self._reads(last, place.date, place.end - 1)):
            return False
        return last - starts >= timedelta(minutes=place.end - 1 - place.start)

    def _reads(self, moment: datetime, day: date, minutes: int) -> bool:
        """Whether the clock on the wall shows this time at that moment; a skipped time is never shown."""
        wall = moment.astimezone(self.zone)
        return (wall.date(), wall.hour * 60 + wall.minute) == (day, minutes)

    def is_open(self, place: Place) -> bool:
        """Whether the place lies within opening hours and outside the break."""
        inside = any(part.start <= place.start and place.end <= part.end for part in self.stretches(place.date))
        return inside and self.exists(place)

    def spans(self, place: Place) -> tuple[datetime, datetime]:
        """Start and end of a place in UTC; the end is its length later, whatever the clocks do meanwhile."""
        starts = self.instant(place.date, place.start)
        return starts, starts + timedelta(minutes=place.end - place.start)

    def opening(self, day: date) -> datetime | None:
        """When that date opens, in UTC; None when it is closed."""
        stretches = self.stretches(day)
        return self.instant(day, stretches[0].start) if stretches else None

    def closing(self, day: date) -> datetime | None:
        """When that date closes, in UTC; None when it is closed."""
        stretches = self.stretches(day)
        return self.instant(day, stretches[-1].end) if stretches else None
