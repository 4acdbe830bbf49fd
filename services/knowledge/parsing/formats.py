"""Which parser reads a file: by its first bytes, then by what it is called."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from services.knowledge.parsing.document import BYTES_MAX, CHARACTERS_MAX, ParsedDocument
from services.knowledge.parsing.markdown import parse_markdown
from services.knowledge.parsing.pdf import parse_pdf
from services.knowledge.parsing.plain import parse_plain
from services.knowledge.parsing.refusals import (
    DamagedDocument,
    EmptyDocument,
    FileTooLarge,
    TooMuchText,
    UnsupportedFormat,
)


@dataclass(frozen=True)
class Format:
    """A kind of document that can be read."""

    title: str
    mime_types: frozenset[str]
    extensions: frozenset[str]
    parse: Callable[[bytes, str], ParsedDocument]


PDF = Format("PDF", frozenset({"application/pdf", "application/x-pdf"}), frozenset({".pdf"}), parse_pdf)
MARKDOWN = Format(
    "Markdown", frozenset({"text/markdown", "text/x-markdown"}), frozenset({".md", ".markdown"}), parse_markdown
)
PLAIN = Format("plain text", frozenset({"text/plain"}), frozenset({".txt", ".text"}), parse_plain)

FORMATS = (PDF, MARKDOWN, PLAIN)

_OTHERS = {
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "rich text (RTF)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
}

_PDF_MARK_WITHIN = 1024
"""Readers accept a PDF's mark anywhere in its first kilobyte."""


def parse(data: bytes, name: str, mime_type: str = "") -> ParsedDocument:
    """The text of a document. Raises a DocumentRefused that says why it is not taken and what to do.

    Runs as long and takes as much memory as the document makes it: for documents of strangers see bounded.py.
    """
    if len(data) > BYTES_MAX:
        raise FileTooLarge(name=name, size=len(data), limit=BYTES_MAX)
    if not data.strip():
        raise EmptyDocument(name=name)
    document = format_of(data, name, mime_type).parse(data, name)
    if document.characters > CHARACTERS_MAX:
        raise TooMuchText(name=name, limit=CHARACTERS_MAX)
    if not document.characters:
        raise EmptyDocument(name=name)
    return document


def format_of(data: bytes, name: str, mime_type: str = "") -> Format:
    """The format of a file. What its bytes say wins; among kinds of text its extension, then its declared type."""
    if b"%PDF-" in data[:_PDF_MARK_WITHIN]:
        return PDF
    for mark, found in _OTHERS.items():
        if data.startswith(mark):
            raise UnsupportedFormat(name=name, found=found, supported=supported())
    declared = _declared(name, mime_type)
    if declared is PDF:
        raise DamagedDocument(name=name, expected="PDF")
    if declared is None:
        found = PurePath(name).suffix or mime_type or "a file of no known kind"
        raise UnsupportedFormat(name=name, found=found, supported=supported())
    return declared


def supported() -> str:
    """The formats in words, for a person."""
    *others, last = (format.title for format in FORMATS)
    return f"{', '.join(others)} or {last}"


def _declared(name: str, mime_type: str) -> Format | None:
    extension = PurePath(name).suffix.lower()
    mime = mime_type.partition(";")[0].strip().lower()
    by_extension = next((format for format in FORMATS if extension in format.extensions), None)
    by_mime = next((format for format in FORMATS if mime in format.mime_types), None)
    return by_extension or (by_mime if not extension or mime != "text/plain" else None)
