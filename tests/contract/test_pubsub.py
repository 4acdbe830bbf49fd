"""What the bus on Pub/Sub does beside the port's promises, on the emulator."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from uuid import uuid4

import pytest
from google.pubsub_v1 import SubscriberAsyncClient

from deploy.emulators import PUBSUB
from deploy.provision_pubsub import provision
from libs.common.bus import pubsub
from libs.common.bus.port import Delivery, Subscription
from libs.common.errors import Misconfigured, Unavailable
from libs.common.events import Actor, BookingRequested, MessageReceived, seal
from libs.common.pubsub import leases, publishing, stream
from libs.common.pubsub.client import Clients, connect
from libs.common.pubsub.names import UNDELIVERED, subscription_path, topic_path
from tests.contract.recorder import INGEST, NOW, event, events
from tests.emulators import emulated

ROUTES = {"message.received": ("ingest",)}


class Names:
    """A handler that finishes what it gets, after `gate` opens, and knows its name."""

    def __init__(self, *, held: bool = False) -> None:
        self.got: list[str] = []
        self.attempts: list[int] = []
        self._changed = asyncio.Condition()
        self.gate = asyncio.Event()
        if not held:
            self.gate.set()

    async def __call__(self, delivery: Delivery) -> None:
        async with self._changed:
            self.got.append(MessageReceived.opened(delivery.envelope).message.id)
            self.attempts.append(delivery.attempt)
            self._changed.notify_all()
        await self.gate.wait()
        delivery.token.finished = True

    async def until(self, count: int, seconds: float = 15.0) -> list[str]:
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self.got) >= count)
        return self.got


@pytest.fixture
async def project(pubsub_host: str) -> str:
    name = f"test-{uuid4().hex[:12]}"
    clients = connect(name, pubsub_host)
    await provision(clients, ROUTES)
    await clients.close()
    return name


@pytest.fixture
def process(project: str, pubsub_host: str):
    """Opens one process's bus."""

    @asynccontextmanager
    async def opened():
        bus = pubsub.PubSubBus(connect(project, pubsub_host))
        try:
            yield bus
        finally:
            await bus.close()

    return opened


@pytest.fixture
async def clients(project: str, pubsub_host: str) -> AsyncIterator[Clients]:
    opened = connect(project, pubsub_host)
    yield opened
    await opened.close()


async def test_what_a_stop_hands_back_keeps_its_order_and_comes_at_once(process):
    """Also what is published after it, and although some of the key was finished before."""
    names = [f"ana-{n}" for n in range(40)]
    async with process() as first:
        seen = Names()
        await first.listen([INGEST], seen)
        await first.publish(*map(event, names[:10]))
        await seen.until(10)
        seen.gate.clear()
        await first.publish(*map(event, names[10:30]))
        await seen.until(11)
        await first.stop(0.05)
        began = time.monotonic()
    async with process() as second:
        await second.publish(*map(event, names[30:]))
        seen = Names()
        await second.listen([INGEST], seen)
        assert await seen.until(30) == names[10:]
        assert time.monotonic() - began < leases.LEASE_SECONDS / 2


async def test_a_stop_ends_in_its_time_though_nobody_answers_any_more():
    """The emulator is gone, and a handler hangs."""
    name = f"test-{uuid4().hex[:12]}"
    with emulated(PUBSUB) as host:
        clients = connect(name, host)
        await provision(clients, ROUTES)
        bus = pubsub.PubSubBus(clients)
        seen = Names(held=True)
        await bus.listen([INGEST], seen)
        await bus.publish(*events("ana-1 ana-2"))
        await seen.until(1)
    began = time.monotonic()
    await bus.stop(2.0)
    assert time.monotonic() - began < 2.0 * pubsub.HANDLERS_SHARE + stream.CLOSE_SECONDS + pubsub.HAND_BACK_SECONDS + 1
    await bus.close()


async def test_nothing_is_lost_or_overtaken_while_streams_are_renewed(process, monkeypatch):
    monkeypatch.setattr(pubsub, "EMULATED_STREAM_SECONDS", 0.2)
    opened: list[str] = []
    opens = SubscriberAsyncClient.streaming_pull

    async def noted(client, *args, **kwargs):
        opened.append("a stream")
        return await opens(client, *args, **kwargs)

    monkeypatch.setattr(SubscriberAsyncClient, "streaming_pull", noted)
    names: list[str] = []
    async with process() as bus:
        seen = Names()
        await bus.listen([INGEST], seen)
        while len(opened) < 5:
            some = [f"{key}-{len(names)}" for key in ("ana", "ben", "cleo")]
            await bus.publish(*map(event, some))
            names += some
        got = await seen.until(len(names))
    for key in ("ana", "ben", "cleo"):
        assert [name for name in got if name.startswith(key)] == [name for name in names if name.startswith(key)]
    assert set(seen.attempts) == {1}


async def test_a_handler_keeps_its_event_for_longer_than_a_lease(process, monkeypatch):
    """Nobody else gets it meanwhile: with a lease that ran out, half of these would go to the second process."""
    monkeypatch.setattr(leases, "LEASE_SECONDS", 10)  # Pub/Sub's shortest
    monkeypatch.setattr(stream, "LEASE_SECONDS", 10)
    monkeypatch.setattr(leases, "EXTEND_SECONDS", 2.0)
    names = [f"c{n}-1" for n in range(10)]
    async with process() as first, process() as second:
        seen, others = Names(held=True), Names()
        await first.listen([INGEST], seen)
        await first.publish(*map(event, names))
        await seen.until(len(names))
        await second.listen([INGEST], others)
        with pytest.raises(TimeoutError):
            await others.until(1, seconds=12.0)
        seen.gate.set()
        await first.stop(5.0)
    assert sorted(seen.got) == sorted(names)


async def test_two_processes_share_the_work_and_each_key_stays_in_order(process):
    names = [f"c{key}-{n}" for n in range(12) for key in range(10)]
    async with process() as first, process() as second:
        both = Names()
        one, two = Names(), Names()

        async def handled_by(names: Names, delivery: Delivery) -> None:
            await names(delivery)
            await both(delivery)

        await first.listen([INGEST], partial(handled_by, one))
        await second.listen([INGEST], partial(handled_by, two))
        for name in names:
            await first.publish(event(name))
        got = await both.until(len(names))
    assert sorted(got) == sorted(names)
    for key in range(10):
        assert [name for name in got if name.startswith(f"c{key}-")] == [f"c{key}-{n}" for n in range(12)]
    assert one.got
    assert two.got


async def test_an_event_that_comes_once_more_is_not_handled_again(process):
    """Not while it is handled, nor after: its receipt need not be asked."""
    async with process() as bus:
        seen = Names(held=True)
        await bus.listen([INGEST], seen)
        await bus.publish(event("ana-1"))
        await seen.until(1)
        await bus.publish(*events("ana-1 ana-2 ben-1"))
        await seen.until(2)
        seen.gate.set()
        await seen.until(3)
        await bus.publish(*events("ana-1 ana-3"))
        assert await seen.until(4) == ["ana-1", "ben-1", "ana-2", "ana-3"]


async def test_a_message_that_is_no_event_is_set_aside_whole(process, clients):
    """And what comes after it is handled."""
    attributes = {name: value for name, value in event("ana-0").attributes().items() if name != "ce-id"}
    async with process() as bus:
        seen = Names()
        await bus.listen([INGEST], seen)
        topic = topic_path(clients.project, "message.received")
        await clients.publisher.publish(topic=topic, messages=[{"data": b"Hello?", "attributes": attributes}])
        await bus.publish(event("ana-1"))
        assert await seen.until(1) == ["ana-1"]
        aside = subscription_path(clients.project, UNDELIVERED)
        (received,) = (await clients.subscriber.pull(subscription=aside, max_messages=10)).received_messages
        assert received.message.data == b"Hello?"
        assert dict(received.message.attributes) == {**attributes, "from": "ingest.message.received"}


async def test_a_subscription_that_is_not_there_stops_the_start_in_one_sentence(process):
    async with process() as bus:
        with pytest.raises(Misconfigured, match=r"booking\.booking\.requested .*python -m deploy\.provision"):
            await bus.listen([Subscription("booking", "booking.requested")], Names())


async def test_a_topic_that_is_not_there_does_not_answer(process):
    """The event is kept where it comes from, and tried again."""
    asked = BookingRequested(user_id="ana", act="show", actor=Actor(kind="staff"), asked_at=NOW)
    async with process() as bus:
        with pytest.raises(Unavailable, match=r"the Pub/Sub topic booking\.requested"):
            await bus.publish(seal(asked, cause="r1", source="gateway", at=NOW))


async def test_a_silent_server_is_unavailable_after_the_deadline(monkeypatch):
    """And for readiness at once."""
    monkeypatch.setattr(publishing, "PUBLISH_SECONDS", 0.3)
    bus = pubsub.PubSubBus(connect("nobody", "127.0.0.1:9"))
    with pytest.raises(Unavailable, match=r"Pub/Sub"):
        await bus.publish(event("ana-1"))
    with pytest.raises(Unavailable, match=r"Pub/Sub"):
        await bus.ready()
    await bus.close()


async def test_it_is_ready_where_it_answers(process):
    async with process() as bus:
        await bus.ready()


async def test_a_start_asks_whether_its_emulator_is_there(process):
    async with process() as bus:
        await bus.check()
    nobody = pubsub.PubSubBus(connect("nobody", "127.0.0.1:9"))
    with pytest.raises(Misconfigured, match=r"at 127\.0\.0\.1:9 \(PUBSUB_EMULATOR_HOST\)"):
        await nobody.check()
    await nobody.close()


async def test_without_a_project_the_start_says_which_setting(pubsub_host):
    with pytest.raises(Misconfigured, match="GOOGLE_CLOUD_PROJECT"):
        connect(None, pubsub_host)
