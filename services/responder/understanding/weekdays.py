"""Weekdays: alone, with next or last, with a day of the month, and counted within a month."""

from datetime import timedelta

from . import days
from .day import Day, Now, ahead
from .grammar import Found


def weekday(found: Found, now: Now) -> Day | None:
    """A weekday, alone or with next, this, last or a week ("Tuesday next week")."""
    weekday = found.number("day")
    if weekday is None or (found.match.group("day") == "w" and not _supported(found)):
        return None
    marks = {found.match.groupdict().get(name) for name in ("before", "after", "week")} - {None}
    if "L" in marks:
        return Day(None)
    if "X" in marks:
        return Day(days.weekday_ahead(now.today, weekday, weeks=1), weekday=True)
    day = days.weekday_ahead(now.today, weekday)
    return Day(day, weekday=True, every_days=7)


def weekday_and_day(found: Found, now: Now) -> Day | None:
    """Such as "Friday the 13th": the next month in which they agree. "Friday 10" is the tenth only if that is near."""
    weekday, day = found.number("weekday") or 0, found.number("day") or 0
    near = found.match.group("day") == "N" and day <= 12
    for months in range(2 if near else 14):
        made = days.in_month(now.today, months, day)
        if made and made >= now.today and made.weekday() == weekday:
            return Day(made)
    return None


def weekday_of_month(found: Found, now: Now) -> Day | None:
    """Such as "The last Friday of this month", "the first Monday of April"."""
    first = now.today.replace(day=1)
    if month := found.number("month"):
        first = days.month_day_ahead(first, month, 1) or first
    elif found.word("unit") == "month":
        first = days.months_on(first, 1) if found.match.group("which") == "X" else first
    else:
        return None
    nth = found.number("nth")
    start = first if nth else days.months_on(first, 1) - timedelta(days=7)
    day = start + timedelta(days=((found.number("weekday") or 0) - start.weekday()) % 7 + 7 * ((nth or 1) - 1))
    return ahead(day, now) if day.month == first.month else None


def _supported(found: Found) -> bool:
    """Whether a word like "sat" or "wed" stands where a weekday would."""
    if found.match.group().startswith("d") and found.before[-1:] != "q":
        return False
    if any(found.match.groupdict().get(name) for name in ("before", "after", "week")):
        return True
    before = found.before
    if before and before[-1] in "qXVbspvTBrtRk=":
        return True
    return (not before or before[-1] in "jzi") and _has_company(found.after)


def _has_company(after: str) -> bool:
    """Whether a number, a time or nothing at all follows."""
    return after[:1] in ("N", "O", "t", "P", "=") or not after.strip("zj")
