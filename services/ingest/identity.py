"""Who a customer is: an id of ours with aliases. A phone number is something a customer may have, not who they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from libs.common.entities import Participant
from libs.common.envelope import deterministic_id
from libs.common.errors import Failure
from libs.common.events import MessageReceived

AliasKind = Literal["user", "parent", "phone"]


class Nameless(Failure, code="nameless"):
    """The message {message!r} names no sender. Look at what the webhook brought."""

    message: str


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a customer on one of the owner's numbers."""

    user_id: str
    phone_number_id: str
    kind: AliasKind
    value: str

    @property
    def id(self) -> str:
        """`<owner>:<number>:<kind>:<value>`; no `/`, which no key of a document may contain."""
        value = self.value.replace("%", "%25").replace("/", "%2F")
        return f"{self.user_id}:{self.phone_number_id}:{self.kind}:{value}"


@dataclass(frozen=True, slots=True)
class Customer:
    """Whom the aliases of a message stand for, and which of them are not written down yet."""

    participant_key: str
    conversation_id: str
    known: bool
    unwritten: tuple[Alias, ...]


def aliases(event: MessageReceived) -> tuple[Alias, ...]:
    """Every name the webhook gives the sender, the most lasting first: Meta's ids for a person, then the phone.

    A sender that comes without any of them is read by its looks: digits are a phone. Raises Nameless.
    """
    phone, scoped = _digits(event.phone), event.user_scoped_id
    if not phone and not scoped:
        phone, scoped = _digits(event.sender), None if _digits(event.sender) else event.sender.strip()
    if not phone and not scoped:
        raise Nameless(message=event.message.id)
    named: tuple[tuple[AliasKind, str | None], ...] = (
        ("user", scoped),
        ("parent", event.parent_scoped_id),
        ("phone", phone),
    )
    return tuple(Alias(event.user_id, event.phone_number_id, kind, value) for kind, value in named if value)


def identify(named: Sequence[Alias], written: Sequence[Participant | None]) -> Customer:
    """The customer that these aliases name; `written` are their rows, in the same order.

    Any alias will do. Where two stand for different customers, the most lasting one decides and the other stays
    as it is: two customers are never made one. Nobody known: a new customer, named after the first alias.
    """
    unwritten = tuple(alias for alias, row in zip(named, written, strict=True) if row is None)
    for row in written:
        if row is not None:
            return Customer(row.participant_key, row.conversation_id, known=True, unwritten=unwritten)
    first = named[0]
    return Customer(
        participant_key=_made_of("participant", first),
        conversation_id=_made_of("conversation", first),
        known=False,
        unwritten=unwritten,
    )


def written_down(customer: Customer, now: datetime) -> Iterable[Participant]:
    """The rows that make the customer's new aliases known; to be created, never set."""
    for alias in customer.unwritten:
        yield Participant(
            alias_id=alias.id,
            user_id=alias.user_id,
            participant_key=customer.participant_key,
            conversation_id=customer.conversation_id,
            created_at=now,
        )


def _made_of(what: str, alias: Alias) -> str:
    return f"{alias.user_id}:{deterministic_id(what, alias.phone_number_id, alias.kind, alias.value)}"


def _digits(text: str | None) -> str | None:
    """A phone number as WhatsApp writes it, or None for what is not one."""
    bare = (text or "").strip().removeprefix("+")
    return bare if bare.isascii() and bare.isdigit() else None
