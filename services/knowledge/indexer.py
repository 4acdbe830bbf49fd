"""From bytes to passages with vectors, a batch at a time.

What was read is kept in memory for its upload's next batches, and is read again after a restart: passages are the
same each time, and storing them first without vectors would double what is written.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from libs.common.blobs.port import BlobMissing, Blobs
from libs.common.embedding.port import Embedding
from libs.common.entities import KnowledgeSource
from libs.common.errors import Failure, Misconfigured, Refusal
from libs.common.events import DocUploaded
from services.knowledge.chunking import Chunk, chunked
from services.knowledge.parsing.bounded import parse_document
from services.knowledge.parsing.document import ParsedDocument
from services.knowledge.parsing.refusals import EmptyDocument
from services.knowledge.sources import Batch, Refused, version_of

PASSAGES_MAX = 32
"""Passages of one step: 4 s by the built-in embedding at its usual 130 ms, three times that for the longest."""

UPLOADS_MAX = 8
"""Uploads under way at once, and so readings kept: at most 2,000,000 characters each."""

WORKING_MAX = 2
"""Uploads that read or embed at the same moment; the others take turns with them, a step at a time. A reading may take
768 MB, and the built-in embedding does one passage after the other."""

PASTED_TYPE = "text/markdown"
"""What was typed is read as Markdown, whatever a dot in its title looks like."""

Parse = Callable[[bytes, str, str], Awaitable[ParsedDocument]]


class BytesMissing(Refusal, code="document_bytes_missing"):
    """The file of {name} is no longer there. Upload it again."""


@dataclass
class _Reading:
    """An upload's passages, and what their vectors have cost since that was last said."""

    version: str
    chunks: list[Chunk]
    billed: int = field(default=0)

    def bill(self, tokens: int) -> None:
        self.billed += tokens

    def bill_due(self) -> int:
        due, self.billed = self.billed, 0
        return due


class Indexer:
    """Reads uploads and embeds their passages. Implements what the handlers call `Passages`."""

    def __init__(self, blobs: Blobs, embedding: Embedding, *, parse: Parse = parse_document) -> None:
        self._blobs = blobs
        self._embedding = embedding
        self._parse = parse
        self._readings: OrderedDict[str, _Reading] = OrderedDict()
        self._working = asyncio.Semaphore(WORKING_MAX)

    async def next_batch(self, event: DocUploaded, source: KnowledgeSource) -> Batch | Refused:
        """The passages that follow those that `source` says are stored; no passages where its live version holds all.

        Raises Unavailable. What nobody can mend by trying again is Refused.
        """
        async with self._working:
            try:
                reading = await self._reading(event)
                return await self._embedded(event, source, reading)
            except BlobMissing:
                return self._refused(event, BytesMissing(name=event.name))
            except (Refusal, Failure, Misconfigured) as error:
                return self._refused(event, error)

    async def _reading(self, event: DocUploaded) -> _Reading:
        reading = self._readings.get(event.id)
        if reading is None:
            reading = self._readings[event.id] = await self._read(event)
            while len(self._readings) > UPLOADS_MAX:
                self._readings.popitem(last=False)
        self._readings.move_to_end(event.id)
        return reading

    async def _read(self, event: DocUploaded) -> _Reading:
        data = await self._blobs.get(event.user_id, event.blob)
        document = await self._parse(data, event.name, PASTED_TYPE if event.pasted else event.mime_type)
        reading = await asyncio.to_thread(_read, document, self._embedding.name)
        if not reading.chunks:
            raise EmptyDocument(name=event.name)
        return reading

    async def _embedded(self, event: DocUploaded, source: KnowledgeSource, reading: _Reading) -> Batch:
        total, start = len(reading.chunks), 0
        if reading.version == source.version:
            start = total
        elif source.indexing and reading.version == source.indexing.version:
            start = source.indexing.done
        chunks = reading.chunks[start : start + PASSAGES_MAX]
        vectors = await self._embedding.embed_passages([chunk.searchable for chunk in chunks], billed=reading.bill)
        batch = Batch(reading.version, self._embedding.name, total, start, chunks, vectors, reading.bill_due())
        if batch.is_last:
            self._readings.pop(event.id, None)
        return batch

    def _refused(self, event: DocUploaded, error: Refusal | Failure | Misconfigured) -> Refused:
        reading = self._readings.pop(event.id, None)
        code = "misconfigured" if isinstance(error, Misconfigured) else error.code
        return Refused(code, str(error), reading.bill_due() if reading else 0)


def _read(document: ParsedDocument, embedding: str) -> _Reading:
    chunks = chunked(document)
    return _Reading(version_of(chunks, embedding), chunks)
