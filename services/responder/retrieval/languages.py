"""Whether a question is in a language of the documents: where it is not, shared words cannot be asked for."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from services.responder.retrieval.stopwords import STOP_WORDS_OF

SHARE_MIN = 0.25
"""A language counts as the documents' own with this share of the small words of the most frequent one."""


class Languages:
    """The languages and scripts of some normalised texts, by their small words and their letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        words: Counter[str] = Counter()
        self._scripts: set[str] = set()
        for text in texts:
            words.update(_small_words(text))
            self._scripts |= _scripts(text)
        most = max(words.values(), default=0)
        self._spoken = {language for language, times in words.items() if times >= SHARE_MIN * most}

    def include(self, text: str) -> bool:
        """Whether a normalised question may be in one of them. What gives no sign, as a single word, may be."""
        if not _scripts(text) <= self._scripts:
            return False
        words = _small_words(text)
        most = max(words.values(), default=0)
        likely = {language for language, times in words.items() if times == most}
        return not likely or not self._spoken or bool(likely & self._spoken)


def _small_words(text: str) -> Counter[str]:
    """How many of each language's small words a text has."""
    words = text.split()
    return Counter(language for word in words for language in _languages_of(word))


@lru_cache(maxsize=4096)
def _languages_of(word: str) -> tuple[str, ...]:
    return tuple(language for language, small in STOP_WORDS_OF.items() if word in small)


def _scripts(text: str) -> set[str]:
    """The scripts of a text's letters, by the first word of their Unicode names."""
    return {_script(character) for character in set(text) if character.isalpha()}


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    name = unicodedata.name(character, "?").split()[0]
    return "CJK" if name in ("HIRAGANA", "KATAKANA") else name
