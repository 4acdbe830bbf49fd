"""How often and when customers last wrote to an owner: gathered here, added now and then.

USER is touched by every message, and Firestore takes about one write a second to a document. So the two counters are
written at most every 10 s an owner and on a graceful stop; a crash may make them a little short.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime

from libs.common.entities import User
from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.parts import Parts
from libs.common.store.port import Add, Transaction, Write

FLUSH_SECONDS = 10.0


@dataclass(slots=True)
class Seen:
    """What was not written yet for one owner."""

    interactions: int = 0
    last: datetime = datetime(1970, 1, 1, tzinfo=UTC)


class Activity:
    """The counters of USER."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._seen: defaultdict[str, Seen] = defaultdict(Seen)

    def note(self, user_id: str, at: datetime) -> None:
        """A customer wrote."""
        seen = self._seen[user_id]
        seen.interactions += 1
        seen.last = max(seen.last, at)

    async def run(self) -> None:
        """Write every 10 s, until cancelled."""
        while True:
            await self._parts.sleep(FLUSH_SECONDS)
            await self.flush()

    async def flush(self) -> None:
        """Write what was gathered; what could not be written is kept for the next time."""
        for user_id in list(self._seen):
            seen = self._seen.pop(user_id)
            try:
                await self._write(user_id, seen)
            except Unavailable as silent:
                logger("gateway").warning("activity not written", user_id=user_id, what=silent.what)
                self._seen[user_id].interactions += seen.interactions
                self._seen[user_id].last = max(self._seen[user_id].last, seen.last)

    async def _write(self, user_id: str, seen: Seen) -> None:
        async def add(tx: Transaction) -> tuple[None, list[Write]]:
            """Nothing for an owner who was removed in the meantime."""
            if await tx.get(User, user_id) is None:
                return None, []
            return None, [Add(User, user_id, {"interaction_count": seen.interactions}, {"last_active": seen.last})]

        await self._parts.store.transact("gateway", user_id, add)
