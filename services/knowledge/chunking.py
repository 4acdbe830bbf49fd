"""Documents cut into passages that can be found and quoted alone.

A passage stays under one heading, and takes paragraphs until it is of a good size to be found by. Lists, tables and a
question with its answer stay together while they fit at all. Passages do not overlap.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from services.knowledge.parsing.document import Block, Kind, ParsedDocument
from services.knowledge.size import estimated_tokens
from services.knowledge.splitting import split

TOKENS_MAX = 350
TOKENS_GOOD = 200
"""Up to here a passage takes another paragraph. Longer ones are about too many things at once to be near to any."""

HEADING_CHARACTERS_MAX = 120
"""A longer heading is a paragraph set large."""

PATH_CHARACTERS_MAX = 200

QUESTION_CHARACTERS_MAX = 200

_QUESTION = re.compile(r".*[?？؟][\"'”’»)*_ ]*|(?:Q|Question|Pregunta|Frage|Pergunta|Domanda|प्रश्न|س)\s*\d*\s*[:.)].*")


@dataclass(frozen=True)
class Chunk:
    """One passage. `heading` is the path of headings above it, the highest first; `page` is where it begins."""

    index: int
    content: str
    heading: str = ""
    page: int | None = None

    @property
    def searchable(self) -> str:
        """What is embedded: a passage often means little without its heading."""
        return f"{self.heading}\n{self.content}" if self.heading else self.content


@dataclass(frozen=True)
class _Piece:
    """Text that must not be parted from itself, and whether it asks."""

    text: str
    heading: str
    page: int | None
    kind: Kind = Kind.PARAGRAPH
    asks: bool = False

    @property
    def tokens(self) -> float:
        return estimated_tokens(self.text)


def chunked(document: ParsedDocument) -> list[Chunk]:
    """The passages of a document in order. All text between headings is in exactly one of them; the same document
    gives the same passages. Takes about a second for two million characters, so call it off the event loop."""
    pieces = (part for piece in _pieces(document.blocks) for part in _fitting(piece))
    return [
        Chunk(
            index=index, content="\n".join(piece.text for piece in group), heading=group[0].heading, page=group[0].page
        )
        for index, group in enumerate(_gathered(pieces))
    ]


def _pieces(blocks: Iterable[Block]) -> Iterator[_Piece]:
    """The blocks under their heading paths. A heading with nothing under it is a passage's text itself."""
    path: list[tuple[int, str]] = []
    bare: _Piece | None = None
    for block in blocks:
        if block.kind is Kind.HEADING and len(block.text) <= HEADING_CHARACTERS_MAX:
            level = block.level or 1
            if bare and level <= path[-1][0]:
                yield bare
            path = [step for step in path if step[0] < level]
            bare = _Piece(block.text, _joined(path), block.page)
            path.append((level, block.text))
        else:
            bare = None
            yield from _of_block(block, _joined(path))
    if bare:
        yield bare


def _joined(path: list[tuple[int, str]]) -> str:
    """The path as text, without its highest headings where it would be too long."""
    steps = [text for _, text in path]
    while len(" > ".join(steps)) > PATH_CHARACTERS_MAX:
        steps = steps[1:]
    return " > ".join(steps)


def _of_block(block: Block, heading: str) -> Iterator[_Piece]:
    """A block as one piece, parted only before lines that ask a question."""
    if block.kind in (Kind.CODE, Kind.TABLE):
        yield _Piece(block.text, heading, block.page, block.kind)
        return
    lines: list[str] = []
    for line in block.text.split("\n"):
        if lines and _asks(line) != _asks(lines[-1]) and (_asks(line) or _asks(lines[0])):
            yield _Piece("\n".join(lines), heading, block.page, block.kind, _asks(lines[0]))
            lines = []
        lines.append(line)
    yield _Piece("\n".join(lines), heading, block.page, block.kind, _asks(lines[0]))


def _asks(line: str) -> bool:
    return len(line) <= QUESTION_CHARACTERS_MAX and bool(_QUESTION.fullmatch(line.strip()))


def _fitting(piece: _Piece) -> Iterator[_Piece]:
    for text in split(piece.text, TOKENS_MAX):
        yield replace(piece, text=text)


def _gathered(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Neighbouring pieces that make one passage."""
    group: list[_Piece] = []
    tokens = 0.0
    for piece in pieces:
        if group and not _joins(group, tokens, piece):
            yield group
            group, tokens = [], 0.0
        group.append(piece)
        tokens += piece.tokens + 1
    if group:
        yield group


def _joins(group: list[_Piece], tokens: float, piece: _Piece) -> bool:
    last = group[-1]
    if piece.heading != last.heading or (piece.asks and not last.asks):
        return False
    introduced = last.asks or last.text.endswith((":", "："))
    return tokens + piece.tokens <= (TOKENS_MAX if introduced else TOKENS_GOOD)
