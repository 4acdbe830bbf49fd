"""Disconnecting a WhatsApp number: it and its secrets go, what was written on it stays."""

from libs.common.entities import Number, WhatsappCred
from libs.common.errors import Refusal
from libs.common.parts import Parts
from libs.common.store.port import Delete, Transaction, Write
from services.gateway.directory import SECRETS, Directory, key_id
from services.gateway.releasing import released


class NoSuchNumber(Refusal, code="no_such_number"):
    """This business has no number with the phone number id {phone_number_id}."""


class SandboxStays(Refusal, code="sandbox_stays"):
    """The sandbox number cannot be disconnected: it is a phone inside Frontdesk to try things on, no customer can write
    to it, and it stays as long as the business does."""


async def disconnect_number(
    parts: Parts, user_id: str, phone_number_id: str, *, directory: Directory | None = None
) -> Number:
    """Delete the number and its secrets in one transaction; gives what was deleted.

    From then on its webhooks are those of an unknown number, and what was still to be sent from it fails with words
    that say so. `directory` forgets it at once; one in another process knows it for FRESH_SECONDS more, and for so long
    no other business may have it. WhatsApp is not told: the number stays in its Meta app. Raises the refusals above,
    Unavailable.
    """

    async def disconnected(tx: Transaction) -> tuple[Number, list[Write]]:
        row = await tx.get(Number, phone_number_id)
        if row is None or row.user_id != user_id:
            raise NoSuchNumber(phone_number_id=phone_number_id)
        if row.channel == "sandbox":
            raise SandboxStays()
        secrets = [Delete(WhatsappCred, key_id(user_id, phone_number_id, name)) for name in SECRETS]
        return row, [*released(row, parts.clock()), *secrets]

    row = await parts.store.transact("gateway", None, disconnected)
    if directory is not None:
        directory.forget(user_id, phone_number_id)
    return row
