"""The bus port on the log in the data folder's SQLite file."""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from itertools import islice

from libs.common.bus.lanes import PER_KEY_MAX, Header, Lanes
from libs.common.bus.port import EVENT_BYTES_MAX, Delivery, Handle, Subscription
from libs.common.envelope import Envelope
from libs.common.errors import TooLarge
from libs.common.logs import logger
from libs.common.sqlite import log
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.inflight import InFlight
from libs.common.sqlite.lock import ServiceLock
from libs.common.sqlite.writer import Landing

_log = logger("bus")

LOAD_MAX = 10_000
"""Pending events read at once when a process catches up with the log."""
KEPT_MAX = 2_000
"""Events held in memory from publish to handling; past that they are read back from the log."""
LET_GO_SECONDS = 1.0
"""A delivery that ended without being finished comes again after this."""


class _Listener:
    """One subscription in this process: what is known of it, and what is being handled."""

    def __init__(self, folder: Folder, subscription: Subscription, handle: Handle) -> None:
        self.subscription = subscription
        self._folder = folder
        self._handle = handle
        self._lanes = Lanes(in_flight=subscription.in_flight, per_owner=subscription.per_owner)
        self._marks = InFlight(folder.path / "locks" / f"{subscription.name}.inflight")
        self._events: dict[int, Envelope] = {}
        self._overflow: dict[str, deque[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._seen = 0
        self._stopping = False

    async def start(self) -> None:
        died = self._marks.left_behind()
        if died:
            await self._folder.writer.submit(
                lambda connection, _: log.count_deaths(connection, self.subscription.name, died)
            )
        self.catch_up()

    def heard(self, landed: Sequence[log.Landed]) -> None:
        """Events that this process put into the log just now. Where another process's came before or between, the log
        is read."""
        if (landed[0][0], landed[-1][0]) != (self._seen + 1, self._seen + len(landed)):
            self.catch_up()
            return
        self._seen = landed[-1][0]
        for seq, event in landed:
            mine = event.topic == self.subscription.topic and event.only in ("", self.subscription.service)
            if mine and self._take_in(Header(seq, event.key, event.user_id)) and len(self._events) < KEPT_MAX:
                self._events[seq] = event
        self._pump()

    def catch_up(self) -> None:
        """Read what lies in the log past what is known."""
        while True:
            newest, headers = log.snapshot(self._folder.quick, self.subscription.name, self._seen, LOAD_MAX)
            for header in headers:
                if self._take_in(header) and header.due_at is not None:
                    self._wake_at(header, header.due_at)
            if len(headers) < LOAD_MAX:
                break
            self._seen = headers[-1].seq
        self._seen = newest
        self._pump()

    def _take_in(self, header: Header) -> bool:
        """False when its key is full: then its place alone is kept, 40 bytes in place of some 1,000."""
        if self._lanes.offer(header):
            return True
        self._overflow.setdefault(header.key, deque()).append(header.seq)
        return False

    def _pump(self) -> None:
        while not self._stopping and (header := self._lanes.take(time.time())) is not None:
            task = asyncio.create_task(self._run(header))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _run(self, header: Header) -> None:
        self._marks.begin(header.seq)
        try:
            event = self._events.pop(header.seq, None) or log.read(self._folder.quick, header.seq)
            await self._handle(Delivery(event, self.subscription, header.attempt + 1, header))
        except Exception:  # noqa: BLE001 - the bus goes on, whatever a handler does
            _log.error("a delivery ended in an error; it comes again", subscription=self.subscription.name)
        finally:
            self._marks.end(header.seq)
            self._settle(header)

    def _settle(self, header: Header) -> None:
        if self._lanes.settle(header):
            self._refill(header.key)
        if not header.finished and not self._stopping:
            if header.due_at is None:
                header.attempt += 1
            self._wake_at(header, header.due_at or time.time() + LET_GO_SECONDS)
        self._pump()

    def _wake_at(self, header: Header, moment: float) -> None:
        def wake() -> None:
            self._timers.pop(header.seq, None)
            self._lanes.wake(header)
            self._pump()

        loop = asyncio.get_running_loop()
        self._timers[header.seq] = loop.call_later(max(0.0, moment - time.time()), wake)

    def _refill(self, key: str) -> None:
        more = self._overflow[key]
        seqs = [more.popleft() for _ in islice(range(len(more)), PER_KEY_MAX)]
        if not more:
            del self._overflow[key]
        headers = log.pending_among(self._folder.quick, self.subscription.name, seqs)
        self._lanes.refill(key, headers, more=bool(more))
        if headers and headers[0].due_at is not None:
            self._wake_at(headers[0], headers[0].due_at)

    async def stop(self, until: float) -> None:
        self._stopping = True
        for timer in self._timers.values():
            timer.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=max(0.0, until - time.monotonic()))
        for task in list(self._tasks):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._marks.close()


class EmbeddedBus:
    """Events in the data folder's log."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._listeners: list[_Listener] = []
        self._locks: list[ServiceLock] = []
        folder.on_landing(self._landed)

    def publish(self, *envelopes: Envelope) -> Awaitable[None]:
        """As the port says; it begins at the call, before it is awaited."""
        for envelope in envelopes:
            if len(envelope.data) > EVENT_BYTES_MAX // 2 and envelope.size > EVENT_BYTES_MAX:
                raise TooLarge(what=f"a {envelope.topic} event", size=envelope.size, limit=EVENT_BYTES_MAX)
        return self._folder.writer.submit(self.appending(envelopes))

    def appending(self, envelopes: Sequence[Envelope]) -> Callable[[sqlite3.Connection, Landing], None]:
        """The job that writes events into the log: also part of finishing a delivery."""

        def job(connection: sqlite3.Connection, landing: Landing) -> None:
            landing.events += log.append(connection, self._folder.routes, envelopes)

        return job

    async def listen(self, subscriptions: Sequence[Subscription], handle: Handle) -> None:
        services = dict.fromkeys(subscription.service for subscription in subscriptions)
        locks: list[ServiceLock] = []
        try:
            locks += (ServiceLock(self._folder.path, service) for service in services)
        except BaseException:
            for lock in locks:
                lock.release()
            raise
        self._locks += locks
        started = [_Listener(self._folder, subscription, handle) for subscription in subscriptions]
        for listener in started:
            await listener.start()
        if not self._listeners:
            self._folder.watch.add(self._look)
        self._listeners += started

    def _landed(self, landing: Landing) -> None:
        if landing.events:
            for listener in self._listeners:
                listener.heard(landing.events)

    def _look(self) -> None:
        for listener in self._listeners:
            listener.catch_up()

    async def stop(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        self._folder.watch.remove(self._look)
        await asyncio.gather(*(listener.stop(until) for listener in self._listeners))
        self._listeners.clear()
        for lock in self._locks:
            lock.release()
        self._locks.clear()

    async def ready(self) -> None:
        await self._folder.thorough(lambda connection: connection.execute("SELECT 1").fetchone())

    async def close(self) -> None:
        await self.stop(0.0)
