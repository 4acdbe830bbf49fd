"""What goes wrong on purpose: faults that some of the coming calls meet, switched on by a test."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.journal import PATIENCE_SECONDS, Journal


@dataclass(eq=False)
class Call:
    """One request a stand-in got. `status` is None while it is open, and for good if no answer was given.

    `refused` says why the stand-in itself did not accept it.
    """

    kind: str
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    status: int | None = None
    refused: str = ""


When = Callable[[Call], bool] | str
"""Which calls a fault is for: a predicate, or the name of a kind of call."""


class Dropped(Exception):
    """The connection closes without an answer."""


class AnsweredInstead(Exception):
    """The call gets this answer, and nothing else happens."""

    def __init__(self, response: web.Response) -> None:
        super().__init__(f"answered {response.status}")
        self.response = response


class Fault:
    """Met by the next `times` calls that match (None: by all). `met` counts them."""

    def __init__(self, when: When, times: int | None) -> None:
        self._when = when
        self._left = times
        self.met = 0

    def takes(self, call: Call) -> bool:
        """Does this call meet the fault? Counts it if so."""
        matches = call.kind == self._when if isinstance(self._when, str) else self._when(call)
        if not matches or self._left == 0:
            return False
        self._left = None if self._left is None else self._left - 1
        self.met += 1
        return True

    async def before(self, call: Call) -> None:
        """Happens before the stand-in takes the call."""

    async def after(self, call: Call) -> None:
        """Happens once it was taken, before it is answered."""

    def end(self) -> None:
        """Let go of every call the fault holds, and meet no more."""
        self._left = 0


class _Answer(Fault):
    def __init__(self, when: When, times: int | None, make: Callable[[], web.Response]) -> None:
        super().__init__(when, times)
        self._make = make

    async def before(self, call: Call) -> None:
        raise AnsweredInstead(self._make())


class _Delay(Fault):
    def __init__(self, when: When, times: int | None, seconds: float) -> None:
        super().__init__(when, times)
        self._seconds = seconds

    async def before(self, call: Call) -> None:
        await asyncio.sleep(self._seconds)


class _DropCall(Fault):
    async def before(self, call: Call) -> None:
        raise Dropped


class _DropAnswer(Fault):
    async def after(self, call: Call) -> None:
        raise Dropped


class Gate(Fault):
    """Holds calls until the test releases them: before they are taken, or before they are answered."""

    def __init__(self, when: When, times: int | None, *, after_taking: bool) -> None:
        super().__init__(when, times)
        self._after_taking = after_taking
        self._open = asyncio.Event()
        self._held: Journal[Call] = Journal("held calls")

    async def before(self, call: Call) -> None:
        if not self._after_taking:
            await self._hold(call)

    async def after(self, call: Call) -> None:
        if self._after_taking:
            await self._hold(call)

    async def _hold(self, call: Call) -> None:
        await self._held.add(call)
        await self._open.wait()

    async def reached(self, count: int = 1, *, timeout_seconds: float = PATIENCE_SECONDS) -> list[Call]:
        """Wait until this many calls have come to the gate."""
        return await self._held.wait_for(count, timeout_seconds=timeout_seconds)

    def release(self) -> None:
        """Let the held calls go on, and all that come after."""
        self._open.set()

    def end(self) -> None:
        super().end()
        self.release()


class Faults:
    """The faults of one stand-in. A call meets every fault that matches, oldest first, until one of them ends it."""

    def __init__(self, default_when: When) -> None:
        self._default_when = default_when
        self._faults: list[Fault] = []

    def answer(self, make: Callable[[], web.Response], *, times: int | None = 1, when: When | None = None) -> Fault:
        """Answer with what `make` returns; the call is not taken."""
        return self._add(_Answer(self._of(when), times, make))

    def delay(self, seconds: float, *, times: int | None = 1, when: When | None = None) -> Fault:
        """Take the call this much later."""
        return self._add(_Delay(self._of(when), times, seconds))

    def hold(self, *, times: int | None = 1, when: When | None = None, after_taking: bool = False) -> Gate:
        """Keep the call waiting until `release()`."""
        gate = Gate(self._of(when), times, after_taking=after_taking)
        self._add(gate)
        return gate

    def drop_call(self, *, times: int | None = 1, when: When | None = None) -> Fault:
        """Close the connection before anything is taken."""
        return self._add(_DropCall(self._of(when), times))

    def drop_answer(self, *, times: int | None = 1, when: When | None = None) -> Fault:
        """Take the call, then close the connection: it counts, but the caller never hears."""
        return self._add(_DropAnswer(self._of(when), times))

    def clear(self) -> None:
        """End every fault; what is held goes on."""
        for fault in self._faults:
            fault.end()
        self._faults.clear()

    async def before(self, call: Call) -> list[Fault]:
        """Meet what comes before taking, and return the faults met. Raises Dropped or AnsweredInstead."""
        met: list[Fault] = []
        for fault in list(self._faults):
            if fault.takes(call):
                met.append(fault)
                await fault.before(call)
        return met

    def _add(self, fault: Fault) -> Fault:
        self._faults.append(fault)
        return fault

    def _of(self, when: When | None) -> When:
        return self._default_when if when is None else when
