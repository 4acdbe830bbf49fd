"""What came of an upload, for the person who waits and for the services that react."""

from libs.common.entities import AiConfigFile, KnowledgeSource
from libs.common.events import DocIndexed, DocUploaded
from libs.common.service import Outcome
from libs.common.store.port import Delete


def indexed(event: DocUploaded, source: KnowledgeSource) -> Outcome:
    """Searchable, or not taken and why. Ends the upload: nothing is under way any more."""
    failed = bool(source.code)
    fact = DocIndexed(
        user_id=event.user_id,
        source_id=source.source_id,
        name=source.source,
        status="failed" if failed else "indexed",
        code=source.code,
        reason=source.reason,
        chunks=source.chunks,
        embedding_tokens=source.indexing.tokens if source.indexing else 0,
    )
    return Outcome(
        write=[source.changed(indexing=None)],
        publish=[fact],
        code=source.code or "done",
        answer={"sourceId": source.source_id, "chunks": source.chunks, "message": _message(source)},
    )


def given_up(source: KnowledgeSource, tokens: int = 0) -> Outcome:
    """Nobody works at it any more; `tokens` is what its embedding has cost and nobody was told yet."""
    fact = DocIndexed(
        user_id=source.user_id,
        source_id=source.source_id,
        name=source.source,
        status="failed",
        code=source.code,
        reason=source.reason,
        chunks=source.chunks,
        embedding_tokens=tokens,
    )
    return Outcome(write=[source], publish=[fact], code=source.code)


def _message(source: KnowledgeSource) -> str:
    if not source.code:
        passages = "1 passage" if source.chunks == 1 else f"{source.chunks:,} passages"
        return f"{source.source} is searchable: {passages}."
    return f"{source.reason} The copy from before stays searchable." if source.version else source.reason


def removed(event: DocUploaded, source: KnowledgeSource | None) -> Outcome:
    """Nothing is left of it."""
    fact = DocIndexed(
        user_id=event.user_id,
        source_id=event.source_id,
        name=source.source if source else event.name,
        status="removed",
        embedding_tokens=source.indexing.tokens if source and source.indexing else 0,
    )
    return Outcome(
        write=[Delete(KnowledgeSource, event.source_id), Delete(AiConfigFile, event.source_id)],
        publish=[fact],
        answer={"sourceId": event.source_id, "chunks": 0, "message": f"{fact.name or 'The document'} is removed."},
    )


def unknown(event: DocUploaded) -> Outcome:
    """What should be removed is not there."""
    return Outcome(
        code="no_such_source",
        answer={"sourceId": event.source_id, "chunks": 0, "message": "There is no such document."},
    )


def no_owner(event: DocUploaded) -> Outcome:
    """The owner was removed after the upload: nothing of it is kept."""
    return Outcome(
        code="no_such_owner",
        answer={"sourceId": event.source_id, "chunks": 0, "message": "There is no such owner any more."},
    )
