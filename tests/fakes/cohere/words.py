"""Words as numbers: deterministic vectors that are near each other when texts share words, and a score of overlap."""

import hashlib
import math
import re

STEM_LETTERS = 5


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return re.findall(r"\w+", text.lower())


def stems_of(text: str) -> list[str]:
    """The beginnings of its words, so that `park` meets `parking` halfway."""
    return [word[:STEM_LETTERS] for word in words_of(text)]


def vector_of(text: str, dimension: int) -> list[float]:
    """A vector of length 1: each word adds to the places its hash names."""
    vector = [0.0] * dimension
    for feature in [*words_of(text), *stems_of(text)]:
        digest = hashlib.blake2b(feature.encode(), digest_size=8).digest()
        sign = 1.0 if digest[0] & 1 else -1.0
        vector[int.from_bytes(digest[1:], "big") % dimension] += sign
    size = math.sqrt(sum(value * value for value in vector))
    if size == 0:
        return [1.0, *vector[1:]]
    return [round(value / size, 6) for value in vector]


def relevance(query: str, document: str) -> float:
    """How much of the query the document speaks of, from 0 to 1; long documents count a little less."""
    asked, said = set(stems_of(query)), stems_of(document)
    shared = len(asked & set(said)) / max(1, len(asked))
    return round(0.9 * shared + 0.1 * shared / (1 + len(said) / 100), 6)
