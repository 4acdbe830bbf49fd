"""Lines that a page's width broke, joined again; lines that mean something, kept."""

import re
from collections.abc import Sequence

LIST_ITEM = re.compile(r"\s*(?:[-*•‣▪◦–·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")

_STARTS_ANEW = re.compile(r"\s*(?:\w{1,10}\s?\d{0,3}\s?[:：]\s)")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-$")

WRAPPED_MIN = 50
"""Where no line is longer than this, the writer broke them: an address, opening hours, a price list."""

FULL_SHARE = 0.7
"""A line at least this long beside the longest was broken by the width."""


def rewrapped(lines: Sequence[str]) -> str:
    """The lines of a paragraph or list as they were meant: one line for each thought, row or item."""
    lines = [" ".join(line.split()) for line in lines]
    longest = max(map(len, lines), default=0)
    text = ""
    before = ""
    for line in lines:
        if not line:
            continue
        if before and _splits_word(before, line):
            text = text[:-1] + line
        elif before and _was_broken(before, line, longest):
            text = f"{text} {line}"
        else:
            text = f"{text}\n{line}" if text else line
        before = line
    return text


def _was_broken(before: str, line: str, longest: int) -> bool:
    full = longest > WRAPPED_MIN and len(before) >= FULL_SHARE * longest
    return full and not LIST_ITEM.match(line) and not _STARTS_ANEW.match(line)


def _splits_word(before: str, line: str) -> bool:
    return bool(_HYPHEN.search(before)) and line[0].islower()
