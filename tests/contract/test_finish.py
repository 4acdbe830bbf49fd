"""The finisher port, in its own words: what a handler returned becomes true, once."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from libs.common.bus.port import Delivery, Subscription
from libs.common.entities import Booking, Receipt
from libs.common.errors import TooLarge
from libs.common.events import Actor, BookingRequested, BookingUpdated, Event, seal
from libs.common.finish.port import Step
from libs.common.service import Again, Claimed, Outcome
from libs.common.store.port import AlreadyExists, Create, Transaction
from libs.common.store.query import Query
from tests.contract.adapters import Adapters, Open

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BOOKING = Subscription("booking", "booking.requested")
GATEWAY = Subscription("gateway", "booking.updated")


def request(cause: str = "r1", owner: str = "ana") -> Event:
    return BookingRequested(user_id=owner, act="show", actor=Actor(kind="staff"), asked_at=NOW)


async def ask(adapters: Adapters, cause: str = "r1") -> str:
    sealed = seal(request(), cause=cause, source="gateway", at=NOW)
    await adapters.bus.publish(sealed)
    return Receipt.id_for("booking", sealed.id)


def row(number: int = 1, **fields: Any) -> Booking:
    given = {"booking_id": f"ana:{number}", "user_id": "ana", "date": NOW.date(), "created_at": NOW, "updated_at": NOW}
    return Booking.model_validate({**given, **fields})


def told(number: int = 1, **fields: Any) -> BookingUpdated:
    return BookingUpdated(
        user_id="ana", booking_id=f"ana:{number}", status="draft", by="desk", date=NOW.date(), **fields
    )


class Steps:
    """A handler that takes given steps, one a run, and counts its runs."""

    def __init__(self, adapters: Adapters, *steps: Step) -> None:
        self._adapters = adapters
        self._steps = list(steps)
        self.runs = 0
        self.errors: list[BaseException] = []

    async def __call__(self, delivery: Delivery) -> None:
        async def decide(_: Transaction) -> Step:
            self.runs += 1
            return self._steps[min(self.runs, len(self._steps)) - 1]

        try:
            while not isinstance(await self._adapters.finisher.finish(delivery, decide), Outcome):
                pass
        except Exception as error:
            self.errors.append(error)
            raise


class Updates:
    """Collects what came out."""

    def __init__(self, adapters: Adapters) -> None:
        self._adapters = adapters
        self._changed = asyncio.Condition()
        self.ids: list[str] = []

    async def __call__(self, delivery: Delivery) -> None:
        async def decide(_: Transaction) -> Step:
            return Outcome()

        await self._adapters.finisher.finish(delivery, decide)
        async with self._changed:
            self.ids.append(delivery.envelope.id)
            self._changed.notify_all()

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(15), self._changed:
            await self._changed.wait_for(true)


async def test_writes_receipt_and_outputs_all_become_true(adapters: Adapters) -> None:
    updates = Updates(adapters)
    await adapters.bus.listen([GATEWAY], updates)
    await adapters.bus.listen([BOOKING], Steps(adapters, Outcome(write=[row()], publish=[told()], code="placed")))
    receipt = await adapters.store.wait(await ask(adapters), 10)
    assert receipt is not None
    assert (receipt.code, receipt.user_id, receipt.service) == ("placed", "ana", "booking")
    assert await adapters.store.reader("ana").get(Booking, "ana:1") == row()
    await updates.until(lambda: len(updates.ids) == 1)


async def test_an_answer_stands_in_the_receipt(adapters: Adapters) -> None:
    answer = {"text": "Yes", "passages": [{"score": 0.5}]}
    await adapters.bus.listen([BOOKING], Steps(adapters, Outcome(answer=answer)))
    receipt = await adapters.store.wait(await ask(adapters), 10)
    assert receipt is not None
    assert receipt.answer == answer


async def test_a_redelivery_is_not_decided_again_and_its_outputs_keep_their_ids(another_process: Open) -> None:
    """The event is handled, comes once more, and nothing happens twice: the same ids go out again."""
    async with another_process() as adapters:
        updates = Updates(adapters)
        steps = Steps(adapters, Outcome(write=[Create(row())], publish=[told(), told()]))
        await adapters.bus.listen([GATEWAY], updates)

        async def twice(delivery: Delivery) -> None:
            await steps(delivery)
            await steps(delivery)

        await adapters.bus.listen([BOOKING], twice)
        await adapters.store.wait(await ask(adapters), 10)
        await updates.until(lambda: len(set(updates.ids)) == 2)
        assert steps.runs == 1
        assert steps.errors == []


async def test_of_two_that_handle_one_event_at_once_the_first_to_end_holds(adapters: Adapters) -> None:
    """Also while the other is between its claim and its record: what that decides leaves nothing."""
    held: list[Step] = []
    ended = asyncio.Event()

    async def handle(delivery: Delivery) -> None:
        async def takes(step: Step, given: Delivery) -> Step:
            async def decide(_: Transaction) -> Step:
                return step

            return await adapters.finisher.finish(given, decide)

        await takes(Claimed("work"), delivery)
        rival = replace(delivery, token=replace(delivery.token))
        rival.token.unanswered = False  # it has just come
        held.append(await takes(Outcome(code="first"), rival))
        held.append(await takes(Outcome(write=[row()], code="second"), delivery))
        ended.set()

    await adapters.bus.listen([BOOKING], handle)
    receipt = await adapters.store.wait(await ask(adapters), 10)
    assert receipt is not None
    assert receipt.code == "first"
    await asyncio.wait_for(ended.wait(), 10)
    assert [step.code for step in held if isinstance(step, Outcome)] == ["first", "first"]
    assert await adapters.store.reader("ana").get(Booking, "ana:1") is None


async def test_long_work_lands_step_by_step(adapters: Adapters) -> None:
    """Each step's rows are there before the next; the receipt comes with the last."""
    steps = Steps(adapters, Again(write=[row(1)]), Claimed("work", write=[row(2)]), Outcome(write=[row(3)]))
    await adapters.bus.listen([BOOKING], steps)
    assert await adapters.store.wait(await ask(adapters), 10) is not None
    assert steps.runs == 3
    assert await adapters.store.reader("ana").count(Query(Booking)) == 3


async def test_staged_rows_are_there_before_what_points_to_them(adapters: Adapters) -> None:
    """More of them than a transaction holds."""
    staged = [row(n) for n in range(10, 960)]
    await adapters.bus.listen([BOOKING], Steps(adapters, Outcome(stage=staged, write=[row(1)])))
    assert await adapters.store.wait(await ask(adapters), 20) is not None
    assert await adapters.store.reader("ana").count(Query(Booking)) == 951


async def test_an_outcome_that_cannot_be_stored_leaves_nothing(adapters: Adapters) -> None:
    """No receipt, no row, no event: the handler is told, and the event is still to be handled."""
    updates = Updates(adapters)
    await adapters.bus.listen([GATEWAY], updates)
    steps = Steps(
        adapters,
        Outcome(write=[row(1), Create(row(2)), Create(row(2))], publish=[told()]),
        Outcome(publish=[told(7)], code="second"),
    )
    await adapters.bus.listen([BOOKING], steps)
    receipt = await adapters.store.wait(await ask(adapters), 15)
    assert receipt is not None
    assert receipt.code == "second"
    assert [type(error) for error in steps.errors] == [AlreadyExists]
    assert await adapters.store.reader("ana").get(Booking, "ana:1") is None
    await updates.until(lambda: len(updates.ids) == 1)


async def test_outputs_larger_than_a_receipt_are_refused(adapters: Adapters) -> None:
    big = BookingRequested(user_id="ana", act="show", actor=Actor(kind="staff"), asked_at=NOW, note="x" * 800_000)
    steps = Steps(adapters, Outcome(publish=[big]), Outcome(code="small"))
    await adapters.bus.listen([BOOKING], steps)
    receipt = await adapters.store.wait(await ask(adapters), 15)
    assert receipt is not None
    assert receipt.code == "small"
    assert [type(error) for error in steps.errors] == [TooLarge]


@pytest.mark.parametrize("rivals", [20])
async def test_decisions_of_many_events_on_one_row_all_count(adapters: Adapters, rivals: int) -> None:
    """What one decided on, the next sees."""

    async def handle(delivery: Delivery) -> None:
        async def decide(tx: Transaction) -> Step:
            before = await tx.get(Booking, "ana:1")
            number = (before.token_number or 0) + 1 if before else 1
            return Outcome(write=[row(token_number=number)])

        await adapters.finisher.finish(delivery, decide)

    await adapters.bus.listen([BOOKING], handle)
    receipts = [await ask(adapters, cause=f"r{n}") for n in range(rivals)]
    for receipt in receipts:
        assert await adapters.store.wait(receipt, 15) is not None
    counted = await adapters.store.reader("ana").get(Booking, "ana:1")
    assert counted is not None
    assert counted.token_number == rivals
