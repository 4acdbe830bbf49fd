"""Every entity: its collection, its key, the one service that writes it, and the indexes its queries need.

Field names are the ER diagram's, in camelCase in storage; what the work needs beyond them stands at the end of an
entity, optional, with the reason.
"""

from libs.common.entities.base import Entity, Index, Vector, entities
from libs.common.entities.booking import (
    Booking,
    BookingDay,
    ConsultantConfig,
    ConsultantDaySchedule,
    Interval,
    Timer,
)
from libs.common.entities.gateway import (
    MediaFile,
    MediaState,
    Onboarding,
    OnboardingStep,
    Profile,
    User,
    WhatsappCred,
)
from libs.common.entities.ingest import (
    Conversation,
    ConversationTerm,
    DangerWords,
    Message,
    MessageQueue,
    Participant,
    Said,
)
from libs.common.entities.knowledge import AiConfigFile, KnowledgeChunk, KnowledgeSource
from libs.common.entities.machinery import (
    DeadLetter,
    Delivery,
    DeliveryState,
    KeptAnswer,
    Member,
    Number,
    Receipt,
    ReleasedNumber,
    SandboxMessage,
    SandboxPhone,
    Session,
    Trial,
)
from libs.common.entities.responder import AiConfig, UsageLog

__all__ = [
    "AiConfig",
    "AiConfigFile",
    "Booking",
    "BookingDay",
    "ConsultantConfig",
    "ConsultantDaySchedule",
    "Conversation",
    "ConversationTerm",
    "DangerWords",
    "DeadLetter",
    "Delivery",
    "DeliveryState",
    "Entity",
    "Index",
    "Interval",
    "KeptAnswer",
    "KnowledgeChunk",
    "KnowledgeSource",
    "MediaFile",
    "MediaState",
    "Member",
    "Message",
    "MessageQueue",
    "Number",
    "Onboarding",
    "OnboardingStep",
    "Participant",
    "Profile",
    "Receipt",
    "ReleasedNumber",
    "Said",
    "SandboxMessage",
    "SandboxPhone",
    "Session",
    "Timer",
    "Trial",
    "UsageLog",
    "User",
    "Vector",
    "WhatsappCred",
    "entities",
]
