"""One event from its publish to its handler: our bus on Pub/Sub, and Google's own publisher and subscriber beside it.

Both on the same emulator, with the same events, ordering keys, and an acknowledgement once an event is handled.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Protocol

from google.cloud.pubsub_v1 import PublisherClient, SubscriberClient, types  # type: ignore[import-untyped]
from google.cloud.pubsub_v1.subscriber.message import Message  # type: ignore[import-untyped]

from deploy.provision_pubsub import provision
from libs.common.bus.port import Delivery, Subscription
from libs.common.bus.pubsub import PubSubBus
from libs.common.envelope import Envelope
from libs.common.pubsub.client import Clients, connect
from libs.common.pubsub.names import subscription_path, topic_path
from tests.bench.emulated import new_project
from tests.contract.recorder import event

TOPIC = "message.received"
SUBSCRIPTION = Subscription("ingest", TOPIC)
KEYS = 64
HANDLED_SECONDS = 30.0


class Side(Protocol):
    """One way to send an event and to be given it."""

    async def publish(self, sent: Envelope) -> None:
        """Return once it is durable."""


class Arrivals:
    """When each event was handed to its handler, by its id."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiting: dict[str, asyncio.Future[float]] = {}

    def expect(self, sent: Envelope) -> "asyncio.Future[float]":
        """Done with the moment (by `time.perf_counter`) at which it is handled."""
        coming = self._waiting[sent.id] = self._loop.create_future()
        return coming

    def came(self, id_: str, at: float) -> None:
        coming = self._waiting.pop(id_, None)
        if coming is not None and not coming.done():
            coming.set_result(at)

    def came_in_a_thread(self, id_: str, at: float) -> None:
        self._loop.call_soon_threadsafe(self.came, id_, at)


class Ours:
    """The bus port's adapter."""

    def __init__(self, clients: Clients, arrivals: Arrivals) -> None:
        self._arrivals = arrivals
        self._bus = PubSubBus(clients)

    async def start(self) -> None:
        """Be handed events."""
        await self._bus.listen([SUBSCRIPTION], self._handle)

    async def publish(self, sent: Envelope) -> None:
        await self._bus.publish(sent)

    async def _handle(self, delivery: Delivery) -> None:
        self._arrivals.came(delivery.envelope.id, time.perf_counter())
        delivery.token.finished = True

    async def close(self) -> None:
        await self._bus.close()


class Plain:
    """Google's client as its documentation has it; its publisher does not wait for a batch to fill."""

    def __init__(self, project: str, arrivals: Arrivals) -> None:
        self._arrivals = arrivals
        self._topic = topic_path(project, TOPIC)
        self._publisher = PublisherClient(
            batch_settings=types.BatchSettings(max_latency=0.0),
            publisher_options=types.PublisherOptions(enable_message_ordering=True),
        )
        self._subscriber = SubscriberClient()
        self._pulling = self._subscriber.subscribe(subscription_path(project, SUBSCRIPTION.name), self._handle)

    async def publish(self, sent: Envelope) -> None:
        attributes = sent.attributes()
        landing = self._publisher.publish(self._topic, sent.data, ordering_key=sent.key, **attributes)
        await asyncio.wrap_future(landing)

    def _handle(self, message: Message) -> None:
        self._arrivals.came_in_a_thread(message.attributes["ce-id"], time.perf_counter())
        message.ack()

    async def close(self) -> None:
        self._pulling.cancel()
        await asyncio.to_thread(self._pulling.result)
        await asyncio.to_thread(self._subscriber.close)
        await asyncio.to_thread(self._publisher.stop)


@asynccontextmanager
async def ours(host: str, arrivals: Arrivals) -> AsyncIterator[Ours]:
    """Our bus on a project of its own."""
    clients = connect(new_project(), host)
    await provision(clients, {TOPIC: ("ingest",)})
    side = Ours(clients, arrivals)
    try:
        await side.start()
        yield side
    finally:
        await side.close()


@asynccontextmanager
async def plain(host: str, arrivals: Arrivals) -> AsyncIterator[Plain]:
    """Google's client on a project of its own, provisioned the same."""
    clients = connect(new_project(), host)
    await provision(clients, {TOPIC: ("ingest",)})
    await clients.close()
    side = Plain(clients.project, arrivals)
    try:
        yield side
    finally:
        await side.close()


def texts(count: int, numbers: Iterator[int]) -> list[Envelope]:
    """Customers' messages, of customers who take turns."""
    made = (next(numbers) for _ in range(count))
    return [event(f"c{number % KEYS}-{number}", text="How much is a cleaning, please?") for number in made]


async def hop(side: Side, arrivals: Arrivals, sent: Envelope) -> tuple[float, float]:
    """One event; gives the seconds until it was durable, and until it was handled."""
    coming = arrivals.expect(sent)
    began = time.perf_counter()
    await side.publish(sent)
    durable = time.perf_counter() - began
    return durable, await asyncio.wait_for(coming, HANDLED_SECONDS) - began
