"""Spans and periods: "in two weeks", "three days from now", "next month", "this weekend"."""

from datetime import date, datetime, timedelta

from . import days
from .day import Day, Now, ahead
from .grammar import Found
from .weekdays import weekday


def span(found: Found, now: Now) -> Day | None:
    """Such as "In two weeks", "in half an hour", "three days from now", "a week from Friday"."""
    unit = "hour" if found.symbol("clock") else found.word("unit")
    if unit is None:  # the "at" of another language ("das 14 às 16"), which counts nothing
        return None
    count: float = 0.5 if found.match.groupdict().get("half") else found.number("count") or 1
    base = now.moment
    if found.symbol("base"):
        day = weekday(found, now) if found.number("day") is not None else None
        start = day.day if day else _relative_base(found, now)
        if start is None or unit not in ("day", "week", "month"):
            return None
        base = datetime.combine(start, now.moment.timetz())
    return _after(base, count, unit, now)


def _relative_base(found: Found, now: Now) -> date | None:
    word = found.word("base")
    if not word or not word[-1].isdecimal() or ":" in word:
        return None
    return now.today + timedelta(days=int(word.partition(" ")[0]))


_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}


def _after(base: datetime, count: float, unit: str, now: Now) -> Day | None:
    if unit in ("minute", "hour"):
        at = base + timedelta(minutes=count * (60 if unit == "hour" else 1))
        return Day(at.date(), at=at.replace(second=0, microsecond=0)) if count <= 72 * 60 else None
    if unit in ("month", "year"):
        return ahead(days.months_on(base.date(), round(count * (12 if unit == "year" else 1))), now)
    return ahead(base.date() + timedelta(days=round(count * _DAYS_IN[unit])), now)


def past(found: Found, now: Now) -> Day:
    """Such as "Two weeks ago", "last night": a time, but no day to book."""
    return Day(None)


def period(found: Found, now: Now) -> Day | None:
    """Such as "Next week", "this month": the first day of it that is not past."""
    ahead = "X" in (found.match.groupdict().get("mark"), found.match.groupdict().get("mark2"))
    unit = found.word("unit")
    if unit == "week":
        return Day(days.weekday_ahead(now.today, 0, weeks=1) if ahead else now.today, loose=True)
    if unit == "month":
        return Day(days.months_on(now.today.replace(day=1), 1) if ahead else now.today, loose=True)
    return Day(now.today + timedelta(days=1)) if unit == "day" and ahead else None


def weekend(found: Found, now: Now) -> Day | None:
    """The weekend ahead: its Saturday, or today while it lasts. "Next weekend" is the one after this week's."""
    if found.match.group("mark") == "L":
        return Day(None)
    if found.match.group("mark") == "X" or found.match.group("mark2") == "X":
        return Day(days.weekday_ahead(now.today, 5, weeks=1), loose=True)
    today = now.today
    return Day(today if today.weekday() >= 5 else days.weekday_ahead(today, 5), loose=True)
