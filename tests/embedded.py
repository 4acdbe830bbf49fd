"""The embedded adapters on a folder of their own: what most tests run on."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from libs.common.bus.embedded import EmbeddedBus
from libs.common.entities.machinery import Receipt
from libs.common.events import Event, seal
from libs.common.finish.embedded import EmbeddedFinisher
from libs.common.handling import Handling
from libs.common.parts import Clock, system_clock, system_sleep
from libs.common.runtime import routes
from libs.common.service import Service
from libs.common.sqlite.folder import Folder
from libs.common.store.embedded import EmbeddedStore
from libs.common.store.port import Write


@dataclass(frozen=True)
class Embedded:
    """One data folder, opened."""

    folder: Folder
    store: EmbeddedStore
    bus: EmbeddedBus
    finisher: EmbeddedFinisher
    clock: Clock

    async def listen(self, service: Service) -> None:
        """Let a service handle what is published."""
        handling = Handling(service, finisher=self.finisher, store=self.store, clock=self.clock, sleep=system_sleep)
        await self.bus.listen(handling.subscriptions(), handling)

    async def publish(self, event: Event, *, cause: str) -> str:
        """Publish as somebody outside would; gives the event's id."""
        sealed = seal(event, cause=cause, source="test", at=self.clock())
        await self.bus.publish(sealed)
        return sealed.id

    async def handled(self, service: str, event: Event, *, cause: str, seconds: float = 10.0) -> Receipt:
        """Publish, and give the receipt of one service."""
        event_id = await self.publish(event, cause=cause)
        receipt = await self.store.wait(Receipt.id_for(service, event_id), seconds)
        assert receipt is not None, f"{service} left no receipt of {event.topic} within {seconds} s"
        return receipt

    async def put(self, service: str, user_id: str | None, *rows: Write) -> None:
        """Store rows as their owner would."""

        async def as_given(_: object) -> tuple[None, Sequence[Write]]:
            return None, rows

        await self.store.transact(service, user_id, as_given)


@asynccontextmanager
async def embedded(path: Path, clock: Clock = system_clock) -> AsyncIterator[Embedded]:
    """Open a data folder, and let go of it at the end."""
    folder = Folder(path, routes())
    store, bus = EmbeddedStore(folder), EmbeddedBus(folder)
    try:
        yield Embedded(folder, store, bus, EmbeddedFinisher(folder, store, bus, clock), clock)
    finally:
        await bus.close()
        await store.close()


def at(text: str) -> datetime:
    """A moment, written as ISO 8601 with its offset."""
    return datetime.fromisoformat(text)
