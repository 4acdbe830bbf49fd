"""By which words a conversation is found: the same for who writes them down and for who looks. Pure.

A store can look for what begins with something, and for nothing else. So each word of a name is a term of its own, and
a phone number is one twice: from its beginning and, since people leave out the country's code, from its end.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

NAME_WORDS_MAX = 8
TERM_MAX = 40
"""Characters of one word that count."""
ENDING_MIN = 3
"""Digits by which an ending is looked for: fewer are at the end of every tenth number."""
NATIONAL_MIN = 7
"""Digits of a whole number without its country's code: a 0 before it is dialled, and stands in no international one."""

_NAME, _NUMBER, _ENDING = "n:", "p:", "e:"
_LAST = "\U0010ffff"  # sorts behind whatever a term goes on with
_NUMBERLIKE = re.compile(r"\+?[\d\s()./-]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for. `leads` are beginnings of terms, each of which finds; `words` must all be there."""

    leads: tuple[str, ...]
    words: tuple[str, ...]

    def places(self, terms: Iterable[str]) -> list[str]:
        """Those of a conversation's terms that find it, in the order in which they are come upon; none where it is
        not what is sought."""
        known = sorted(terms)
        if not all(any(_holds(term, word) for term in known) for word in self.words):
            return []
        return [term for lead in self.leads for term in known if term.startswith(lead)]


def terms_of(name: str, phone: str) -> tuple[str, ...]:
    """The terms of a conversation, in order."""
    words = {_NAME + word for word in _words(name)[:NAME_WORDS_MAX]}
    digits = _digits(phone)
    numbers = {_NUMBER + digits, _ENDING + digits[::-1]} if digits else set()
    return tuple(sorted(words | numbers))


def sought(text: str) -> Sought | None:
    """What a person means who types this; None for nothing that could be looked for."""
    if _NUMBERLIKE.fullmatch(text.strip()):
        return _number(_digits(text))
    words = _words(text)[:NAME_WORDS_MAX]
    if not words:
        return None
    rarest = max(words, key=lambda word: (not word.isdigit(), len(word)))
    return Sought(leads=(_NAME + rarest,), words=tuple(words))


def below(lead: str) -> str:
    """The end of the range of terms that begin with this."""
    return lead + _LAST


def _number(digits: str) -> Sought | None:
    """By its beginning, with or without the 00 before a country's code; or by its end, without a trunk's 0."""
    if not digits.strip("0"):
        return None
    beginning = digits.removeprefix("00")
    ending = digits.removeprefix("0") if len(digits) >= NATIONAL_MIN else digits
    leads = [_NUMBER + beginning]
    if len(ending) >= ENDING_MIN:
        leads.append(_ENDING + ending[::-1])
    return Sought(leads=tuple(leads), words=())


def _holds(term: str, word: str) -> bool:
    """Whether a term is what this word means: a name's word begins so, a number has these digits."""
    if term.startswith(_NUMBER):
        return word.isdigit() and word in term
    return term.startswith(_NAME + word)


def _words(text: str) -> list[str]:
    """Small letters without accents: "Zoë O'Neill" is found by "zoe", "o" and "neill"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if unicodedata.category(sign) != "Mn")
    spaced = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in kept)
    return [word[:TERM_MAX] for word in dict.fromkeys(spaced.split())]


def _digits(text: str) -> str:
    """In whichever script's figures they are typed."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())[:TERM_MAX]
