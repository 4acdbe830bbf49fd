"""The blob port: files of one owner, written once, read whole."""

from typing import Protocol

BLOB_BYTES_MAX = 100_000_000
"""WhatsApp's largest document."""


class BlobMissing(Exception):
    """No file of this owner has that name."""


class Blobs(Protocol):
    """Where files are. A name belongs to its owner: another owner's answers as if absent."""

    async def put(self, user_id: str, name: str, data: bytes, *, content_type: str = "") -> str:
        """Store a file durably and give its reference. The same name again replaces it whole: a reader gets the old
        bytes or the new. Raises TooLarge, Unavailable."""

    async def get(self, user_id: str, reference: str) -> bytes:
        """The bytes. Raises BlobMissing, Unavailable."""

    async def delete(self, user_id: str, reference: str) -> None:
        """Remove it; harmless where there is none."""

    async def delete_all(self, user_id: str) -> None:
        """Remove every file of an owner."""

    async def ready(self) -> None:
        """Return if the place answers. Raises Unavailable."""

    async def close(self) -> None:
        """Let go of files or channels."""
