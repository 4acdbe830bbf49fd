"""An open data folder: the writer, the readers, and who is told when something landed."""

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from libs.common.entities.machinery import Receipt
from libs.common.errors import Unavailable
from libs.common.sqlite import log
from libs.common.sqlite.database import connect, prepare
from libs.common.sqlite.documents import Rows
from libs.common.sqlite.watch import Watch
from libs.common.sqlite.writer import Landing, Writer

T = TypeVar("T")


class Folder:
    """What store, bus and finisher of one process share. Open it inside a running event loop."""

    def __init__(self, path: Path, consumers: Mapping[str, Sequence[str]]) -> None:
        """`consumers` names the services that handle each topic: what is published is pending for each of them. Raises
        Misconfigured when the folder cannot be used."""
        prepare(path)
        self.path = path
        self.routes = log.routes_of(consumers)
        self.writer = Writer(connect(path), self._landed)
        self.watch = Watch(path)
        self._quick = connect(path)
        self._thorough = connect(path)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._hear: list[Callable[[Landing], None]] = []
        self._awaited: defaultdict[str, set[asyncio.Future[None]]] = defaultdict(set)

    def on_landing(self, listener: Callable[[Landing], None]) -> None:
        """Call this after each commit of this process."""
        self._hear.append(listener)

    def _landed(self, landing: Landing) -> None:
        for listener in self._hear:
            listener(landing)
        for receipt_id in landing.receipts:
            self._wake(receipt_id)

    @property
    def quick(self) -> sqlite3.Connection:
        """For reads by key on the event loop: a page out of the cache costs less than a hop to a thread."""
        return self._quick

    async def thorough(self, read: Callable[[sqlite3.Connection], T]) -> T:
        """Run a read that may look at many rows, off the event loop."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, read, self._thorough)
        except sqlite3.OperationalError as error:
            raise Unavailable(f"the data folder ({error})") from error

    async def wait(self, receipt_id: str, seconds: float) -> Receipt | None:
        """See the store port."""
        rows = Rows(self._quick, None)
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._awaited[receipt_id].add(future)
        listener = self._look_for_receipts
        self.watch.add(listener)
        try:
            if (receipt := rows.get(Receipt, receipt_id)) is not None:
                return receipt
            await asyncio.wait([future], timeout=seconds)
            return rows.get(Receipt, receipt_id)
        finally:
            self._awaited[receipt_id].discard(future)
            if not self._awaited[receipt_id]:
                del self._awaited[receipt_id]
            if not self._awaited:
                self.watch.remove(listener)

    def _look_for_receipts(self) -> None:
        rows = Rows(self._quick, None)
        for receipt_id in list(self._awaited):
            if rows.get(Receipt, receipt_id) is not None:
                self._wake(receipt_id)

    def _wake(self, receipt_id: str) -> None:
        for future in self._awaited.get(receipt_id, ()):
            if not future.done():
                future.set_result(None)

    async def close(self) -> None:
        """Finish what was handed in, then let go of the file."""
        await self.writer.close()
        self.watch.close()
        await asyncio.to_thread(self._thread.shutdown)
        for connection in (self._quick, self._thorough):
            connection.close()
