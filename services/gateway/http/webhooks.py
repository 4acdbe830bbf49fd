"""WhatsApp's webhooks: the limit first, then the signature over the raw body, then its meaning; 200 once it is durable.

`/webhooks/whatsapp` is signed with the operator's own Meta app, `/webhooks/whatsapp/{userId}` with the owner's.
"""

import hmac
import json
import secrets
from collections.abc import Sequence
from typing import Any

from aiohttp import StreamReader, web
from pydantic import SecretStr
from pydantic_core import from_json

from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.problems import problem, unavailable
from libs.common.settings import Settings
from services.gateway.arriving import TooSlow, in_time
from services.gateway.directory import APP_SECRET, VERIFY_TOKEN, Directory
from services.gateway.intake import SERVICE, Intake
from services.gateway.whatsapp.payloads import is_webhook

BODY_BYTES_MAX = 3 * 1024 * 1024
"""Meta's webhooks carry at most 3 MB."""
SIGNATURE = "X-Hub-Signature-256"

_NOBODYS = SecretStr(secrets.token_hex(32))
"""Compared with where there is no secret, so that an owner who is not there takes as long as a wrong signature."""


class TooLong(Exception):
    """The body is longer than any webhook's."""


class NoWebhook(Exception):
    """The body is something else."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


class Webhooks:
    """The two addresses and their handshakes."""

    def __init__(self, settings: Settings, directory: Directory, intake: Intake) -> None:
        self._settings = settings
        self._directory = directory
        self._intake = intake
        self._log = logger(SERVICE)

    def add_to(self, app: web.Application) -> None:
        """Add the routes."""
        app.router.add_get("/webhooks/whatsapp", self.shake_hands)
        app.router.add_post("/webhooks/whatsapp", self.receive)
        app.router.add_get("/webhooks/whatsapp/{user_id}", self.shake_hands_with_owner)
        app.router.add_post("/webhooks/whatsapp/{user_id}", self.receive_for_owner)

    async def receive(self, request: web.Request) -> web.Response:
        """A webhook of the operator's app."""
        secret = self._settings.whatsapp_app_secret
        if secret is None:
            return _not_set("FRONTDESK_WHATSAPP_APP_SECRET")
        return await self._receive(request, [secret], None)

    async def receive_for_owner(self, request: web.Request) -> web.Response:
        """A webhook of an owner's own app."""
        user_id = request.match_info["user_id"]
        try:
            return await self._receive(request, await self._directory.secrets(user_id, APP_SECRET), user_id)
        except Unavailable as silent:
            return unavailable(silent)

    async def shake_hands(self, request: web.Request) -> web.Response:
        """Meta asks whether this address knows the operator's word."""
        expected = self._settings.whatsapp_verify_token
        if expected is None:
            return _not_set("FRONTDESK_WHATSAPP_VERIFY_TOKEN")
        return _handshake(request, [expected])

    async def shake_hands_with_owner(self, request: web.Request) -> web.Response:
        """Meta asks whether this address knows the owner's word."""
        try:
            return _handshake(request, await self._directory.secrets(request.match_info["user_id"], VERIFY_TOKEN))
        except Unavailable as silent:
            return unavailable(silent)

    async def _receive(self, request: web.Request, app_secrets: Sequence[SecretStr], owner: str | None) -> web.Response:
        try:
            raw = await _read(request)
        except TooLong:
            return problem(413, "too_large", f"A webhook has at most {BODY_BYTES_MAX:,} bytes.")
        except TooSlow as slow:
            return problem(408, slow.code, str(slow))
        if not is_signed(raw, request.headers.get(SIGNATURE, ""), app_secrets):
            self._intake.counts["unsigned"] += 1
            return problem(401, "unsigned", f"{SIGNATURE} is missing or does not fit the body.")
        try:
            # Of a webhook only its events stay while the disk is waited for: many wait at once, and what they held
            # would be the memory that the next ones find in the processor's cache.
            envelopes = await self._intake.read(_webhook(raw), only_owner=owner)
            await self._intake.publish(envelopes)
        except NoWebhook as refused:
            return problem(400, refused.code, str(refused))
        except Unavailable as silent:
            self._log.warning("webhook not taken", what=silent.what)
            return unavailable(silent)
        return web.Response()


def is_signed(raw: bytes, signature: str, app_secrets: Sequence[SecretStr]) -> bool:
    """Was this body signed with one of the secrets? In a time that depends on neither."""
    given = signature.encode(errors="replace")
    fits = False
    for one in app_secrets or (_NOBODYS,):
        fits |= hmac.compare_digest(given, b"sha256=" + hmac.digest(_bytes(one), raw, "sha256").hex().encode())
    return fits and bool(app_secrets)


def _handshake(request: web.Request, expected: Sequence[SecretStr]) -> web.Response:
    given = request.query.get("hub.verify_token", "").encode(errors="replace")
    fits = [hmac.compare_digest(given, _bytes(one)) for one in expected or [_NOBODYS]]
    if request.query.get("hub.mode") != "subscribe" or not (any(fits) and expected):
        return problem(403, "not_verified", "hub.verify_token is not the word that was agreed.")
    return web.Response(text=request.query.get("hub.challenge", ""), headers={"X-Content-Type-Options": "nosniff"})


async def _read(request: web.Request) -> bytes:
    """The raw body. Raises TooLong before more than the limit was taken in, however little of it was on the wire, and
    TooSlow."""
    length = request.content_length or 0
    if length > BODY_BYTES_MAX:
        raise TooLong
    whole = 0 if request.headers.get("Content-Encoding") else length
    if request.content.is_eof():  # as a rule it came with its head: no alarm need be set
        return await _taken(request.content, whole)
    async with in_time():
        return await _taken(request.content, whole)


async def _taken(content: StreamReader, whole: int) -> bytes:
    """All that comes, or `whole` bytes where it is known that there are no more."""
    chunks = []
    size = 0
    while chunk := await content.readany():
        size += len(chunk)
        if size > BODY_BYTES_MAX:
            raise TooLong
        chunks.append(chunk)
        if size == whole:
            break
    return b"".join(chunks)


def _webhook(raw: bytes) -> Any:
    """The body as JSON. Raises NoWebhook."""
    try:
        body = _parsed(raw)
    except (ValueError, RecursionError):
        raise NoWebhook("not_json", "The body is not JSON.") from None
    if not is_webhook(body):
        raise NoWebhook("not_a_webhook", "The body is not a webhook of a WhatsApp Business account.")
    return body


def _parsed(raw: bytes) -> Any:
    """The body as JSON. Raises ValueError or RecursionError. The fast parser refuses half a surrogate pair, which some
    apps leave where they cut a text: the standard library's reads it, and the customer is heard."""
    try:
        return from_json(raw, cache_strings="keys")
    except ValueError:
        return json.loads(raw.decode())


def _bytes(secret: SecretStr) -> bytes:
    return secret.get_secret_value().encode()


def _not_set(setting: str) -> web.Response:
    return problem(503, "not_configured", f"{setting} is not set on this server, so this address takes nothing.")
