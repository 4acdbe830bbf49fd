"""Connecting a WhatsApp number: the token is tried at WhatsApp before anything is kept."""

import re
from dataclasses import dataclass

from libs.common.entities import Number, User, WhatsappCred
from libs.common.errors import Refusal
from libs.common.parts import Parts
from libs.common.settings import Settings
from libs.common.store.port import Transaction, Write
from services.gateway.directory import APP_SECRET, TOKEN, VERIFY_TOKEN, Directory, key_id
from services.gateway.owners import NoSuchOwner
from services.gateway.releasing import free_for
from services.gateway.whatsapp.cloud_api import GraphApi, Heard
from services.gateway.whatsapp.graph_errors import TOKEN_REJECTED, title_of
from services.gateway.whatsapp.untrusted import mapping, named, number, obj

WEBHOOK = "/webhooks/whatsapp"
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


class TokenRejected(Refusal, code="token_rejected"):
    """WhatsApp does not accept this token ({why}). Make a new one for the app in Meta's dashboard."""


class NumberNotFound(Refusal, code="number_not_found"):
    """WhatsApp knows no phone number id {phone_number_id} that this token may use. The id stands beside the number in
    Meta's dashboard, and is not the number itself."""


class WhatsappSilent(Refusal, code="whatsapp_silent"):
    """WhatsApp could not be asked about this number ({why}). Nothing was changed; try again."""


class NumberTaken(Refusal, code="number_taken"):
    """The phone number id {phone_number_id} cannot be connected here, because it is in use."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an owner gives to connect a number. With an `app_secret` its webhooks come to the owner's own address."""

    token: str
    app_secret: str = ""
    verify_token: str = ""


async def connect_number(
    parts: Parts,
    user_id: str,
    phone_number_id: str,
    credentials: Credentials,
    *,
    directory: Directory | None = None,
) -> Number:
    """Check the token at WhatsApp, then keep number and secrets in one transaction. Again: the secrets are replaced.

    `directory` forgets what it knew of the number. Raises the refusals above, NumberNotFree, NoSuchOwner, Unavailable.
    """
    confirmed = await _confirmed(parts, phone_number_id, credentials.token)
    now = parts.clock()

    async def connected(tx: Transaction) -> tuple[Number, list[Write]]:
        if await tx.get(User, user_id) is None:
            raise NoSuchOwner(user_id=user_id)
        stands = await tx.get(Number, phone_number_id)
        if stands is not None and stands.user_id != user_id:
            raise NumberTaken(phone_number_id=phone_number_id)
        freed = await free_for(tx, user_id, phone_number_id, now)
        row = Number(
            phone_number_id=phone_number_id,
            user_id=user_id,
            display_number=confirmed.display_number,
            verified_name=confirmed.verified_name,
            own_app=bool(credentials.app_secret) or bool(stands and stands.own_app),
            created_at=stands.created_at if stands else now,
        )
        return row, [row, *freed, *_sealed(parts, row, credentials)]

    row = await parts.store.transact("gateway", None, connected)
    if directory is not None:
        directory.forget(user_id, phone_number_id)
    return row


@dataclass(frozen=True, slots=True)
class _Confirmed:
    display_number: str
    verified_name: str


async def _confirmed(parts: Parts, phone_number_id: str, token: str) -> _Confirmed:
    """What WhatsApp says of the number when asked with this token."""
    if not _ID.fullmatch(phone_number_id):
        raise NumberNotFound(phone_number_id=phone_number_id)
    if not token.strip() or not token.isascii() or not token.isprintable():
        raise TokenRejected(why="it is empty or not one at all")
    api = GraphApi(parts.settings.graph_url, parts.settings.graph_version, parts.clock)
    try:
        heard = await api.ask("GET", f"{phone_number_id}?fields=id,display_phone_number,verified_name", token)
    finally:
        await api.close()
    if not isinstance(heard, Heard):
        raise WhatsappSilent(why=getattr(heard, "title", "") or getattr(heard, "reason", ""))
    error = obj(heard.body, "error")
    if number(error.get("code")) in TOKEN_REJECTED and error:
        raise TokenRejected(why=title_of(error))
    if heard.status >= 500 or heard.status == 429:
        raise WhatsappSilent(why=title_of(error) or f"HTTP {heard.status}")
    if heard.status >= 400 or named(mapping(heard.body), "id") != phone_number_id:
        raise NumberNotFound(phone_number_id=phone_number_id)
    return _Confirmed(named(heard.body, "display_phone_number"), named(heard.body, "verified_name"))


def webhook_of(settings: Settings, row: Number) -> str:
    """Where Meta posts what happens on a number: the business's own address if it brings an app of its own, else the
    server's. A mere path where the server has no public address."""
    return own_webhook(settings, row.user_id) if row.own_app else f"{settings.public_url or ''}{WEBHOOK}"


def spoken_webhook(settings: Settings, row: Number) -> str:
    """The same for a person to read: where the server has no public address, something that looks like one."""
    address = webhook_of(settings, row)
    return f"https://YOUR-ADDRESS{address}" if address.startswith("/") else address


def own_webhook(settings: Settings, user_id: str) -> str:
    """The address for a Meta app of the business's own."""
    return f"{settings.public_url or ''}{WEBHOOK}/{user_id}"


def _sealed(parts: Parts, row: Number, credentials: Credentials) -> list[Write]:
    """The secrets that were given, encrypted under their own names."""
    given = {TOKEN: credentials.token, APP_SECRET: credentials.app_secret, VERIFY_TOKEN: credentials.verify_token}
    keys = {key_id(row.user_id, row.phone_number_id, secret): value for secret, value in given.items() if value}
    return [
        WhatsappCred(key_id=key, user_id=row.user_id, value=parts.vault.seal(key, value), updated_at=parts.clock())
        for key, value in keys.items()
    ]
