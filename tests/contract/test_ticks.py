"""A tick as Cloud Scheduler sends it, without an id, is an event of its minute: pulled and pushed."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from google.pubsub_v1 import types

from deploy.provision_clock import job
from deploy.provision_pubsub import PULL, Push, provision
from libs.common.bus.port import Delivery, Subscription
from libs.common.bus.pubsub import PubSubBus
from libs.common.pubsub.client import Clients, connect
from libs.common.pubsub.push import PushBus
from libs.common.ticking import tick

ROUTES = {"clock.ticked": ("booking",)}
BOOKING = Subscription("booking", "clock.ticked")


@pytest.fixture(params=["pulled", "pushed"])
async def opened(
    request: pytest.FixtureRequest, pubsub_host: str
) -> AsyncIterator[tuple[Clients, PubSubBus | PushBus]]:
    """A bus, and the clients to publish past it."""
    clients = connect(f"test-{uuid4().hex[:12]}", pubsub_host)
    app = web.Application()
    bus: PubSubBus | PushBus = PubSubBus(clients)
    if request.param == "pushed":
        bus = PushBus(clients, None)
        bus.add_routes(app)
    async with TestServer(app) as server:
        url = str(server.make_url("")).rstrip("/")
        await provision(clients, ROUTES, push=Push({"booking": url}) if request.param == "pushed" else PULL)
        yield clients, bus
        await bus.close()


async def test_a_message_of_cloud_scheduler_is_the_tick_of_its_minute(
    opened: tuple[Clients, PubSubBus | PushBus],
) -> None:
    clients, bus = opened
    came: asyncio.Queue[Delivery] = asyncio.Queue()

    async def handle(delivery: Delivery) -> None:
        delivery.token.finished = True
        await came.put(delivery)

    await bus.listen([BOOKING], handle)
    target = job(clients.project, "europe-west1")["pubsubTarget"]
    await clients.publisher.publish(
        topic=target["topicName"], messages=[types.PubsubMessage(attributes=target["attributes"])]
    )
    delivery = await asyncio.wait_for(came.get(), 20)
    assert delivery.envelope == tick(delivery.envelope.time)
    assert delivery.envelope.time.second == 0
    assert abs(datetime.now(UTC) - delivery.envelope.time) < timedelta(minutes=2)
