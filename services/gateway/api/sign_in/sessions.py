"""Browsers that are signed in: an opaque cookie, thirty days from the last use, and which owners it may enter."""

from datetime import timedelta
from typing import Literal

from aiohttp import web

from libs.common.entities import Member, Session, User
from libs.common.parts import Parts
from libs.common.settings import Settings
from libs.common.store.port import Delete, Transaction, Write
from services.gateway.api.sign_in.links import BROWSER_LIVES, OPERATOR, session_id

RENEWED_EVERY = timedelta(days=1)
"""A session in use is prolonged at most this often: looking costs no write."""

Role = Literal["owner", "staff"]


class Sessions:
    """Who a request comes from, and what they may enter."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.cookie = Cookie(parts.settings)

    async def visitor(self, request: web.Request) -> Session | None:
        """Who is signed in; None for nobody. Raises Unavailable."""
        token = self.cookie.read(request)
        if not token:
            return None
        session = await self._parts.store.system().get(Session, session_id("browser", token))
        return session if session is not None and session.expires_at > self._parts.clock() else None

    def is_due(self, session: Session) -> bool:
        """Whether its thirty days should begin anew."""
        return session.expires_at - self._parts.clock() < BROWSER_LIVES - RENEWED_EVERY

    async def renew(self, session: Session) -> None:
        """Thirty days from now."""
        until = self._parts.clock() + BROWSER_LIVES

        async def prolonged(tx: Transaction) -> tuple[None, list[Write]]:
            stands = await tx.get(Session, session.session_id)
            return None, [stands.changed(expires_at=until)] if stands else []

        await self._parts.store.transact("gateway", None, prolonged)

    async def end(self, session: Session) -> None:
        """Sign out."""

        async def ended(_: Transaction) -> tuple[None, list[Write]]:
            return None, [Delete(Session, session.session_id)]

        await self._parts.store.transact("gateway", None, ended)

    async def role(self, session: Session, user_id: str) -> Role | None:
        """What the visitor is at an owner; None also where there is no such owner."""
        system = self._parts.store.system()
        if session.subject == OPERATOR:
            return "owner" if await system.get(User, user_id) else None
        member = await system.get(Member, f"{user_id}:{session.subject}")
        return member.role if member else None


class Cookie:
    """The cookie that carries a session's secret: no script reads it, and no other site sends it with a POST."""

    def __init__(self, settings: Settings) -> None:
        self._secure = (settings.public_url or "").startswith("https://")
        self.name = "__Host-frontdesk" if self._secure else "frontdesk"

    def read(self, request: web.Request) -> str:
        return request.cookies.get(self.name, "")

    def put(self, response: web.StreamResponse, token: str) -> None:
        """Set it; an empty token takes it away."""
        response.set_cookie(
            self.name,
            token,
            max_age=int(BROWSER_LIVES.total_seconds()) if token else 0,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="Lax",
        )
