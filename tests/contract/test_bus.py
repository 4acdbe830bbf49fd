"""The bus port, in its own words."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from libs.common.bus.port import Subscription
from libs.common.errors import TooLarge
from tests.contract.adapters import Adapters, Open
from tests.contract.recorder import GATEWAY, INGEST, Recorder, event, events


async def test_what_was_published_is_handled_though_nobody_listened_then(another_process: Open) -> None:
    """Durable when `publish` returns: the publisher is gone before a listener comes."""
    async with another_process() as publisher:
        await publisher.bus.publish(*events("ana-1 ana-2"))
    async with another_process() as consumer:
        seen = Recorder(consumer.finisher)
        await consumer.bus.listen([INGEST], seen)
        assert await seen.handled("ana", count=2) == ["ana-1", "ana-2"]


async def test_every_subscription_of_a_topic_gets_its_own_copy(adapters: Adapters) -> None:
    ingest, gateway = Recorder(adapters.finisher), Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], ingest)
    await adapters.bus.listen([GATEWAY], gateway)
    await adapters.bus.publish(event("ana-1"))
    assert await ingest.handled(count=1) == await gateway.handled(count=1) == ["ana-1"]


async def test_an_event_arrives_as_it_was_sent(adapters: Adapters) -> None:
    """Every attribute, the trace among them, and the payload to the byte."""
    sent = event("ana-1", text="¿A qué hora abren? 🦷")
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(sent)
    (delivery,) = await seen.seen(1)
    assert delivery.envelope == sent
    assert delivery.attempt == 1


async def test_a_million_bytes_are_carried(adapters: Adapters) -> None:
    sent = event("ana-1", text="x" * 1_000_000)
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(sent)
    assert (await seen.seen(1))[0].envelope.data == sent.data


async def test_more_than_the_bus_carries_is_refused_before_it_is_sent(adapters: Adapters) -> None:
    """Nothing of that publish is delivered, the small events in it neither."""
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    with pytest.raises(TooLarge, match=r"a message\.received event is 9,\d+,\d+ bytes; the limit is 9,000,000"):
        await adapters.bus.publish(event("ana-1"), event("ana-2", text="x" * 9_000_000))
    await adapters.bus.publish(event("ben-1"))
    assert await seen.handled(count=1) == ["ben-1"]


async def test_events_of_a_key_are_handled_in_the_order_published(adapters: Adapters) -> None:
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    names = [f"ana-{n}" for n in range(50)]
    for name in names:
        await adapters.bus.publish(event(name))
    assert await seen.handled("ana", count=50) == names


async def test_one_event_of_a_key_at_a_time(adapters: Adapters) -> None:
    """The second is not handed over while the first is being handled."""
    seen = Recorder(adapters.finisher, hold=["ana-1"])
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(*events("ana-1 ana-2 ben-1"))
    await seen.handled("ben", count=1)
    assert [delivery.envelope.id for delivery in seen.deliveries] == [event("ana-1").id, event("ben-1").id]
    await seen.release("ana-1")
    assert await seen.handled("ana", count=2) == ["ana-1", "ana-2"]


async def test_a_failing_event_holds_back_its_own_key_only(adapters: Adapters) -> None:
    """Order per key survives a delivery that comes again, and no other key waits for it."""
    seen = Recorder(adapters.finisher, fail_once=["ana-2"])
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(*events("ana-1 ana-2 ana-3"), *events("ben-1"))
    assert await seen.handled("ana", count=3) == ["ana-1", "ana-2", "ana-3"]
    assert seen.position("ben-1") < seen.position("ana-3")


async def test_what_was_let_go_comes_again_as_another_attempt(adapters: Adapters) -> None:
    seen = Recorder(adapters.finisher, fail_once=["ana-1"])
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(event("ana-1"))
    await seen.handled("ana", count=1)
    assert [delivery.attempt for delivery in seen.deliveries] == [1, 2]


async def test_keys_are_handled_side_by_side(adapters: Adapters) -> None:
    """Ten that all wait are all under way at once."""
    names = [f"c{n}-1" for n in range(10)]
    seen = Recorder(adapters.finisher, hold=names)
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(*map(event, names))
    await seen.seen(10)
    await seen.release(*names)
    assert sorted(await seen.handled(count=10)) == sorted(names)


async def test_an_owners_burst_leaves_room_for_the_next_owner(adapters: Adapters) -> None:
    """In flight is bounded per owner: a hundred of one owner's wait, one of another's does not."""
    burst = [f"c{n}-1" for n in range(100)]
    seen = Recorder(adapters.finisher, hold=burst)
    await adapters.bus.listen([Subscription("ingest", "message.received", in_flight=8, per_owner=4)], seen)
    await adapters.bus.publish(*(event(name, owner="busy") for name in burst))
    await adapters.bus.publish(event("ana-1", owner="quiet"))
    assert await seen.handled("ana", count=1) == ["ana-1"]
    assert seen.most_under_way["busy"] <= 4
    await seen.release(*burst)
    assert len(await seen.handled(count=101)) == 101


async def test_a_postponed_event_comes_at_its_moment_and_its_key_waits(adapters: Adapters) -> None:
    """And it counts no attempt."""
    moment = datetime.now(UTC) + timedelta(seconds=0.3)
    seen = Recorder(adapters.finisher, later={"ana-1": moment})
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(*events("ana-1 ana-2"))
    assert await seen.handled("ana", count=2) == ["ana-1", "ana-2"]
    assert datetime.now(UTC) >= moment
    assert [delivery.attempt for delivery in seen.deliveries] == [1, 1, 1]


async def test_a_postponed_event_survives_a_restart(another_process: Open) -> None:
    moment = datetime.now(UTC) + timedelta(seconds=0.5)
    async with another_process() as before:
        seen = Recorder(before.finisher, later={"ana-1": moment})
        await before.bus.listen([INGEST], seen)
        await before.bus.publish(event("ana-1"))
        await seen.seen(1)
        await before.bus.stop(5.0)
    async with another_process() as after:
        seen = Recorder(after.finisher)
        await after.bus.listen([INGEST], seen)
        await seen.handled("ana", count=1)
        assert datetime.now(UTC) >= moment


async def test_an_event_published_twice_is_decided_once(adapters: Adapters) -> None:
    """Whether the bus delivers it again or not."""
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(event("ana-1"), event("ana-1"))
    await adapters.bus.publish(event("ana-1"), event("ana-2"), event("ana-1"), event("ana-3"))
    await seen.until("ana-3")
    assert seen.decided == ["ana-1", "ana-2", "ana-3"]


async def test_what_came_with_an_event_that_was_there_already_is_not_passed_over(adapters: Adapters) -> None:
    """Also where more was published right behind it: a webhook that is sent again must not hold up its neighbours."""
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(event("ana-1"))
    await seen.handled("ana", count=1)
    names = [f"ben-{place}" for place in range(96)]
    await adapters.bus.publish(*map(event, names[:40]), event("ana-1"), *map(event, names[40:]))
    assert await seen.handled("ben", count=len(names)) == names


async def test_a_stop_waits_for_what_is_under_way(another_process: Open) -> None:
    """And what it had not begun is there for the next process."""
    async with another_process() as first:
        seen = Recorder(first.finisher, hold=["ana-1"])
        await first.bus.listen([INGEST], seen)
        await first.bus.publish(*events("ana-1 ana-2"))
        await seen.seen(1)
        stop = asyncio.ensure_future(first.bus.stop(10.0))
        await asyncio.sleep(0)  # it has begun
        await seen.release("ana-1")
        await stop
        assert await seen.handled("ana", count=1) == ["ana-1"]
    async with another_process() as second:
        seen = Recorder(second.finisher)
        await second.bus.listen([INGEST], seen)
        assert await seen.handled("ana", count=1) == ["ana-2"]


async def test_what_a_stop_lets_go_comes_again(another_process: Open) -> None:
    """A handler that does not end in time is ended, and its event is not lost."""
    async with another_process() as first:
        seen = Recorder(first.finisher, hold=["ana-1"])
        await first.bus.listen([INGEST], seen)
        await first.bus.publish(event("ana-1"))
        await seen.seen(1)
        await first.bus.stop(0.05)
    async with another_process() as second:
        seen = Recorder(second.finisher)
        await second.bus.listen([INGEST], seen)
        assert await seen.handled("ana", count=1) == ["ana-1"]


async def test_one_process_handles_what_another_publishes_meanwhile(another_process: Open) -> None:
    async with another_process() as consumer, another_process() as publisher:
        seen = Recorder(consumer.finisher)
        await consumer.bus.listen([INGEST], seen)
        await publisher.bus.publish(*events("ana-1 ana-2"))
        await consumer.bus.publish(event("ben-1"))
        await publisher.bus.publish(event("ana-3"))
        assert await seen.handled("ana", count=3) == ["ana-1", "ana-2", "ana-3"]


async def test_a_long_backlog_of_one_key_is_handled_in_order(adapters: Adapters) -> None:
    """However much of it there is, and while more comes in."""
    names = [f"ana-{n}" for n in range(700)]
    await adapters.bus.publish(*map(event, names[:600]))
    seen = Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], seen)
    await adapters.bus.publish(*map(event, names[600:]))
    assert await seen.handled("ana", count=700, seconds=30.0) == names


async def test_a_replayed_event_reaches_the_one_service_it_is_for(adapters: Adapters) -> None:
    ingest, gateway = Recorder(adapters.finisher), Recorder(adapters.finisher)
    await adapters.bus.listen([INGEST], ingest)
    await adapters.bus.listen([GATEWAY], gateway)
    await adapters.bus.publish(event("ana-1").again_for("ingest", "replay"))
    await adapters.bus.publish(event("ana-2"))
    assert await ingest.handled(count=2) == ["ana-1", "ana-2"]
    handled = [delivery for delivery in gateway.deliveries if delivery.envelope.only in ("", "gateway")]
    assert len(handled) <= 1
    await gateway.seen(1)
