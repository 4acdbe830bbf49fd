"""Which parser a file gets, and what every format's documents are held to."""

import pytest

from services.knowledge.parsing import formats
from services.knowledge.parsing.document import BYTES_MAX, CHARACTERS_MAX
from services.knowledge.parsing.formats import MARKDOWN, PDF, PLAIN, format_of, parse
from services.knowledge.parsing.refusals import (
    DamagedDocument,
    EmptyDocument,
    FileTooLarge,
    TooMuchText,
    UnsupportedFormat,
)
from tests.unit.services.knowledge.parsing.pdf_files import pdf


@pytest.mark.parametrize(
    ("name", "mime_type", "expected"),
    [
        ("a.txt", "text/plain", PLAIN),
        ("a.TXT", "", PLAIN),
        ("a.md", "text/plain", MARKDOWN),
        ("a", "text/markdown; charset=utf-8", MARKDOWN),
        ("pasted", "text/plain", PLAIN),
        ("a.md", "application/octet-stream", MARKDOWN),
    ],
)
def test_text_goes_by_its_extension_then_its_declared_type(name: str, mime_type: str, expected: formats.Format) -> None:
    """Browsers declare Markdown as plain text."""
    assert format_of(b"hello", name, mime_type) is expected


def test_a_pdf_is_a_pdf_whatever_it_is_called() -> None:
    """Its first bytes are surer than its name."""
    assert format_of(pdf([[]]), "menu.txt", "text/plain") is PDF


@pytest.mark.parametrize(
    ("data", "name", "mime_type"),
    [
        (b"PK\x03\x04rest", "a.docx", ""),
        (b"PK\x03\x04rest", "a.txt", "text/plain"),
        (b"\x89PNG\r\n", "a.png", "image/png"),
        (b"<html>", "a.html", "text/html"),
        (b"a,b", "a.csv", "text/plain"),
        (b"hello", "a", ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_can(data: bytes, name: str, mime_type: str) -> None:
    """The owner learns which formats to use."""
    with pytest.raises(UnsupportedFormat, match="PDF, Markdown or plain text"):
        format_of(data, name, mime_type)


def test_a_false_pdf_is_refused_as_damaged() -> None:
    """A renamed file gets no guess."""
    with pytest.raises(DamagedDocument):
        parse(b"hello", "a.pdf", "application/pdf")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    """Also one that has only space in it."""
    with pytest.raises(EmptyDocument):
        parse(data, "a.txt")


def test_size_and_text_are_bounded() -> None:
    """One more than the limit is too much; the limit itself is not."""
    with pytest.raises(FileTooLarge):
        parse(b"a" * (BYTES_MAX + 1), "a.txt")
    with pytest.raises(TooMuchText):
        parse(b"a" * (CHARACTERS_MAX + 1), "a.txt")
    assert parse(b"a" * CHARACTERS_MAX, "a.txt").characters == CHARACTERS_MAX
