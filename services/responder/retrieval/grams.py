"""Words as overlapping runs of four characters: lexical search that needs no stemmer and no list of languages."""

import re
import unicodedata

LENGTH = 4

DENSE_LENGTH = 2
DENSE_FROM = "\u2e80"
"""From here on lie the scripts (Chinese, Japanese, Korean) whose words have one to three characters."""

_NOT_WORD = re.compile(r"\W")


def normalised(text: str) -> str:
    """NFKC and casefolded, words parted by single spaces. Combining marks stay: in Hindi and Thai they are vowels."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_NOT_WORD.sub(_kept, folded).split())


def grams(text: str) -> list[str]:
    """The grams of any text, in no particular order, repeats included."""
    return grams_of(normalised(text))


def grams_of(words: str) -> list[str]:
    """The grams of a normalised text with a space at both ends; of two characters besides, in dense scripts."""
    if not words:
        return []
    line = f" {words} "
    found = [line[start : start + LENGTH] for start in range(max(1, len(line) - LENGTH + 1))]
    if not line.isascii():
        pairs = (line[start : start + DENSE_LENGTH] for start in range(len(line) - 1))
        found += [pair for pair in pairs if pair[0] >= DENSE_FROM and pair[1] >= DENSE_FROM]
    return found


def _kept(match: re.Match[str]) -> str:
    """What stands for a character that is no letter or digit: marks and joiners belong to words, the rest part them."""
    category = unicodedata.category(match[0])
    if category[0] == "M":
        return match[0]
    return "" if category == "Cf" else " "
