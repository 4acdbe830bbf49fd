"""The grammar of clock times: digits, words, fractions, ranges; and which half of the day is meant."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import TypeAlias

from .grammar import TIME_READ, Found, Placed, Rule, scan
from .symbols import Sentence
from .understood import Asked

Open: TypeAlias = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as said: 0 to 24 with minutes, and what tells the half of the day."""

    hour: int
    minute: int
    half: str | None = None  # "am", "pm", or None if open
    literal: bool = False  # said as a 24-hour clock would

    def moments(self) -> list[time]:
        """The times of day it can mean, one or two, earlier first."""
        if self.half or self.literal or self.hour > 12 or self.hour == 0:
            return [self._settled()]
        morning = self.hour % 12
        return [time(morning, self.minute), time(morning + 12, self.minute)]

    def _settled(self) -> time:
        if self.half and self.hour <= 12:
            return time(self.hour % 12 + (12 if self.half == "pm" else 0), self.minute)
        return time(self.hour % 24, self.minute)


@dataclass(frozen=True, slots=True)
class Said:
    """A time or a range as said. Only an end: "before three"."""

    start: Clock | None
    end: Clock | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules need to know besides the words."""

    asked: Asked | None
    clock_24: bool


def likeliest(clock: Clock, open_hours: Open, prefer_literal: bool = False) -> time:
    """The one of its times nearest the middle of the business day; in doubt the earlier."""
    moments = clock.moments()
    first, last = (moment.hour * 60 + moment.minute for moment in open_hours)
    if len(moments) == 1 or (prefer_literal and first <= _minute(moments[0]) <= last):
        return moments[0]
    return min(moments, key=lambda moment: abs(_minute(moment) - (first + last) / 2))


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def find_times(sentence: Sentence, letters: str, asked: Asked | None) -> tuple[list[Placed[Said]], str]:
    """Every time of day in a sentence whose days have been read, in order, and the letters left to read."""
    rules = [*_RULES]
    if sentence.lexicon.table.and_minutes:
        rules.insert(1, _AND_MINUTES)
    if sentence.lexicon.table.half_first:
        rules.append(_HALF_FIRST)
    if asked == "time":
        rules += _ASKED_RULES
    return scan(rules, sentence, letters, Setting(asked, sentence.lexicon.table.clock_24), TIME_READ)


_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm"}


def _half_of(hour: int, meridiem: str | None, part: str | None) -> str | None:
    """am or pm, from the mark or from the part of the day; nights begin in the evening."""
    if meridiem:
        return meridiem
    if part == "night":
        return "am" if hour in (12, 1, 2, 3, 4) else "pm"
    if part == "morning" and hour == 12:
        return "pm"
    return _HALVES.get(part or "")


def _clock(hour: int | None, minute: int | None, half: str | None = None, literal: bool = False) -> Clock | None:
    """A clock, or None where no clock shows that."""
    if hour is None or not 0 <= hour <= 24 or not 0 <= (minute or 0) <= 59 or (hour == 24 and minute):
        return None
    return Clock(hour, minute or 0, half, literal)


def _moved(clock: Clock, minutes: int) -> Clock:
    if clock.half or clock.literal or clock.hour > 12:
        known = clock.moments()[0]
        hour, minute = divmod((known.hour * 60 + known.minute + minutes) % (24 * 60), 60)
        return Clock(hour, minute, literal=True)
    hour, minute = divmod((clock.hour * 60 + clock.minute + minutes) % (12 * 60), 60)
    return Clock(hour or 12, minute)


def _shown(found: Found, suffix: str = "") -> Clock | None:
    """The clock in the groups h (hour), m (minute), a (am, pm) and the parts of the day around them."""
    hour_symbol = found.symbol("h" + suffix)
    hour, minute = found.number("h" + suffix), found.number("m" + suffix)
    if hour is None or hour_symbol is None:
        return None
    if hour_symbol.letter in "YJ":
        hour, minute = divmod(hour, 100)
    part = found.word("pre") or found.word("post")
    literal = len(hour_symbol.text) > 1 and hour_symbol.text.startswith("0")
    return _clock(hour, minute, _half_of(hour, found.word("a" + suffix), part), literal)


def _plain(found: Found, setting: Setting) -> Said | None:
    """Hour and minutes as they stand; minutes in digits have two."""
    minute = found.symbol("m")
    if minute and minute.letter == "N" and len(minute.text) != 2:
        return None
    return _told(found, _shown(found))


def _spaced(found: Found, setting: Setting) -> Said | None:
    """Such as "2 05 pm", "ten thirty"."""
    minute = found.symbol("m")
    if minute is None or (minute.letter == "N" and len(minute.text) != 2):
        return None
    return _plain(found, setting) if minute.letter == "N" or (found.number("m") or 0) >= 10 else None


def _spoken(found: Found, setting: Setting) -> Said | None:
    """Such as "Quarter to five", "20 past 9": the minutes come first."""
    minutes, shown = found.number("f") or 0, _shown(found)
    if shown is None or not 0 < minutes < 60 or shown.minute:
        return None
    if found.match.group("dir") == "T" and found.symbol("f") and not _to_the_hour(found, minutes):
        return None
    return _told(found, _moved(shown, minutes if found.match.group("dir") in "SI" else -minutes))


def _to_the_hour(found: Found, minutes: int) -> bool:
    """Whether "ten to four" is 3:50: a range otherwise."""
    before = found.before.rstrip("dvf")[-1:]
    if found.match.group("f") == "F" or (minutes in (20, 25) and before not in ("s", "B")):
        return True
    return minutes in (5, 10, 15, 20, 25) and before in ("t", "b")


def _half_hour(found: Found, setting: Setting) -> Said | None:
    """Such as "Halb zehn", "setengah sepuluh": the word moves the hour that follows."""
    shown = _shown(found)
    return _told(found, _moved(shown, found.number("k") or 0)) if shown else None


def _hour_and(found: Found, setting: Setting) -> Said | None:
    """Such as "Las diez y media", "dix heures moins le quart": the minutes come after."""
    shown, minutes = _shown(found), found.number("f") or 0
    if shown is None or shown.minute or minutes >= 60:
        return None
    return _told(found, _moved(shown, -minutes if found.match.groupdict().get("minus") else minutes))


def _named(found: Found, setting: Setting) -> Said | None:
    hour, _, minute = (found.word("named") or "12:00").partition(":")
    return _told(found, Clock(int(hour), int(minute), literal=len(hour) == 2))


def _told(found: Found, clock: Clock | None) -> Said | None:
    """The time as a start, or as an end after a word like "before"."""
    if clock is None:
        return None
    ends = found.before.rstrip("dtv")[-1:] in ("b", "G") or found.after[:1] == "8"
    return Said(None, clock) if ends else Said(clock)


def _range(found: Found, setting: Setting) -> Said | None:
    """Such as "Between 2 and 4", "from 9:30 to 11", "2-4pm": the start takes its half from the end if it has none."""
    start, end = _shown(found, "1"), _shown(found, "2")
    if start is None or end is None or not _is_range(found):
        return None
    half = end.half or _half_of(end.hour, None, found.word("post"))
    end = Clock(end.hour, end.minute, half, end.literal)
    if half and not start.half and start.hour <= 12 and not start.literal:
        same = start.hour % 12 <= end.hour % 12
        start = Clock(start.hour, start.minute, half if same else "am", start.literal)
    return Said(start, end)


def _is_range(found: Found) -> bool:
    """Whether anything says that the two numbers are hours."""
    groups = found.match.groupdict()
    before = found.before.rstrip("dt")[-1:]
    if (groups["by"] == "k" and before != "B") or (groups["by"] == "" and before not in ("s", "B", "e")):
        return False
    told = any(groups.get(name) for name in ("m1", "m2", "a1", "a2", "c1", "c2", "post"))
    return told or before in ("s", "B", "=", "t", "e")


def _rule(pattern: str, make: Callable[[Found, Setting], Said | None]) -> Rule[Setting, Said]:
    return Rule(re.compile(pattern), make)


_PRE = r"(?:(?P<pre>P)[jtvdfp]{0,2})?"
_POST = r"(?:[jIqtdpe]{0,3}(?P<post>P))?"
_A = r"(?:i?(?P<a>A))?"
_H = r"(?P<h>[Nn])"
_END = r"(?![Uu$lJY]|[ch][Nn]|iN)"  # the number before is no count, price, phone number or fraction
_NO_NUMBER = r"(?<![NYJl$])(?<![NYJ][hi])"
_ONE = r"d?(?P<h{0}>[Nn])(?:[ci](?P<m{0}>N))?(?P<c{0}>[C9])?(?P<a{0}>A)?"

_AND_MINUTES = _rule(rf"(?<=t){_H}C?k(?P<f>[Nn]){_END}{_A}{_POST}", _hour_and)
_HALF_FIRST = _rule(rf"{_PRE}(?P<k>F){_H}{_END}{_A}{_POST}", _half_hour)
_RULES = [
    _rule(rf"{_PRE}(?P<f>[FNn])U?(?P<dir>[STGI7])d?{_H}{_END}C?{_A}{_POST}", _spoken),
    _rule(rf"{_PRE}{_NO_NUMBER}{_ONE.format(1)}(?P<by>[hTkb]|jT|(?=t))t?v?{_ONE.format(2)}{_END}{_POST}", _range),
    _rule(rf"{_PRE}{_H}[C9]?(?:k?|(?P<minus>Z)[da]?)(?P<f>F)(?![SU]|T[Nn]){_A}{_POST}", _hour_and),
    _rule(rf"{_PRE}{_H}[C9]?(?P<minus>Z)d?(?P<f>[Nn]){_A}{_POST}", _hour_and),
    _rule(rf"{_PRE}{_H}f?(?P<f>[FNn])(?:S|(?P<minus>Z))(?![dNnF])", _hour_and),
    _rule(rf"{_PRE}(?P<k>K){_H}{_END}[C9]?{_A}{_POST}", _half_hour),
    _rule(rf"{_PRE}{_NO_NUMBER}{_H}c(?P<m>N)(?:cN)?C?{_A}{_POST}", _plain),
    _rule(rf"{_PRE}(?<![NYJl$i])(?P<h>N)i(?P<m>N){_END}C?{_A}{_POST}", _plain),
    _rule(rf"{_PRE}{_H}C(?P<m>[Nn])(?![Uu]){_A}{_POST}", _plain),
    _rule(rf"{_PRE}{_H}9(?P<m>[Nn])(?![U9C]){_POST}", _spaced),
    _rule(rf"{_H}9(?=[jf]?=)", _plain),
    _rule(r"(?<=p)(?P<h>n)(?P<m>n)(?![UunA])", _spaced),
    _rule(r"(?P<named>H)", _named),
    _rule(rf"{_PRE}{_NO_NUMBER}{_H}(?P<m>[Nn])[C9]?(?:i?(?P<a>A)|[jIqtdpe]{{0,3}}(?P<post>P))", _spaced),
    _rule(rf"(?<=[tP=])d?{_NO_NUMBER}{_H}(?P<m>[Nn]){_END}", _spaced),
    _rule(rf"{_PRE}{_NO_NUMBER}(?P<h>[NnYJ])i?C?(?P<a>A)C?{_POST}", _plain),
    _rule(rf"{_PRE}{_NO_NUMBER}(?P<h>[NnY])C(?!U)C?{_POST}", _plain),
    _rule(rf"(?P<pre>P)[jtvdfp]{{0,2}}{_H}{_END}(?!e)", _plain),
    _rule(rf"{_NO_NUMBER}{_H}[9]?[jIqtdpe]{{0,3}}(?P<post>P)", _plain),
    _rule(rf"(?<=t)[dv]{{0,2}}{_H}9?(?![Uu$lJYe]|[ch][Nn]|iN)", _plain),
    _rule(rf"(?<=[tv])[dv]{{0,2}}(?P<h>[YJ]){_END}", _plain),
    _rule(rf"(?<=[vbsp7=])[dt]?{_H}9{_END}", _plain),
    _rule(rf"(?<=[vbs])d?{_H}{_END}(?!e)", _plain),
    _rule(rf"(?<==)[jvf]?{_H}{_END}(?![kre])", _plain),
]
_ASKED_RULES = [
    _rule(rf"^[^NYJUn]{{0,6}}?{_H}9?(?![uU])(?=[^NYJUn]*$)", _plain),
    _rule(rf"^[^NYJUn]{{0,6}}?{_H}(?P<m>[Nn])(?![uU])(?=[^NYJUn]*$)", _spaced),
    _rule(r"^[fzjdtv]*(?P<h>Y)(?=[fzj]*$)", _plain),
]
