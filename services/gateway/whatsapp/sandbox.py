"""The sandbox: a number inside the gateway, with phones that are played. The same JSON both ways as Meta's."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from libs.common.entities import SandboxMessage
from libs.common.envelope import deterministic_id
from libs.common.errors import Unavailable
from libs.common.parts import Clock
from libs.common.store.port import Store, Transaction, Write
from services.gateway.whatsapp.outgoing import recipient
from services.gateway.whatsapp.transport import Answer, Refused, Taken

KEEP = timedelta(days=30)
REPORTED = ("sent", "delivered")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a played phone tapped: a button, or with `listed` a row of a list."""

    id: str
    title: str
    listed: bool = False


Accept = Callable[[Json], Awaitable[object]]
"""What takes a webhook's body, as the HTTP route does once the signature was right."""


def number_id_of(user_id: str) -> str:
    """The owner's sandbox number."""
    return f"sandbox-{user_id}"


def sandbox_webhook(
    user_id: str,
    customer: str,
    *,
    at: datetime,
    text: str = "",
    choice: Choice | None = None,
    name: str = "",
    answering: str = "",
    cause: str = "",
) -> Json:
    """What Meta would post when the played phone `customer` writes `text`, or taps `choice`.

    `cause` tells one act from another: the same cause, the same message.
    """
    wamid = wamid_of(user_id, customer, cause or f"{at.isoformat()}:{text}:{choice}")
    said = _tapped(choice) if choice else {"type": "text", "text": {"body": text}}
    context = {"context": {"from": number_id_of(user_id), "id": answering}} if answering else {}
    message = {"from": customer, "id": wamid, "timestamp": str(int(at.timestamp())), **context, **said}
    contact = {"wa_id": customer, "profile": {"name": name or f"Sandbox {customer[-4:]}"}}
    return _webhook(user_id, {"contacts": [contact], "messages": [message]})


def wamid_of(*parts: str) -> str:
    """A message id as WhatsApp's look."""
    return f"wamid.{deterministic_id('sandbox', *parts)}"


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


@dataclass(frozen=True)
class SandboxLine:
    """One owner's sandbox number. A message's id is made from its delivery's, so it is never there twice."""

    user_id: str
    store: Store
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

    def _reports(self, to: str, wamid: str, delivery_id: str) -> Json:
        timestamp = str(int(self.clock().timestamp()))
        about = {"id": wamid, "timestamp": timestamp, "recipient_id": to, "biz_opaque_callback_data": delivery_id}
        return _webhook(self.user_id, {"statuses": [{**about, "status": status} for status in REPORTED]})


def _tapped(choice: Choice) -> Json:
    kind = "list_reply" if choice.listed else "button_reply"
    return {"type": "interactive", "interactive": {"type": kind, kind: {"id": choice.id, "title": choice.title}}}


def _webhook(user_id: str, happened: Json) -> Json:
    number = {"display_phone_number": number_id_of(user_id), "phone_number_id": number_id_of(user_id)}
    value = {"messaging_product": "whatsapp", "metadata": number, **happened}
    return {
        "object": "whatsapp_business_account",
        "entry": [{"id": number_id_of(user_id), "changes": [{"field": "messages", "value": value}]}],
    }
