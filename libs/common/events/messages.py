"""What WhatsApp tells the gateway: messages, and what became of ours."""

from typing import Any, Literal

from libs.common.events.base import Event
from libs.common.model import Instant, Model


class Media(Model):
    """A file on WhatsApp's servers, fetched later by its id."""

    id: str
    mime_type: str = ""
    sha256: str = ""
    filename: str = ""
    voice: bool = False


class Inbound(Model):
    """One message as the webhook brought it, in the product's own words.

    `id` is WhatsApp's (`wamid…`) and opaque. `kind` is Meta's type (`text`, `image`, `interactive`, …) or what
    it sent that we do not know. `text` is the text, the caption, or the title of what was tapped.
    """

    id: str
    kind: str
    sent_at: Instant
    text: str = ""
    choice_id: str | None = None  # the id of the button or row that was tapped
    media: Media | None = None
    reply_to: str | None = None  # the wamid it quotes
    from_owner: bool = False  # written by the owner on their own phone (an echo)
    echo_of_ours: bool = False  # an echo of a message that we sent ourselves
    needs_no_answer: bool = False  # reactions, edits, revokes, calls, system notes
    group_id: str | None = None
    raw: dict[str, Any] | None = None  # kept whole where the kind is unknown


class MessageReceived(
    Event,
    topic="message.received",
    ordering=("phone_number_id", "sender"),
    publishers=("gateway",),
    consumers=("ingest", "gateway"),
):
    """A customer wrote something, or the owner did from their own phone."""

    phone_number_id: str  # the owner's number it came to
    sender: str  # the customer as the webhook names them: a phone if it gave one, else a business-scoped user id
    phone: str | None = None
    user_scoped_id: str | None = None  # Meta's business-scoped user id (BSUID), since April 2026
    parent_scoped_id: str | None = None
    username: str | None = None
    profile_name: str | None = None
    channel: Literal["whatsapp", "sandbox"] = "whatsapp"
    message: Inbound


class MediaRequested(
    Event,
    topic="media.requested",
    ordering=("message_id",),
    publishers=("ingest",),
    consumers=("gateway",),
):
    """A message that was kept came with a file: fetch it while WhatsApp has it."""

    message_id: str
    conversation_id: str
    phone_number_id: str  # the owner's number it came to, whose token may read it
    kind: str  # Meta's type of the message, which says how large its file may be
    media: Media


class ReportedError(Model):
    """Why WhatsApp did not deliver. Codes: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes"""

    code: int
    title: str = ""
    detail: str = ""


class DeliveryReported(
    Event,
    topic="delivery.reported",
    ordering=("delivery",),
    publishers=("gateway",),
    consumers=("gateway",),
):
    """WhatsApp says what became of a message of ours."""

    delivery: str  # our delivery id if WhatsApp echoed it (`biz_opaque_callback_data`), else its message id
    delivery_id: str | None = None
    whatsapp_id: str
    status: str  # sent, delivered, read, played, failed, or a word that Meta adds later
    recipient: str = ""
    reported_at: Instant
    errors: tuple[ReportedError, ...] = ()
