"""Making, listing and removing owners."""

import asyncio
import difflib
import re
import secrets
import unicodedata
import zoneinfo
from datetime import datetime

from libs.common.entities import KeptAnswer, Member, Number, Onboarding, Profile, Session, User
from libs.common.envelope import deterministic_id
from libs.common.errors import Refusal
from libs.common.events import OwnerChanged
from libs.common.model import Instant, Model
from libs.common.parts import Parts
from libs.common.store.port import WRITES_MAX, Create, Delete, Transaction, Write
from libs.common.store.query import Cursor, Query
from services.gateway.handlers.settings import CHARACTERS_MAX
from services.gateway.releasing import released
from services.gateway.whatsapp.sandbox import number_id_of

SLUG_MAX = 24


class NameRefused(Refusal, code="name_refused"):
    """An owner needs a name of at most {most} characters."""


class UnknownTimezone(Refusal, code="unknown_timezone"):
    """There is no timezone {timezone!r}. Timezones look like {nearest}."""


class NoSuchOwner(Refusal, code="no_such_owner"):
    """There is no owner {user_id}."""


class OwnerSummary(Model):
    """One line of the list of owners."""

    user_id: str
    business_name: str
    last_active: Instant | None = None
    interaction_count: int = 0


async def add_owner(
    parts: Parts, name: str, timezone: str, *, language: str = "en", business_type: str = "", cause: str = ""
) -> str:
    """Make an owner with a sandbox number, and have every service make what it owns of them. Gives the owner's id.

    `cause` names the act: the same one again is the same owner, and mends what a crash left undone. Raises
    NameRefused, UnknownTimezone, Unavailable.
    """
    name = " ".join(name.split())
    if not 1 <= len(name) <= CHARACTERS_MAX["businessName"]:
        raise NameRefused(most=CHARACTERS_MAX["businessName"])
    await asyncio.to_thread(check_timezone, timezone)
    user_id = owner_id(name, cause or secrets.token_hex(16))

    async def made(tx: Transaction) -> tuple[None, list[Write]]:
        there = await tx.get(User, user_id)
        return None, [] if there else _rows(user_id, name, business_type, parts.clock())

    await parts.store.transact("gateway", None, made)
    event = OwnerChanged(user_id=user_id, act="made", name=name, timezone=timezone, language=language)
    await parts.publisher("gateway").publish(event, cause=f"owner made:{user_id}")
    return user_id


async def list_owners(
    parts: Parts, *, limit: int = 100, after: Cursor | None = None
) -> tuple[list[OwnerSummary], Cursor | None]:
    """Owners by id, and where to go on; None on the last page."""
    reader = parts.store.system()
    page = await reader.find(Query(User, limit=limit, after=after))
    profiles = await reader.get_many(Profile, [user.user_id for user in page.items])
    return [_summary(user, profile) for user, profile in zip(page.items, profiles, strict=True)], page.next


async def remove_owner(parts: Parts, user_id: str) -> str:
    """Let go of an owner's numbers and members at once, and have every service erase the rest. Gives the event's id.

    May be asked again until nothing is left. Raises NoSuchOwner, Unavailable.
    """

    async def let_go(tx: Transaction) -> tuple[bool, list[Write]]:
        if await tx.get(User, user_id) is None:
            return False, []
        kinds = (Number, Member, Session, KeptAnswer)
        found = [
            await tx.find(Query(kind, equal={"user_id": user_id}, limit=WRITES_MAX // (len(kinds) + 1)))
            for kind in kinds  # of which a number takes two writes
        ]
        now, writes = parts.clock(), list[Write]()
        for row in (row for page in found for row in page.items):
            writes += released(row, now) if isinstance(row, Number) else [Delete(type(row), row.key)]
        return True, writes

    if not await parts.store.transact("gateway", None, let_go):
        raise NoSuchOwner(user_id=user_id)
    removed = OwnerChanged(user_id=user_id, act="removed")
    [event_id] = await parts.publisher("gateway").publish(removed, cause=f"owner removed:{user_id}")
    return event_id


def owner_id(name: str, cause: str) -> str:
    """A short id that a person can recognise: "city-clinic-3fa9c1"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_MAX].strip("-")
    return f"{slug or 'owner'}-{deterministic_id('owner', name, cause)[:6]}"


def check_timezone(timezone: str) -> None:
    """Raise UnknownTimezone for a name that the timezone database lacks."""
    try:
        zoneinfo.ZoneInfo(timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        known = zoneinfo.available_timezones()
        near = difflib.get_close_matches(timezone, known, n=3, cutoff=0.5) or ["Europe/Berlin", "America/New_York"]
        raise UnknownTimezone(timezone=timezone, nearest=", ".join(near)) from None


def _rows(user_id: str, name: str, business_type: str, now: datetime) -> list[Write]:
    return [
        Create(User(user_id=user_id)),
        Create(Profile(user_id=user_id, business_name=name, business_type=business_type, updated_at=now)),
        Create(Onboarding(user_id=user_id, updated_at=now)),
        Create(Number(phone_number_id=number_id_of(user_id), user_id=user_id, channel="sandbox", created_at=now)),
    ]


def _summary(user: User, profile: Profile | None) -> OwnerSummary:
    return OwnerSummary(
        user_id=user.user_id,
        business_name=profile.business_name if profile else "",
        last_active=user.last_active,
        interaction_count=user.interaction_count,
    )
