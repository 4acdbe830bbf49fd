"""Dead letters: what was given up, and trying it once more."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from libs.common.entities import DeadLetter, Receipt
from libs.common.envelope import Envelope
from libs.common.errors import Refusal
from libs.common.parts import Parts
from libs.common.store.port import Transaction, Write
from libs.common.store.query import Cursor, Page, Query, Range

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


async def untried(parts: Parts, user_id: str) -> int:
    """How many of an owner's nobody has tried again yet and still could."""
    recent = Range("given_up_at", at_least=parts.clock() - REPLAYABLE_FOR)
    return await parts.store.reader(user_id).count(Query(DeadLetter, equal={"replays": 0}, range=recent))


async def came_of(parts: Parts, letters: Sequence[DeadLetter]) -> list[Receipt | None]:
    """What came of each one's last replay; None where there was none, or nothing has come of it yet."""
    tried = {one.dead_letter_id: _receipt_id(one) for one in letters if one.replays}
    receipts = await parts.store.system().get_many(Receipt, list(tried.values())) if tried else []
    found = dict(zip(tried, receipts, strict=True))
    return [found.get(one.dead_letter_id) for one in letters]


def replayable_until(letter: DeadLetter) -> datetime:
    """After this moment it can no longer be replayed."""
    return _envelope(letter).time + REPLAYABLE_FOR


async def replay(parts: Parts, dead_letter_id: str) -> str:
    """Have the service that gave an event up try it again; gives the new event's id, which its receipt will name.

    The same act twice is one replay. Raises NoSuchDeadLetter, TooOldToReplay, Unavailable.
    """
    letter = await parts.store.system().get(DeadLetter, dead_letter_id)
    if letter is None:
        raise NoSuchDeadLetter(dead_letter_id=dead_letter_id)
    if parts.clock() > replayable_until(letter):
        raise TooOldToReplay(happened=_envelope(letter).time)
    again = _again(letter, letter.replays)
    await parts.bus.publish(again)
    await _count(parts, letter, parts.clock())
    return again.id


def _envelope(letter: DeadLetter) -> Envelope:
    return Envelope.from_attributes(letter.attributes, letter.data.encode())


def _again(letter: DeadLetter, replays: int) -> Envelope:
    """The event of a replay, by how many there were before it."""
    return _envelope(letter).again_for(letter.service, f"replay:{letter.dead_letter_id}:{replays}")


def _receipt_id(letter: DeadLetter) -> str:
    return Receipt.id_for(letter.service, _again(letter, letter.replays - 1).id)


async def _count(parts: Parts, letter: DeadLetter, now: datetime) -> None:
    async def counted(tx: Transaction) -> tuple[None, list[Write]]:
        stands = await tx.get(DeadLetter, letter.dead_letter_id)
        if stands is None or stands.replays != letter.replays:
            return None, []
        return None, [stands.changed(replays=stands.replays + 1, replayed_at=now)]

    await parts.store.transact("gateway", letter.user_id or None, counted)
