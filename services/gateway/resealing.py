"""Credentials sealed anew, so that the keys they were sealed with can go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from libs.common.entities import User, WhatsappCred
from libs.common.parts import Parts
from libs.common.store.port import Transaction, Write
from libs.common.store.query import Cursor, Query
from libs.common.vault import Sealed, Vault

OWNERS_AT_ONCE = 500
CREDENTIALS_AT_ONCE = 400
"""A transaction of Firestore's writes at most 500."""


@dataclass(frozen=True, slots=True)
class Resealed:
    """How many credentials are sealed with the first key now, and those that no key opens, which stay as they are."""

    count: int = 0
    left: tuple[str, ...] = ()

    def __add__(self, other: "Resealed") -> "Resealed":
        return Resealed(self.count + other.count, self.left + other.left)


async def reseal_all(parts: Parts, vault: Vault) -> Resealed:
    """Seal every owner's credentials with the first of the vault's keys. Again, it does the same once more. Raises
    Unavailable."""
    done = Resealed()
    query: Query[User] | None = Query(User, limit=OWNERS_AT_ONCE)
    while query is not None:
        page = await parts.store.system().find(query)
        for user in page.items:
            done += await _reseal(parts, vault, user.user_id)
        query = replace(query, after=page.next) if page.next else None
    return done


async def _reseal(parts: Parts, vault: Vault, user_id: str) -> Resealed:
    done = Resealed()
    query: Query[WhatsappCred] | None = Query(WhatsappCred, limit=CREDENTIALS_AT_ONCE)
    while query is not None:
        some, after = await parts.store.transact("gateway", user_id, partial(_resealed, vault, query))
        done += some
        query = replace(query, after=after) if after else None
    return done


async def _resealed(
    vault: Vault, query: Query[WhatsappCred], tx: Transaction
) -> tuple[tuple[Resealed, Cursor | None], Sequence[Write]]:
    page = await tx.find(query)
    rows, left = list[Write](), list[str]()
    for row in page.items:
        try:
            rows.append(row.changed(value=vault.rotated(row.key_id, row.value)))
        except Sealed:
            left.append(row.key_id)
    return (Resealed(len(rows), tuple(left)), page.next), rows
