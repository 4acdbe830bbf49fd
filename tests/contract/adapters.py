"""The adapters that the suites run on. A suite knows none of them; they differ in this one place."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from libs.common.bus.port import Bus
from libs.common.finish.port import Finisher
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


ADAPTERS: dict[str, Callable[[Path], Open]] = {"embedded": on_embedded}
