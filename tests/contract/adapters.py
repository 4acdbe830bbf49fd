"""The adapters that the suites run on. A suite knows none of them; they differ in this one place."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from libs.common.bus.port import Bus
from libs.common.finish.port import Finisher
from libs.common.parts import system_clock
from libs.common.store.port import Store
from tests.embedded import embedded


@dataclass(frozen=True)
class Adapters:
    """One process's adapters, open."""

    store: Store
    bus: Bus
    finisher: Finisher


Open = Callable[[], AbstractAsyncContextManager[Adapters]]
"""Opens a process's adapters on the same documents and log, as often as a test wants processes."""


def on_embedded(path: Path) -> Open:
    """One data folder."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Adapters]:
        async with embedded(path / "data") as house:
            yield Adapters(house.store, house.bus, house.finisher)

    return opened


def on_google(firestore_host: str, pubsub_host: str) -> Open:
    """A project of its own in both emulators: as empty as a new one."""
    project = f"test-{uuid4().hex[:12]}"

    @asynccontextmanager
    async def opened() -> AsyncIterator[Adapters]:
        from deploy.provision_pubsub import provision
        from libs.common.bus.pubsub import PubSubBus
        from libs.common.finish.ordered import OrderedFinisher
        from libs.common.firestore import client as firestore
        from libs.common.pubsub import client as pubsub
        from libs.common.store.firestore import FirestoreStore

        clients = pubsub.connect(project, pubsub_host)
        await provision(clients, ROUTES)
        store, bus = FirestoreStore(firestore.connect(project, firestore_host)), PubSubBus(clients)
        try:
            yield Adapters(store, bus, OrderedFinisher(store, bus, system_clock))
        finally:
            await bus.close()
            await store.close()

    return opened


ROUTES = {"message.received": ("ingest", "gateway"), "booking.requested": ("booking",), "booking.updated": ("gateway",)}
"""Who listens to what in the suites."""


def _on_google(request: pytest.FixtureRequest) -> Open:
    return on_google(request.getfixturevalue("firestore_host"), request.getfixturevalue("pubsub_host"))


ADAPTERS: dict[str, Callable[[pytest.FixtureRequest], Open]] = {
    "embedded": lambda request: on_embedded(request.getfixturevalue("tmp_path")),
    "google": _on_google,
}
