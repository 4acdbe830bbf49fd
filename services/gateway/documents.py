"""Which documents are taken: refused at the door, before a byte is stored. What a file really holds is knowledge's to
say, once it reads it."""

from dataclasses import dataclass
from pathlib import PurePath

BYTES_MAX = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document, by what its files are called."""

    title: str
    extensions: tuple[str, ...]
    mime_types: tuple[str, ...]


TYPES = (
    DocumentType("PDF", (".pdf",), ("application/pdf",)),
    DocumentType("Markdown", (".md", ".markdown"), ("text/markdown",)),
    DocumentType("plain text", (".txt", ".text"), ("text/plain",)),
)


def is_taken(name: str, mime_type: str) -> bool:
    """Whether a file of this name may be uploaded; one without an ending by its declared type."""
    extension = PurePath(name).suffix.lower()
    if extension:
        return any(extension in one.extensions for one in TYPES)
    return any(mime_type in one.mime_types for one in TYPES)


def types_in_words() -> str:
    """The kinds for a person: "PDF, Markdown or plain text"."""
    *others, last = (one.title for one in TYPES)
    return f"{', '.join(others)} or {last}"
