"""The store port on Firestore.

A transaction that loses a race runs again after a short random pause, and from then on stands in line with its rivals
of this process (firestore/lines.py); rows that are declared contended are queued for from the start.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from typing import TypeVar

from google.api_core import exceptions
from google.cloud.firestore import AsyncClient

from libs.common.entities.base import Entity
from libs.common.entities.machinery import Receipt
from libs.common.errors import Unavailable
from libs.common.firestore import documents, writing
from libs.common.firestore.client import Attempt, answering, close, permitted
from libs.common.firestore.lines import Lines, MustQueue, Turn
from libs.common.firestore.reading import Rows
from libs.common.store.port import Decide, Write

T = TypeVar("T")

ATTEMPTS_MAX = 10
"""Lost races until a transaction gives up. Its rivals of this process wait their turn after the first."""
TRANSACTION_SECONDS = 45.0
"""All attempts together, waiting in line included. Firestore itself ends a transaction after 60 s of silence."""
PAUSE_SECONDS = 0.05
PAUSE_SECONDS_MAX = 2.0
POLL_SECONDS = 0.05
POLL_SECONDS_MAX = 0.5
READY_SECONDS = 3.0


class FirestoreTransaction(Rows):
    """One attempt's reads, each in its turn, and then its writes."""

    def __init__(self, client: AsyncClient, user_id: str | None, turn: Turn, after: bytes | None) -> None:
        super().__init__(client, user_id)
        self._attempt = Attempt(client, after)
        self._turn = turn
        self._owners: dict[str, str | None] = {}  # of the documents read, by place
        self._looked_at: set[str] = set()  # by queries
        self._written: set[str] = set()

    @property
    def id(self) -> bytes | None:
        """Firestore's name for it, once it has read something."""
        name: bytes | None = self._attempt.id
        return name

    @property
    def disputed(self) -> set[str]:
        """Where a lost race was lost: what it wrote and where it looked before it wrote there; else all it read."""
        collections = {place.partition("/")[0] for place in self._written}
        looked_at = {place for place in self._looked_at if place.partition("?")[0] in collections}
        return self._written | looked_at or self._looked_at | self._owners.keys()

    async def _before_documents(self, kind: type[Entity], ids: Sequence[str]) -> Attempt:
        for id_ in sorted(ids):
            await self._turn.take(f"{kind.collection}/{id_}", contended=kind.contended)
        return self._attempt

    async def _before_query(self, kind: type[Entity]) -> Attempt:
        place = f"{kind.collection}?{self._user_id or '*'}"
        await self._turn.take(place, contended=False)
        self._looked_at.add(place)
        await self._attempt.begin()
        return self._attempt

    def _saw(self, kind: type[Entity], id_: str, owner: str | None) -> None:
        self._owners[f"{kind.collection}/{id_}"] = owner

    async def land(self, service: str, writes: Sequence[Write]) -> None:
        """Store what was decided, all of it or nothing."""
        changes = writing.planned(service, self._user_id, writes)
        self._written = {change.place for change in changes}
        await self._ask(changes)
        changes = writing.permitted(changes, self._owners)
        try:
            if self._attempt.in_progress:
                writing.lay(self._client, self._attempt, changes)
                await self._attempt.land()
            elif changes:
                await self._land_at_once(changes)
        except exceptions.AlreadyExists as error:
            raise writing.which_exists(changes, error.message) from None

    async def _ask(self, changes: Sequence[writing.Change]) -> None:
        """Whose the rows are, where neither the key nor an earlier read says it."""
        unknown: dict[type[Entity], list[str]] = {}
        for change in changes:
            if change.must_ask and change.place not in self._owners:
                unknown.setdefault(change.kind, []).append(change.id)
        for kind, ids in unknown.items():
            await self._documents(kind, list(dict.fromkeys(ids)), [documents.OWNER])

    async def _land_at_once(self, changes: Sequence[writing.Change]) -> None:
        """Nothing was read: one call. What must not be sent twice is not sent again by the client itself."""
        batch = self._client.batch()
        writing.lay(self._client, batch, changes)
        async with answering():
            if all(change.repeatable for change in changes):
                await batch.commit()
            else:
                await batch.commit(retry=None)

    async def end(self) -> None:
        """Let go of what Firestore holds for it."""
        await self._attempt.end()


class FirestoreStore:
    """Documents of one project. `client` is made by firestore.client.connect and closed with the store."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._lines = Lines()

    def reader(self, user_id: str) -> Rows:
        return Rows(self._client, user_id)

    def system(self) -> Rows:
        return Rows(self._client, None)

    async def transact(self, service: str, user_id: str | None, decide: Decide[T]) -> T:
        limit = asyncio.timeout(TRANSACTION_SECONDS)
        try:
            async with limit:
                return await self._until_landed(service, user_id, decide)
        except TimeoutError as error:
            if limit.expired():
                raise Unavailable("Firestore") from error
            raise

    async def _until_landed(self, service: str, user_id: str | None, decide: Decide[T]) -> T:
        queued: set[str] = set()
        lost = 0
        failed: bytes | None = None
        while True:
            async with self._lines.turn(queued) as turn:
                tx = FirestoreTransaction(self._client, user_id, turn, failed)
                try:
                    value, writes = await decide(tx)
                    await tx.land(service, writes)
                    return value
                except MustQueue as behind:
                    queued |= {behind.place, *turn.held}
                    continue
                except exceptions.Aborted as error:
                    lost, failed = lost + 1, tx.id
                    queued |= tx.disputed
                    if lost == ATTEMPTS_MAX:
                        raise Unavailable("Firestore, too many writing the same,") from error
                finally:
                    await tx.end()
                # In line still: those behind would only run into the same rivals of another process.
                await asyncio.sleep(random.uniform(0.0, min(PAUSE_SECONDS * 2**lost, PAUSE_SECONDS_MAX)))  # noqa: S311

    async def stage(self, service: str, user_id: str, rows: Sequence[Write]) -> None:
        for batch in writing.batches(rows):

            async def as_given(_: object, batch: Sequence[Write] = batch) -> tuple[None, Sequence[Write]]:
                return None, batch

            await self.transact(service, user_id, as_given)

    async def wait(self, receipt_id: str, seconds: float) -> Receipt | None:
        until = time.monotonic() + seconds
        pause = POLL_SECONDS
        while True:
            receipt = await self.system().get(Receipt, receipt_id)
            left = until - time.monotonic()
            if receipt is not None or left <= 0:
                return receipt
            await asyncio.sleep(min(pause, left))
            pause = min(pause * 1.5, POLL_SECONDS_MAX)

    async def ready(self) -> None:
        async with answering(READY_SECONDS):
            await self._client.collection(Receipt.collection).document("ready").get()

    async def check(self) -> None:
        """What a start asks. Raises Misconfigured where the project, its database or the permission is missing, and
        Unavailable as `ready` does."""
        async with permitted(self._client.project):
            await self.ready()

    async def close(self) -> None:
        await close(self._client)
