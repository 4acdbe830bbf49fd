"""A data folder with an owner, a connected number, opening hours and one document."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.bench.messages import DOCUMENT_NAME, Desk, document
from tests.flows.house import House, open_house


async def prepare(path: Path) -> Desk:
    """Make it, as an owner would."""
    async with prepared(path) as (_, desk):
        return desk


@asynccontextmanager
async def prepared(path: Path, **settings: Any) -> AsyncIterator[tuple[House, Desk]]:
    """The same, and it runs while the block runs."""
    async with open_house(path, **settings) as house:
        receipt = await house.uploads(DOCUMENT_NAME, document())
        assert receipt.code not in ("refused", "dead_letter"), f"the document was {receipt.code}: {receipt.answer}"
        yield house, Desk(house.graph.number, house.graph.app_secret)
