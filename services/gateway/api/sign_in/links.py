"""One-time sign-in links: printed where the server runs, spent by the page's POST, kept as a hash.

The token stands in the link's fragment, which browsers never send: no log and no preview of a link spends it.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from libs.common.entities import Session
from libs.common.parts import Parts
from libs.common.settings import Settings
from libs.common.store.port import Create, Delete, Transaction, Write
from services.gateway.api.problems import ApiRefusal

OPERATOR = "operator"
"""The person whose machine it is: owner of every owner."""
LINK_LIVES = timedelta(minutes=10)
BROWSER_LIVES = timedelta(days=30)


class LinkSpent(ApiRefusal, code="link_spent"):
    """This sign-in link does not work: it was used already, or it is older than 10 minutes. `frontdesk link` prints a
    new one."""

    status = 410


@dataclass(frozen=True, slots=True)
class Link:
    """A sign-in link as it is printed; nobody can print it again."""

    url: str
    token: str
    expires_at: datetime


def session_id(kind: str, token: str) -> str:
    """The key of a token's row: who reads the store cannot sign in with it."""
    return f"{kind}:{hashlib.sha256(token.encode()).hexdigest()}"


def address_of(settings: Settings, port: int | None = None) -> str:
    """Where the console is: the public address, or this machine's. Of a port that is any free one only `run` knows."""
    return settings.public_url or f"http://localhost:{port or settings.port or 'PORT'}"


async def make_link(parts: Parts, *, subject: str = OPERATOR, port: int | None = None) -> Link:
    """A fresh link that signs this person in. `port` is the server's where the settings leave it open."""
    token = secrets.token_urlsafe(32)
    now = parts.clock()
    row = _session("link", token, subject, now, now + LINK_LIVES)
    await _write(parts, Create(row))
    return Link(f"{address_of(parts.settings, port)}/#sign-in={token}", token, row.expires_at)


async def spend(parts: Parts, token: str) -> str:
    """Sign a browser in by a link; gives its session's secret. Raises LinkSpent."""
    secret = secrets.token_urlsafe(32)
    now = parts.clock()

    async def spent(tx: Transaction) -> tuple[bool, list[Write]]:
        link = await tx.get(Session, session_id("link", token))
        if link is None or link.expires_at <= now:
            return False, []
        browser = _session("browser", secret, link.subject, now, now + BROWSER_LIVES)
        return True, [Delete(Session, link.session_id), Create(browser)]

    if not await parts.store.transact("gateway", None, spent):
        raise LinkSpent()
    return secret


def _session(kind: str, token: str, subject: str, now: datetime, until: datetime) -> Session:
    return Session.model_validate(
        {
            "session_id": session_id(kind, token),
            "user_id": "",  # a person's, not an owner's
            "kind": kind,
            "subject": subject,
            "created_at": now,
            "expires_at": until,
        }
    )


async def _write(parts: Parts, *rows: Write) -> None:
    async def as_given(_: Transaction) -> tuple[None, list[Write]]:
        return None, list(rows)

    await parts.store.transact("gateway", None, as_given)
