"""Opening hours as a person writes them: "mon-fri 09:00-17:00 break 13:00-14:00". Pure.

hours = days span ["break" span]
days  = day or day-day, several separated by commas     mon    mon-fri    mon,wed,fri    fri-mon (over the weekend)
span  = HH:MM-HH:MM                                      24:00 is midnight at the day's end
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
GRAMMAR = 'Write it like "mon-fri 09:00-17:00 break 13:00-14:00" or "sat,sun 10:00-14:00".'
DAY_MINUTES = 24 * 60

_LINE = re.compile(
    r"(?P<days>[^\d:]+?)\s+(?P<open>[\d:]+\s*-\s*[\d:]+)(?:\s+break\s+(?P<pause>[\d:]+\s*-\s*[\d:]+))?", re.I
)
_TIME = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


class Unclear(ValueError):
    """Opening hours that cannot be read. The message says what is wrong and what they look like."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"{problem} {GRAMMAR}")


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to a later one, in minutes from midnight."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{_time(self.start)}-{_time(self.end)}"


@dataclass(frozen=True, slots=True)
class Hours:
    """Some weekdays that are open at the same times."""

    days: tuple[str, ...]
    open: Span
    pause: Span | None = None

    def __str__(self) -> str:
        pause = f" break {self.pause}" if self.pause else ""
        return f"{','.join(day[:3] for day in self.days)} {self.open}{pause}"


def hours_of(text: str) -> Hours:
    """Read one `--open`. Raises Unclear."""
    found = _LINE.fullmatch(text.strip())
    if found is None:
        raise Unclear(f"{text!r} is not opening hours.")
    hours = Hours(tuple(_days(found["days"])), _span(found["open"]), _span(found["pause"]) if found["pause"] else None)
    if hours.pause and not hours.open.start <= hours.pause.start < hours.pause.end <= hours.open.end:
        raise Unclear(f"The break {hours.pause} does not lie within {hours.open}.")
    return hours


def week_of(given: Iterable[Hours]) -> list[dict[str, Any]]:
    """All seven days as the schedule's setting has them: those not named are closed. Raises Unclear for a day that is
    named twice."""
    by_day: dict[str, Hours] = {}
    for hours in given:
        for day in hours.days:
            if day in by_day:
                raise Unclear(f"{day.capitalize()} is named twice.")
            by_day[day] = hours
    return [_day(name, by_day.get(name)) for name in DAYS]


def _day(name: str, hours: Hours | None) -> dict[str, Any]:
    if hours is None:
        return {"dayName": name, "enabled": False}
    return {
        "dayName": name,
        "enabled": True,
        "startTime": _time(hours.open.start),
        "endTime": _time(hours.open.end),
        "breakStart": _time(hours.pause.start) if hours.pause else None,
        "breakEnd": _time(hours.pause.end) if hours.pause else None,
    }


def _days(text: str) -> Iterator[str]:
    seen: set[str] = set()
    for part in re.split(r"\s*,\s*", text.strip()):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        start = _weekday(first)
        length = (_weekday(last) - start) % 7 if dash else 0
        for step in range(length + 1):
            name = DAYS[(start + step) % 7]
            if name in seen:
                raise Unclear(f"{name.capitalize()} is named twice.")
            seen.add(name)
            yield name


def _weekday(text: str) -> int:
    """The place in the week of "mon", "Monday" and what lies between."""
    word = text.lower()
    fitting = [place for place, name in enumerate(DAYS) if len(word) >= 3 and name.startswith(word)]
    if not fitting:
        raise Unclear(f"{text!r} is not a weekday.")
    return fitting[0]


def _span(text: str) -> Span:
    start, _, end = text.partition("-")
    span = Span(_minutes(start.strip()), _minutes(end.strip()))
    if span.start >= span.end:
        raise Unclear(f"{span} ends before it begins.")
    return span


def _minutes(text: str) -> int:
    found = _TIME.fullmatch(text)
    minutes = int(found[1]) * 60 + int(found[2]) if found and int(found[2]) < 60 else DAY_MINUTES + 1
    if minutes > DAY_MINUTES:
        raise Unclear(f"{text!r} is not a time of day.")
    return minutes


def _time(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
