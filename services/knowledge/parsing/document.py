"""What a parser makes of a document, and how much of it is taken."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

BYTES_MAX = 20_000_000
PAGES_MAX = 500
CHARACTERS_MAX = 2_000_000


class Kind(StrEnum):
    """What a block was in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    CODE = "code"


class Block(BaseModel):
    """A stretch of a document that belongs together. Lines of a list, table or paragraph are parted by newlines.

    A table's line names its columns ("Day: Monday; Hours: 9-17"), so that a line says the same alone.
    """

    model_config = ConfigDict(frozen=True)

    kind: Kind
    text: str
    level: int | None = None  # headings only: 1 is the highest
    page: int | None = None  # counted from 1, where the format has pages


class ParsedDocument(BaseModel):
    """A document's text in reading order. No block is empty."""

    model_config = ConfigDict(frozen=True)

    blocks: tuple[Block, ...]
    pages: int | None = None

    @property
    def characters(self) -> int:
        """The length of all its text."""
        return sum(len(block.text) for block in self.blocks)
