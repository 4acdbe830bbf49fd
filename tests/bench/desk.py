"""A data folder with an owner, a connected number, opening hours and one document."""

from pathlib import Path

from tests.bench.messages import DOCUMENT_NAME, Desk, document
from tests.flows.house import open_house


async def prepare(path: Path) -> Desk:
    """Make it, as an owner would."""
    async with open_house(path) as house:
        receipt = await house.uploads(DOCUMENT_NAME, document())
        assert receipt.code not in ("refused", "dead_letter"), f"the document was {receipt.code}: {receipt.answer}"
        return Desk(house.graph.number, house.graph.app_secret)
