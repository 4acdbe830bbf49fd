"""The blob port: files of one owner, written once, read whole or in pieces."""

from collections.abc import AsyncIterable, AsyncIterator
from typing import Protocol

BLOB_BYTES_MAX = 100_000_000
"""WhatsApp's largest document."""
PIECE_BYTES = 1024 * 1024


class BlobMissing(Exception):
    """No file of this owner has that name."""


class Blobs(Protocol):
    """Where files are. A name belongs to its owner: another owner's answers as if absent."""

    async def put(self, user_id: str, name: str, data: bytes, *, content_type: str = "") -> str:
        """Store a file durably and give its reference. The same name again replaces it whole: a reader gets the old
        bytes or the new. Raises TooLarge, Unavailable."""

    async def put_stream(self, user_id: str, name: str, pieces: AsyncIterable[bytes], *, content_type: str = "") -> str:
        """The same for a file that comes in pieces and is never whole in memory. It is there once this returns; where
        `pieces` raises, or this is cancelled, nothing is. Raises what `pieces` raises, TooLarge, Unavailable."""

    async def get(self, user_id: str, reference: str) -> bytes:
        """The bytes. Raises BlobMissing, Unavailable."""

    def get_stream(
        self, user_id: str, reference: str, *, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """The bytes from `start` on, at most `length` of them, in pieces of at most PIECE_BYTES, all of one version of
        the file. Raises BlobMissing before the first piece, Unavailable at any."""

    async def delete(self, user_id: str, reference: str) -> None:
        """Remove it; harmless where there is none."""

    async def delete_all(self, user_id: str) -> None:
        """Remove every file of an owner."""

    async def ready(self) -> None:
        """Return if the place answers. Raises Unavailable."""

    async def close(self) -> None:
        """Let go of files or channels."""
