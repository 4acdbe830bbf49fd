"""A process that indexes slowly, to be killed: `python -m tests.unit.services.knowledge.dying FOLDER`."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from libs.common.embedding.port import Meter, unmetered
from tests.embedded import embedded
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import Desk


class Hanging(WordEmbedding):
    """Embeds two batches, and is at the third for ever."""

    async def embed_passages(self, texts: Sequence[str], *, billed: Meter = unmetered) -> list[list[float]]:
        """See the port."""
        if self.passages >= 64:
            sys.stdout.write("at the third batch\n")
            sys.stdout.flush()
            await asyncio.Event().wait()
        return await super().embed_passages(texts, billed=billed)


async def main(folder: Path) -> None:
    """Index what was uploaded there."""
    async with embedded(folder) as house:
        await Desk(house, folder, Hanging()).listens()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
