"""The stores that the store's suite runs on, as a fixture that opens one process's store after the other."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from libs.common.store.port import Store
from tests.embedded import embedded

OpenStore = Callable[[], AbstractAsyncContextManager[Store]]
"""Opens a process's store on the same documents, as often as a test wants processes."""


def on_embedded(path: Path) -> OpenStore:
    """One data folder."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Store]:
        async with embedded(path / "data") as house:
            yield house.store

    return opened


def on_firestore(host: str) -> OpenStore:
    """A project of its own in the emulator: as empty as a new one."""
    project = f"test-{uuid4().hex[:12]}"

    @asynccontextmanager
    async def opened() -> AsyncIterator[Store]:
        from libs.common.firestore.client import connect
        from libs.common.store.firestore import FirestoreStore

        store = FirestoreStore(connect(project, host))
        try:
            yield store
        finally:
            await store.close()

    return opened


@pytest.fixture(params=["embedded", "google"])
def another_store(request: pytest.FixtureRequest, tmp_path: Path) -> OpenStore:
    """Opens one more process's store beside, or after, the others."""
    if request.param == "embedded":
        return on_embedded(tmp_path)
    return on_firestore(request.getfixturevalue("firestore_host"))


@pytest.fixture
async def store(another_store: OpenStore) -> AsyncIterator[Store]:
    async with another_store() as opened:
        yield opened
