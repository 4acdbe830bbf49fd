"""Playing a customer's phone on an owner's sandbox number: what it says becomes a webhook as Meta would post it."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from libs.common.entities import SandboxMessage, SandboxPhone
from libs.common.envelope import deterministic_id
from libs.common.parts import Parts
from libs.common.store.query import Cursor, Page, Query
from services.gateway.intake import Intake
from services.gateway.whatsapp.media import BYTES_MAX
from services.gateway.whatsapp.sandbox import KEEP, blob_of, message_row, number_id_of, wamid_of, webhook

Json = dict[str, Any]

PICTURE_BYTES_MAX = BYTES_MAX["image"]
PICTURE_TYPES = {
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/webp": (b"RIFF", b"WEBP"),
}
"""What a phone sends as a picture, by how such a file begins; of WebP, its fifth to eighth byte are its length."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a played phone taps: a button, or with `listed` a row of a list."""

    id: str
    title: str
    listed: bool = False

    def said(self) -> Json:
        """As the message object says it."""
        kind = "list_reply" if self.listed else "button_reply"
        return {"type": "interactive", "interactive": {"type": kind, kind: {"id": self.id, "title": self.title}}}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a played phone sends. `mime_type` is one of PICTURE_TYPES."""

    data: bytes
    mime_type: str
    caption: str = ""

    def said(self, media_id: str) -> Json:
        """As the message object says it."""
        digest = base64.b64encode(hashlib.sha256(self.data).digest()).decode()
        caption = {"caption": self.caption} if self.caption else {}
        return {"type": "image", "image": {**caption, "id": media_id, "mime_type": self.mime_type, "sha256": digest}}


def type_of(data: bytes) -> str | None:
    """Which kind of picture these bytes begin like; None for what is none that a phone sends."""
    for mime_type, (start, *further) in PICTURE_TYPES.items():
        if data.startswith(start) and all(data[8:].startswith(part) for part in further):
            return mime_type
    return None


async def write(
    parts: Parts,
    intake: Intake,
    user_id: str,
    customer: str,
    *,
    text: str = "",
    choice: Choice | None = None,
    picture: Picture | None = None,
    name: str = "",
    answering: str = "",
    cause: str = "",
) -> str:
    """The played phone `customer` (digits) writes, taps, or sends a picture; gives the message's id once the event is
    durable. `cause` tells one act from another: the same cause, the same message.

    It takes the way of every webhook, from where its signature was right. Raises Unavailable.
    """
    now = parts.clock()
    phone = await _phone(parts, user_id, customer, name, now)
    wamid = wamid_of(user_id, customer, cause or f"{now.isoformat()}:{text}:{choice}")
    if picture is not None:
        said = picture.said(deterministic_id("picture", wamid))
        await parts.blobs.put(user_id, blob_of(said["image"]["id"]), picture.data, content_type=picture.mime_type)
    else:
        said = choice.said() if choice else {"type": "text", "text": {"body": text}}
    body = posted(user_id, customer, wamid, said, at=now, name=phone.name, answering=answering)
    message = body["entry"][0]["changes"][0]["value"]["messages"][0]
    row = message_row(user_id, customer, message, outbound=False, at=now)
    await parts.store.stage("gateway", user_id, [row, phone])
    await intake.accept(body, only_owner=user_id)
    return wamid


def posted(
    user_id: str, customer: str, wamid: str, said: Json, *, at: datetime, name: str = "", answering: str = ""
) -> Json:
    """What Meta would post when the played phone says this, in answer to a message of ours or by itself."""
    context = {"context": {"from": number_id_of(user_id), "id": answering}} if answering else {}
    message = {"from": customer, "id": wamid, "timestamp": str(int(at.timestamp())), **context, **said}
    contact = {"wa_id": customer, "profile": {"name": name or f"Sandbox {customer[-4:]}"}}
    return webhook(user_id, {"contacts": [contact], "messages": [message]})


async def shown(
    parts: Parts, user_id: str, customer: str, *, after: Cursor | None = None, limit: int = 100
) -> Page[SandboxMessage]:
    """What the played phone shows, both ways, the oldest first."""
    query = Query(SandboxMessage, equal={"customer": customer}, order="sent_at", limit=limit, after=after)
    return await parts.store.reader(user_id).find(query)


async def latest(
    parts: Parts, user_id: str, customer: str, *, after: Cursor | None = None, limit: int = 50
) -> Page[SandboxMessage]:
    """The same, the latest first."""
    query = Query(SandboxMessage, equal={"customer": customer}, order="-sent_at", limit=limit, after=after)
    return await parts.store.reader(user_id).find(query)


async def _phone(parts: Parts, user_id: str, customer: str, name: str, now: datetime) -> SandboxPhone:
    """The played phone, under the name it was last given."""
    key = f"{user_id}:{customer}"
    stands = None if name else await parts.store.reader(user_id).get(SandboxPhone, key)
    return SandboxPhone(
        sandbox_phone_id=key,
        user_id=user_id,
        customer=customer,
        name=name or (stands.name if stands else ""),
        last_at=now,
        expires_at=now + KEEP,
    )
