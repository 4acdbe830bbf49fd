"""A desk on a data folder of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.embedded import embedded
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import Desk


@pytest.fixture
def words() -> WordEmbedding:
    return WordEmbedding()


@pytest.fixture
async def desk(tmp_path: Path, words: WordEmbedding) -> AsyncIterator[Desk]:
    async with embedded(tmp_path) as house:
        opened = Desk(house, tmp_path, words)
        await opened.opens()
        await opened.listens()
        yield opened
