"""Playing a customer's phone on an owner's sandbox number."""

from datetime import datetime

from libs.common.entities import SandboxMessage, SandboxPhone
from libs.common.parts import Parts
from libs.common.store.query import Cursor, Page, Query
from services.gateway.intake import Intake
from services.gateway.whatsapp.sandbox import KEEP, Choice, message_row, sandbox_webhook


async def write(
    parts: Parts,
    intake: Intake,
    user_id: str,
    customer: str,
    *,
    text: str = "",
    choice: Choice | None = None,
    name: str = "",
    answering: str = "",
    cause: str = "",
) -> str:
    """The played phone `customer` (digits) writes, or taps; gives the message's id once the event is durable.

    It takes the way of every webhook, from where its signature was right. Raises Unavailable.
    """
    now = parts.clock()
    phone = await _phone(parts, user_id, customer, name, now)
    body = sandbox_webhook(
        user_id, customer, at=now, text=text, choice=choice, name=phone.name, answering=answering, cause=cause
    )
    message = body["entry"][0]["changes"][0]["value"]["messages"][0]
    row = message_row(user_id, customer, message, outbound=False, at=now)
    await parts.store.stage("gateway", user_id, [row, phone])
    await intake.accept(body, only_owner=user_id)
    return str(message["id"])


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
