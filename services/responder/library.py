"""What may be quoted to an owner's customers: one search index an owner, kept in memory while it is true.

Built from the live chunks and the settings. A document or a setting that changed drops it; where the word did not
reach this process (another instance got it), it is at most FRESH old.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from libs.common.embedding.port import Embedding
from libs.common.entities import KnowledgeChunk, KnowledgeSource
from libs.common.parts import Clock
from libs.common.store.port import Reader
from libs.common.store.query import Cursor, Query
from services.responder import facts as settings
from services.responder.facts import Facts, Statement
from services.responder.retrieval.index import Passage, SearchIndex

FRESH = timedelta(seconds=30)
OWNERS_MAX = 200
"""Owners whose index is held at once; the one longest unasked goes first."""
SOURCES_MAX = 1000
PAGE = 500
READS_MAX = 3
"""Readings of an owner's passages while documents change under them."""
SETTINGS_SOURCE = ""
"""The source id of what comes from the settings and not from a document: it is quoted without a source line."""


@dataclass(frozen=True)
class Shelf:
    """An owner's index, what it was made of, and the owner's instructions to the assistant."""

    facts: Facts
    index: SearchIndex
    sources: dict[str, str]  # chunk id -> source id
    instructions: str
    made_of: tuple[tuple[str, str], ...]  # source id and version of each live source
    checked_at: datetime


async def _live(store: Reader) -> dict[str, KnowledgeSource]:
    """The sources that have searchable passages."""
    sources = (await store.find(Query(KnowledgeSource, limit=SOURCES_MAX))).items
    return {source.source_id: source for source in sources if source.version}


def _versions(live: dict[str, KnowledgeSource]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((source.source_id, source.version) for source in live.values()))


class Library:
    """Gives each owner's shelf."""

    def __init__(self, embedding: Embedding, clock: Clock) -> None:
        self._embedding = embedding
        self._clock = clock
        self._shelves: OrderedDict[str, Shelf] = OrderedDict()
        self._building: dict[str, asyncio.Lock] = {}

    def forget(self, user_id: str) -> None:
        """Something of this owner changed: read it again when next asked."""
        self._shelves.pop(user_id, None)

    async def shelf(self, store: Reader, user_id: str) -> Shelf:
        """The owner's shelf, at most FRESH old. Two who ask at once read once."""
        lock = self._building.setdefault(user_id, asyncio.Lock())
        async with lock:
            kept = self._shelves.get(user_id)
            if kept is None or self._clock() - kept.checked_at > FRESH:
                kept = await self._read(store, user_id, kept)
                self._shelves[user_id] = kept
            self._shelves.move_to_end(user_id)
        while len(self._shelves) > OWNERS_MAX:
            gone, _ = self._shelves.popitem(last=False)
            self._building.pop(gone, None)
        return kept

    async def _read(self, store: Reader, user_id: str, kept: Shelf | None) -> Shelf:
        now = self._clock()
        facts = await settings.read(store, user_id)
        live = await _live(store)
        made_of = _versions(live)
        if kept is not None and kept.made_of == made_of and kept.facts == facts:
            return replace(kept, checked_at=now)
        chunks = await self._chunks(store, live)
        for _ in range(READS_MAX):
            latest = await _live(store)
            if _versions(latest) == made_of:
                break
            live, made_of = latest, _versions(latest)  # a document changed while it was read: old passages may be gone
            chunks = await self._chunks(store, live)
        passages = [self._passage(chunk, live[chunk.source_id]) for chunk in chunks if chunk.category == "knowledge"]
        told = await self._told(settings.statements(facts))
        index = await asyncio.to_thread(SearchIndex, [*told, *passages], dimension=self._embedding.dimension)
        instructions = "\n\n".join(chunk.content for chunk in chunks if chunk.category == "instructions")
        return Shelf(facts, index, {chunk.chunk_id: chunk.source_id for chunk in chunks}, instructions, made_of, now)

    async def _chunks(self, store: Reader, live: dict[str, KnowledgeSource]) -> Sequence[KnowledgeChunk]:
        """The live chunks, each source read by its version's index."""
        chunks: list[KnowledgeChunk] = []
        for source in live.values():
            after: Cursor | None = None
            while True:
                page = await store.find(
                    Query(
                        KnowledgeChunk,
                        equal={"source_id": source.source_id, "version": source.version},
                        order="index",
                        limit=PAGE,
                        after=after,
                    )
                )
                chunks += page.items
                if (after := page.next) is None:
                    break
        return chunks

    def _passage(self, chunk: KnowledgeChunk, source: KnowledgeSource) -> Passage:
        """A chunk to search. Its vector counts only where the embedding that asks has made it."""
        return Passage(
            chunk_id=chunk.chunk_id,
            content=chunk.content,
            vector=chunk.embedding if source.embedding == self._embedding.name else None,
            heading=chunk.heading,
            source_name=chunk.source,
            page=chunk.page,
        )

    async def _told(self, statements: Sequence[Statement]) -> list[Passage]:
        """What the settings say, as passages."""
        vectors = await self._embedding.embed_passages([f"{one.heading}\n{one.text}" for one in statements])
        return [
            Passage(chunk_id=f"settings:{place}", content=one.text, vector=vector, heading=one.heading)
            for place, (one, vector) in enumerate(zip(statements, vectors, strict=True))
        ]
