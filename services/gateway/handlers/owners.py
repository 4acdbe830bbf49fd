"""`owner.changed`: a removed owner's rows and files are erased. What a new owner has here was made with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from libs.common.blobs.port import Blobs
from libs.common.entities import (
    DeadLetter,
    Delivery,
    Entity,
    MediaFile,
    Onboarding,
    OnboardingStep,
    Profile,
    SandboxMessage,
    SandboxPhone,
    User,
    WhatsappCred,
)
from libs.common.events import OwnerChanged
from libs.common.service import Again, Claimed, Decided, Effect, Outcome
from libs.common.store.port import WRITES_MAX, Delete, Transaction
from libs.common.store.query import Query
from services.gateway.whatsapp.sandbox import picture_in

# The user last: while that row stands, the removal can be asked for again.
ERASED: tuple[type[Entity], ...] = (
    WhatsappCred,
    MediaFile,
    SandboxMessage,
    SandboxPhone,
    Delivery,
    DeadLetter,
    OnboardingStep,
    Onboarding,
    Profile,
    User,
)


@dataclass(frozen=True, slots=True)
class Erasing:
    """Files to be deleted, and the rows that led to them, which go once the files are gone."""

    blobs: Sequence[str]
    rows: Sequence[Delete]


@dataclass(frozen=True)
class EraseOwner:
    """Erases in steps, so that no transaction grows with the owner."""

    blobs: Blobs

    def effect(self) -> Effect[OwnerChanged, Erasing, None]:
        """The three as the runtime wants them."""
        return Effect(OwnerChanged, claim, self.act, record)

    async def act(self, event: OwnerChanged, work: Erasing) -> None:
        """Delete files."""
        for blob in work.blobs:
            await self.blobs.delete(event.user_id, blob)


async def claim(event: OwnerChanged, tx: Transaction, now: datetime) -> Claimed[Erasing] | Decided:
    """The next rows that go: at once, or after the files that they lead to."""
    if event.act == "made":
        return Outcome(code="nothing")
    for kind in ERASED:
        found = (await tx.find(Query(kind, limit=WRITES_MAX))).items
        if not found:
            continue
        rows = [Delete(kind, row.key) for row in found]
        blobs = [blob for row in found if (blob := _blob_of(row))]
        return Claimed(Erasing(blobs, rows)) if blobs else Again(write=rows)
    return Outcome(code="erased")


async def record(event: OwnerChanged, work: Erasing, _: None, tx: Transaction, now: datetime) -> Again:
    """The files are gone, so their rows may go."""
    return Again(write=work.rows)


def _blob_of(row: Entity) -> str:
    match row:
        case MediaFile():
            return row.blob
        case SandboxMessage():
            picture = picture_in(row)
            return picture.blob if picture else ""
    return ""
