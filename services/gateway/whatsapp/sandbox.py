"""The sandbox: a number inside the gateway, with phones that are played. The same JSON both ways as Meta's."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from libs.common.blobs.port import BlobMissing, Blobs
from libs.common.entities import SandboxMessage
from libs.common.envelope import deterministic_id
from libs.common.errors import Unavailable
from libs.common.parts import Clock
from libs.common.store.port import Store, Transaction, Write
from services.gateway.whatsapp.media import Passed, Unfit, check_announced
from services.gateway.whatsapp.outgoing import recipient
from services.gateway.whatsapp.transport import Answer, Fetched, Kept, NotKept, Refused, Taken, Wanted
from services.gateway.whatsapp.untrusted import named, obj

KEEP = timedelta(days=30)
REPORTED = ("sent", "delivered")

Json = dict[str, Any]
Accept = Callable[[Json], Awaitable[object]]
"""What takes a webhook's body, as the HTTP route does once the signature was right."""


def number_id_of(user_id: str) -> str:
    """The owner's sandbox number."""
    return f"sandbox-{user_id}"


def wamid_of(*parts: str) -> str:
    """A message id as WhatsApp's look."""
    return f"wamid.{deterministic_id('sandbox', *parts)}"


def webhook(user_id: str, happened: Json) -> Json:
    """What Meta would post when this happened on the owner's number."""
    number = {"display_phone_number": number_id_of(user_id), "phone_number_id": number_id_of(user_id)}
    value = {"messaging_product": "whatsapp", "metadata": number, **happened}
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": number_id_of(user_id), "changes": [{"field": "messages", "value": value}]}],
    }


def message_row(
    user_id: str, customer: str, message: Mapping[str, Any], *, outbound: bool, at: datetime
) -> SandboxMessage:
    """How a message is kept for the played phone to show."""
    return SandboxMessage(
        sandbox_message_id=f"{user_id}:{message['id']}",
        user_id=user_id,
        phone_number_id=number_id_of(user_id),
        customer=customer,
        outbound=outbound,
        payload=json.dumps(message, ensure_ascii=False),
        sent_at=at,
        status="delivered" if outbound else "sent",
        expires_at=at + KEEP,
        updated_at=at,
    )


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture that a played phone sent: the owner's blob, and the type that its message names."""

    blob: str
    mime_type: str


def picture_in(row: SandboxMessage) -> SentPicture | None:
    """The picture of a message; None where it has none."""
    image = obj(json.loads(row.payload), "image")
    media_id = named(image, "id")
    return SentPicture(blob_of(media_id), named(image, "mime_type")) if media_id else None


def blob_of(media_id: str) -> str:
    """What a file of the sandbox is called among the owner's: the sandbox keeps it where WhatsApp has servers."""
    return f"phone/{media_id}"


@dataclass(frozen=True)
class SandboxLine:
    """One owner's sandbox number. A message's id is made from its delivery's, so it is never there twice."""

    user_id: str
    store: Store
    blobs: Blobs
    clock: Clock
    accept: Accept

    async def send(self, to: str, content: Mapping[str, Any], delivery_id: str) -> Answer:
        wamid = wamid_of(delivery_id)
        message = {"id": wamid, "messaging_product": "whatsapp", **recipient(to), **content}
        row = message_row(self.user_id, to, message, outbound=True, at=self.clock())
        try:
            await self.store.stage("gateway", self.user_id, [row])
            await self.accept(self._reports(to, wamid, delivery_id))
        except Unavailable as silent:
            return Refused(0, str(silent), "later", silent.retry_after)
        return Taken(wamid)

    async def mark_read(self, whatsapp_id: str, *, typing: bool) -> bool:
        """The played phone shows the blue ticks; it does not show typing."""

        async def read(tx: Transaction) -> tuple[bool, list[Write]]:
            row = await tx.get(SandboxMessage, f"{self.user_id}:{whatsapp_id}")
            return (row is not None, [row.changed(status="read", updated_at=self.clock())] if row else [])

        try:
            return await self.store.transact("gateway", self.user_id, read)
        except Unavailable:
            return False

    async def fetch(self, file: Wanted) -> Fetched:
        """It is among the owner's files already, so it stays where it is; but it is looked at like any other."""
        blob = blob_of(file.media.id)
        passed = Passed(file, self.blobs.get_stream(self.user_id, blob), file.media.sha256)
        try:
            check_announced(file, file.media.mime_type, 0)
            async for _ in passed:
                pass
        except Unfit as unfit:
            return unfit.verdict
        except BlobMissing:
            return NotKept("The sandbox has this file no longer.", "gone")
        return Kept(blob, file.media.mime_type, passed.size)

    def _reports(self, to: str, wamid: str, delivery_id: str) -> Json:
        timestamp = str(int(self.clock().timestamp()))
        about = {"id": wamid, "timestamp": timestamp, "recipient_id": to, "biz_opaque_callback_data": delivery_id}
        return webhook(self.user_id, {"statuses": [{**about, "status": status} for status in REPORTED]})
