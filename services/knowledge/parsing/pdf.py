"""PDF: the text that is in it, with headings seen by their size. Pictures of text are refused."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from services.knowledge.parsing.document import CHARACTERS_MAX, PAGES_MAX, ParsedDocument
from services.knowledge.parsing.layout import Line, blocks_of_pages
from services.knowledge.parsing.refusals import (
    DamagedDocument,
    EmptyDocument,
    EncryptedDocument,
    ScannedDocument,
    TooManyPages,
    TooMuchText,
)

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

CHARACTERS_PER_PAGE_MIN = 10
"""A document with less text than this on an average page, and pictures on them, is a scan."""


def parse_pdf(data: bytes, name: str) -> ParsedDocument:
    """The blocks of a PDF with their pages. Refuses one that is encrypted, scanned, empty, damaged or too long."""
    from pypdf.errors import PyPdfError

    try:
        reader = _opened(data, name)
        pages = _pages_of_lines(reader, name)
        if sum(len(line.text) for page in pages for line in page) < CHARACTERS_PER_PAGE_MIN * len(pages):
            _refuse_without_text(reader, pages, name)
        return ParsedDocument(blocks=tuple(blocks_of_pages(pages)), pages=len(pages))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # A damaged file surprises the parser in any of these ways.
        raise DamagedDocument(name=name, expected="PDF") from error


def _opened(data: bytes, name: str) -> "PdfReader":
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise EncryptedDocument(name=name)
    pages = len(reader.pages)
    if pages > PAGES_MAX:
        raise TooManyPages(name=name, pages=pages, limit=PAGES_MAX)
    return reader


def _opens_without_password(reader: "PdfReader") -> bool:
    """True for the many files that only forbid printing or editing."""
    from pypdf import PasswordType
    from pypdf.errors import PyPdfError

    try:
        return reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except (PyPdfError, NotImplementedError):  # the latter is pypdf's word for an encryption it does not know
        return False


def _pages_of_lines(reader: "PdfReader", name: str) -> list[list[Line]]:
    pages: list[list[Line]] = []
    characters = 0
    for page in reader.pages:
        lines = _lines(page)
        characters += sum(len(line.text) for line in lines)
        if characters > CHARACTERS_MAX:
            raise TooMuchText(name=name, limit=CHARACTERS_MAX)
        pages.append(lines)
    return pages


def _refuse_without_text(reader: "PdfReader", pages: Sequence[Sequence[Line]], name: str) -> None:
    """Raise for a scan or an empty file; a short text without pictures is let through."""
    pictures = sum(_has_picture(page) for page in reader.pages)
    if pictures:
        raise ScannedDocument(name=name, pages=len(pages))
    if not any(pages):
        raise EmptyDocument(name=name)


def _has_picture(page: "PageObject") -> bool:
    resources: Any = page.get("/Resources", {}).get_object()
    objects: Any = resources.get("/XObject", {}).get_object() if "/XObject" in resources else {}
    return any(item.get_object().get("/Subtype") == "/Image" for item in objects.values())


@dataclass
class _Piece:
    """A run of text as the page draws it."""

    text: str
    size: float
    bottom: float
    bold: bool


def _lines(page: "PageObject") -> list[Line]:
    """The page's lines in the order it draws them, each with its largest letters' size and its height on the page."""
    pieces: list[_Piece] = []

    def visit(text: str, at: Any, matrix: Any, font: Any, size: float) -> None:
        scale = abs(matrix[3] * at[3]) or abs(matrix[0] * at[0]) or 1.0
        bottom = at[1] * matrix[4] + at[3] * matrix[5] + at[5]
        bold = bool(font) and "bold" in str(font.get("/BaseFont", "")).lower()
        pieces.append(_Piece(text, round(size * scale, 1), bottom, bold))

    page.extract_text(visitor_text=visit)
    return list(_joined(pieces))


def _joined(pieces: Sequence[_Piece]) -> Iterator[Line]:
    line: list[_Piece] = []
    for piece in pieces:
        for place, part in enumerate(piece.text.split("\n")):
            if place:
                yield from _as_line(line)
                line = []
            if part.strip():
                line.append(_Piece(part, piece.size, piece.bottom, piece.bold))
    yield from _as_line(line)


def _as_line(pieces: Sequence[_Piece]) -> Iterator[Line]:
    text = " ".join("".join(piece.text for piece in pieces).split())
    if text:
        yield Line(
            text=text,
            size=max(piece.size for piece in pieces),
            bottom=pieces[0].bottom,
            bold=all(piece.bold for piece in pieces),
        )
