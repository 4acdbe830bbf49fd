"""Commit, publish, acknowledge, in this order: what a failure between them leaves behind."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from libs.common.bus.lanes import Header
from libs.common.bus.port import Delivery, Subscription
from libs.common.entities import Booking, Receipt
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.events import Actor, BookingRequested, BookingUpdated, seal
from libs.common.finish.ordered import OrderedFinisher
from libs.common.finish.port import Decide, Step
from libs.common.service import Later, Outcome
from libs.common.store.port import AlreadyExists, Create, Store, Transaction
from tests.embedded import embedded

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Bus:
    """Takes what is published, and is silent as often as told."""

    def __init__(self, silences: int = 0) -> None:
        self.silences = silences
        self.published: list[str] = []

    async def publish(self, *envelopes: Envelope) -> None:
        if self.silences and envelopes:
            self.silences -= 1
            raise Unavailable("the bus")
        self.published += [envelope.id for envelope in envelopes]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with embedded(tmp_path) as house:
        yield house.store


def finisher(store: Any, bus: Any) -> OrderedFinisher:
    return OrderedFinisher(store, bus, lambda: NOW)


def delivery() -> Delivery:
    event = BookingRequested(user_id="ana", act="show", actor=Actor(kind="staff"), asked_at=NOW)
    sealed = seal(event, cause="r1", source="gateway", at=NOW)
    return Delivery(sealed, Subscription("booking", "booking.requested"), 1, Header(1, sealed.key, "ana"))


def row(status: str = "draft") -> Booking:
    given = {"booking_id": "ana:1", "user_id": "ana", "date": NOW.date(), "created_at": NOW, "updated_at": NOW}
    return Booking.model_validate({**given, "status": status})


def told() -> BookingUpdated:
    return BookingUpdated(user_id="ana", booking_id="ana:1", status="draft", by="desk", date=NOW.date())


class Deciding:
    """Decides the same each time, and counts."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.runs = 0

    async def __call__(self, _: Transaction) -> Step:
        self.runs += 1
        return self.step


async def test_a_silent_bus_after_the_commit_leaves_the_delivery_to_come_again(store):
    """Then its receipt is found: nothing is decided again, and the outputs go out under their ids."""
    bus, at_hand = Bus(silences=1), delivery()
    decide = Deciding(Outcome(write=[Create(row())], publish=[told(), told()], code="placed"))
    with pytest.raises(Unavailable):
        await finisher(store, bus).finish(at_hand, decide)
    assert not at_hand.token.finished
    stands = await store.system().get(Receipt, Receipt.id_for("booking", at_hand.envelope.id))
    again = delivery()
    step = await finisher(store, bus).finish(again, decide)
    assert isinstance(step, Outcome)
    assert step.code == "placed"
    assert again.token.finished
    assert decide.runs == 1
    assert bus.published == [output["ce-id"] for output in stands.outputs]


async def test_of_two_that_handle_it_at_once_one_wins_and_both_publish_the_winners(store):
    """They decided differently; only one of it became true."""
    bus = Bus()
    steps = [Outcome(write=[row(status)], publish=[told()], code=status) for status in ("draft", "pending")]
    results = await asyncio.gather(*(finisher(store, bus).finish(delivery(), Deciding(step)) for step in steps))
    (code,) = {step.code for step in results if isinstance(step, Outcome)}
    assert len(bus.published) == 2
    assert len(set(bus.published)) == 1
    stands = await store.reader("ana").get(Booking, "ana:1")
    assert stands.status == code


class Beaten:
    """A store whose rival's receipt lands between the look and the commit, as Firestore's preconditions let it."""

    def __init__(self, store: Store, rival: Decide) -> None:
        self._store = store
        self._rival = rival
        self.system = store.system

    async def transact(self, service, user_id, decide):
        value, writes = await decide(_Nothing())
        await finisher(self._store, Bus()).finish(delivery(), self._rival)

        async def as_decided(_: object):
            return value, writes

        return await self._store.transact(service, user_id, as_decided)


class _Nothing:
    async def get(self, *_: object) -> None:
        return None


async def test_a_decision_that_came_second_is_discarded_for_the_first(store):
    bus = Bus()
    rival = Deciding(Outcome(write=[row("pending")], publish=[told()], code="first"))
    beaten = Beaten(store, rival)
    step = await finisher(beaten, bus).finish(delivery(), Deciding(Outcome(write=[row("draft")], code="second")))
    assert isinstance(step, Outcome)
    assert step.code == "first"
    assert len(bus.published) == 1
    assert (await store.reader("ana").get(Booking, "ana:1")).status == "pending"


async def test_a_row_that_the_handler_may_not_create_is_the_handlers_error(store):
    at_hand = delivery()
    with pytest.raises(AlreadyExists):
        await finisher(store, Bus()).finish(at_hand, Deciding(Outcome(write=[Create(row()), Create(row())])))
    assert not at_hand.token.finished


async def test_what_comes_later_says_when_and_is_not_finished(store):
    at_hand, moment = delivery(), NOW + timedelta(minutes=1)
    await finisher(store, Bus()).finish(at_hand, Deciding(Later(moment)))
    assert at_hand.token.due_at == moment.timestamp()
    assert not at_hand.token.finished
