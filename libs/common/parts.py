"""What the runtime hands to a service when it builds it: ports and settings, never adapters."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from libs.common.blobs.port import Blobs
from libs.common.bus.port import Bus
from libs.common.embedding.port import Embedding
from libs.common.events.base import Event, seal
from libs.common.settings import Settings
from libs.common.store.port import Store
from libs.common.telemetry import current_traceparent
from libs.common.vault import Vault

Clock = Callable[[], datetime]
"""The moment, in UTC. Injected, so that tests set it."""


def system_clock() -> datetime:
    """The machine's own."""
    return datetime.now(UTC)


async def system_sleep(seconds: float) -> None:
    """Real waiting."""
    await asyncio.sleep(seconds)


class Sleep(Protocol):
    """Wait for some seconds. Injected beside the clock."""

    def __call__(self, seconds: float) -> Awaitable[None]: ...


@dataclass(frozen=True)
class Publisher:
    """Publishes what a request from outside causes. Handlers never need it: they return an Outcome."""

    bus: Bus
    source: str
    clock: Clock

    async def publish(self, *events: Event, cause: str) -> list[str]:
        """Seal and publish; gives the events' ids, by which their receipts are found (`<service>:<id>`).

        `cause` is the provider's message id or the request's idempotency key: the same cause, the same ids.
        """
        now, trace = self.clock(), current_traceparent()
        sealed = [
            seal(event, cause=cause, source=self.source, at=now, place=place, traceparent=trace)
            for place, event in enumerate(events)
        ]
        await self.bus.publish(*sealed)
        return [envelope.id for envelope in sealed]


@dataclass(frozen=True)
class Parts:
    """Everything a service may be made of."""

    settings: Settings
    store: Store
    blobs: Blobs
    bus: Bus
    embedding: Embedding
    vault: Vault
    clock: Clock
    sleep: Sleep

    def publisher(self, service: str) -> Publisher:
        return Publisher(bus=self.bus, source=service, clock=self.clock)
