"""Media that a business uploaded or a customer sent: known by an id, fetched by an address, limited by kind."""

import base64
import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fakes.graph.errors import invalid
from tests.fakes.graph.limits import Json

MB = 1024 * 1024
UPLOAD_BYTES_MAX = 100 * MB

# MIME type -> the most bytes Meta takes of it.
TYPES: dict[str, int] = {
    **dict.fromkeys(["audio/aac", "audio/amr", "audio/mp4", "audio/mpeg", "audio/ogg"], 16 * MB),
    **dict.fromkeys(["image/jpeg", "image/png"], 5 * MB),
    **dict.fromkeys(["video/mp4", "video/3gpp"], 16 * MB),
    "image/webp": 500 * 1024,
    **dict.fromkeys(["text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel"], 100 * MB),
    **dict.fromkeys(
        [
            f"application/vnd.openxmlformats-officedocument.{kind}"
            for kind in ("wordprocessingml.document", "presentationml.presentation", "spreadsheetml.sheet")
        ],
        100 * MB,
    ),
    "application/vnd.ms-powerpoint": 100 * MB,
}


@dataclass(frozen=True)
class Media:
    """One file at Meta. It belongs to a number: other numbers' tokens do not see it.

    `announced` are fields of its description that are not as the file is; `breaks_off_at` is the byte after which its
    download ends as if the line were cut.
    """

    id: str
    number_id: str
    data: bytes
    mime_type: str
    announced: Json = field(default_factory=dict)
    breaks_off_at: int | None = None

    def node(self, base_url: str) -> Json:
        """The answer to `GET /{media_id}`."""
        return self._described(base_url) | self.announced

    def _described(self, base_url: str) -> Json:
        return {
            "url": f"{base_url}/whatsapp_business/attachments/?mid={self.id}&hash={self._digest.hex()[:12]}",
            "mime_type": self.mime_type,
            "sha256": self._digest.hex(),
            "file_size": len(self.data),
            "id": self.id,
            "messaging_product": "whatsapp",
        }

    def in_webhook(self) -> Json:
        """How an inbound message names it."""
        return {"mime_type": self.mime_type, "sha256": base64.b64encode(self._digest).decode(), "id": self.id}

    @property
    def _digest(self) -> bytes:
        return hashlib.sha256(self.data).digest()


class MediaShelf:
    """All media of the stand-in, by id."""

    def __init__(self) -> None:
        self._media: dict[str, Media] = {}

    def get(self, media_id: str) -> Media | None:
        return self._media.get(media_id)

    def add(self, number_id: str, data: bytes, mime_type: str) -> Media:
        """Keep a file under the next id."""
        media = Media(str(1_200_000_000_000_000 + len(self._media)), number_id, data, mime_type)
        self._media[media.id] = media
        return media

    def forget(self, media_id: str) -> None:
        """What happens to a file after 7 days: its id leads nowhere."""
        del self._media[media_id]

    def announce(self, media_id: str, **fields: Any) -> None:
        """Describe a file as it is not: another `sha256`, `file_size`, `mime_type` or `url`."""
        self._media[media_id] = replace(self._media[media_id], announced=fields)

    def break_off(self, media_id: str, *, at: int | None) -> None:
        """Cut every download of a file after so many bytes; None mends it."""
        self._media[media_id] = replace(self._media[media_id], breaks_off_at=at)

    def upload(self, number_id: str, data: bytes, mime_type: str) -> Media:
        """Keep what a business uploads. Raises GraphError for a type or size that Meta refuses."""
        most = TYPES.get(mime_type.partition(";")[0].strip())
        if most is None:
            raise invalid(
                f"Param file must be a file with one of the following types: {', '.join(TYPES)}. "
                f"Received file of type '{mime_type}'."
            )
        if len(data) > most:
            raise invalid(f"Param file must be at most {most} bytes of {mime_type}; received {len(data)}.")
        return self.add(number_id, data, mime_type)
