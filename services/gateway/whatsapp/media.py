"""Files that customers send: how large they may be and of which kind, and whether what came is what was announced.

Pure. Sizes are Meta's, "Supported media types":
https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
"""

import base64
import binascii
import hashlib
import re
from collections.abc import AsyncIterable, AsyncIterator, Mapping

from libs.common.blobs.port import BLOB_BYTES_MAX
from services.gateway.whatsapp.transport import NotKept, Wanted

MB = 1024 * 1024
BYTES_MAX: Mapping[str, int] = {
    "image": 5 * MB,
    "audio": 16 * MB,
    "voice": 16 * MB,
    "video": 16 * MB,
    "sticker": 500 * 1024,
    "document": 100 * MB,
}
"""By the message's type. Over it stands the bound of our own, BLOB_BYTES_MAX."""
_FAMILIES = {"image": "image", "sticker": "image", "audio": "audio", "voice": "audio", "video": "video"}
_NAMES = {"image": "picture", "voice": "voice message", "audio": "recording"}
_HEX = re.compile(r"[0-9a-fA-F]{64}")


class Unfit(Exception):
    """The file is not kept; why stands in it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def verdict(self) -> NotKept:
        """What becomes of it."""
        return NotKept(self.reason, "refused")


def bytes_max(kind: str) -> int:
    """The most bytes that are taken of a file that came with a message of this type."""
    return min(BYTES_MAX.get(kind, BLOB_BYTES_MAX), BLOB_BYTES_MAX)


def check_announced(file: Wanted, mime_type: str, size: int) -> None:
    """Raise Unfit where what WhatsApp says of a file is enough not to fetch it. Size 0: it does not say."""
    family = _FAMILIES.get(file.kind)
    if family is not None and mime_type.partition("/")[0].strip().lower() != family:
        raise Unfit(f"It was sent as a {_name(file.kind)}, but is said to be {mime_type or 'of no type'}.")
    check_size(file, size)


def check_size(file: Wanted, size: int) -> None:
    """Raise Unfit where that many bytes are too many."""
    most = bytes_max(file.kind)
    if size > most:
        raise Unfit(f"It has more than the {most / MB:.3g} MB that a {_name(file.kind)} may have on WhatsApp.")


class Passed:
    """Pieces of a file on their way, counted and looked at; `size` is what has passed.

    Raises Unfit where they are more than may be, and, once all have passed, where they are not the file that was
    announced: whoever stores them has then not stored it.
    """

    def __init__(self, file: Wanted, pieces: AsyncIterable[bytes], *digests: str) -> None:
        self._file = file
        self._pieces = pieces
        self._announced = {digest for said in digests if (digest := _digest(said)) is not None}
        self._hash = hashlib.sha256()
        self.size = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._pieces:
            self.size += len(piece)
            check_size(self._file, self.size)
            self._hash.update(piece)
            yield piece
        if self._announced - {self._hash.digest()}:
            raise Damaged()


class Damaged(Unfit):
    """What came is not what was announced: perhaps on the way only."""

    def __init__(self) -> None:
        super().__init__("It arrived damaged: its checksum is not the one that WhatsApp announced.")


def _digest(said: str) -> bytes | None:
    """A SHA-256 as the Graph API says it (hexadecimal) or as webhooks do (base64)."""
    if _HEX.fullmatch(said):
        return bytes.fromhex(said)
    try:
        digest = base64.b64decode(said, validate=True)
    except (binascii.Error, ValueError):
        return None
    return digest if len(digest) == hashlib.sha256().digest_size else None


def _name(kind: str) -> str:
    return _NAMES.get(kind, kind)
