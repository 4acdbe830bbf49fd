"""How the assistant answers, and what it used: responder's."""

from libs.common.entities.base import Entity
from libs.common.model import Instant


class AiConfig(Entity, collection="ai_configs", key="user_id", writer="responder"):
    """Which model answers, and what the owner wants it to know and how to speak."""

    user_id: str
    model: str = ""
    context: str = ""
    updated_at: Instant


class UsageLog(Entity, collection="usage_logs", key="usage_id", writer="responder", indexes=(("-created_at",),)):
    """What one model call used, in tokens."""

    usage_id: str
    user_id: str
    input_tokens: int
    output_tokens: int
    created_at: Instant
    # Beyond the diagram:
    model: str = ""
    purpose: str = ""  # answer, embedding, preview
    conversation_id: str = ""
