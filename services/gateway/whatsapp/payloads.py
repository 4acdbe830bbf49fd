"""A webhook of WhatsApp's Cloud API becomes events. Pure, and whatever the JSON holds, nothing here raises.

One POST holds entries, an entry changes, and a change what happened to one of the business's numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from libs.common.events import DeliveryReported, Inbound, MessageReceived, ReportedError
from services.gateway.whatsapp.content import derived_id, inbound_of
from services.gateway.whatsapp.people import Person, author_of, counterpart_of
from services.gateway.whatsapp.untrusted import Json, kept, moment, name, number, obj, objects, text

OBJECT = "whatsapp_business_account"

Channel = Literal["whatsapp", "sandbox"]
Happened = MessageReceived | DeliveryReported


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one number; `phone_number_id` is empty where the change does not say."""

    phone_number_id: str
    value: Json


@dataclass(frozen=True, slots=True)
class Arrival:
    """Whose number it happened to, and when the news came."""

    user_id: str
    phone_number_id: str
    channel: Channel
    now: datetime


def is_webhook(body: Any) -> bool:
    """Is this JSON a webhook about WhatsApp at all?"""
    return isinstance(body, dict) and body.get("object") == OBJECT and isinstance(body.get("entry"), list)


def changes_in(body: Any) -> list[Change]:
    """Every change that could mean something to a receptionist, in order."""
    return [
        Change(name(obj(value, "metadata").get("phone_number_id")), value)
        for entry in objects(body, "entry")
        for change in objects(entry, "changes")
        if (value := obj(change, "value")) and not value.keys().isdisjoint(_READERS)
    ]


def events_of(change: Change, arrival: Arrival) -> list[Happened]:
    """What a change says, as events: messages by WhatsApp's time, so that a change of identity comes before what was
    said under the new one. Nothing for what no customer said or read, such as templates, history and quality."""
    received: list[MessageReceived] = []
    reported: list[DeliveryReported] = []
    for kind, read in _READERS.items():
        for item in objects(change.value, kind) if kind in change.value else ():
            for event in read(item, change.value, arrival):
                if isinstance(event, MessageReceived):
                    received.append(event)
                else:
                    reported.append(event)
    received.sort(key=lambda event: event.message.sent_at)
    return [*received, *reported]


def cause_of(event: Happened) -> str:
    """What makes an event's id: WhatsApp's own, so that a webhook sent again brings nothing new."""
    if isinstance(event, MessageReceived):
        return event.message.id
    return f"{event.whatsapp_id}:{event.status}"


def _message(message: Json, value: Json, arrival: Arrival) -> Iterator[Happened]:
    yield from _received(
        author_of(message, list(objects(value, "contacts"))), inbound_of(message, arrival.now), arrival
    )


def _echo(echo: Json, value: Json, arrival: Arrival) -> Iterator[Happened]:
    """What the owner wrote on their own phone; or, with our callback data, what we sent ourselves."""
    ours = bool(echo.get("biz_opaque_callback_data"))
    inbound = inbound_of(echo, arrival.now).changed(from_owner=not ours, echo_of_ours=ours)
    yield from _received(_other_party(echo, value), inbound, arrival)


def _call(call: Json, value: Json, arrival: Arrival) -> Iterator[Happened]:
    inbound = Inbound(
        id=name(call.get("id")) or derived_id(call),
        kind="call",
        sent_at=moment(call.get("timestamp"), arrival.now),
        needs_no_answer=True,
        raw=kept(call),
    )
    yield from _received(_other_party(call, value), inbound, arrival)


def _other_party(item: Json, value: Json) -> Person:
    """Who was written to or called, or wrote or called: whichever of the two is not the business."""
    return counterpart_of(
        item, name(obj(value, "metadata").get("display_phone_number")), list(objects(value, "contacts"))
    )


def _received(person: Person, inbound: Inbound, arrival: Arrival) -> Iterator[Happened]:
    """Nothing where nobody is named: there is no one to answer."""
    if person.sender:
        yield MessageReceived(
            user_id=arrival.user_id,
            phone_number_id=arrival.phone_number_id,
            sender=person.sender,
            phone=person.phone or None,
            user_scoped_id=person.user_scoped_id or None,
            parent_scoped_id=person.parent_scoped_id or None,
            username=person.username or None,
            profile_name=person.profile_name or None,
            channel=arrival.channel,
            message=inbound,
        )


def _status(status: Json, _: Json, arrival: Arrival) -> Iterator[Happened]:
    whatsapp_id = name(status.get("id")) or derived_id(status)
    opaque = name(status.get("biz_opaque_callback_data"))
    delivery_id = opaque if opaque.startswith(f"{arrival.user_id}:") else None
    yield DeliveryReported(
        user_id=arrival.user_id,
        delivery=delivery_id or whatsapp_id,
        delivery_id=delivery_id,
        whatsapp_id=whatsapp_id,
        status=name(status.get("status")) or "unknown",
        recipient=name(status.get("recipient_id")) or name(status.get("recipient_user_id")),
        reported_at=moment(status.get("timestamp"), arrival.now),
        errors=tuple(_error(error) for error in objects(status, "errors")),
    )


def _error(error: Json) -> ReportedError:
    title = text(error.get("title")) or text(error.get("message"))
    detail = text(obj(error, "error_data").get("details"))
    return ReportedError(code=number(error.get("code")), title=title[:500], detail=detail[:500])


_READERS = {
    "messages": _message,
    "message_echoes": _echo,
    "calls": _call,
    "statuses": _status,
}
