"""A language table made searchable: from a word to every form that begins with it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TypeAlias

from services.responder.understanding.words import fold, tokenise

from .table import Table

TABLES = {
    "en": "english",
    "es": "spanish",
    "pt": "portuguese",
    "fr": "french",
    "it": "italian",
    "de": "german",
    "nl": "dutch",
    "tr": "turkish",
    "hi": "hindi",
    "id": "indonesian",
    "ar": "arabic",
}

# The grammar's alphabet: every token or phrase of a message becomes one of these letters, and rules are regular
# expressions over them. Lower-case w and m are weekdays and months that need support.
SIGNS = {
    "clock": "C",
    "hours": "9",  # a word that is both a clock's and a duration's: heures, horas, jam
    "past": "S",
    "to": "T",
    "minus": "Z",
    "next": "X",
    "this": "V",
    "last": "L",
    "in": "I",
    "later": "E",
    "ago": "G",
    "weekend": "D",
    "earliest": "Q",
    "at": "t",
    "at_hours": "t",  # "at" that also counts hours: jam, saat
    "on": "q",
    "the": "d",
    "of": "e",
    "and": "k",
    "or": "r",
    "not": "x",
    "before": "b",
    "short_of": "7",  # "to" in "quarter to five", where that word is no direction
    "till": "8",  # "before" that stands after the time
    "after": "s",
    "around": "v",
    "between": "B",
    "for": "p",
    "a": "a",
    "daynumber": "y",
    "period": "g",
    "greeting": "g",
}

Value: TypeAlias = int | str | None
Form: TypeAlias = tuple[tuple[str, ...], str, Value]  # the words after the first, the letter, the value


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A table compiled: forms by first word (longest first), small words, ordinal endings, and the cues of intents."""

    table: Table
    forms: dict[str, list[Form]]
    common: frozenset[str]
    ordinal_endings: frozenset[str]
    cues: dict[str, list[tuple[tuple[str, ...], str]]]
    vocabulary: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled lexicon of a language; English for a language that has no table."""
    name = TABLES.get(language, TABLES["en"])
    table: Table = import_module(f".{name}", __package__).TABLE
    base = lexicon(table.base) if table.base else None
    forms: dict[str, list[Form]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for words, letter, value in _forms_of(table):
        if words not in seen:
            seen.add(words)
            forms[words[0]].append((words[1:], letter, value))
    cues = _cues_of(table)
    common = frozenset(_words(table.common))
    own = frozenset(forms) | common | frozenset(cues)
    if base:
        common |= base.common
        _mix_in(base, forms, cues, seen)
    for same_start in forms.values():
        same_start.sort(key=lambda form: -len(form[0]))
    endings = frozenset(_words(table.ordinal_endings)) | (base.ordinal_endings if base else frozenset())
    return Lexicon(table, dict(forms), common, endings, cues, own)


def _mix_in(
    base: Lexicon,
    forms: dict[str, list[Form]],
    cues: dict[str, list[tuple[tuple[str, ...], str]]],
    seen: set[tuple[str, ...]],
) -> None:
    """Add the words of another language; where both know a form, the first language's meaning stands."""
    for first, same_start in base.forms.items():
        forms[first].extend(form for form in same_start if (first, *form[0]) not in seen)
    for first, cue in base.cues.items():
        cues.setdefault(first, []).extend(cue)


def _words(alternatives: str) -> list[str]:
    return [fold(word) for word in alternatives.split("|") if word]


def _phrases(alternatives: str) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Each alternative as folded words, and whether it is marked as needing support."""
    for raw in alternatives.split("|"):
        form = raw.strip()
        words = tuple(token.text for token in tokenise(form.lstrip("?")) if token.text != "-")
        if words:
            yield form.startswith("?"), words


def _entries(listed: str, start: int = 0) -> Iterator[tuple[int, str]]:
    return enumerate((entry for entry in listed.split(",") if entry.strip()), start)


def _forms_of(table: Table) -> Iterator[tuple[tuple[str, ...], str, Value]]:
    """Every form with its letter and value; the first meaning of a form wins."""
    for letter, entries in _lettered(table):
        for value, alternatives in entries:
            for weak, words in _phrases(alternatives):
                yield words, letter.lower() if weak else letter, value


def _lettered(table: Table) -> Iterator[tuple[str, Iterable[tuple[Value, str]]]]:
    yield "W", _entries(table.weekdays)
    yield "M", _entries(table.months, 1)
    yield "R", table.days.items()
    yield "P", table.parts.items()
    yield "H", table.named_times.items()
    yield "F", table.fractions.items()
    yield "K", table.before_hour.items()
    for name, alternatives in table.signs.items():
        yield SIGNS[name], [("hour" if name in ("hours", "at_hours") else None, alternatives)]
    yield "A", table.meridiem.items()
    yield "U", table.units.items()
    yield "o", _entries(table.ordinals, 1)
    yield "n", _entries(table.numbers)
    yield "n", table.more_numbers.items()


def _cues_of(table: Table) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, alternatives in table.cues.items():
        for _, words in _phrases(alternatives):
            cues[words[0]].append((words[1:], name))
    return dict(cues)
