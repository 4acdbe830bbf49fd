"""Counting the processes that died with an event in hand, where the bus cannot tell a death from a redelivery.

Pub/Sub counts a delivery for everything that a process held when it ended, also at a deploy: an event that waited
through five deploys has done nothing wrong. So a delivery that may not be the first is noted before it is handled, and
the note is taken back when the process lives on. What is left of notes are deaths.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Protocol

from libs.common.bus.port import KEEP_DAYS, Delivery
from libs.common.entities.machinery import Trial
from libs.common.errors import Unavailable
from libs.common.parts import Clock
from libs.common.store.port import Delete, Store, Transaction, Write

FIRST_SECONDS = 60.0
"""An event younger than this, of which the bus knows no earlier delivery, is taken to be delivered for the first time:
so what is handled as it comes costs no note."""
KEPT = timedelta(days=KEEP_DAYS + 1)


class Trials(Protocol):
    """How often handling an event was begun by processes that died, and now."""

    async def begin(self, delivery: Delivery) -> int:
        """Handling begins; gives the number of the attempt, deaths counted, from 1."""
        ...

    async def end(self, delivery: Delivery) -> None:
        """The process lived on, whatever came of it."""
        ...


class CountedByBus:
    """The bus knows deaths itself."""

    async def begin(self, delivery: Delivery) -> int:
        """See the port."""
        return delivery.attempt

    async def end(self, delivery: Delivery) -> None:
        """See the port."""


class StoredTrials:
    """Notes in the store, for a bus that only counts deliveries. A store that does not answer costs a count."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._noted: set[str] = set()

    async def begin(self, delivery: Delivery) -> int:
        """See the port."""
        age = (self._clock() - delivery.envelope.time).total_seconds()
        if delivery.attempt == 1 and age < FIRST_SECONDS:
            return 1
        try:
            begun = await self._changed(delivery, by=1)
        except Unavailable:
            return 1
        self._noted.add(_key(delivery))
        return begun

    async def end(self, delivery: Delivery) -> None:
        """See the port."""
        if _key(delivery) in self._noted:
            self._noted.discard(_key(delivery))
            with suppress(Unavailable):
                await asyncio.shield(self._changed(delivery, by=-1))

    async def _changed(self, delivery: Delivery, *, by: int) -> int:
        service, owner = delivery.subscription.service, delivery.envelope.user_id

        async def count(tx: Transaction) -> tuple[int, Sequence[Write]]:
            stands = await tx.get(Trial, _key(delivery))
            begun = max(0, (stands.begun if stands else 0) + by)
            if begun == 0:
                return 0, [Delete(Trial, _key(delivery))]
            expires = self._clock() + KEPT
            row = Trial(trial_id=_key(delivery), user_id=owner, service=service, begun=begun, expires_at=expires)
            return begun, [row]

        return await self._store.transact(service, owner or None, count)


def _key(delivery: Delivery) -> str:
    return f"{delivery.subscription.service}:{delivery.envelope.id}"
