"""What ingest owns, which events it handles, which it publishes."""

from functools import partial

from libs.common.entities import Conversation, ConversationTerm, DangerWords, Message, MessageQueue, Participant
from libs.common.events import (
    ClockTicked,
    ConversationRequested,
    DeadLettered,
    MediaRequested,
    MessageReceived,
    OwnerChanged,
    ReplyReady,
    ReplyRequested,
    SettingsChanged,
)
from libs.common.parts import Parts
from libs.common.service import Decision, Service
from services.ingest import handlers
from services.ingest.danger.rule import Watch


def build(parts: Parts) -> Service:
    """Ingest. Of its own it has only the owners' words of danger in mind, for half a minute each."""
    watch = Watch()
    return Service(
        name="ingest",
        owns=(Conversation, ConversationTerm, Message, MessageQueue, Participant, DangerWords),
        handles=(
            Decision(MessageReceived, partial(handlers.receive, watch=watch)),
            Decision(ReplyReady, handlers.replied),
            Decision(ConversationRequested, handlers.requested),
            Decision(ClockTicked, handlers.tick),
            Decision(DeadLettered, handlers.dead_letter),
            Decision(OwnerChanged, handlers.owner),
            Decision(SettingsChanged, partial(handlers.settings, watch=watch)),
        ),
        publishes=(ReplyRequested, ReplyReady, ConversationRequested, MediaRequested),
    )
