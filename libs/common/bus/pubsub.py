"""The bus port on Google Cloud Pub/Sub, by streaming pull.

What a process holds stands in its lanes: Pub/Sub's own order decides only what arrives, and the lanes let one event of
a key be handled at a time. An event that failed, or comes later, stays at the head of its lane with its lease extended,
so nothing of its key overtakes it.
"""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from functools import partial
from itertools import islice
from math import ceil
from typing import Any

from google.api_core.exceptions import GoogleAPICallError

from libs.common.bus.lanes import PER_KEY_MAX, Header, Lanes
from libs.common.bus.port import Delivery, Handle, Subscription
from libs.common.envelope import Envelope
from libs.common.errors import Misconfigured, Unavailable
from libs.common.logs import logger
from libs.common.pubsub.arriving import arrived
from libs.common.pubsub.client import REFUSED, Clients, answering
from libs.common.pubsub.leases import Leases
from libs.common.pubsub.names import UNDELIVERED, subscription_path
from libs.common.pubsub.publishing import Publishing
from libs.common.pubsub.stream import WINDOW, WINDOW_BYTES, Stream

_log = logger("bus")

LET_GO_SECONDS = 1.0
"""A delivery that ended without being finished comes again after this."""
HANDLERS_SHARE = 0.75
"""Of the time that a stop has: the rest is for the stream's end and for handing back."""
HAND_BACK_SECONDS = 1.5
STREAM_SECONDS = 900.0
"""A stream's life before it is renewed."""
EMULATED_STREAM_SECONDS = 12.0
"""The emulator goes on sending to a killed process until its stream's deadline has passed."""


FINISHED_MAX = 2_000
"""Events finished last, by id: one of them that comes once more needs no handling."""


@dataclass(frozen=True, slots=True)
class _Held:
    event: Envelope
    message_ids: list[str]  # more than one where the same event was published again meanwhile

    @property
    def lane(self) -> str:
        """What it is in order with: nothing but itself, if it has no key."""
        return self.event.key or self.event.id


class _Listener:
    """One subscription in this process: what it holds, and what is being handled."""

    def __init__(self, clients: Clients, publishing: Publishing, subscription: Subscription, handle: Handle) -> None:
        self.subscription = subscription
        self.path = subscription_path(clients.project, subscription.name)
        self._publishing = publishing
        self._handle = handle
        self._lanes = Lanes(in_flight=subscription.in_flight, per_owner=subscription.per_owner)
        self._overflow: dict[str, deque[Header]] = {}  # of a key, past what its lane takes
        self._held: dict[int, _Held] = {}
        self._by_event: dict[str, _Held] = {}
        self._finished: OrderedDict[str, None] = OrderedDict()
        self._held_bytes = 0
        self._waiting_until: dict[int, float] = {}  # Unix seconds, of those that come later
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._refused: set[asyncio.Task[None]] = set()
        self._came = 0
        self._stopping = False
        self._leases = Leases(clients.subscriber, self.path)
        life = EMULATED_STREAM_SECONDS if clients.emulator_host else STREAM_SECONDS
        self._stream = Stream(clients.subscriber, self.path, self._receive, life_seconds=life)

    def start(self) -> None:
        self._leases.start()
        self._stream.start()

    def _receive(self, messages: Sequence[Any]) -> None:
        for received in messages:
            message = received.message
            if not self._leases.hold(message.message_id, received.ack_id):
                continue
            try:
                event = arrived(dict(message.attributes), message.data, partial(message.publish_time.ToDatetime, UTC))
            except ValueError:
                self._refuse(message)
                continue
            if event.id in self._finished or event.only not in ("", self.subscription.service):
                self._leases.done(message.message_id)
            elif event.id in self._by_event:
                self._by_event[event.id].message_ids.append(message.message_id)
            else:
                self._take_in(event, message.message_id, max(0, received.delivery_attempt - 1))
        self._stream.pause(self._full)
        self._pump()

    def _take_in(self, event: Envelope, message_id: str, attempts: int) -> None:
        self._came += 1
        header = Header(self._came, event.key, event.user_id, attempts)
        self._held[header.seq] = self._by_event[event.id] = _Held(event, [message_id])
        self._held_bytes += event.size
        if not self._lanes.offer(header):
            self._overflow.setdefault(event.key, deque()).append(header)

    @property
    def _full(self) -> bool:
        return len(self._held) >= WINDOW or self._held_bytes >= WINDOW_BYTES

    def _refuse(self, message: Any) -> None:
        """What is not one of our events is set aside, whole, and never handled."""
        task = asyncio.create_task(self._set_aside(message))
        self._refused.add(task)
        task.add_done_callback(self._refused.discard)

    async def _set_aside(self, message: Any) -> None:
        _log.error("a message that is no event", subscription=self.subscription.name, message_id=message.message_id)
        aside = type(message)(data=message.data, attributes={**message.attributes, "from": self.subscription.name})
        try:
            await self._publishing.publish_raw(UNDELIVERED, aside)
        except (Unavailable, GoogleAPICallError):
            return  # it is still held, and comes again after the next start
        self._leases.done(message.message_id)

    def _pump(self) -> None:
        while not self._stopping and (header := self._lanes.take(time.time())) is not None:
            task = asyncio.create_task(self._run(header))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _run(self, header: Header) -> None:
        try:
            event = self._held[header.seq].event
            await self._handle(Delivery(event, self.subscription, header.attempt + 1, header))
        except Exception:  # noqa: BLE001 - the bus goes on, whatever a handler does
            _log.error("a delivery ended in an error; it comes again", subscription=self.subscription.name)
        finally:
            self._settle(header)

    def _settle(self, header: Header) -> None:
        if self._lanes.settle(header):
            self._refill(header.key)
        if header.finished:
            self._let_go(header)
        elif header.due_at is not None:
            self._come_again(header, header.due_at)
        else:
            header.attempt += 1
            self._come_again(header, time.time() + LET_GO_SECONDS)
        self._pump()

    def _let_go(self, header: Header) -> None:
        held = self._held.pop(header.seq)
        del self._by_event[held.event.id]
        self._held_bytes -= held.event.size
        for message_id in held.message_ids:
            self._leases.done(message_id)
        self._finished[held.event.id] = None
        if len(self._finished) > FINISHED_MAX:
            self._finished.popitem(last=False)
        self._stream.pause(self._full)

    def _refill(self, key: str) -> None:
        more = self._overflow[key]
        headers = [more.popleft() for _ in islice(range(len(more)), PER_KEY_MAX)]
        if not more:
            del self._overflow[key]
        self._lanes.refill(key, headers, more=bool(more))

    def _come_again(self, header: Header, moment: float) -> None:
        """At that moment, in this process; or wherever it is given back to before."""
        if header.due_at is not None:
            self._waiting_until[header.seq] = moment
        if self._stopping:
            return

        def wake() -> None:
            self._timers.pop(header.seq, None)
            self._waiting_until.pop(header.seq, None)
            self._lanes.wake(header)
            self._pump()

        loop = asyncio.get_running_loop()
        self._timers[header.seq] = loop.call_later(max(0.0, moment - time.time()), wake)

    async def stop(self, seconds: float) -> None:
        self._stopping = True
        for timer in self._timers.values():
            timer.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds * HANDLERS_SHARE)
        for task in [*self._tasks, *self._refused]:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self._stream.close()
        try:
            async with asyncio.timeout(HAND_BACK_SECONDS):
                await self._leases.give_back(self._waits())
        except TimeoutError:
            _log.warning("events were not handed back; their leases run out", subscription=self.subscription.name)

    def _waits(self) -> dict[str, int]:
        """Seconds until each message of a key may come again whose first event comes later."""
        now = time.time()
        of_lane = {self._held[seq].lane: ceil(max(0.0, moment - now)) for seq, moment in self._waiting_until.items()}
        return {
            message_id: of_lane.get(held.lane, 0) for held in self._held.values() for message_id in held.message_ids
        }


class PubSubBus:
    """Events on the topics of one project. `clients` are made by pubsub.client.connect and closed with the bus."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._publishing = Publishing(clients)
        self._listeners: list[_Listener] = []

    async def publish(self, *envelopes: Envelope) -> None:
        await self._publishing.publish(envelopes)

    async def listen(self, subscriptions: Sequence[Subscription], handle: Handle) -> None:
        started = [_Listener(self._clients, self._publishing, subscription, handle) for subscription in subscriptions]
        await asyncio.gather(*(self._check(listener.path) for listener in started))
        for listener in started:
            listener.start()
        self._listeners += started

    async def check(self) -> None:
        """What a start asks. Raises Misconfigured where the project, the emulator or the permission is missing, and
        Unavailable as `ready` does."""
        await self._publishing.check()

    async def _check(self, subscription: str) -> None:
        try:
            async with answering():
                await self._clients.subscriber.get_subscription(subscription=subscription)
        except REFUSED as error:
            raise Misconfigured(
                f"Pub/Sub refuses {subscription} (GOOGLE_CLOUD_PROJECT): {error.message} Run `python -m "
                "deploy.provision`, and check that this account has the roles roles/pubsub.subscriber and "
                "roles/pubsub.viewer."
            ) from error

    async def stop(self, seconds: float) -> None:
        await asyncio.gather(*(listener.stop(seconds) for listener in self._listeners))
        self._listeners.clear()

    async def ready(self) -> None:
        await self._publishing.ready()

    async def close(self) -> None:
        await self.stop(0.0)
        await self._publishing.close()
        await self._clients.close()
