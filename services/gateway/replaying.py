"""Dead letters: what was given up, and trying it once more."""

from datetime import datetime, timedelta

from libs.common.entities import DeadLetter
from libs.common.envelope import Envelope
from libs.common.errors import Refusal
from libs.common.parts import Parts
from libs.common.store.port import Transaction, Write
from libs.common.store.query import Cursor, Page, Query

REPLAYABLE_FOR = timedelta(days=30)
"""Receipts live this long. After them nothing would know what an event has already done."""


class NoSuchDeadLetter(Refusal, code="no_such_dead_letter"):
    """There is no dead letter {dead_letter_id}."""


class TooOldToReplay(Refusal, code="too_old"):
    """This is from {happened:%Y-%m-%d} and can no longer be replayed: what it did by then is known for 30 days only."""


async def dead_letters(
    parts: Parts, user_id: str | None = None, *, limit: int = 100, after: Cursor | None = None
) -> Page[DeadLetter]:
    """What was given up, the latest first: one owner's, or everybody's."""
    reader = parts.store.reader(user_id) if user_id is not None else parts.store.system()
    return await reader.find(Query(DeadLetter, order="-given_up_at", limit=limit, after=after))


async def replay(parts: Parts, dead_letter_id: str) -> str:
    """Have the service that gave an event up try it again; gives the new event's id, which its receipt will name.

    The same act twice is one replay. Raises NoSuchDeadLetter, TooOldToReplay, Unavailable.
    """
    letter = await parts.store.system().get(DeadLetter, dead_letter_id)
    if letter is None:
        raise NoSuchDeadLetter(dead_letter_id=dead_letter_id)
    envelope = Envelope.from_attributes(letter.attributes, letter.data.encode())
    if parts.clock() - envelope.time > REPLAYABLE_FOR:
        raise TooOldToReplay(happened=envelope.time)
    again = envelope.again_for(letter.service, f"replay:{dead_letter_id}:{letter.replays}")
    await parts.bus.publish(again)
    await _count(parts, letter, parts.clock())
    return again.id


async def _count(parts: Parts, letter: DeadLetter, now: datetime) -> None:
    async def counted(tx: Transaction) -> tuple[None, list[Write]]:
        stands = await tx.get(DeadLetter, letter.dead_letter_id)
        if stands is None or stands.replays != letter.replays:
            return None, []
        return None, [stands.changed(replays=stands.replays + 1, replayed_at=now)]

    await parts.store.transact("gateway", letter.user_id or None, counted)
