"""The bus where Pub/Sub pushes, with the emulator pushing."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from deploy.provision_pubsub import Push, provision
from libs.common.bus.port import Subscription
from libs.common.pubsub.client import connect
from libs.common.pubsub.push import PushBus
from libs.common.service import Outcome
from tests.contract.recorder import GATEWAY, INGEST, Recorder, event, events

ROUTES = {"message.received": ("ingest", "gateway")}


class Finisher:
    """Nothing is stored; a delivery is finished."""

    async def finish(self, delivery, decide):
        step = await decide(None)
        if isinstance(step, Outcome):
            delivery.token.finished = True
        else:
            delivery.token.due_at = step.at.timestamp()
        return step


@pytest.fixture
async def bus(pubsub_host: str) -> AsyncIterator[PushBus]:
    """One process that both services are pushed to."""
    clients = connect(f"test-{uuid4().hex[:12]}", pubsub_host)
    opened = PushBus(clients, None)
    app = web.Application()
    opened.add_routes(app)
    async with TestServer(app) as server:
        url = str(server.make_url("")).rstrip("/")
        await provision(clients, ROUTES, push=Push({"ingest": url, "gateway": url}))
        yield opened
        await opened.close()


async def test_each_service_gets_its_own_copy_as_it_was_sent(bus):
    ingest, gateway = Recorder(Finisher()), Recorder(Finisher())
    await bus.listen([INGEST], ingest)
    await bus.listen([GATEWAY], gateway)
    sent = event("ana-1", text="¿A qué hora abren? 🦷")
    await bus.publish(sent)
    for seen, subscription in ((ingest, INGEST), (gateway, GATEWAY)):
        (delivery,) = await seen.seen(1)
        assert delivery.envelope == sent
        assert delivery.subscription == subscription


async def test_a_key_keeps_its_order_also_while_one_of_it_is_sent_again(bus):
    seen = Recorder(Finisher(), fail_once=["ana-2"])
    await bus.listen([INGEST, Subscription("gateway", "message.received")], Recorder(Finisher()))
    await bus.listen([INGEST], seen)
    await bus.publish(*events("ana-1 ana-2 ana-3 ana-4 ben-1"))
    assert await seen.handled("ana", count=4, seconds=30) == ["ana-1", "ana-2", "ana-3", "ana-4"]
    assert await seen.handled("ben", count=1) == ["ben-1"]
