"""What the gateway owns, which events it handles, which it publishes, and what runs beside."""

from datetime import datetime

from libs.common.entities import (
    DeadLetter,
    Delivery,
    Member,
    Number,
    Onboarding,
    OnboardingStep,
    Profile,
    SandboxMessage,
    Session,
    User,
    WhatsappCred,
)
from libs.common.events import (
    DeadLettered,
    DeliveryReported,
    MessageReceived,
    OwnerChanged,
    ReplyReady,
    SettingsChanged,
)
from libs.common.parts import Parts
from libs.common.service import Decision, Service
from services.gateway.activity import Activity
from services.gateway.directory import Directory
from services.gateway.handlers import dead_letters, delivery, owners, presence, settings
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

    def noted(user_id: str, at: datetime) -> None:
        activity.note(user_id, at)
        waiting.note()

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
            Member,
            Session,
            DeadLetter,
            SandboxMessage,
        ),
        handles=(
            presence.ShowPresence(lines, noted).effect(),
            delivery.Deliver(lines).effect(),
            Decision(DeliveryReported, delivery.report),
            Decision(SettingsChanged, settings.profile),
            Decision(OwnerChanged, owners.owner),
            Decision(DeadLettered, dead_letters.keep),
        ),
        publishes=(MessageReceived, DeliveryReported, ReplyReady, OwnerChanged),
        routes=Webhooks(parts.settings, directory, intake).add_to,
        background=(activity.run, waiting.run),
        closing=(activity.flush, graph.close),
    )
