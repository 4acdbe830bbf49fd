"""The gateway whole: in by the webhook, out at WhatsApp, and what it says it owns."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from libs.common.bus.port import Delivery as Delivered
from libs.common.bus.port import Subscription
from libs.common.entities import Delivery, User, entities
from libs.common.events import CATALOGUE, MessageReceived
from libs.common.parts import system_clock, system_sleep
from libs.common.serving import application, serving
from services.gateway.answers import delivery_id
from services.gateway.service import build
from tests.embedded import embedded
from tests.fakes.graph import GraphApi
from tests.fakes.journal import Journal
from tests.unit.services.gateway.room import NUMBER, OWNER, HandClock, Room, answer, room_in, settings_for


@pytest.fixture
async def live(tmp_path: Path, graph: GraphApi) -> AsyncIterator[Room]:
    """A gateway that takes webhooks and work, by the wall's clock."""
    settings = settings_for(tmp_path, graph.url).model_copy(update={"port": 0})
    async with embedded(tmp_path) as house:
        room = room_in(house, HandClock(), settings)
        room.parts = replace(room.parts, clock=system_clock, sleep=system_sleep)
        service = build(room.parts)
        await house.listen(service)
        room.clock.now = system_clock()
        await room.owns(token=graph.number.token)
        async with serving(application(room.parts, [service]), settings) as port:
            graph.webhook = f"http://127.0.0.1:{port}/webhooks/whatsapp"
            yield room
        await house.bus.stop(5)
        for close in service.closing:
            await close()


async def test_a_message_comes_in_and_an_answer_goes_out(live: Room, graph: GraphApi) -> None:
    """The customer sees that they were read, reads the answer, and its reports come back."""
    received: Journal[MessageReceived] = Journal("messages")

    async def hear(delivery: Delivered) -> None:
        await received.add(MessageReceived.opened(delivery.envelope))

    await live.parts.bus.listen([Subscription("ingest", MessageReceived.topic)], hear)
    ana = graph.customer("Ana")
    wamid = await ana.writes("When do you open?")
    [event] = await received.wait_for()
    assert (event.user_id, event.phone_number_id, event.phone) == (OWNER, NUMBER, ana.address)
    assert (event.message.id, event.message.text, event.profile_name) == (wamid, "When do you open?", "Ana")
    await graph.typing.wait_for(when=lambda mark: mark.message_id == wamid)

    await live.talks(address=ana.address)
    reply = answer()
    event_id = await live.house.publish(reply, cause="answer")
    assert await ana.reads_next() == reply.text
    await graph.statuses.settled()
    receipt = await live.parts.store.wait(f"gateway:{event_id}", 5)
    assert receipt is not None
    assert receipt.code == "sent"
    delivered = reply.delivered(cause="answer", at=live.clock(), source="test")
    assert delivered.id == event_id
    await live.house.bus.stop(5)
    row = await live.must_get(Delivery, delivery_id(delivered, 0))
    assert (row.state, row.whatsapp_id) == ("sent", graph.messages[0].id)
    assert row.status in ("sent", "delivered", "read")


async def test_customers_are_counted_when_the_gateway_stops(tmp_path: Path, graph: GraphApi) -> None:
    """What was gathered is not lost by a graceful stop."""
    async with embedded(tmp_path) as house:
        room = room_in(house, HandClock(), settings_for(tmp_path, graph.url))
        service = build(room.parts)
        await house.listen(service)
        await room.owns(token=graph.number.token)
        event = MessageReceived.model_validate(
            {
                "user_id": OWNER,
                "phone_number_id": NUMBER,
                "sender": "1",
                "message": {"id": "wamid.1", "kind": "text", "sent_at": room.clock()},
            }
        )
        assert (await house.handled("gateway", event, cause="1")).code == "shown"
        await house.bus.stop(5)
        for close in service.closing:
            await close()
        assert (await room.must_get(User, OWNER)).interaction_count == 1


async def test_it_says_what_is_true(room: Room) -> None:
    """It owns what it alone writes, handles what the catalogue sends it, and publishes only what names it."""
    service = build(room.parts)
    assert set(service.owns) == {kind for kind in entities().values() if kind.writer == "gateway"}
    assert {handler.event for handler in service.handles} == {one for one in CATALOGUE if "gateway" in one.consumers}
    assert all("gateway" in event.publishers for event in service.publishes)
    await service.closing[-1]()
