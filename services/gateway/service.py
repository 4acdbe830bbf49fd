"""What the gateway owns, which events it handles, which it publishes, and what runs beside."""

from datetime import datetime
from functools import partial
from typing import Any

from libs.common.entities import (
    DeadLetter,
    Delivery,
    KeptAnswer,
    MediaFile,
    Member,
    Number,
    Onboarding,
    OnboardingStep,
    Profile,
    ReleasedNumber,
    SandboxMessage,
    SandboxPhone,
    Session,
    User,
    WhatsappCred,
)
from libs.common.events import (
    BookingRequested,
    ConversationRequested,
    DeadLettered,
    DeliveryReported,
    DocUploaded,
    MessageReceived,
    OwnerChanged,
    ReplyReady,
    ReplyRequested,
    SettingsChanged,
)
from libs.common.parts import Parts
from libs.common.service import Decision, Service
from services.gateway.activity import Activity
from services.gateway.api.mounting import Api
from services.gateway.demo.making import make_demo_at_start
from services.gateway.directory import Directory
from services.gateway.handlers import dead_letters, delivery, media, owners, presence, settings
from services.gateway.http.console import Console
from services.gateway.http.webhooks import Webhooks
from services.gateway.intake import SERVICE, Intake
from services.gateway.waiting import Waiting
from services.gateway.whatsapp.cloud_api import GraphApi
from services.gateway.whatsapp.lines import ConnectedLines


def build(parts: Parts) -> Service:
    """The gateway, with its lines to WhatsApp."""
    directory = Directory(parts)
    intake = Intake(parts, directory)
    graph = GraphApi(parts.settings.graph_url, parts.settings.graph_version, parts.clock)
    lines = ConnectedLines(parts, directory, graph, intake.accept)
    activity = Activity(parts)
    waiting = Waiting(parts, lines)
    webhooks, api = Webhooks(parts.settings, directory, intake), Api(parts, directory, intake, graph)

    def noted(user_id: str, at: datetime) -> None:
        activity.note(user_id, at)
        waiting.note()

    def answering(app: Any) -> None:
        webhooks.add_to(app)
        api.add_to(app)
        Console().add_to(app)

    return Service(
        name=SERVICE,
        owns=(
            User,
            Profile,
            Onboarding,
            OnboardingStep,
            WhatsappCred,
            Delivery,
            Number,
            ReleasedNumber,
            Member,
            Session,
            DeadLetter,
            SandboxMessage,
            SandboxPhone,
            KeptAnswer,
            MediaFile,
        ),
        handles=(
            presence.ShowPresence(lines, noted).effect(),
            media.FetchMedia(lines, parts.blobs).effect(),
            delivery.Deliver(lines).effect(),
            Decision(DeliveryReported, delivery.report),
            Decision(SettingsChanged, settings.profile),
            owners.EraseOwner(parts.blobs).effect(),
            Decision(DeadLettered, dead_letters.keep),
        ),
        publishes=(
            MessageReceived,
            DeliveryReported,
            ReplyReady,
            ReplyRequested,
            BookingRequested,
            DocUploaded,
            ConversationRequested,
            SettingsChanged,
            OwnerChanged,
        ),
        routes=answering,
        background=(activity.run, waiting.run, partial(make_demo_at_start, parts)),
        closing=(activity.flush, graph.close),
    )
