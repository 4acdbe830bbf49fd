"""What the assistant may answer from: knowledge's."""

import unicodedata
from typing import Literal

from libs.common.entities.base import Entity, Vector
from libs.common.envelope import deterministic_id
from libs.common.model import Instant, Model

Category = Literal["knowledge", "instructions"]


class AiConfigFile(Entity, collection="ai_config_files", key="file_id", writer="knowledge"):
    """One uploaded file. `file_id` is its source's id; pasted text has no file row."""

    file_id: str
    user_id: str
    source_name: str
    mime_type: str
    created_at: Instant
    updated_at: Instant
    # Beyond the diagram:
    blob: str = ""  # where its bytes are, for indexing it again
    size: int = 0  # bytes


class Indexing(Model):
    """What the upload under way has come to: all that another process needs to go on with it."""

    upload: str  # its event's id
    blob: str = ""  # where its bytes are
    version: str = ""  # of the passages stored so far
    done: int = 0  # how many of that version are stored, each with its vector
    tokens: int = 0  # billed by the embedding and not reported yet
    clearing: bool = False  # decided, live or refused: what nothing points to any more is being deleted
    discard: tuple[str, ...] = ()  # blobs to delete then


class KnowledgeSource(
    Entity, collection="knowledge_sources", key="source_id", writer="knowledge", indexes=(("-updated_at",),)
):
    """The index of one source. `source_id` is made from owner, category and name, so a re-upload keeps its key."""

    source_id: str
    user_id: str
    source: str  # the name, as the owner knows it
    category: Category = "knowledge"
    chunks: int = 0  # how many are live
    created_at: Instant
    updated_at: Instant
    # Beyond the diagram:
    version: str = ""  # the chunks of this version are the live ones; others are on their way in or out
    status: Literal["indexing", "indexed", "failed", "removing"] = "indexing"
    reason: str = ""  # why it failed, in words
    progress: int = 0  # percent of the chunks that have a vector
    embedding: str = ""  # which model made the vectors: only equals can be compared
    language: str = ""
    code: str = ""  # why it failed, for programs; beside a live version: why the newest upload was not taken
    blob: str = ""  # the live version's bytes: pasted text has no file row to name them
    indexing: Indexing | None = None  # None: nothing is under way

    @staticmethod
    def id_for(user_id: str, category: Category, name: str) -> str:
        """The source of this name, whichever way a system composes its accents."""
        return f"{user_id}:{deterministic_id(user_id, category, unicodedata.normalize('NFC', name))}"

    @staticmethod
    def blob_for(source_id: str, upload: str) -> str:
        """Where an upload's bytes go. `upload` names the act (its idempotency key), so that removing what was
        uploaded before never takes the bytes of what was uploaded since."""
        return f"documents/{source_id}/{upload}"


class KnowledgeChunk(
    Entity,
    collection="knowledge_chunks",
    key="chunk_id",
    writer="knowledge",
    indexes=(("source_id", "version", "index"), ("source_id", "version"), ("category", "source_id")),
):
    """A passage that is searched as one piece."""

    chunk_id: str
    user_id: str
    source_id: str
    source: str
    category: Category = "knowledge"
    index: int
    content: str
    embedding: Vector = ()
    created_at: Instant
    updated_at: Instant
    # Beyond the diagram:
    version: str = ""  # live where it equals its source's
    heading: str = ""  # the path of headings above it
    page: int | None = None
