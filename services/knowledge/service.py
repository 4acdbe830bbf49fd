"""What knowledge owns, which events it handles, which it publishes."""

from libs.common.entities import AiConfigFile, KnowledgeChunk, KnowledgeSource
from libs.common.events import DeadLettered, DocIndexed
from libs.common.parts import Parts
from libs.common.service import Decision, Service
from services.knowledge.handlers import EraseOwner, TakeDocument, given_up
from services.knowledge.indexer import UPLOADS_MAX, Indexer

UPLOADS_OF_ONE_OWNER_MAX = UPLOADS_MAX // 2
"""So that one owner's many documents never keep another's first from beginning."""


def build(parts: Parts) -> Service:
    """Knowledge. It reads files and asks the embedding."""
    documents = TakeDocument(Indexer(parts.blobs, parts.embedding), parts.blobs)
    return Service(
        name="knowledge",
        owns=(AiConfigFile, KnowledgeSource, KnowledgeChunk),
        handles=(
            documents.effect(in_flight=UPLOADS_MAX, per_owner=UPLOADS_OF_ONE_OWNER_MAX),
            EraseOwner(parts.blobs).effect(),
            Decision(DeadLettered, given_up),
        ),
        publishes=(DocIndexed,),
    )
