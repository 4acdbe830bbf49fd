"""A number that is let go, and when somebody else may have it.

Each process knows a number for up to FRESH_SECONDS after it last looked: were it another business's by then, what
customers write would go to the business that it was.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from libs.common.entities import Number, ReleasedNumber
from libs.common.errors import Refusal
from libs.common.store.port import Delete, Transaction, Write
from services.gateway.fresh import FRESH_SECONDS

SKEW_SECONDS = 5.0
"""By how much the clocks of two machines may differ."""


class NumberNotFree(Refusal, code="number_not_free"):
    """The phone number id {phone_number_id} was in use until a moment ago. Try again in {seconds:.0f} seconds."""

    phone_number_id: str
    seconds: float


def released(number: Number, now: datetime) -> Sequence[Write]:
    """What is written when an owner lets a number go."""
    if number.channel == "sandbox":
        return [Delete(Number, number.phone_number_id)]
    free_at = now + timedelta(seconds=FRESH_SECONDS + SKEW_SECONDS)
    expires_at = free_at + timedelta(minutes=1)
    let_go = ReleasedNumber(
        phone_number_id=number.phone_number_id, user_id=number.user_id, free_at=free_at, expires_at=expires_at
    )
    return [Delete(Number, number.phone_number_id), let_go]


async def free_for(tx: Transaction, user_id: str, phone_number_id: str, now: datetime) -> Sequence[Write]:
    """What is written when a number becomes this owner's. Raises NumberNotFree while it may be known as another's."""
    let_go = await tx.get(ReleasedNumber, phone_number_id)
    if let_go is None:
        return []
    if let_go.user_id != user_id and now < let_go.free_at:
        raise NumberNotFree(phone_number_id=phone_number_id, seconds=(let_go.free_at - now).total_seconds())
    return [Delete(ReleasedNumber, phone_number_id)]
