"""The engine: rules are regular expressions over a sentence's letters, each with a function that makes a reading."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .symbols import Sentence, Symbol

Context = TypeVar("Context")
Reading = TypeVar("Reading")

DAY_READ, TIME_READ = "=", "_"  # the letters that stand where rules have read


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match, asked by the names of its groups."""

    match: re.Match[str]
    sentence: Sentence

    def symbol(self, group: str) -> Symbol | None:
        """The first symbol of a group; None where the group took no part."""
        start = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.sentence.symbols[start] if start >= 0 else None

    def number(self, group: str) -> int | None:
        """The value of a group that holds a number, or None."""
        symbol = self.symbol(group)
        return symbol.value if symbol and isinstance(symbol.value, int) else None

    def word(self, group: str) -> str | None:
        """The value of a group that holds a named thing (a unit, a part of the day), or None."""
        symbol = self.symbol(group)
        return symbol.value if symbol and isinstance(symbol.value, str) else None

    @property
    def before(self) -> str:
        """The letters before the match."""
        return self.match.string[: self.match.start()]

    @property
    def after(self) -> str:
        """The letters after the match."""
        return self.match.string[self.match.end() :]


@dataclass(frozen=True, slots=True)
class Rule(Generic[Context, Reading]):
    """A pattern and what to make of it. `make` may say None: the match means nothing here."""

    pattern: re.Pattern[str]
    make: Callable[[Found, Context], Reading | None]


@dataclass(frozen=True, slots=True)
class Placed(Generic[Reading]):
    """A reading and the symbols it was read from: first, and one past the last."""

    reading: Reading
    first: int
    end: int


def scan(
    rules: Sequence[Rule[Context, Reading]], sentence: Sentence, letters: str, context: Context, read: str
) -> tuple[list[Placed[Reading]], str]:
    """What the rules find, earlier rules first; and the letters, with `read` wherever something was found."""
    placed: list[Placed[Reading]] = []
    for rule in rules:
        position = 0
        while match := rule.pattern.search(letters, position):
            reading = rule.make(Found(match, sentence), context)
            if reading is None:
                position = match.start() + 1
                continue
            first, end = match.span()
            placed.append(Placed(reading, first, end))
            letters = letters[:first] + read * (end - first) + letters[end:]
            position = max(end, first + 1)
    placed.sort(key=lambda one: one.first)
    return placed, letters
