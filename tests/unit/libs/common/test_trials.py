"""Deaths are counted, deploys are not."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from libs.common.bus.port import Delivery, Subscription
from libs.common.entities import Trial
from libs.common.events import Actor, BookingRequested, seal
from libs.common.store.query import Query
from libs.common.trials import StoredTrials
from tests.embedded import Embedded, embedded

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Embedded]:
    async with embedded(tmp_path, lambda: NOW) as opened:
        yield opened


def delivered(*, attempt: int = 1, ago: timedelta = timedelta(seconds=1)) -> Delivery:
    event = BookingRequested(user_id="ana", act="show", actor=Actor(kind="staff"), asked_at=NOW)
    envelope = seal(event, cause="r", source="gateway", at=NOW)._replace(time=NOW - ago)
    return Delivery(envelope, Subscription("booking", "booking.requested"), attempt, None)


def process(house: Embedded) -> StoredTrials:
    """Another process's counting."""
    return StoredTrials(house.store, lambda: NOW)


async def noted(house: Embedded) -> int:
    return await house.store.system().count(Query(Trial))


async def test_five_processes_that_died_make_the_sixth_attempt(house: Embedded) -> None:
    """Each began and never ended."""
    begun = [await process(house).begin(delivered(attempt=number + 2)) for number in range(6)]
    assert begun == [1, 2, 3, 4, 5, 6]


async def test_five_deploys_make_no_attempt(house: Embedded) -> None:
    """The bus counts a delivery for each; the processes lived until they let go, and nothing stays noted."""
    for number in range(5):
        trials = process(house)
        assert await trials.begin(delivered(attempt=number + 2)) == 1
        await trials.end(delivered())
    assert await noted(house) == 0


async def test_what_is_handled_as_it_comes_costs_no_note(house: Embedded) -> None:
    trials = process(house)
    assert await trials.begin(delivered()) == 1
    assert await noted(house) == 0


async def test_an_old_event_may_have_been_delivered_before(house: Embedded) -> None:
    """Where the bus does not say, its age does: it is noted, and its deaths are counted."""
    old = delivered(ago=timedelta(minutes=2))
    assert [await process(house).begin(old) for _ in range(3)] == [1, 2, 3]


async def test_a_store_that_does_not_answer_costs_a_count_and_nothing_else(house: Embedded) -> None:
    trials = process(house)
    await house.store.close()
    assert await trials.begin(delivered(attempt=3)) == 1
    await trials.end(delivered(attempt=3))
