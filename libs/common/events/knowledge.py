"""Documents on their way to being searchable."""

from typing import Literal

from libs.common.events.base import Event


class DocUploaded(
    Event,
    topic="doc.uploaded",
    ordering=("source_id",),
    publishers=("gateway",),
    consumers=("knowledge",),
):
    """A document lies in blob storage and wants indexing, or wants removing."""

    source_id: str
    act: Literal["index", "remove"] = "index"
    name: str = ""
    category: Literal["knowledge", "instructions"] = "knowledge"
    mime_type: str = ""
    blob: str = ""  # where its bytes are
    size: int = 0  # bytes
    pasted: bool = False  # text typed in the console: no file row


class DocIndexed(
    Event,
    topic="doc.indexed",
    ordering=("source_id",),
    publishers=("knowledge",),
    consumers=("responder",),
):
    """A document is searchable, or is gone, or failed and why; and what embedding it cost."""

    source_id: str
    name: str = ""
    status: Literal["indexed", "removed", "failed"]
    code: str = ""
    reason: str = ""  # in words that an owner understands
    chunks: int = 0
    embedding_tokens: int = 0
