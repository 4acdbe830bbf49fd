"""The grammar of days: weekdays, days of the month, relative days, spans and periods."""

import re
from collections.abc import Callable
from datetime import timedelta

from . import days
from .day import Day, Now, ahead
from .grammar import DAY_READ, Found, Placed, Rule, scan
from .spans import past, period, span, weekend
from .symbols import Sentence
from .weekdays import weekday, weekday_and_day, weekday_of_month


def find_days(sentence: Sentence, letters: str, now: Now) -> tuple[list[Placed[Day]], str]:
    """Every day named in a sentence, in order, and the letters that are left to read."""
    rules = [*_RULES, *(_ASKED_RULES if now.asked == "date" else ())]
    if sentence.lexicon.table.article_dates:
        rules.append(_ARTICLE_RULE)
    return scan(rules, sentence, letters, now, DAY_READ)


def _year_first(found: Found, now: Now) -> Day | None:
    return ahead(days.make(found.number("y") or 0, found.number("m") or 0, found.number("d") or 0), now)


def _numeric(found: Found, now: Now) -> Day | None:
    """Such as "12/03", "12.03.", "3/12/2026" in the owner's order, or the other order where only that is a date."""
    first, second, year = found.number("a") or 0, found.number("b") or 0, found.number("y")
    if found.match.group("mark") == "l" and (first, second) == (24, 7):
        return None
    pairs = [(first, second), (second, first)]
    for day, month in pairs if now.order == "dmy" else reversed(pairs):
        made = days.make(year, month, day) if year is not None else days.month_day_ahead(now.today, month, day)
        if made:
            return ahead(made, now)
    return None


def _hyphened(found: Found, now: Now) -> Day | None:
    """Such as "12-03" is a date only if it cannot be read as two hours."""
    second = found.symbol("b")
    return _numeric(found, now) if second and second.text.startswith("0") else None


def _month_day(found: Found, now: Now) -> Day | None:
    day, month, year = found.number("day") or 0, found.number("month") or 0, found.number("year")
    if year is not None:
        return ahead(days.make(year, month, day), now)
    return ahead(days.month_day_ahead(now.today, month, day), now)


def _month_number(found: Found, now: Now) -> Day | None:
    """Such as "December five"; of a month that is also a verb only numbers that verbs seldom take ("may twenty")."""
    clear = found.match.group("month") == "M" or (found.number("day") or 0) > 12
    return _month_day(found, now) if clear else None


def _day_of_month(found: Found, now: Now) -> Day | None:
    """Such as "The 11th of this month", "the 3rd of next month"."""
    if found.word("unit") != "month":
        return None
    months = {"X": 1, "L": -1}.get(found.match.group("which") or "V", 0)
    return ahead(days.in_month(now.today, months, found.number("day") or 0), now)


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


def _bare_month(found: Found, now: Now) -> Day | None:
    """Such as "In November": its first day ahead."""
    month = found.number("month") or 0
    if month == now.today.month:
        return Day(now.today, loose=True)
    return Day(days.month_day_ahead(now.today, month, 1), loose=True)


def _ordinal(found: Found, now: Now) -> Day | None:
    """Such as "The 7th": a day of the month unless a thing follows ("the 7th floor", "the second one")."""
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
    _rule(r"(?<![NJY][hli])(?P<a>N)(?P<mark>[hli])(?P<b>N)(?P=mark)(?P<y>[YN])(?![lh][NJY])", _numeric),
    _rule(r"(?<![c$])d?(?P<day>[NOo])[ilh]?e{0,2}d?(?P<month>[Mm])[ilh]?(?:[je]{0,2}(?P<year>Y))?", _month_day),
    _rule(r"d?(?P<day>n)e?d?(?P<month>M)(?:[je]{0,2}(?P<year>Y))?", _month_day),
    _rule(r"d?(?P<day>[Oo])Ue(?P<month>[Mm])", _month_day),
    _rule(r"(?P<month>[Mm])(?:[ilh]|jd?|e)?d?(?P<day>[NOo])(?![cCAU]|iN)(?:[jh]?(?P<year>Y))?", _month_day),
    _rule(r"(?P<month>[Mm])d?(?P<day>n)(?![CAU])", _month_number),
    _rule(r"d?y?(?P<day>[NOo])(?:Ue)?e{0,2}d?(?P<which>[VXL])(?P<unit>U)", _day_of_month),
    _rule(r"d?y?(?P<day>[NOo])ed?(?P<unit>U)(?P<which>X)?", _day_of_month),
    _rule(r"(?<![NlJYi])(?P<a>N)(?P<mark>l)(?P<b>N)(?![lU]|iN)", _numeric),
    _rule(r"(?:(?<=q)|(?<=qd))(?P<a>N)(?P<mark>i)(?P<b>N)i?(?![CAN])", _numeric),
    _rule(r"(?<!N)(?P<a>N)(?P<mark>i)(?P<b>N)i(?!N)", _numeric),
    _rule(r"(?<![NhJY])(?P<a>N)(?P<mark>h)(?P<b>N)(?![hNUcA])", _hyphened),
    _rule(rf"{_COUNT}(?P<unit>[U9])[sq]d?(?P<base>(?P<before>[XV])?(?P<day>[Ww]))(?P<after>)(?P<week>)", span),
    _rule(rf"(?P<base>(?P<day>[Ww]))I{_COUNT}(?P<unit>U)", span),
    _rule(rf"{_COUNT}(?P<unit>[U9])[sq](?P<base>R)", span),
    _rule(r"d?(?:(?P<nth>[oO])|L)(?P<weekday>[Ww])e{1,2}d?(?P<which>[XV])?(?P<unit>U)", weekday_of_month),
    _rule(r"d?(?:(?P<nth>[oO])|L)(?P<weekday>[Ww])(?:[eIq]d?)?(?P<month>[Mm])", weekday_of_month),
    _rule(r"LU[qj]?[Ww]", past),
    _rule(r"[XV]?(?P<weekday>[Ww])[ijdq]{0,2}y?(?P<day>[Oo])(?![uUn])", weekday_and_day),
    _rule(r"(?P<weekday>[Ww])[ijdq]{0,2}y?(?P<day>N)(?![uUn$cCA9NJFkoZP]|[ih]N)", weekday_and_day),
    _rule(r"(?P<before>[XV])U[qj]?(?P<day>[Ww])", weekday),
    _rule(r"d?(?P<before>[XVL])?(?P<day>[Ww])(?:[ed]{0,2}(?P<week>[XVL])U|(?P<after>[XVL])(?![UWP]))?", weekday),
    _rule(r"(?P<day>[Ww])[ed]{0,2}U(?P<after>X)(?P<before>)(?P<week>)", weekday),
    _rule(r"(?P<day>R)", _relative),
    _rule(r"V(?P<part>P)", _this_part),
    _rule(r"L[NnJ]?[UP]|UL|[NnaJ][U9t]G|G[NnaJ][U9t]", past),
    _rule(r"I(?P<half>F)a?e?(?P<unit>[U9])", span),
    _rule(r"(?P<half>F)a?e?(?P<unit>[U9])E", span),
    _rule(rf"[Is]{_COUNT}f?(?P<unit>[U9t])(?!G)", span),
    _rule(rf"I{_COUNT}(?P<clock>C)(?![Nn])", span),
    _rule(rf"{_COUNT}(?P<unit>[U9t])E", span),
    _rule(r"(?P<mark>[XV])(?P<unit>U)", period),
    _rule(r"(?P<unit>U)(?P<mark2>X)", period),
    _rule(r"(?P<mark>[XVL])?d?(?P<unit>D)(?P<mark2>X)?", weekend),
    _rule(r"(?:(?<=[IVXpsb])|(?<=Id))(?P<month>M)(?![NnOY])", _bare_month),
    _rule(r"(?P<month>M)(?=E)", _bare_month),
    _rule(rf"(?P<lead>[dqptbsTBvr=j]*)(?P<day>O){_NOT_A_THING}", _ordinal),
    _rule(rf"(?:qd|(?<=[qpbs])d|[yq])(?P<day>[oO]){_NOT_A_THING}", _day_number),
    _rule(rf"d?y(?P<day>[NnOo]){_NOT_A_THING}", _day_number),
    _rule(r"(?P<day>[NO])y", _day_number),
    _rule(r"[qd](?P<day>N)i(?!N)", _day_number),
]
_ASKED_RULES = [_rule(r"^[fzjdqptvk]*(?P<day>[NnOo])(?=[fzjipd]*$)", _day_number)]
_ARTICLE_RULE = _rule(r"(?:^|(?<![BbstvC]))[qd]{1,2}(?P<day>N)(?![uUn$cCA9NJFkoZ]|[ih]N)", _day_number)
