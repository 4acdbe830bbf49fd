"""How a language's words are written down: plain strings that read like a phrase book.

In every string "|" separates words that mean the same and "," separates entries. A leading "?" marks a word that
also means something else ("may", "sat") and so counts only where the words around it support it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Table:
    """One language, as data. Forms are compared folded: case and accents do not matter."""

    code: str  # BCP-47
    base: str | None = None  # a language whose words are mixed in (Hinglish: English)
    common: str  # frequent small words: they tell the language, and never carry a date or a name
    weekdays: str  # seven entries, Monday first
    months: str  # twelve entries
    numbers: str  # entries from zero on
    more_numbers: Mapping[int, str] = field(default_factory=dict)
    ordinals: str = ""  # entries from first on
    ordinal_endings: str = ""  # what makes "7" the seventh when glued to it
    days: Mapping[str, str]  # "1": tomorrow, "-1": yesterday, "0 evening": tonight
    parts: Mapping[str, str]  # morning, afternoon, evening, night
    units: Mapping[str, str]  # minute, hour, day, week, month, year
    named_times: Mapping[str, str] = field(default_factory=dict)  # "12:00": noon
    fractions: Mapping[int, str] = field(default_factory=dict)  # minutes: half, quarter
    before_hour: Mapping[int, str] = field(default_factory=dict)  # minutes added to the hour that follows: halb -30
    meridiem: Mapping[str, str] = field(default_factory=dict)  # am, pm
    signs: Mapping[str, str] = field(default_factory=dict)  # the small words of the grammar, see symbols.SIGNS
    cues: Mapping[str, str] = field(default_factory=dict)  # what tells an intent, see intents.py
    clock_24: bool = False  # an hour is said as it stands on a 24-hour clock ("7 Uhr" is in the morning)
    article_dates: bool = False  # "the 7" is a day of the month ("el 7")
    half_first: bool = False  # "half ten" is 10:30
    and_minutes: bool = False  # "ten and twenty" is 10:20
