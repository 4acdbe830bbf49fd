"""`POST /events/{subscription}`: what is answered to Pub/Sub."""

import asyncio
import base64
import io
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from libs.common.bus.port import Delivery, Subscription
from libs.common.envelope import Envelope
from libs.common.pubsub import push
from libs.common.pubsub.client import connect
from libs.common.pubsub.push import PushBus, unwrapped
from libs.common.pubsub.tokens import Certificates, Check
from tests.contract.recorder import event
from tests.unit.libs.common.pubsub import google_tokens
from tests.unit.libs.common.pubsub.google_tokens import ACCOUNT, AUDIENCE, Key

INGEST = Subscription("ingest", "message.received", per_owner=2)
AT = "/events/ingest.message.received"
Client = TestClient[web.Request, web.Application]


def body(envelope: Envelope) -> dict[str, Any]:
    """As Pub/Sub wraps it."""
    message = {
        "attributes": envelope.attributes(),
        "data": base64.b64encode(envelope.data).decode(),
        "messageId": "1",
        "publishTime": "2026-03-02T09:00:00Z",
    }
    return {"message": message, "subscription": "projects/p/subscriptions/ingest.message.received"}


class House:
    """One process that is pushed to, and what its handler does."""

    def __init__(self, bus: PushBus, client: Client) -> None:
        self.bus = bus
        self.client = client
        self.got: list[Delivery] = []
        self.does: Callable[[Delivery], Any] = self.finish

    async def finish(self, delivery: Delivery) -> None:
        delivery.token.finished = True

    async def handle(self, delivery: Delivery) -> None:
        self.got.append(delivery)
        await self.does(delivery)

    async def push(self, envelope: Envelope, at: str = AT, **headers: str) -> int:
        sent = io.BytesIO(json.dumps(body(envelope)).encode())
        async with self.client.post(at, data=sent, headers=headers) as answer:
            return answer.status


async def opened(check: Check | None) -> AsyncIterator[House]:
    bus = PushBus(connect("p", "127.0.0.1:9"), check)
    app = web.Application()
    bus.add_routes(app)
    async with TestClient(TestServer(app)) as client:
        house = House(bus, client)
        await bus.listen([INGEST], house.handle)
        yield house
        await bus.close()


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async for one in opened(None):
        yield one


async def test_an_event_that_is_finished_is_answered_with_204(house):
    assert await house.push(event("ana-1", text="¿Abren?")) == 204
    (delivery,) = house.got
    assert delivery.envelope == event("ana-1", text="¿Abren?")
    assert (delivery.subscription, delivery.attempt) == (INGEST, 1)


async def test_an_event_that_is_not_finished_is_sent_again(house):
    async def fails(_: Delivery) -> None:
        raise RuntimeError

    house.does = fails
    assert await house.push(event("ana-1")) == 503


async def test_what_comes_soon_is_waited_for_in_place(house):
    """Its customer would wait longer for Pub/Sub."""
    moment = time.time() + 0.2

    async def later(delivery: Delivery) -> None:
        delivery.token.finished = time.time() >= moment
        if not delivery.token.finished:
            delivery.token.due_at = moment

    house.does = later
    assert await house.push(event("ana-1")) == 204
    assert len(house.got) == 2


async def test_what_comes_much_later_is_left_to_pubsub_at_once(house):
    async def later(delivery: Delivery) -> None:
        delivery.token.due_at = time.time() + 3_600

    house.does = later
    assert await asyncio.wait_for(house.push(event("ana-1")), 2) == 503


async def test_a_handler_has_its_time_and_no_more(house, monkeypatch):
    monkeypatch.setattr(push, "PUSH_SECONDS", 0.05)
    ended = asyncio.Event()

    async def hangs(_: Delivery) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    house.does = hangs
    assert await house.push(event("ana-1")) == 503
    assert ended.is_set()


async def test_an_owners_burst_waits_and_another_owner_does_not(house):
    gate, under_way = asyncio.Event(), 0
    most = 0

    async def held(delivery: Delivery) -> None:
        nonlocal under_way, most
        if delivery.envelope.user_id == "busy":
            under_way += 1
            most = max(most, under_way)
            await gate.wait()
            under_way -= 1
        delivery.token.finished = True

    house.does = held
    burst = [asyncio.ensure_future(house.push(event(f"c{n}-1", owner="busy"))) for n in range(6)]
    assert await house.push(event("ana-1", owner="quiet")) == 204
    gate.set()
    assert await asyncio.gather(*burst) == [204] * 6
    assert most == INGEST.per_owner


async def test_an_event_for_another_service_alone_is_let_pass(house):
    assert await house.push(event("ana-1")._replace(only="gateway")) == 204
    assert house.got == []


async def test_a_subscription_that_nobody_handles_is_not_found(house):
    assert await house.push(event("ana-1"), at="/events/booking.booking.requested") == 404


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"message": {}}',
        b'{"message": {"attributes": {"ce-type": "frontdesk.message.received.v1"}, "data": ""}}',
        b'{"message": {"attributes": [], "data": ""}}',
        json.dumps({"message": {**body(event("ana-1"))["message"], "data": "%%%"}}).encode(),
    ],
)
async def test_what_is_no_event_is_refused_without_being_handled(house, sent):
    async with house.client.post(AT, data=sent) as answer:
        assert answer.status == 400
        assert answer.content_type == "application/problem+json"
    assert house.got == []


async def test_the_largest_event_comes_in(house):
    assert await house.push(event("ana-1", text="x" * 8_900_000)) == 204


async def test_a_stop_waits_for_what_is_under_way_and_lets_nothing_in(house):
    begun, gate = asyncio.Event(), asyncio.Event()

    async def held(delivery: Delivery) -> None:
        begun.set()
        await gate.wait()
        delivery.token.finished = True

    house.does = held
    pushing = asyncio.ensure_future(house.push(event("ana-1")))
    await begun.wait()
    stopping = asyncio.ensure_future(house.bus.stop(10.0))
    await asyncio.sleep(0)
    assert await house.push(event("ana-2")) == 503
    gate.set()
    await stopping
    assert await pushing == 204


async def test_what_a_stop_cannot_wait_for_is_sent_again(house):
    begun = asyncio.Event()

    async def hangs(_: Delivery) -> None:
        begun.set()
        await asyncio.Event().wait()

    house.does = hangs
    pushing = asyncio.ensure_future(house.push(event("ana-1")))
    await begun.wait()
    await house.bus.stop(0.01)
    assert await pushing == 503


async def test_only_pubsub_may_push():
    """401 for who proves nothing, 403 for another account, 503 while nobody can be proven; and nothing is handled."""
    key = Key("one")
    async with google_tokens.Certificates([key]).served() as google:
        async for house in opened(Check(AUDIENCE, ACCOUNT, Certificates(google.url))):
            google.silent = True
            assert await house.push(event("ana-1"), Authorization=f"Bearer {key.token()}") == 503
            google.silent = False
            assert await house.push(event("ana-1")) == 401
            assert await house.push(event("ana-1"), Authorization=f"Bearer {key.token(expires_in=-120)}") == 401
            assert await house.push(event("ana-1"), Authorization=f"Bearer {key.token(email='x@y.z')}") == 403
            assert house.got == []
            assert await house.push(event("ana-1"), Authorization=f"Bearer {key.token()}") == 204


def test_an_ordering_key_need_not_be_in_the_body():
    assert unwrapped(json.dumps(body(event("ana-1"))).encode()).key == event("ana-1").key
