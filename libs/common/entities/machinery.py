"""Collections that are not the owner's data but what the product itself works with."""

from typing import Any, Literal

from libs.common.entities.base import Entity
from libs.common.model import Instant


class Receipt(Entity, collection="receipts", key="receipt_id", writer="*", expires="expires_at"):
    """A service has handled an event: what came of it, and the events it published, to be published again as they are.

    Lives 30 days, longer than any subscription keeps an event.
    """

    receipt_id: str  # <service>:<eventId>
    user_id: str
    service: str
    event_id: str
    topic: str
    code: str = "done"
    answer: dict[str, Any] | None = None  # for the person who waits for it
    outputs: tuple[dict[str, Any], ...] = ()
    handled_at: Instant
    expires_at: Instant

    @staticmethod
    def id_for(service: str, event_id: str) -> str:
        return f"{service}:{event_id}"


class Trial(Entity, collection="trials", key="trial_id", writer="*", expires="expires_at"):
    """How often handling an event was begun and not ended: what a process that died leaves behind."""

    trial_id: str  # <service>:<eventId>
    user_id: str
    service: str
    begun: int
    expires_at: Instant


DeliveryState = Literal["claimed", "sent", "unknown", "refused", "superseded", "failed"]
"""`refused`: certainly not taken, and to be sent again. `unknown`: bytes left, no answer came."""


class Delivery(
    Entity,
    collection="deliveries",
    key="delivery_id",
    writer="gateway",
    indexes=(("state", "claimed_at"), ("whatsapp_id",), ("-updated_at",)),
    expires="expires_at",
):
    """One part of one answer on its way to WhatsApp. Written before a byte leaves."""

    delivery_id: str  # made from the reply's event id and the part
    user_id: str
    conversation_id: str
    part: int = 0
    state: DeliveryState = "claimed"
    claimed_at: Instant
    sent_at: Instant | None = None
    whatsapp_id: str = ""
    status: str = ""  # WhatsApp's last word: sent, delivered, read, failed
    error_code: int | None = None
    error: str = ""
    maybe_twice: bool = False  # sent again after a silence: the customer may have read it twice
    message_id: str = ""
    sends: int = 1  # how often it was sent, or begun to be
    retry_at: Instant | None = None  # when a refused one may be sent again
    expires_at: Instant
    updated_at: Instant | None = None  # when its state last changed: who watches a conversation sees the ticks


class Number(
    Entity,
    collection="numbers",
    key="phone_number_id",
    writer="gateway",
    cross_owner=True,
    indexes=(("user_id",),),
):
    """Which owner a WhatsApp number belongs to. Created once, after the Graph API confirmed the token for it."""

    phone_number_id: str
    user_id: str
    channel: Literal["whatsapp", "sandbox"] = "whatsapp"
    display_number: str = ""
    verified_name: str = ""
    own_app: bool = False  # the owner brings a Meta app of their own, with its secret in WHATSAPP_CRED
    created_at: Instant


class ReleasedNumber(
    Entity,
    collection="released_numbers",
    key="phone_number_id",
    writer="gateway",
    cross_owner=True,
    expires="expires_at",
):
    """A number that its owner let go: some process may still know it under that owner, who alone may have it back
    before `free_at`. Lives a minute longer than that."""

    phone_number_id: str
    user_id: str
    free_at: Instant
    expires_at: Instant


class Member(
    Entity,
    collection="members",
    key="member_id",
    writer="gateway",
    cross_owner=True,
    indexes=(("subject",), ("user_id",)),
):
    """Who may enter which owner, and as what."""

    member_id: str  # <userId>:<subject>
    user_id: str
    subject: str
    role: Literal["owner", "staff"]
    created_at: Instant


class Session(
    Entity,
    collection="sessions",
    key="session_id",
    writer="gateway",
    cross_owner=True,
    indexes=(("user_id",),),
    expires="expires_at",
):
    """A one-time sign-in link (hashed) or a signed-in browser."""

    session_id: str
    user_id: str
    kind: Literal["link", "browser"]
    subject: str
    created_at: Instant
    expires_at: Instant


class DeadLetter(
    Entity,
    collection="dead_letters",
    key="dead_letter_id",
    writer="gateway",
    indexes=(
        ("-given_up_at",),
        ("-replayed_at",),  # what was tried again lately, for whoever watches
        ("replays", "given_up_at"),  # how many nobody has tried again yet
        ("*", "-given_up_at"),
    ),
):
    """An event that was given up, whole, so that it can be replayed."""

    dead_letter_id: str
    user_id: str
    service: str
    topic: str
    attributes: dict[str, str]
    data: str
    code: str
    error: str
    attempts: int
    given_up_at: Instant
    replayed_at: Instant | None = None
    replays: int = 0


class SandboxMessage(
    Entity,
    collection="sandbox_messages",
    key="sandbox_message_id",
    writer="gateway",
    indexes=(("customer", "sent_at"), ("customer", "-sent_at"), ("-updated_at",)),
    expires="expires_at",
):
    """One message on the sandbox number, as WhatsApp's own JSON: what a played phone shows."""

    sandbox_message_id: str  # <userId>:<wamid>
    user_id: str
    phone_number_id: str
    customer: str  # the phone that was played
    outbound: bool  # from the business to the customer
    payload: str  # the Cloud API message object as JSON text
    sent_at: Instant
    status: str = ""  # sent, delivered, read
    expires_at: Instant
    updated_at: Instant | None = None  # when it came, or its ticks changed


class SandboxPhone(
    Entity,
    collection="sandbox_phones",
    key="sandbox_phone_id",
    writer="gateway",
    indexes=(("-last_at",),),
    expires="expires_at",
):
    """One customer that is played on an owner's sandbox number."""

    sandbox_phone_id: str  # <userId>:<customer>
    user_id: str
    customer: str  # digits
    name: str = ""
    last_at: Instant  # when it last wrote
    expires_at: Instant


class KeptAnswer(
    Entity,
    collection="kept_answers",
    key="kept_answer_id",
    writer="gateway",
    cross_owner=True,
    indexes=(("user_id",),),
    expires="expires_at",
):
    """What the API answered to one act, under whose key it came: the same key again is answered the same."""

    kept_answer_id: str  # made from the subject and the idempotency key
    user_id: str  # the owner whose data it may hold; empty: no owner's
    fingerprint: str  # of the request, so that one key is not used for two acts
    status: int
    body: str
    content_type: str
    created_at: Instant
    expires_at: Instant
