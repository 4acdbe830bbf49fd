"""One act, one answer: what was answered under an Idempotency-Key is answered again for a day.

The events of an act are made from the same key, so that an act whose answer was lost is done once all the same.
"""

import hashlib
import re
from datetime import timedelta

from aiohttp import web

from libs.common.entities import KeptAnswer, Session
from libs.common.envelope import deterministic_id
from libs.common.parts import Parts
from libs.common.store.port import Transaction, Write
from services.gateway.api.problems import KeyMissing, KeyReused

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
KEPT_FOR = timedelta(days=1)
KEPT_BYTES_MAX = 200_000
KEPT_STATUSES = frozenset({200, 201, 204, 409, 412, 422})
"""What an act came to. Anything else was not decided by it: it is tried again."""
_KEY = re.compile(r"[A-Za-z0-9_-]{8,128}")


def key_of(request: web.Request) -> str:
    """The request's key. Raises KeyMissing."""
    key = request.headers.get(HEADER, "")
    if not _KEY.fullmatch(key):
        raise KeyMissing()
    return key


def fingerprint_of(request: web.Request, body: bytes) -> str:
    """What makes two requests the same act."""
    told = f"{request.method} {request.path_qs} {request.headers.get('If-Match', '')}\n".encode()
    return hashlib.sha256(told + body).hexdigest()


class Kept:
    """The answers that were given."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def find(self, session: Session, key: str, fingerprint: str) -> web.Response | None:
        """The answer that this act got before. Raises KeyReused for another act's key."""
        row = await self._parts.store.system().get(KeptAnswer, _id(session, key))
        if row is None or row.expires_at <= self._parts.clock():
            return None
        if row.fingerprint != fingerprint:
            raise KeyReused()
        body = row.body.encode() if row.status != 204 else None
        headers = {REPLAYED: "true"}
        return web.Response(status=row.status, body=body, content_type=row.content_type, headers=headers)

    async def keep(
        self, session: Session, key: str, fingerprint: str, user_id: str, response: web.StreamResponse
    ) -> None:
        """Remember what an act came to; the first of two answers stays."""
        body = response.body if isinstance(response, web.Response) and isinstance(response.body, bytes) else b""
        if response.status not in KEPT_STATUSES or len(body) > KEPT_BYTES_MAX:
            return
        now = self._parts.clock()
        row = KeptAnswer(
            kept_answer_id=_id(session, key),
            user_id=user_id,
            fingerprint=fingerprint,
            status=response.status,
            body=body.decode(),
            content_type=response.content_type,
            created_at=now,
            expires_at=now + KEPT_FOR,
        )

        async def kept(tx: Transaction) -> tuple[None, list[Write]]:
            stands = await tx.get(KeptAnswer, row.key)
            return None, [] if stands and stands.expires_at > now else [row]

        await self._parts.store.transact("gateway", None, kept)


def _id(session: Session, key: str) -> str:
    return deterministic_id("kept answer", session.subject, key)
