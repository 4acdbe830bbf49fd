"""Every contract test runs once for each adapter."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libs.common.store.port import Store
from tests.contract.adapters import ADAPTERS, Adapters, Open
from tests.contract.blobs_adapters import blobs

__all__ = ["blobs"]


@pytest.fixture(params=list(ADAPTERS))
def another_process(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens one more process's adapters beside, or after, the others."""
    return ADAPTERS[request.param](tmp_path)


@pytest.fixture
async def adapters(another_process: Open) -> AsyncIterator[Adapters]:
    async with another_process() as opened:
        yield opened


@pytest.fixture
def store(adapters: Adapters) -> Store:
    return adapters.store
