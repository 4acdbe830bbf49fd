"""Cutting a long text where a reader would pause: between paragraphs, lines, sentences, words, in this order."""

import re
from collections.abc import Iterator

# Each finds where a piece may end; what matches is left out between the pieces, sentence marks stay.
PAUSES = tuple(
    re.compile(pattern) for pattern in (r"\n\s*\n\s*", r"\n\s*", r"(?<=[.!?…。！？؟।])\s+|(?<=[。！？])", r"\s+")
)
_SHORTEST = 4  # a piece is at least this part of the limit, so that a short first line does not stand alone


def split(text: str, most: int, pieces_max: int) -> list[str]:
    """The text in pieces of at most `most` characters. What does not fit in `pieces_max` is cut, and says so by "…"."""
    pieces = list(_pieces(text.strip(), most))
    if len(pieces) <= pieces_max:
        return pieces
    return [*pieces[: pieces_max - 1], shortened(" ".join(pieces[pieces_max - 1 : pieces_max + 1]), most)]


def last_piece(text: str, most: int) -> tuple[str, str]:
    """The text in two: as much of its end as fits in `most` and begins after a pause, and all before it."""
    text = text.strip()
    if len(text) <= most:
        return "", text
    window = len(text) - most
    for pause in PAUSES:
        starts = [found.end() for found in pause.finditer(text, window - 1) if window <= found.end() < len(text)]
        if starts:
            return text[: starts[0]].rstrip(), text[starts[0] :]
    return text[:window].rstrip(), text[window:]


def shortened(text: str, most: int) -> str:
    """The text if it fits, else its beginning and "…"."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _pieces(text: str, most: int) -> Iterator[str]:
    while len(text) > most:
        end, after = _cut(text, most)
        yield text[:end]
        text = text[after:]
    if text:
        yield text


def _cut(text: str, most: int) -> tuple[int, int]:
    """Where the first piece ends, and where the next begins. No piece is empty and none begins with a space."""
    for pause in PAUSES:
        last = None
        for found in pause.finditer(text, most // _SHORTEST):
            if found.start() > most:
                break
            last = found
        if last is not None and last.end() < len(text):
            return last.start(), last.end()
    return most, most
