"""`owner.changed`: a removed owner's rows are erased. What a new owner has here was made with them."""

from datetime import datetime

from libs.common.entities import (
    DeadLetter,
    Delivery,
    Entity,
    Onboarding,
    OnboardingStep,
    Profile,
    SandboxMessage,
    SandboxPhone,
    User,
    WhatsappCred,
)
from libs.common.events import OwnerChanged
from libs.common.service import Again, Outcome
from libs.common.store.port import WRITES_MAX, Delete, Transaction
from libs.common.store.query import Query

# The user last: while that row stands, the removal can be asked for again.
ERASED: tuple[type[Entity], ...] = (
    WhatsappCred,
    SandboxMessage,
    SandboxPhone,
    Delivery,
    DeadLetter,
    OnboardingStep,
    Onboarding,
    Profile,
    User,
)


async def owner(event: OwnerChanged, tx: Transaction, now: datetime) -> Outcome | Again:
    """Erase in steps, so that no transaction grows with the owner."""
    if event.act == "made":
        return Outcome(code="nothing")
    for kind in ERASED:
        rows = (await tx.find(Query(kind, limit=WRITES_MAX))).items
        if rows:
            return Again(write=[Delete(kind, row.key) for row in rows])
    return Outcome(code="erased")
