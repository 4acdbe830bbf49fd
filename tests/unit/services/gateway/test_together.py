"""Many requests, one call: and each hears what became of its own."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

import pytest

from libs.common.bus.port import Handle, Subscription
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from services.gateway.together import CALL_MAX, Together
from tests.unit.services.gateway.room import MORNING


def envelope(event_id: str) -> Envelope:
    return Envelope(event_id, "message.received", "gateway", MORNING, "k", "clinic", b"{}")


class Counting:
    """A bus that counts its calls and, where it is told to, does not answer."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.silent = False

    async def publish(self, *envelopes: Envelope) -> None:
        self.calls.append([one.id for one in envelopes])
        await asyncio.sleep(0)
        if self.silent:
            raise Unavailable("the bus")

    async def listen(self, subscriptions: Sequence[Subscription], handle: Handle) -> None: ...
    async def stop(self, seconds: float) -> None: ...
    async def ready(self) -> None: ...
    async def close(self) -> None: ...


async def test_what_comes_at_the_same_moment_is_one_call_in_the_order_it_came() -> None:
    """So that a key's events stay in order."""
    bus = Counting()
    together = Together(bus)
    await asyncio.gather(*(together.publish([envelope(f"{n}a"), envelope(f"{n}b")]) for n in range(3)))
    await together.publish([envelope("later")])
    assert bus.calls == [["0a", "0b", "1a", "1b", "2a", "2b"], ["later"]]


async def test_who_is_a_turn_of_the_loop_behind_is_in_the_same_call() -> None:
    """Their bytes came when the first one's did, and were read while the first was heard. Nobody waits for more."""
    bus = Counting()
    together = Together(bus)
    waiting = []
    for name in ("first", "with it", "after"):
        waiting.append(together.publish([envelope(name)]))
        await asyncio.sleep(0)
    await asyncio.gather(*waiting)
    assert bus.calls == [["first", "with it"], ["after"]]


async def test_a_silence_is_told_to_everyone_it_concerns_and_to_nobody_else() -> None:
    """The next call is a call of its own."""
    bus = Counting()
    together = Together(bus)
    bus.silent = True
    failed = await asyncio.gather(*(together.publish([envelope(str(n))]) for n in range(2)), return_exceptions=True)
    assert [type(one) for one in failed] == [Unavailable, Unavailable]
    bus.silent = False
    await together.publish([envelope("2")])


async def test_a_bus_that_refuses_at_the_call_leaves_nobody_waiting() -> None:
    """As one does that is closed: it raises before there is anything to wait for. So does each of a full call."""

    class Closed(Counting):
        def publish(self, *envelopes: Envelope) -> Coroutine[Any, Any, None]:
            raise Unavailable("the data folder")

    together = Together(Closed())
    async with asyncio.timeout(5):
        told = await asyncio.gather(
            *(together.publish([envelope(str(n))]) for n in range(CALL_MAX + 1)), return_exceptions=True
        )
    assert {type(one) for one in told} == {Unavailable}


async def test_who_hangs_up_takes_nobody_with_them() -> None:
    """Their events go out all the same: Meta may hear of it only by sending again."""
    bus = Counting()
    together = Together(bus)
    leaving, staying = (together.publish([envelope(str(n))]) for n in range(2))
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    await staying
    assert bus.calls == [["0", "1"]]
