"""The phrases of a message that tell what it is for, found by name in the language's table."""

from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon.compiled import Lexicon
from .words import Token

_ENDS = frozenset(".!?;\n¿¡؟।…")
_QUESTION = frozenset("?؟")
_OPENS_QUESTION = "¿"  # asks what follows it, not the greeting before it
_JOINS = frozenset({"and", "but", "also", ",", "plus", "y", "et", "und", "e", "en", "ve", "aur", "dan", "و", "और"})

_ACTS = frozenset({"book_verb", "move_verb", "cancel_verb"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of the table: its name, and the tokens it covers (first, and one past the last)."""

    name: str
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a message, or a question joined to one."""

    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    asks: bool  # written with a question mark

    @property
    def names(self) -> frozenset[str]:
        return frozenset(cue.name for cue in self.cues)

    def covered_by(self, names: frozenset[str] | set[str], fillers: frozenset[str]) -> bool:
        """Whether the clause is nothing but such phrases and small words."""
        covered = {at for cue in self.cues if cue.name in names for at in range(cue.first, cue.end)}
        return bool(covered) and all(
            at in covered or token.kind == "mark" or token.text in fillers for at, token in enumerate(self.tokens)
        )

    def is_bare(self, lexicon: Lexicon) -> bool:
        """Whether every word is a small word, a word of dates and times, or part of a cue."""
        covered = {at for cue in self.cues for at in range(cue.first, cue.end)}
        return all(
            at in covered or token.kind != "word" or token.text in lexicon.common or token.text in lexicon.forms
            for at, token in enumerate(self.tokens)
        )

    def opens_with(self, name: str) -> bool:
        """Whether such a phrase stands first, after a mark or a greeting word at most."""
        return any(cue.name == name and cue.first <= 1 for cue in self.cues)


def find_cues(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Cue, ...]:
    """Every phrase that occurs, overlapping or not, in order."""
    found: list[Cue] = []
    for at, token in enumerate(tokens):
        for rest, name in lexicon.cues.get(token.text, ()):
            end = at + 1 + len(rest)
            if tuple(following.text for following in tokens[at + 1 : end]) == rest:
                found.append(Cue(name, at, end))
    return tuple(found)


def clauses(tokens: Sequence[Token], lexicon: Lexicon) -> list[Clause]:
    """The sentences of a message; a question joined on by "and" or a comma is one of its own."""
    made: list[Clause] = []
    for sentence, asks in _sentences(tokens):
        cues = find_cues(sentence, lexicon)
        start = 0
        for cut in _joints(sentence, cues):
            made.append(_clause(sentence, cues, start, cut, asks=False))
            start = cut
        made.append(_clause(sentence, cues, start, len(sentence), asks))
    return made


def _sentences(tokens: Sequence[Token]) -> list[tuple[list[Token], bool]]:
    found: list[tuple[list[Token], bool]] = []
    current: list[Token] = []
    opened = False
    for at, token in enumerate(tokens):
        if token.text in _ENDS and not _inside_number(tokens, at):
            if current:
                found.append((current, opened or token.text in _QUESTION))
            elif found and token.text in _QUESTION:
                found[-1] = (found[-1][0], True)
            opened = token.text == _OPENS_QUESTION or (opened and not current)
            current = []
        else:
            current.append(token)
    return [*found, (current, opened)] if current else found


def _inside_number(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == tokens[at + 1].kind == "number"


def _joints(sentence: Sequence[Token], cues: tuple[Cue, ...]) -> list[int]:
    """Where a question begins inside a sentence: after a joining word; about the price also right after an act ("book
    me tomorrow at ten how much is it")."""
    asks = {cue.first for cue in cues if cue.name == "ask"}
    joined = {at for at in asks if at > 1 and sentence[at - 1].text in _JOINS}
    return sorted(joined | _priced(cues))


def _priced(cues: tuple[Cue, ...]) -> set[int]:
    """Where the price is asked after an act was asked for."""
    at = min((cue.first for cue in cues if cue.name == "price"), default=0)
    return {at} if any(cue.name in _ACTS and cue.end <= at for cue in cues) else set()


def _clause(sentence: Sequence[Token], cues: tuple[Cue, ...], start: int, end: int, asks: bool) -> Clause:
    inside = tuple(Cue(cue.name, cue.first - start, cue.end - start) for cue in cues if start <= cue.first < end)
    return Clause(tuple(sentence[start:end]), inside, asks)
