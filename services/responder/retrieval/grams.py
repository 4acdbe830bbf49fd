"""Words as overlapping runs of four characters: lexical search that needs no stemmer and no list of languages."""

import re
import unicodedata

LENGTH = 4

_NOT_WORD = re.compile(r"\W")


def normalised(text: str) -> str:
    """NFKC and casefolded, words parted by single spaces. Combining marks stay: in Hindi and Thai they are vowels."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_NOT_WORD.sub(_kept, folded).split())


def grams(text: str) -> list[str]:
    """The runs of four characters of the text with a space at both ends, in order, repeats included."""
    words = normalised(text)
    line = f" {words} "
    return [line[start : start + LENGTH] for start in range(max(1, len(line) - LENGTH + 1))] if words else []


def _kept(match: re.Match[str]) -> str:
    """What stands for a character that is no letter or digit: marks and joiners belong to words, the rest part them."""
    category = unicodedata.category(match[0])
    if category[0] == "M":
        return match[0]
    return "" if category == "Cf" else " "
