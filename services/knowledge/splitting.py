"""Too long a text cut where it hurts least: between lines, else sentences, else words, else anywhere."""

import math
import re
from collections.abc import Iterator

from services.knowledge.size import estimated_tokens, fitting

_SEAMS = (
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?…।॥؟])\s+|(?<=[。！？])"),
    re.compile(r"\s+"),
)

SLACK = 1.15
"""Parts may be this much longer than equal shares, so that a seam can be found without a scrap at the end."""


def split(text: str, tokens_max: float) -> list[str]:
    """The text in parts of at most so many tokens, about equally long. Nothing but space at a seam is lost."""
    tokens = estimated_tokens(text)
    if tokens <= tokens_max:
        return [text]
    share = min(tokens_max, SLACK * tokens / math.ceil(tokens / tokens_max))
    return [part for part in _parts(text, share, 0) if part.strip()]


def _parts(text: str, tokens_max: float, seam: int) -> Iterator[str]:
    """Stretches between seams of one kind, gathered until full; a stretch too long alone is cut at the next kind."""
    if seam == len(_SEAMS):
        yield from _cut(text, tokens_max)
        return
    start = end = 0
    size = 0.0
    for stretch_start, stretch_end in _stretches(text, seam):
        longer = estimated_tokens(text[end:stretch_end])
        if size and size + longer > tokens_max:
            yield from _within(text[start:end], tokens_max, seam)
            start, size, longer = stretch_start, 0.0, estimated_tokens(text[stretch_start:stretch_end])
        size += longer
        end = stretch_end
    yield from _within(text[start:end], tokens_max, seam)


def _stretches(text: str, seam: int) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SEAMS[seam].finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _within(text: str, tokens_max: float, seam: int) -> Iterator[str]:
    if estimated_tokens(text) <= tokens_max:
        yield text
    else:
        yield from _parts(text, tokens_max, seam + 1)


def _cut(text: str, tokens_max: float) -> Iterator[str]:
    while text:
        length = fitting(text, tokens_max)
        yield text[:length]
        text = text[length:]
