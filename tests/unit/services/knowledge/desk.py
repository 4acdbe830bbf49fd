"""Knowledge on a real store, bus and folder of files, and the owner who uploads to it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from libs.common.blobs.files import FileBlobs
from libs.common.blobs.port import BlobMissing
from libs.common.embedding.port import Embedding
from libs.common.entities import AiConfigFile, KnowledgeChunk, KnowledgeSource, Receipt, User
from libs.common.events import DocIndexed, DocUploaded
from libs.common.finish.receipts import outputs_of
from libs.common.handling import Handling
from libs.common.parts import Parts
from libs.common.settings import Settings
from libs.common.store.query import Query
from libs.common.vault import Vault
from services.knowledge.service import build
from tests.embedded import Embedded

OWNER = "clinic"


async def no_waiting(seconds: float) -> None:
    """Tries again at once."""


@dataclass
class Desk:
    """Who uploads, and what came of it. `listens` makes this process the one that indexes."""

    house: Embedded
    path: Path
    embedding: Embedding
    owner: str = OWNER
    uploads: int = field(default=0)

    @property
    def blobs(self) -> FileBlobs:
        return FileBlobs(self.path / "blobs")

    async def opens(self) -> None:
        """The owner signs up."""
        await self.house.put("gateway", None, User(user_id=self.owner))

    async def listens(self) -> None:
        house = self.house
        settings = Settings(data=self.path)
        service = build(
            Parts(
                settings=settings,
                store=house.store,
                blobs=self.blobs,
                bus=house.bus,
                embedding=self.embedding,
                vault=Vault.of(settings),
                clock=house.clock,
                sleep=no_waiting,
            )
        )
        handling = Handling(service, finisher=house.finisher, store=house.store, clock=house.clock, sleep=no_waiting)
        await house.bus.listen(handling.subscriptions(), handling)

    async def hands_in(self, data: str | bytes, name: str = "prices.txt", **fields: Any) -> str:
        """Store the bytes and say so, as an uploader does; gives the event's id."""
        self.uploads += 1
        cause = f"upload-{self.uploads}"
        data = data.encode() if isinstance(data, str) else data
        source_id = self.source_id(name)
        blob = await self.blobs.put(self.owner, KnowledgeSource.blob_for(source_id, cause), data)
        event = {"user_id": self.owner, "source_id": source_id, "name": name, "blob": blob, "size": len(data)}
        return await self.house.publish(DocUploaded.model_validate({**event, **fields}), cause=cause)

    async def uploads_it(self, data: str | bytes, name: str = "prices.txt", **fields: Any) -> Receipt:
        return await self.receipt(await self.hands_in(data, name, **fields))

    async def removes(self, name: str = "prices.txt") -> Receipt:
        event = DocUploaded(user_id=self.owner, source_id=self.source_id(name), act="remove", name=name)
        self.uploads += 1
        return await self.house.handled("knowledge", event, cause=f"removal-{self.uploads}")

    async def receipt(self, event_id: str) -> Receipt:
        found = await self.house.store.wait(Receipt.id_for("knowledge", event_id), 20)
        assert found is not None, "nothing came of the upload within 20 s"
        return found

    def source_id(self, name: str = "prices.txt") -> str:
        return KnowledgeSource.id_for(self.owner, "knowledge", name)

    async def source(self, name: str = "prices.txt") -> KnowledgeSource:
        found = await self.house.store.reader(self.owner).get(KnowledgeSource, self.source_id(name))
        assert found is not None
        return found

    async def file(self, name: str = "prices.txt") -> AiConfigFile | None:
        return await self.house.store.reader(self.owner).get(AiConfigFile, self.source_id(name))

    async def stored(self) -> Sequence[KnowledgeChunk]:
        """Every passage of this owner, of whatever version."""
        return (await self.house.store.reader(self.owner).find(Query(KnowledgeChunk, limit=1000))).items

    async def searchable(self, name: str = "prices.txt") -> list[str]:
        """What a search would see of a source, in order."""
        source = await self.source(name)
        live = {"source_id": source.source_id, "version": source.version}
        query = Query(KnowledgeChunk, equal=live, order="index", limit=1000)
        return [chunk.content for chunk in (await self.house.store.reader(self.owner).find(query)).items]

    async def has_bytes(self, blob: str) -> bool:
        with suppress(BlobMissing):
            await self.blobs.get(self.owner, blob)
            return True
        return False

    async def sources(self) -> Sequence[KnowledgeSource]:
        return (await self.house.store.reader(self.owner).find(Query(KnowledgeSource))).items


def fact(receipt: Receipt) -> DocIndexed:
    """What the other services hear."""
    (output,) = outputs_of(receipt)
    return DocIndexed.opened(output)


def document(passages: int, about: str = "Cleaning") -> str:
    """Plain text that is cut into so many passages."""
    words = "a paragraph goes on about what is done, how long it takes and what it costs, "
    return "\n\n".join(f"{about} number {number}: {words * 9}and so it ends." for number in range(passages))
