"""Arithmetic of days: the nearest date ahead that fits what was said. Pure; no clock of its own."""

from calendar import monthrange
from datetime import date, timedelta


def weekday_ahead(today: date, weekday: int, weeks: int = 0) -> date:
    """The next such weekday, today included (0 weeks), or the one in the calendar week that many weeks on."""
    if weeks == 0:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * weeks + weekday)


def day_ahead(today: date, day: int) -> date | None:
    """The next date with that day of the month, today included; None for a day that no month has."""
    if not 1 <= day <= 31:
        return None
    for months in range(3):  # of three months in a row one has 31 days
        month = months_on(today.replace(day=1), months)
        if (months or day >= today.day) and day <= monthrange(month.year, month.month)[1]:
            return month.replace(day=day)
    return None


def in_month(today: date, months: int, day: int) -> date | None:
    """That day of the month so many months on (0: this month), or None if that month lacks it."""
    return make(*_year_month(months_on(today.replace(day=1), months)), day)


def month_day_ahead(today: date, month: int, day: int) -> date | None:
    """That day this year, or next year once it has passed. 29 February waits for a leap year."""
    for year in range(today.year, today.year + 9):
        found = make(year, month, day)
        if found and found >= today:
            return found
    return None


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none. Two-digit years are of this century."""
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month
