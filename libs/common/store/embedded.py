"""The store port on one SQLite file.

A transaction runs inside the writer, one after the other, so what it reads cannot change under it. Its coroutine
awaits nothing but these reads, which answer at once: the writer drives it to its end without an event loop.
"""

import sqlite3
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any, TypeVar

from libs.common.entities.base import Entity
from libs.common.entities.machinery import Receipt
from libs.common.sqlite.documents import Rows, apply
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.writer import Landing
from libs.common.store.port import WRITES_MAX, Decide, Write
from libs.common.store.query import Near, Page, Query

E = TypeVar("E", bound=Entity)
T = TypeVar("T")


def drive(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that never really waits. Raises RuntimeError when it does."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    coroutine.close()
    raise RuntimeError("a decision may await nothing but its transaction")


class EmbeddedTransaction:
    """A transaction's reads, answered at once on the writer's connection."""

    def __init__(self, connection: sqlite3.Connection, user_id: str | None) -> None:
        self._rows = Rows(connection, user_id)

    async def get(self, kind: type[E], key: str) -> E | None:
        return self._rows.get(kind, key)

    async def get_many(self, kind: type[E], keys: Sequence[str]) -> list[E | None]:
        return [self._rows.get(kind, key) for key in keys]

    async def find(self, query: Query[E]) -> Page[E]:
        return self._rows.find(query)

    async def count(self, query: Query[E]) -> int:
        return self._rows.count(query)

    async def nearest(
        self, kind: type[E], vector: Sequence[float], limit: int, equal: Mapping[str, Any] | None = None
    ) -> list[Near[E]]:
        return self._rows.nearest(kind, vector, limit, equal)


class EmbeddedReader:
    """Reads outside any transaction: by key at once, everything else off the event loop."""

    def __init__(self, folder: Folder, user_id: str | None) -> None:
        self._folder = folder
        self._user_id = user_id
        self._quick = Rows(folder.quick, user_id)

    async def get(self, kind: type[E], key: str) -> E | None:
        return self._quick.get(kind, key)

    async def get_many(self, kind: type[E], keys: Sequence[str]) -> list[E | None]:
        return [self._quick.get(kind, key) for key in keys]

    async def find(self, query: Query[E]) -> Page[E]:
        return await self._folder.thorough(lambda connection: Rows(connection, self._user_id).find(query))

    async def count(self, query: Query[E]) -> int:
        return await self._folder.thorough(lambda connection: Rows(connection, self._user_id).count(query))

    async def nearest(
        self, kind: type[E], vector: Sequence[float], limit: int, equal: Mapping[str, Any] | None = None
    ) -> list[Near[E]]:
        return await self._folder.thorough(
            lambda connection: Rows(connection, self._user_id).nearest(kind, vector, limit, equal)
        )


class EmbeddedStore:
    """Documents in the data folder."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    def reader(self, user_id: str) -> EmbeddedReader:
        return EmbeddedReader(self._folder, user_id)

    def system(self) -> EmbeddedReader:
        return EmbeddedReader(self._folder, None)

    async def transact(self, service: str, user_id: str | None, decide: Decide[T]) -> T:
        def job(connection: sqlite3.Connection, landing: Landing) -> T:
            value, writes = drive(_as_coroutine(decide, EmbeddedTransaction(connection, user_id)))
            apply(connection, service, user_id, writes)
            landing.receipts += receipts_among(writes)
            return value

        return await self._folder.writer.submit(job)

    async def stage(self, service: str, user_id: str, rows: Sequence[Write]) -> None:
        for start in range(0, len(rows), WRITES_MAX):
            batch = rows[start : start + WRITES_MAX]

            def job(connection: sqlite3.Connection, _: Landing, batch: Sequence[Write] = batch) -> None:
                apply(connection, service, user_id, batch)

            await self._folder.writer.submit(job)

    async def wait(self, receipt_id: str, seconds: float) -> Receipt | None:
        return await self._folder.wait(receipt_id, seconds)

    async def ready(self) -> None:
        await self._folder.thorough(lambda connection: connection.execute("SELECT 1").fetchone())

    async def close(self) -> None:
        await self._folder.close()


async def _as_coroutine(decide: Decide[T], tx: EmbeddedTransaction) -> tuple[T, Sequence[Write]]:
    return await decide(tx)


def receipts_among(writes: Sequence[Write]) -> list[str]:
    """The ids of the receipts that somebody may be waiting for."""
    rows = (write.row if hasattr(write, "row") else write for write in writes)
    return [row.receipt_id for row in rows if isinstance(row, Receipt)]
