"""A desk on a data folder of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.embedded import embedded
from tests.unit.services.ingest.desk import Desk


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with embedded(tmp_path) as house:
        yield Desk(house)
