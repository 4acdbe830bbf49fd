"""What the assistant may answer from: knowledge's."""

from typing import Literal

from libs.common.entities.base import Entity, Vector
from libs.common.model import Instant


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


class KnowledgeSource(
    Entity, collection="knowledge_sources", key="source_id", writer="knowledge", indexes=(("-updated_at",),)
):
    """The index of one source. `source_id` is made from owner, category and name, so a re-upload keeps its key."""

    source_id: str
    user_id: str
    source: str  # the name, as the owner knows it
    category: Literal["knowledge", "instructions"] = "knowledge"
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


class KnowledgeChunk(
    Entity,
    collection="knowledge_chunks",
    key="chunk_id",
    writer="knowledge",
    indexes=(("source_id", "version", "index"), ("category", "source_id")),
):
    """A passage that is searched as one piece."""

    chunk_id: str
    user_id: str
    source_id: str
    source: str
    category: Literal["knowledge", "instructions"] = "knowledge"
    index: int
    content: str
    embedding: Vector = ()
    created_at: Instant
    updated_at: Instant
    # Beyond the diagram:
    version: str = ""  # live where it equals its source's
    heading: str = ""  # the path of headings above it
    page: int | None = None
