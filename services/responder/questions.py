"""Several questions in one breath: told apart where each carries its own question mark."""

import re

QUESTIONS_MAX = 3
_SENTENCE = re.compile(r"(?<=[.?!？।؟])\s+|\n")
_ENDS = ("?", "？", "؟")


def sentences(text: str) -> list[str]:
    """The text's sentences and lines, none empty."""
    return [part.strip() for part in _SENTENCE.split(text) if part.strip()]


def questions(text: str) -> list[str]:
    """What is asked, each to be looked up by itself; the whole text where there is one question or none is marked."""
    asked = [part for part in sentences(text) if part.endswith(_ENDS)]
    return asked if 2 <= len(asked) <= QUESTIONS_MAX else [text]
