"""From delivery to receipt: what is retried, what is given up, and what a person is told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from libs.common import retry
from libs.common.entities import Booking, Receipt, UsageLog
from libs.common.errors import Failure, Refusal, Unavailable
from libs.common.events import Actor, BookingRequested, BookingUpdated, DeadLettered, seal
from libs.common.events.conversation import ReplyRequested
from libs.common.handling import Handling
from libs.common.service import Claimed, Considered, Decided, Decision, Effect, Handler, Later, Outcome, Service
from libs.common.store.port import Reader, Transaction
from libs.common.store.query import Query
from tests.embedded import Embedded, embedded

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Full(Refusal, code="day_full"):
    """{day} is fully booked."""


class Broken(Failure, code="broken"):
    """The thing is broken."""


@dataclass
class Clock:
    """Stands still until somebody waits."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class House:
    """One service on a data folder, whose waits take no time and are written down."""

    opened: Embedded
    clock: Clock
    slept: list[float] = field(default_factory=list)
    given_up: "asyncio.Queue[DeadLettered]" = field(default_factory=asyncio.Queue)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.clock.now += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    async def takes(self, name: str, *handlers: Handler) -> None:
        service = Service(name, (), tuple(handlers), ())
        opened = self.opened
        handling = Handling(service, finisher=opened.finisher, store=opened.store, clock=opened.clock, sleep=self.sleep)
        await opened.bus.listen(handling.subscriptions(), handling)

    async def collects_dead_letters(self) -> None:
        async def note(event: DeadLettered, tx: Transaction, now: datetime) -> Decided:
            self.given_up.put_nowait(event)
            return Outcome()

        await self.takes("ingest", Decision(DeadLettered, note))

    async def asks(self, cause: str = "r1") -> Receipt:
        return await self.opened.handled("booking", request(), cause=cause)

    async def dead_letter(self) -> DeadLettered:
        return await asyncio.wait_for(self.given_up.get(), 10)


def request() -> BookingRequested:
    return BookingRequested(
        user_id="ana",
        act="show",
        actor=Actor(kind="staff"),
        asked_at=NOW,
        conversation_id="ana:c1",
        turn=4,
    )


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    clock = Clock(datetime.now(UTC))
    async with embedded(tmp_path, clock) as opened:
        yield House(opened, clock)


def failing(times: int, error: Callable[[], Exception]) -> Decision[BookingRequested]:
    """A decision that raises some times and then succeeds."""
    left = [times]

    async def decide(event: BookingRequested, tx: Transaction, now: datetime) -> Decided:
        if left[0] > 0:
            left[0] -= 1
            raise error()
        return Outcome(code="placed")

    return Decision(BookingRequested, decide)


async def test_a_failure_is_tried_again_until_it_succeeds(house: House) -> None:
    await house.takes("booking", failing(4, Broken))
    assert (await house.asks()).code == "placed"
    assert len(house.slept) == 4
    assert sum(house.slept) <= 30


async def test_a_failure_is_given_up_after_five_attempts(house: House) -> None:
    """It becomes a dead letter that says what, who, why, and whose turn it was; the next event is handled."""
    await house.collects_dead_letters()
    await house.takes("booking", failing(5, Broken))
    assert (await house.asks()).code == "dead_letter"
    letter = await house.dead_letter()
    assert (letter.service, letter.code, letter.error, letter.attempts) == (
        "booking",
        "broken",
        "The thing is broken.",
        5,
    )
    assert (letter.conversation_id, letter.turn) == ("ana:c1", 4)
    assert (await house.asks(cause="r2")).code == "placed"


async def test_a_bug_is_counted_like_a_failure(house: House) -> None:
    await house.collects_dead_letters()
    await house.takes("booking", failing(5, lambda: ZeroDivisionError("division by zero")))
    assert (await house.asks()).code == "dead_letter"
    assert (await house.dead_letter()).error == "ZeroDivisionError: division by zero"


async def test_silence_of_a_dependency_counts_no_attempt(house: House) -> None:
    """Twelve times no answer, then the event is handled; the waits grow to a minute and no further."""
    await house.takes("booking", failing(12, lambda: Unavailable("Graph")))
    assert (await house.asks()).code == "placed"
    assert retry.UNAVAILABLE_SECONDS_MAX / 2 <= max(house.slept) <= retry.UNAVAILABLE_SECONDS_MAX


async def test_what_no_dependency_answered_for_a_week_is_given_up(house: House) -> None:
    await house.collects_dead_letters()
    await house.takes("booking", failing(99, lambda: Unavailable("Graph")))
    old = seal(request(), cause="r1", source="gateway", at=datetime.now(UTC) - timedelta(days=7, minutes=1))
    await house.opened.bus.publish(old)
    assert (await house.dead_letter()).code == "unavailable"


async def test_a_refusal_is_an_outcome_in_words(house: House) -> None:
    await house.takes("booking", failing(1, lambda: Full(day="Monday")))
    receipt = await house.asks()
    assert (receipt.code, receipt.answer) == ("day_full", {"message": "Monday is fully booked."})
    assert house.slept == []


async def test_a_payload_that_does_not_fit_is_given_up_at_once(house: House) -> None:
    """And the dead letter names the field without quoting what was in it."""
    await house.collects_dead_letters()
    await house.takes("booking", failing(0, Broken))
    sealed = seal(request(), cause="r1", source="gateway", at=NOW)
    broken = sealed.data.replace(b'"act":"show"', b'"act":"my secret"')
    await house.opened.bus.publish(sealed._replace(data=broken))
    letter = await house.dead_letter()
    assert (letter.code, letter.attempts) == ("unparseable", 1)
    assert "act" in letter.error
    assert "secret" not in letter.error


async def test_rows_that_a_failure_keeps_are_stored(house: House) -> None:
    """A model call that was paid is logged although the answer failed."""
    row = UsageLog(usage_id="ana:u1", user_id="ana", input_tokens=9, output_tokens=1, created_at=NOW)
    runs = [0]

    async def consider(event: ReplyRequested, store: Reader, now: datetime) -> Decided:
        runs[0] += 1
        if runs[0] == 1:
            raise Broken().keeping(row)
        return Outcome()

    await house.takes("responder", Considered(ReplyRequested, consider))
    asked = ReplyRequested(user_id="ana", conversation_id="ana:c1", opened_at=NOW)
    await house.opened.handled("responder", asked, cause="t1")
    assert await house.opened.store.reader("ana").get(UsageLog, "ana:u1") == row


def effect(
    act: Callable[[BookingRequested, str], Awaitable[str]], claims: list[str]
) -> Effect[BookingRequested, str, str]:
    async def claim(event: BookingRequested, tx: Transaction, now: datetime) -> Claimed[str] | Decided:
        claims.append(event.id)
        return Claimed("work", write=[booking("claimed")])

    async def record(event: BookingRequested, work: str, result: str, tx: Transaction, now: datetime) -> Decided:
        return Outcome(write=[booking(result)], code=result)

    return Effect(BookingRequested, claim, act, record)


def booking(reason: str) -> Booking:
    return Booking(booking_id="ana:1", user_id="ana", reason=reason, date=NOW.date(), created_at=NOW, updated_at=NOW)


async def test_an_effect_claims_before_it_acts_and_records_after(house: House) -> None:
    found: list[str] = []

    async def act(event: BookingRequested, work: str) -> str:
        row = await house.opened.store.reader("ana").get(Booking, "ana:1")
        found.append(row.reason if row else "nothing")
        return "sent"

    await house.takes("booking", effect(act, []))
    assert (await house.asks()).code == "sent"
    assert found == ["claimed"]
    row = await house.opened.store.reader("ana").get(Booking, "ana:1")
    assert row is not None
    assert row.reason == "sent"


async def test_an_effect_that_fails_claims_again(house: House) -> None:
    claims: list[str] = []

    async def act(event: BookingRequested, work: str) -> str:
        if len(claims) < 3:
            raise Broken
        return "sent"

    await house.takes("booking", effect(act, claims))
    assert (await house.asks()).code == "sent"
    assert len(claims) == 3


async def test_an_outcome_instead_of_a_claim_ends_the_effect(house: House) -> None:
    async def claim(event: BookingRequested, tx: Transaction, now: datetime) -> Claimed[str] | Decided:
        return Outcome(code="superseded")

    async def act(event: BookingRequested, work: str) -> str:
        raise AssertionError("nothing may be sent")

    async def record(event: BookingRequested, work: str, result: str, tx: Transaction, now: datetime) -> Decided:
        raise AssertionError("nothing was sent")

    await house.takes("booking", Effect(BookingRequested, claim, act, record))
    assert (await house.asks()).code == "superseded"


async def test_later_asks_the_handler_again(house: House) -> None:
    runs: list[datetime] = []

    async def decide(event: BookingRequested, tx: Transaction, now: datetime) -> Decided:
        runs.append(datetime.now(UTC))
        return Outcome() if len(runs) == 2 else Later(runs[0] + timedelta(milliseconds=30))

    await house.takes("booking", Decision(BookingRequested, decide))
    await house.asks()
    assert runs[1] - runs[0] >= timedelta(milliseconds=30)


async def test_a_turn_is_one_trace(house: House) -> None:
    """What a handler publishes carries the trace of what it handled."""
    seen: list[str] = []

    async def decide(event: BookingRequested, tx: Transaction, now: datetime) -> Decided:
        out = BookingUpdated(user_id="ana", booking_id="b", status="draft", by="desk", date=NOW.date())
        return Outcome(publish=[out])

    async def note(event: BookingUpdated, tx: Transaction, now: datetime) -> Decided:
        seen.append(event.envelope.traceparent)
        return Outcome()

    await house.takes("booking", Decision(BookingRequested, decide))
    await house.takes("gateway", Decision(BookingUpdated, note))
    trace = "a" * 32
    asked = seal(request(), cause="r1", source="gateway", at=NOW, traceparent=f"00-{trace}-{'b' * 16}-01")
    await house.opened.bus.publish(asked)
    out = [
        seal(
            BookingUpdated(user_id="ana", booking_id="b", status="draft", by="desk", date=NOW.date()),
            cause=asked.id,
            source="booking",
            at=NOW,
        )
    ]
    assert await house.opened.store.wait(Receipt.id_for("gateway", out[0].id), 10) is not None
    assert seen[0].split("-")[1] == trace


async def test_a_receipt_is_left_for_30_days(house: House) -> None:
    await house.takes("booking", failing(0, Broken))
    receipt = await house.asks()
    assert receipt.expires_at - receipt.handled_at == timedelta(days=30)
    assert await house.opened.store.system().count(Query(Receipt)) == 1
