"""Services that take work: started on a foundation, and stopped without losing any."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from libs.common.errors import Misconfigured
from libs.common.foundation import Foundation
from libs.common.handling import Handling
from libs.common.service import Service

STOP_SECONDS = 10.0
"""How long a stop waits for what is being handled: Cloud Run kills a container 10 s after SIGTERM."""
LOCK_LOOK_SECONDS = 0.1


def handling_of(service: Service, built: Foundation) -> Handling:
    """What handles a service's deliveries on these adapters."""
    parts = built.parts
    return Handling(
        service,
        finisher=built.finisher,
        store=parts.store,
        clock=parts.clock,
        sleep=parts.sleep,
        trials=built.trials,
    )


class Running:
    """Services that take work."""

    def __init__(self, built: Foundation, services: Sequence[Service]) -> None:
        self._built = built
        self._services = services
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, *, patience_seconds: float = 0.0) -> None:
        """Begin to take work.

        Raises Misconfigured when another process does on this data folder and goes on for longer than the patience:
        a command at work lets go of a service in a moment, a server does not.
        """
        until = time.monotonic() + patience_seconds
        for service in self._services:
            handling = handling_of(service, self._built)
            await self._listen(handling, until)
        beside = [run for service in self._services for run in service.background]
        self._tasks = [asyncio.ensure_future(run()) for run in beside]

    async def _listen(self, handling: Handling, until: float) -> None:
        while True:
            try:
                return await self._built.parts.bus.listen(handling.subscriptions(), handling)
            except Misconfigured:
                if time.monotonic() >= until:
                    raise
            await self._built.parts.sleep(LOCK_LOOK_SECONDS)

    async def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Take no more work, let what is under way end, let go of the rest."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._built.parts.bus.stop(seconds)
        for service in self._services:
            for close in service.closing:
                await close()


@asynccontextmanager
async def running(
    built: Foundation, services: Sequence[Service], *, patience_seconds: float = 0.0
) -> AsyncIterator[Running]:
    """Take work while the block runs."""
    house = Running(built, services)
    try:
        await house.start(patience_seconds=patience_seconds)
        yield house
    finally:
        await house.stop()
