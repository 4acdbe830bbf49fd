"""Where a source stands, and what each step of an upload makes of it.

An upload's passages are stored under a version that nothing points to; the row that makes the last of them true also
points the source to them. So search sees the old passages or the new, and never some of each.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from libs.common.entities import AiConfigFile, KnowledgeChunk, KnowledgeSource
from libs.common.entities.knowledge import Indexing
from libs.common.envelope import deterministic_id
from libs.common.events import DocUploaded
from libs.common.store.port import Delete, Write
from services.knowledge.chunking import Chunk


@dataclass(frozen=True)
class Batch:
    """The next passages of an upload, with their vectors: `chunks` stand at `start` among `total`."""

    version: str
    embedding: str
    total: int
    start: int
    chunks: Sequence[Chunk] = ()
    vectors: Sequence[Sequence[float]] = ()
    tokens: int = 0  # billed for these vectors

    @property
    def done(self) -> int:
        """How many are stored, once these are."""
        return self.start + len(self.chunks)

    @property
    def is_last(self) -> bool:
        return self.done >= self.total


@dataclass(frozen=True)
class Refused:
    """The upload is not taken; `reason` is in words that an owner understands."""

    code: str
    reason: str
    tokens: int = 0


def version_of(chunks: Iterable[Chunk], embedding: str) -> str:
    """The version that these passages are, under the vectors of this embedding.

    Made of all that is stored, so passages of two readings or vectors of two models never stand in one version, and
    the same document again is the same version: nothing needs embedding.
    """
    return deterministic_id(embedding, *(f"{chunk.page}\n{chunk.heading}\n{chunk.content}" for chunk in chunks))


def begun(event: DocUploaded, before: KnowledgeSource | None, now: datetime) -> KnowledgeSource:
    """The source as this upload begins: what was live stays live."""
    work = _work(event, before)
    if before is None:
        return KnowledgeSource(
            source_id=event.source_id,
            user_id=event.user_id,
            source=event.name,
            category=event.category,
            created_at=now,
            updated_at=now,
            indexing=work,
        )
    return before.changed(status="indexing", progress=0, code="", reason="", updated_at=now, indexing=work)


def _work(event: DocUploaded, before: KnowledgeSource | None) -> Indexing:
    """What an upload that was given up halfway left behind is taken over: its bytes are to be deleted, its cost is to
    be reported, and its passages stand, should these be the same."""
    left = before.indexing if before else None
    if before is None or left is None:
        return Indexing(upload=event.id, blob=event.blob)
    return Indexing(
        upload=event.id,
        blob=event.blob,
        version="" if left.clearing else left.version,
        done=0 if left.clearing else left.done,
        tokens=left.tokens,
        discard=_except([*left.discard, left.blob], [before.blob, event.blob]),
    )


def advanced(source: KnowledgeSource, work: Indexing, batch: Batch) -> KnowledgeSource:
    """One batch further. 100 percent is said only of what is searchable."""
    return source.changed(
        progress=min(99, batch.done * 100 // batch.total),
        indexing=work.changed(version=batch.version, done=batch.done, tokens=work.tokens + batch.tokens),
    )


def flipped(source: KnowledgeSource, work: Indexing, batch: Batch, now: datetime) -> KnowledgeSource:
    """The new version is live; the one before is not any more."""
    return source.changed(
        version=batch.version,
        chunks=batch.total,
        embedding=batch.embedding,
        status="indexed",
        progress=100,
        blob=work.blob,
        updated_at=now,
        indexing=work.changed(
            version=batch.version,
            done=batch.total,
            tokens=work.tokens + batch.tokens,
            clearing=True,
            discard=_except([*work.discard, source.blob], [work.blob]),
        ),
    )


def refused(source: KnowledgeSource, work: Indexing, why: Refused, now: datetime) -> KnowledgeSource:
    """The upload is not taken: what was live stays, and the reason stands beside it."""
    live = bool(source.version)
    kept = source.blob if live else work.blob
    return source.changed(
        status="indexed" if live else "failed",
        progress=100 if live else 0,
        code=why.code,
        reason=why.reason,
        blob=kept,
        updated_at=now,
        indexing=work.changed(
            tokens=work.tokens + why.tokens,
            clearing=True,
            discard=_except([*work.discard, source.blob, work.blob], [kept]),
        ),
    )


def given_up(source: KnowledgeSource, work: Indexing, why: Refused, now: datetime) -> KnowledgeSource:
    """The upload is not tried any further: what was live stays. What it left stands in `indexing` for the next one,
    which may be the same again; only its cost is told now."""
    live = bool(source.version)
    return source.changed(
        status="indexed" if live else "failed",
        progress=100 if live else 0,
        code=why.code,
        reason=why.reason,
        updated_at=now,
        indexing=work.changed(tokens=0),
    )


def left_half_removed(source: KnowledgeSource, why: Refused, now: datetime) -> KnowledgeSource:
    """Out of the search, and not gone: it can be removed again."""
    return source.changed(status="failed", code=why.code, reason=why.reason, updated_at=now)


def leaving(source: KnowledgeSource, now: datetime) -> KnowledgeSource:
    """Out of the search at once; its passages and bytes follow."""
    return source.changed(status="removing", version="", chunks=0, progress=0, code="", reason="", updated_at=now)


def blobs_of(source: KnowledgeSource) -> tuple[str, ...]:
    """All bytes that belong to a source, whatever became of its uploads."""
    work = source.indexing
    return _except([source.blob, *((work.blob, *work.discard) if work else ())], [])


def rows(source: KnowledgeSource, batch: Batch, now: datetime) -> list[Write]:
    """The passages as they are searched. Their keys are their places, so storing them twice leaves one of each."""
    return [
        KnowledgeChunk(
            chunk_id=f"{source.source_id}:{batch.version}:{chunk.index}",
            user_id=source.user_id,
            source_id=source.source_id,
            source=source.source,
            category=source.category,
            index=chunk.index,
            content=chunk.content,
            embedding=tuple(vector),
            created_at=now,
            updated_at=now,
            version=batch.version,
            heading=chunk.heading,
            page=chunk.page,
        )
        for chunk, vector in zip(batch.chunks, batch.vectors, strict=True)
    ]


def file_row(event: DocUploaded, before: AiConfigFile | None, now: datetime) -> Write:
    """The file beside its source. Text that was pasted has none, also where a file had its name before."""
    if event.pasted:
        return Delete(AiConfigFile, event.source_id)
    return AiConfigFile(
        file_id=event.source_id,
        user_id=event.user_id,
        source_name=event.name,
        mime_type=event.mime_type,
        created_at=before.created_at if before else now,
        updated_at=now,
        blob=event.blob,
        size=event.size,
    )


def _except(blobs: Iterable[str], kept: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(blob for blob in blobs if blob and blob not in kept))
