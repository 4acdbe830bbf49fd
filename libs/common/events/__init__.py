"""The catalogue: every event that travels between the services.

Facts are in the past tense, commands end in `.requested`. An event is whole enough that its consumers need
not ask its publisher anything. Its docstring is its line in the AsyncAPI document.
"""

from libs.common.events.base import Event, seal
from libs.common.events.booking import Actor, BookingAct, BookingRequested, BookingUpdated
from libs.common.events.conversation import (
    Choice,
    ConversationRequested,
    ListRow,
    Preview,
    ReplyReady,
    ReplyRequested,
    SourceRef,
)
from libs.common.events.knowledge import DocIndexed, DocUploaded
from libs.common.events.messages import (
    DeliveryReported,
    Inbound,
    Media,
    MediaRequested,
    MessageReceived,
    ReportedError,
)
from libs.common.events.system import ClockTicked, DeadLettered, OwnerChanged, SettingsChanged

CATALOGUE: tuple[type[Event], ...] = (
    MessageReceived,
    MediaRequested,
    DeliveryReported,
    ReplyRequested,
    BookingRequested,
    DocUploaded,
    ReplyReady,
    BookingUpdated,
    DocIndexed,
    ConversationRequested,
    SettingsChanged,
    OwnerChanged,
    ClockTicked,
    DeadLettered,
)

BY_TOPIC: dict[str, type[Event]] = {event.topic: event for event in CATALOGUE}

__all__ = [
    "BY_TOPIC",
    "CATALOGUE",
    "Actor",
    "BookingAct",
    "BookingRequested",
    "BookingUpdated",
    "Choice",
    "ClockTicked",
    "ConversationRequested",
    "DeadLettered",
    "DeliveryReported",
    "DocIndexed",
    "DocUploaded",
    "Event",
    "Inbound",
    "ListRow",
    "Media",
    "MediaRequested",
    "MessageReceived",
    "OwnerChanged",
    "Preview",
    "ReplyReady",
    "ReplyRequested",
    "ReportedError",
    "SettingsChanged",
    "SourceRef",
    "seal",
]
