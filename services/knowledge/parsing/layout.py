"""Lines on pages to headings, paragraphs and lists, by their size, weight and distance."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from services.knowledge.parsing.document import Block, Kind
from services.knowledge.parsing.lines import LIST_ITEM
from services.knowledge.parsing.plain import body

HEADING_SCALE = 1.15
"""Letters at least this much larger than the body's make a heading."""

HEADING_CHARACTERS_MAX = 120

PARAGRAPH_GAP = 1.6
"""Lines further apart than this many letter sizes belong to different paragraphs."""

RUNNING_PAGES_MIN = 3
RUNNING_SHARE = 0.6
RUNNING_LINES_MAX = 2
RUNNING_CHARACTERS_MAX = 100
"""A short line among a page's first or last two that most pages share there is a running header or footer."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Line:
    """A line of text on a page: the size of its letters and its height above the bottom, both in points."""

    text: str
    size: float = 0.0
    bottom: float = 0.0
    bold: bool = False


def blocks_of_pages(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The blocks of all pages in order, without running headers, footers and page numbers."""
    running = _running(pages)
    bare = [_without_running(page, running) for page in pages]
    levels = _heading_levels(line for page in bare for line in page)
    body_size = _body_size(line for page in bare for line in page)
    return [
        block
        for number, page in enumerate(bare, start=1)
        for lines, level in _groups(page, levels, body_size)
        for block in [_block(lines, level, number)]
    ]


def _block(lines: Sequence[Line], level: int | None, page: int) -> Block:
    texts = [line.text for line in lines]
    if level is None:
        return body(texts, page)
    return Block(kind=Kind.HEADING, text=" ".join(texts), level=level, page=page)


def _groups(
    page: Sequence[Line], levels: dict[float, int], body_size: float
) -> Iterator[tuple[list[Line], int | None]]:
    """Neighbouring lines that make one block, with its heading level if it is a heading."""
    group: list[Line] = []
    group_level: int | None = None
    for line in page:
        level = _level(line, levels, body_size)
        if group and (level != group_level or _parted(group[-1], line)):
            yield group, group_level
            group = []
        group.append(line)
        group_level = level
    if group:
        yield group, group_level


def _level(line: Line, levels: dict[float, int], body_size: float) -> int | None:
    if len(line.text) > HEADING_CHARACTERS_MAX or not any(character.isalpha() for character in line.text):
        return None
    if line.size in levels:
        return levels[line.size]
    looks = line.bold and line.size >= body_size and not LIST_ITEM.match(line.text) and line.text[-1] not in ".,;:"
    return len(levels) + 1 if looks else None


def _parted(before: Line, line: Line) -> bool:
    """Whether a gap lies between two lines; a step upwards is the next column."""
    down = before.bottom - line.bottom
    return down < -before.size or down > PARAGRAPH_GAP * max(before.size, line.size, 1.0)


def _body_size(lines: Iterable[Line]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _heading_levels(lines: Iterable[Line]) -> dict[float, int]:
    """Levels of the sizes larger than the body's, the largest first; at most six."""
    kept = list(lines)
    smallest = HEADING_SCALE * _body_size(kept)
    larger = sorted({line.size for line in kept if line.size >= smallest > 0}, reverse=True)
    return {size: min(level, 6) for level, size in enumerate(larger, start=1)}


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """The lines that most pages share at their edges, numbers aside."""
    if len(pages) < RUNNING_PAGES_MIN:
        return set()
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    return {shape for shape, times in edges.items() if shape and times >= RUNNING_SHARE * len(pages)}


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:RUNNING_LINES_MAX], *page[RUNNING_LINES_MAX:][-RUNNING_LINES_MAX:]]


def _without_running(page: Sequence[Line], running: set[str]) -> list[Line]:
    edges = {id(line) for line in _edges(page)}
    return [line for line in page if id(line) not in edges or _shape(line) not in running]


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", line.text) if len(line.text) <= RUNNING_CHARACTERS_MAX else ""
