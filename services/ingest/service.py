"""What ingest owns, which events it handles, which it publishes."""

from libs.common.entities import Conversation, Message, MessageQueue, Participant
from libs.common.events import (
    ClockTicked,
    ConversationRequested,
    DeadLettered,
    MediaRequested,
    MessageReceived,
    OwnerChanged,
    ReplyReady,
    ReplyRequested,
)
from libs.common.parts import Parts
from libs.common.service import Decision, Service
from services.ingest import handlers


def build(parts: Parts) -> Service:
    """Ingest. It needs nothing but what its handlers are given."""
    return Service(
        name="ingest",
        owns=(Conversation, Message, MessageQueue, Participant),
        handles=(
            Decision(MessageReceived, handlers.receive),
            Decision(ReplyReady, handlers.replied),
            Decision(ConversationRequested, handlers.requested),
            Decision(ClockTicked, handlers.tick),
            Decision(DeadLettered, handlers.dead_letter),
            Decision(OwnerChanged, handlers.owner),
        ),
        publishes=(ReplyRequested, ReplyReady, ConversationRequested, MediaRequested),
    )
