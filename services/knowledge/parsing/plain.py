"""Plain text: paragraphs, lists and the few headings that people mark by hand."""

import re

from services.knowledge.parsing.document import Block, Kind, ParsedDocument
from services.knowledge.parsing.encoding import decoded
from services.knowledge.parsing.lines import LIST_ITEM, rewrapped

_UNDERLINE = re.compile(r"(=+|-{3,}|~{3,})\s*")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n+")

HEADING_CHARACTERS_MAX = 80


def parse_plain(data: bytes, name: str) -> ParsedDocument:
    """The blocks of a text file. Raises UndecodableText."""
    stretches = _PARAGRAPH_END.split(decoded(data, name))
    return ParsedDocument(blocks=tuple(block for stretch in stretches for block in _blocks(stretch)))


def _blocks(stretch: str) -> list[Block]:
    """What stands between two empty lines: headings at its top, then the rest."""
    lines = [line.rstrip() for line in stretch.split("\n") if line.strip()]
    headings: list[Block] = []
    while lines:
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]) and len(lines[0]) <= HEADING_CHARACTERS_MAX:
            headings.append(Block(kind=Kind.HEADING, text=lines[0].strip(), level=1 if lines[1][0] == "=" else 2))
            lines = lines[2:]
        elif shouted(lines[0]):
            headings.append(Block(kind=Kind.HEADING, text=lines[0].strip(), level=2))
            lines = lines[1:]
        else:
            return [*headings, body(lines)]
    return headings


def shouted(line: str) -> bool:
    """A short line all in capitals, as headings of text files often are."""
    letters = sum(character.isalpha() for character in line)
    short = letters >= 4 and len(line) <= HEADING_CHARACTERS_MAX
    return short and line.isupper() and not LIST_ITEM.match(line) and line[-1] not in ".,;!"


def body(lines: list[str], page: int | None = None) -> Block:
    """Lines that belong together, as a list if most begin like its items."""
    items = sum(bool(LIST_ITEM.match(line)) for line in lines)
    kind = Kind.LIST if items >= 2 or items == len(lines) else Kind.PARAGRAPH
    return Block(kind=kind, text=rewrapped(lines), page=page)
