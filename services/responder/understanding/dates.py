"""The grammar of days: weekdays, days of the month, relative days, spans and periods."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from . import days
from .grammar import Found, Placed, Rule, scan
from .symbols import Sentence
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


def find_days(sentence: Sentence, letters: str, now: Now) -> tuple[list[Placed[Day]], str]:
    """Every day named in a sentence, in order, and the letters that are left to read."""
    rules = [*_RULES, *(_ASKED_RULES if now.asked == "date" else ())]
    if sentence.lexicon.table.article_dates:
        rules.append(_ARTICLE_RULE)
    return scan(rules, sentence, letters, now)


def _ahead(day: date | None, now: Now) -> Day | None:
    """A day that was said in full: kept as nothing bookable if it is past."""
    if day is None:
        return None
    return Day(day if day >= now.today and (day - now.today).days <= _FAR else None)


def _year_first(found: Found, now: Now) -> Day | None:
    return _ahead(days.make(found.number("y") or 0, found.number("m") or 0, found.number("d") or 0), now)


def _numeric(found: Found, now: Now) -> Day | None:
    """ "12/03", "12.03.", "3/12/2026" in the owner's order, or the other order where only that is a date."""
    first, second, year = found.number("a") or 0, found.number("b") or 0, found.number("y")
    if found.match.group("mark") == "l" and (first, second) == (24, 7):
        return None
    pairs = [(first, second), (second, first)]
    for day, month in pairs if now.order == "dmy" else reversed(pairs):
        made = days.make(year, month, day) if year is not None else days.month_day_ahead(now.today, month, day)
        if made:
            return _ahead(made, now)
    return None


def _hyphened(found: Found, now: Now) -> Day | None:
    """ "12-03" is a date only if it cannot be read as two hours."""
    second = found.symbol("b")
    return _numeric(found, now) if second and second.text.startswith("0") else None


def _month_day(found: Found, now: Now) -> Day | None:
    day, month, year = found.number("day") or 0, found.number("month") or 0, found.number("year")
    if year is not None:
        return _ahead(days.make(year, month, day), now)
    return _ahead(days.month_day_ahead(now.today, month, day), now)


def _month_number(found: Found, now: Now) -> Day | None:
    """ "December five"; of a month that is also a verb only numbers that verbs seldom take ("may twenty")."""
    clear = found.match.group("month") == "M" or (found.number("day") or 0) > 12
    return _month_day(found, now) if clear else None


def _day_of_month(found: Found, now: Now) -> Day | None:
    """ "The 11th of this month", "the 3rd of next month"."""
    if found.word("unit") != "month":
        return None
    months = {"X": 1, "L": -1}.get(found.match.group("which") or "V", 0)
    return _ahead(days.in_month(now.today, months, found.number("day") or 0), now)


def _weekday(found: Found, now: Now) -> Day | None:
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


def _weekday_and_day(found: Found, now: Now) -> Day | None:
    """ "Friday the 13th": the next month in which they agree. "Friday 10" is the tenth only if that is near."""
    weekday, day = found.number("weekday") or 0, found.number("day") or 0
    near = found.match.group("day") == "N" and day <= 24
    for months in range(2 if near else 14):
        made = days.in_month(now.today, months, day)
        if made and made >= now.today and made.weekday() == weekday:
            return Day(made)
    return None


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


def _relative(found: Found, now: Now) -> Day:
    offset, _, part = (found.word("day") or "0").partition(" ")
    if offset == "week":
        return Day(days.weekday_ahead(now.today, 0, weeks=1), loose=True)
    if ":" in offset:  # a holiday
        return Day(days.month_day_ahead(now.today, *map(int, offset.split(":"))))
    if int(offset) < 0:
        return Day(None)
    return Day(now.today + timedelta(days=int(offset)), part=part or None)


_PART_ENDS = {"morning": 12, "afternoon": 18}  # the hour from which "this morning" is past


def _this_part(found: Found, now: Now) -> Day:
    part = found.word("part")
    return Day(now.today if now.moment.hour < _PART_ENDS.get(part or "", 24) else None, part=part)


def _span(found: Found, now: Now) -> Day | None:
    """ "In two weeks", "in half an hour", "three days from now", "a week from Friday"."""
    unit = found.word("unit")
    count: float = 0.5 if found.match.groupdict().get("half") else found.number("count") or 1
    base = now.moment
    if found.symbol("base"):
        day = _weekday(found, now) if found.number("day") is not None else None
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


def _after(base: datetime, count: float, unit: str | None, now: Now) -> Day | None:
    if unit in ("minute", "hour"):
        at = base + timedelta(minutes=count * (60 if unit == "hour" else 1))
        return Day(at.date(), at=at.replace(second=0, microsecond=0)) if count <= 72 * 60 else None
    if unit in ("month", "year"):
        return _ahead(days.months_on(base.date(), round(count * (12 if unit == "year" else 1))), now)
    return _ahead(base.date() + timedelta(days=round(count * _DAYS_IN[unit or "day"])), now)


def _past(found: Found, now: Now) -> Day:
    return Day(None)


def _period(found: Found, now: Now) -> Day | None:
    """ "Next week", "this month": the first day of it that is not past."""
    ahead = "X" in (found.match.groupdict().get("mark"), found.match.groupdict().get("mark2"))
    unit = found.word("unit")
    if unit == "week":
        return Day(days.weekday_ahead(now.today, 0, weeks=1) if ahead else now.today, loose=True)
    if unit == "month":
        return Day(days.months_on(now.today.replace(day=1), 1) if ahead else now.today, loose=True)
    return Day(now.today + timedelta(days=1)) if unit == "day" and ahead else None


def _weekend(found: Found, now: Now) -> Day | None:
    """The weekend ahead: its Saturday, or today while it lasts. "Next weekend" is the one after this week's."""
    if found.match.group("mark") == "L":
        return Day(None)
    if found.match.group("mark") == "X" or found.match.group("mark2") == "X":
        return Day(days.weekday_ahead(now.today, 5, weeks=1), loose=True)
    today = now.today
    return Day(today if today.weekday() >= 5 else days.weekday_ahead(today, 5), loose=True)


def _bare_month(found: Found, now: Now) -> Day | None:
    """ "In November": its first day ahead."""
    month = found.number("month") or 0
    if month == now.today.month:
        return Day(now.today, loose=True)
    return Day(days.month_day_ahead(now.today, month, 1), loose=True)


def _ordinal(found: Found, now: Now) -> Day | None:
    """ "The 7th": a day of the month unless a thing follows ("the 7th floor", "the second one")."""
    alone = not found.before.strip("fzj") and not found.after.strip("fzji")
    introduced = any(letter in "dqpbsTBvr=j" for letter in found.match.group("lead")) or found.after[:1] == "t"
    if not (alone or introduced):
        return None
    return Day(days.day_ahead(now.today, found.number("day") or 0))


def _day_number(found: Found, now: Now) -> Day | None:
    day = days.day_ahead(now.today, found.number("day") or 0)
    return Day(day) if day else None


def _rule(pattern: str, make: Callable[[Found, Now], Day | None]) -> Rule[Now, Day]:
    return Rule(re.compile(pattern), make)


_NOT_A_THING = r"(?![uUn$cCA9NJ])"  # what follows a day of the month is no content word, unit or clock
_COUNT = r"(?P<count>[NnaJ])"

_RULES = [
    _rule(r"(?P<y>Y)([hli])(?P<m>N)\2(?P<d>N)", _year_first),
    _rule(r"(?P<a>N)(?P<mark>[hli])(?P<b>N)(?P=mark)(?P<y>[YN])(?![lh][NJY])", _numeric),
    _rule(r"(?<![c$])d?(?P<day>[NOo])[ilh]?e{0,2}d?(?P<month>[Mm])[ilh]?(?:[je]{0,2}(?P<year>Y))?", _month_day),
    _rule(r"d?(?P<day>n)e?d?(?P<month>M)(?:[je]{0,2}(?P<year>Y))?", _month_day),
    _rule(r"d?(?P<day>[Oo])Ue(?P<month>[Mm])", _month_day),
    _rule(r"(?P<month>[Mm])(?:[ilh]|jd?)?d?(?P<day>[NOo])(?![cCAU]|iN)(?:[jh]?(?P<year>Y))?", _month_day),
    _rule(r"(?P<month>[Mm])d?(?P<day>n)(?![CAU])", _month_number),
    _rule(r"d?y?(?P<day>[NOo])(?:Ue)?e{0,2}d?(?P<which>[VXL])(?P<unit>U)", _day_of_month),
    _rule(r"d?y?(?P<day>[NOo])ed?(?P<unit>U)(?P<which>X)?", _day_of_month),
    _rule(r"(?<![NlJYi])(?P<a>N)(?P<mark>l)(?P<b>N)(?![lU]|iN)", _numeric),
    _rule(r"(?:(?<=q)|(?<=qd))(?P<a>N)(?P<mark>i)(?P<b>N)i?(?![CAN])", _numeric),
    _rule(r"(?<!N)(?P<a>N)(?P<mark>i)(?P<b>N)i(?!N)", _numeric),
    _rule(r"(?<![NhJY])(?P<a>N)(?P<mark>h)(?P<b>N)(?![hNUcA])", _hyphened),
    _rule(rf"{_COUNT}(?P<unit>[U9])[sq]d?(?P<base>(?P<before>[XV])?(?P<day>[Ww]))(?P<after>)(?P<week>)", _span),
    _rule(rf"{_COUNT}(?P<unit>[U9])[sq](?P<base>R)", _span),
    _rule(r"[XV]?(?P<weekday>[Ww])[jdq]{0,2}y?(?P<day>[Oo])(?![uUn])", _weekday_and_day),
    _rule(r"(?P<weekday>[Ww])[jdq]{0,2}y?(?P<day>N)(?![uUn$cCA9NJFkoZP]|[ih]N)", _weekday_and_day),
    _rule(r"(?P<before>[XV])U[qj]?(?P<day>[Ww])", _weekday),
    _rule(r"d?(?P<before>[XVL])?(?P<day>[Ww])(?:[ed]{0,2}(?P<week>[XVL])U|(?P<after>[XVL])(?![UWP]))?", _weekday),
    _rule(r"(?P<day>[Ww])[ed]{0,2}U(?P<after>X)(?P<before>)(?P<week>)", _weekday),
    _rule(r"(?P<day>R)", _relative),
    _rule(r"V(?P<part>P)", _this_part),
    _rule(r"L[NnJ]?[UP]|UL|[NnaJ][U9t]G|G[NnaJ][U9t]", _past),
    _rule(r"I(?P<half>F)a?e?(?P<unit>[U9])", _span),
    _rule(r"(?P<half>F)a?e?(?P<unit>[U9])E", _span),
    _rule(rf"[Is]{_COUNT}(?P<unit>[U9t])(?!G)", _span),
    _rule(rf"{_COUNT}(?P<unit>[U9t])E", _span),
    _rule(r"(?P<mark>[XV])(?P<unit>U)", _period),
    _rule(r"(?P<unit>U)(?P<mark2>X)", _period),
    _rule(r"(?P<mark>[XVL])?d?(?P<unit>D)(?P<mark2>X)?", _weekend),
    _rule(r"(?:(?<=[IVXpsb])|(?<=Id))(?P<month>M)(?![NnOY])", _bare_month),
    _rule(rf"(?P<lead>[dqptbsTBvr=j]*)(?P<day>O){_NOT_A_THING}", _ordinal),
    _rule(rf"(?:qd|(?<=[qpbs])d|[yq])(?P<day>[oO]){_NOT_A_THING}", _day_number),
    _rule(rf"d?y(?P<day>[NnOo]){_NOT_A_THING}", _day_number),
    _rule(r"(?P<day>[NO])y", _day_number),
    _rule(r"[qd](?P<day>N)i(?!N)", _day_number),
]
_ASKED_RULES = [_rule(r"^[fzjdqptvk]*(?P<day>[NnOo])(?=[fzjipd]*$)", _day_number)]
_ARTICLE_RULE = _rule(r"(?:^|(?<![BbsutvC]))q?d(?P<day>N)(?![uUn$cCA9NJFkoZ]|[ih]N)", _day_number)
