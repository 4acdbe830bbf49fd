"""Every contract test runs once for each adapter."""

from collections.abc import AsyncIterator

import pytest

from tests.contract.adapters import ADAPTERS, Adapters, Open
from tests.contract.blobs_adapters import blobs
from tests.contract.store_adapters import another_store, store

__all__ = ["another_store", "blobs", "store"]


@pytest.fixture(params=list(ADAPTERS))
def another_process(request: pytest.FixtureRequest) -> Open:
    """Opens one more process's adapters beside, or after, the others."""
    return ADAPTERS[request.param](request)


@pytest.fixture
async def adapters(another_process: Open) -> AsyncIterator[Adapters]:
    async with another_process() as opened:
        yield opened
