"""The events that knowledge handles. An upload, a removal and an erasure all go in steps: after each, whoever carries
on finds in the store how far it came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from libs.common.entities import AiConfigFile, Entity, KnowledgeChunk, KnowledgeSource, User
from libs.common.entities.knowledge import Indexing
from libs.common.envelope import Envelope
from libs.common.errors import Refusal
from libs.common.events import DeadLettered, DocUploaded, OwnerChanged
from libs.common.service import Again, Claimed, Decided, Effect, Later, Outcome
from libs.common.store.port import Delete, Transaction, Write
from libs.common.store.query import Query, Range
from services.knowledge import sources, told
from services.knowledge.sources import Batch, Refused

CLEARED_MAX = 200
"""Passages deleted in one step. To be deleted they are read, vectors and all: 20 ms."""

SOURCES_MAX = 100
"""Sources of a removed owner that leave in one step, each with its file row."""

OWNER_LEAVES_WITHIN = timedelta(hours=1)
"""How long an erasure waits for the owner to be gone, so that nothing of theirs can begin behind it."""

ASKED_AGAIN = timedelta(seconds=1)


class Passages(Protocol):
    """Gives an upload's next passages with their vectors, or says why there are none."""

    async def next_batch(self, event: DocUploaded, source: KnowledgeSource) -> Batch | Refused: ...


class Files(Protocol):
    """Where bytes can be deleted. Harmless where there are none."""

    async def delete(self, user_id: str, reference: str) -> None: ...


@dataclass(frozen=True)
class Reading:
    """Embed the passages that come next."""

    source: KnowledgeSource


@dataclass(frozen=True)
class Discarding:
    """Delete bytes that nothing points to any more."""

    blobs: Sequence[str]
    sources: Sequence[str] = ()  # those whose rows go then


Work = Reading | Discarding
Done = Batch | Refused | None


@dataclass(frozen=True)
class TakeDocument:
    """`doc.uploaded`: index a document, or remove it.

    Killed at any moment, it goes on after the last batch that was stored: a batch and the count of what is stored are
    one transaction, and so are the last batch and the source's turn to the new version.
    """

    passages: Passages
    files: Files

    def effect(self, *, in_flight: int, per_owner: int) -> Effect[DocUploaded, Work, Done]:
        """The three as the runtime wants them."""
        return Effect(DocUploaded, claim, self.act, record, in_flight=in_flight, per_owner=per_owner)

    async def act(self, event: DocUploaded, work: Work) -> Done:
        """Read and embed, or delete bytes."""
        if isinstance(work, Reading):
            return await self.passages.next_batch(event, work.source)
        await _delete(self.files, event.user_id, work.blobs)
        return None


async def claim(event: DocUploaded, tx: Transaction, now: datetime) -> Claimed[Work] | Decided:
    """The next step of an upload or a removal."""
    source = await tx.get(KnowledgeSource, event.source_id)
    if event.act == "remove":
        return await _next_of_removal(event, source, tx, now)
    if source is None or source.indexing is None or source.indexing.upload != event.id:
        return await _begin(event, source, tx, now)
    if not source.indexing.clearing:
        return Claimed(Reading(source))
    if stale := await _stale(source, tx):
        return Again(write=_gone(stale))
    if source.indexing.discard:
        return Claimed(Discarding(source.indexing.discard))
    return told.indexed(event, source)


async def _begin(
    event: DocUploaded, before: KnowledgeSource | None, tx: Transaction, now: datetime
) -> Claimed[Work] | Decided:
    if await tx.get(User, event.user_id) is None:
        return Claimed(Discarding((event.blob,)))
    source = sources.begun(event, before, now)
    if source.version:  # the file that is live is the file until then
        return Claimed(Reading(source), write=[source])
    file = sources.file_row(event, await tx.get(AiConfigFile, event.source_id), now)
    return Claimed(Reading(source), write=[source, file])


async def _next_of_removal(
    event: DocUploaded, source: KnowledgeSource | None, tx: Transaction, now: datetime
) -> Claimed[Work] | Decided:
    """Out of the search first, then its passages, then its bytes; its own rows last."""
    if source is None:
        return told.unknown(event)
    if source.status != "removing":
        return Again(write=[sources.leaving(source, now)])
    if stale := await _stale(source, tx):
        return Again(write=_gone(stale))
    return Claimed(Discarding(sources.blobs_of(source)))


async def record(event: DocUploaded, work: Work, done: Done, tx: Transaction, now: datetime) -> Decided:
    """Store what the step brought."""
    source = await tx.get(KnowledgeSource, event.source_id)
    if event.act == "remove":
        return told.removed(event, source)
    if source is None or source.indexing is None or source.indexing.upload != event.id:
        return told.no_owner(event)  # erased meanwhile
    if isinstance(work, Discarding):
        return told.indexed(event, source)
    if source != work.source:
        return Again()  # a second delivery of this upload was quicker
    return await _stored(event, source, source.indexing, done, tx, now)


async def _stored(
    event: DocUploaded,
    source: KnowledgeSource,
    under_way: Indexing,
    done: Done,
    tx: Transaction,
    now: datetime,
) -> Again:
    match done:
        case Refused():
            return Again(write=[sources.refused(source, under_way, done, now)])
        case Batch(is_last=False):
            return Again(write=[*sources.rows(source, done, now), sources.advanced(source, under_way, done)])
        case Batch():
            live = sources.flipped(source, under_way, done, now)
            file = sources.file_row(event, await tx.get(AiConfigFile, event.source_id), now)
            return Again(write=[*sources.rows(source, done, now), live, file])
        case None:
            return Again()


async def _stale(source: KnowledgeSource, tx: Transaction) -> Sequence[KnowledgeChunk]:
    """Passages of any version but the live one. Versions are hexadecimal and equally long: what follows the live one
    is not below it with a digit behind."""
    for versions in (Range("version", below=source.version), Range("version", at_least=f"{source.version}0")):
        query = Query(KnowledgeChunk, equal={"source_id": source.source_id}, range=versions, limit=CLEARED_MAX)
        if found := (await tx.find(query)).items:
            return found
    return ()


class UploadGivenUp(Refusal, code="given_up"):
    """Reading this was given up after {attempts} attempts: {error}. Have it tried again, or upload it again."""


class RemovalGivenUp(Refusal, code="given_up"):
    """Removing this was given up after {attempts} attempts: {error}. Nothing is answered from it; remove it again."""


async def given_up(event: DeadLettered, tx: Transaction, now: datetime) -> Outcome:
    """`dead-letter`: a document whose upload or removal was given up says so, instead of seeming under way for ever."""
    document = _document_in(event)
    if document is None:
        return Outcome(code="not_mine")
    if await tx.get(User, event.user_id) is None:
        return Outcome(code="no_such_owner")
    source = await tx.get(KnowledgeSource, document.source_id)
    if document.act == "remove":
        if source is None or source.status != "removing":
            return Outcome(code="past")
        return told.given_up(sources.left_half_removed(source, _why(RemovalGivenUp, event), now))
    return await _upload_given_up(event, document, source, tx, now)


async def _upload_given_up(
    event: DeadLettered, document: DocUploaded, source: KnowledgeSource | None, tx: Transaction, now: datetime
) -> Outcome:
    begun: list[Write] = []
    if source is None or source.indexing is None or source.indexing.upload != document.id:
        if source is not None and source.updated_at > event.given_up_at:
            return Outcome(code="past")  # another upload or removal came after it
        source = sources.begun(document, source, now)  # it failed before it could begin
        if not source.version:
            begun = [sources.file_row(document, await tx.get(AiConfigFile, document.source_id), now)]
    if source.indexing is None or source.indexing.clearing:
        return Outcome(code="past")  # decided already; what is left to clear, the next upload does
    failed = sources.given_up(source, source.indexing, _why(UploadGivenUp, event), now)
    outcome = told.given_up(failed, source.indexing.tokens)
    return replace(outcome, write=[*outcome.write, *begun])


def _document_in(event: DeadLettered) -> DocUploaded | None:
    """The upload or removal that this service gave up, if it was one and can be read."""
    if event.service != "knowledge":
        return None
    try:
        envelope = Envelope.from_attributes(event.attributes, event.data.encode())
        return DocUploaded.opened(envelope) if envelope.topic == DocUploaded.topic else None
    except ValueError:
        return None


def _why(kind: type[Refusal], event: DeadLettered) -> Refused:
    refusal = kind(attempts=event.attempts, error=event.error.rstrip("."))
    return Refused(refusal.code, str(refusal))


@dataclass(frozen=True)
class EraseOwner:
    """`owner.changed`: nothing is made for a new owner; of a removed one nothing is kept."""

    files: Files

    def effect(self) -> Effect[OwnerChanged, Discarding, None]:
        """The three as the runtime wants them."""
        return Effect(OwnerChanged, claim_erasure, self.act, record_erasure)

    async def act(self, event: OwnerChanged, work: Discarding) -> None:
        """Delete bytes."""
        await _delete(self.files, event.user_id, work.blobs)


async def claim_erasure(event: OwnerChanged, tx: Transaction, now: datetime) -> Claimed[Discarding] | Decided:
    """Sources first: without its source, an upload under way stores nothing more and no passage is searched."""
    if event.act == "made":
        return Outcome(code="nothing")
    if found := (await tx.find(Query(KnowledgeSource, limit=SOURCES_MAX))).items:
        blobs = [blob for source in found for blob in sources.blobs_of(source)]
        return Claimed(Discarding(blobs, [source.source_id for source in found]))
    kinds: tuple[type[Entity], ...] = (KnowledgeChunk, AiConfigFile)
    for kind in kinds:
        if rows := (await tx.find(Query(kind, limit=CLEARED_MAX))).items:
            return Again(write=_gone(rows))
    if await tx.get(User, event.user_id) and now < event.envelope.time + OWNER_LEAVES_WITHIN:
        return Later(now + ASKED_AGAIN)
    return Outcome(code="erased")


async def record_erasure(event: OwnerChanged, work: Discarding, _: None, tx: Transaction, now: datetime) -> Again:
    """The bytes are gone, so their rows may go; not one that got others meanwhile."""
    found = await tx.get_many(KnowledgeSource, work.sources)
    bare = [source.source_id for source in found if source and set(sources.blobs_of(source)) <= set(work.blobs)]
    return Again(write=[Delete(kind, key) for key in bare for kind in (KnowledgeSource, AiConfigFile)])


def _gone(rows: Iterable[Entity]) -> list[Delete]:
    return [Delete(type(row), row.key) for row in rows]


async def _delete(files: Files, user_id: str, blobs: Iterable[str]) -> None:
    for blob in blobs:
        if blob:
            await files.delete(user_id, blob)
