"""The one writer: what many ask for at once is committed together.

A job is a plain function over the connection. Jobs that arrive while a commit is on its way to the disk form the next
batch, so one fsync serves them all. A job that raises takes back its own work and nobody else's. Nothing is reported
done before the commit that holds it is on the disk.
"""

import asyncio
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from libs.common.errors import Unavailable
from libs.common.sqlite.database import BUSY_SECONDS

T = TypeVar("T")

BATCH_JOBS_MAX = 256
BATCH_SECONDS_MAX = 0.02
"""A batch ends here although more wait: a person waits for its commit."""


@dataclass
class Landing:
    """What a job did that others want to hear of once it is on the disk."""

    events: list[Any] = field(default_factory=list)
    receipts: list[str] = field(default_factory=list)

    def add(self, other: "Landing") -> None:
        self.events += other.events
        self.receipts += other.receipts


Job = Callable[[sqlite3.Connection, Landing], T]


@dataclass
class _Asked(Generic[T]):
    job: Job[T]
    done: "asyncio.Future[T]"
    result: T | None = None
    error: BaseException | None = None


class Writer:
    """Runs jobs in a thread of its own, in the order asked, in batches of one transaction each."""

    def __init__(self, connection: sqlite3.Connection, landed: Callable[[Landing], None]) -> None:
        """`connection` is the writer's from here on. `landed` is called on the event loop after each commit, before the
        jobs' futures are resolved."""
        self._connection = connection
        self._landed = landed
        self._loop = asyncio.get_running_loop()
        self._asked: queue.SimpleQueue[_Asked[Any] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._closed = False
        self._thread.start()

    def submit(self, job: Job[T]) -> "asyncio.Future[T]":
        """Run a job; the future gives its value once it is durable, or its error once nothing of it is left."""
        if self._closed:
            raise Unavailable("the data folder")
        future: asyncio.Future[T] = self._loop.create_future()
        self._asked.put(_Asked(job, future))
        return future

    async def close(self) -> None:
        """Finish what was asked, then end the thread."""
        if not self._closed:
            self._closed = True
            self._asked.put(None)
            await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        try:
            while (first := self._asked.get()) is not None:
                if not self._batch(self._connection, first):
                    break
        finally:
            self._connection.close()

    def _batch(self, connection: sqlite3.Connection, first: _Asked[Any]) -> bool:
        """One transaction. False when the writer is to end after it."""
        batch, landing, go_on = [first], Landing(), True
        try:
            connection.execute("BEGIN IMMEDIATE")
            # The first needs no savepoint: if it fails, the batch ends with it.
            if self._does(connection, first, landing, undo="ROLLBACK"):
                until = time.monotonic() + BATCH_SECONDS_MAX
                while len(batch) < BATCH_JOBS_MAX and time.monotonic() < until:
                    try:
                        asked = self._asked.get_nowait()
                    except queue.Empty:
                        break
                    if asked is None:
                        go_on = False
                        break
                    batch.append(asked)
                    connection.execute("SAVEPOINT job")
                    self._does(connection, asked, landing, undo="ROLLBACK TO job")
                    connection.execute("RELEASE job")
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._abandon(connection, batch, error)
            landing = Landing()
        self._loop.call_soon_threadsafe(self._report, batch, landing)
        return go_on

    @staticmethod
    def _does(connection: sqlite3.Connection, asked: _Asked[Any], landing: Landing, *, undo: str) -> bool:
        """Run one job. Where it fails, `undo` takes back what it wrote, and False is given."""
        own = Landing()
        try:
            asked.result = asked.job(connection, own)
        except Exception as error:
            if not connection.in_transaction:
                raise  # the disk is full: SQLite has taken back the whole batch
            asked.error = error
            connection.execute(undo)
            return False
        landing.add(own)
        return True

    @staticmethod
    def _abandon(connection: sqlite3.Connection, batch: Sequence[_Asked[Any]], error: sqlite3.Error) -> None:
        """The disk is full, or another process held the file longer than BUSY_SECONDS: nothing of the batch landed."""
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        for asked in batch:
            asked.error = Unavailable(f"the data folder ({error}; waited up to {BUSY_SECONDS:.0f} s)")

    def _report(self, batch: Sequence[_Asked[Any]], landing: Landing) -> None:
        self._landed(landing)
        for asked in batch:
            if asked.done.cancelled():
                continue
            if asked.error is not None:
                asked.done.set_exception(asked.error)
            else:
                asked.done.set_result(asked.result)
