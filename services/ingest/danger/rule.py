"""A sign of danger in a customer's words: tested before anything else reads them, by phrases and nothing cleverer."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate

from libs.common.entities import DangerWords
from libs.common.store.port import Reader
from services.ingest.danger.phrases import DENIED, PHRASES

READ_MAX = 65_536
"""Characters of a message that are looked at: all that WhatsApp's apps let a person type."""
FRESH = timedelta(seconds=30)
KNOWN_MAX = 1000
"""Owners whose words are kept in mind at once."""

_APART = frozenset("PSZC")  # what separates words, by the first letter of its Unicode category
_BREAKS = frozenset("\n.,;:!?،؛؟।。")  # what ends a clause, and with it the reach of a "no"
_JOINS = frozenset("'’ʼ`´")  # "can't" is written "cant" as often
_UNWRITTEN = frozenset("\u093c\u0640") | {chr(code) for code in (*range(0x300, 0x370), *range(0x64B, 0x660), 0x670)}
_ALIKE = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ı": "i", "ß": "ss", "\u0901": "\u0902"}

Index = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Phrases by their first word: all their words, and the language."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What was found: the phrase, and the languages in which it is one; none for an owner's own words."""

    phrase: str
    languages: tuple[str, ...] = ()


def find(text: str, own: DangerWords | None = None) -> Sign | None:
    """The first sign of danger in a text: of the words that are known in each language, or of the owner's."""
    if own is not None and not own.enabled:
        return None
    clauses = tuple(_clauses(text[:READ_MAX]))
    return (_found(clauses, _indexed(own.words)) if own else None) or _found(clauses, _known())


def _found(clauses: Sequence[Sequence[str]], index: Index) -> Sign | None:
    """A phrase may go on over a comma; what denies one does not."""
    words = tuple(word for clause in clauses for word in clause)
    begins = set(accumulate(len(clause) for clause in clauses))
    for at, word in enumerate(words):
        fits = [(phrase, code) for phrase, code in index.get(word, ()) if words[at : at + len(phrase)] == phrase]
        if fits and (at in begins or not _denied(words, at)):
            longest = max((phrase for phrase, _ in fits), key=len)
            return Sign(" ".join(longest), tuple(code for phrase, code in fits if code and phrase == longest))
    return None


def _denied(words: Sequence[str], at: int) -> bool:
    """Whether the word before denies what begins here. What denies by itself ("no respira") cannot be."""
    return at > 0 and words[at - 1] in DENIED and words[at] not in DENIED


def _clauses(text: str) -> Iterator[list[str]]:
    """Words by clause, without case, accents and marks; letters that are typed alike made alike."""
    spaced = unicodedata.normalize("NFKD", text.casefold()).translate(_READ_AS)
    yield from (clause.split() for clause in spaced.split("\n"))


class _ReadAs(dict[int, str]):
    """What each character is read as, by its code, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        read_as = self[code] = _read_as(chr(code))
        return read_as


_READ_AS = _ReadAs()


def _read_as(one: str) -> str:
    if one in _JOINS or one in _UNWRITTEN:
        return ""
    if one in _BREAKS:
        return "\n"
    return " " if unicodedata.category(one)[0] in _APART else _ALIKE.get(one, one)


def _index(phrases: Iterable[tuple[str, str]]) -> Index:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, code in phrases:
        if words := tuple(word for clause in _clauses(phrase) for word in clause):
            index.setdefault(words[0], []).append((words, code))
    return index


@cache
def _known() -> Index:
    return _index((phrase, code) for code, phrases in PHRASES.items() for phrase in phrases.split("|"))


def _indexed(own: Iterable[str]) -> Index:
    return _index((phrase, "") for phrase in own)


@dataclass(frozen=True)
class Watch:
    """The owners' own words, each as it was within the last half minute: they are asked for with every message."""

    _kept: dict[str, tuple[datetime, DangerWords | None]] = field(default_factory=dict)

    async def words(self, user_id: str, reader: Reader, now: datetime) -> DangerWords | None:
        """An owner's words; None where they have none of their own."""
        read_at, words = self._kept.get(user_id, (None, None))
        if read_at is None or not read_at <= now < read_at + FRESH:
            words = await reader.get(DangerWords, user_id)
            if len(self._kept) >= KNOWN_MAX:
                self._kept.clear()
            self._kept[user_id] = (now, words)
        return words

    def forget(self, user_id: str) -> None:
        """They have changed."""
        self._kept.pop(user_id, None)
