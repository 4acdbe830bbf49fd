"""A webhook of WhatsApp's Cloud API becomes events. Pure, and whatever the JSON holds, nothing here raises.

One POST holds entries, an entry changes, and a change what happened to one of the business's numbers. What it says is
written as the events' JSON at once: building their models only to serialise them took most of a webhook's time.
"""

from datetime import datetime
from typing import Any, Literal, NamedTuple

from libs.common.events import DeliveryReported, MessageReceived
from services.gateway.whatsapp.content import Payload, derived_id, inbound_of
from services.gateway.whatsapp.people import Person, author_of, counterpart_of
from services.gateway.whatsapp.untrusted import Json, kept, moment, named, number, obj, objects, text

OBJECT = "whatsapp_business_account"

Channel = Literal["whatsapp", "sandbox"]

_LAST = "~"
"""Behind every moment: what became of our own messages comes after what customers said."""


class Happened(NamedTuple):
    """One event to come: its kind, its payload, and what makes its id. That is WhatsApp's own id of what happened, so
    that a webhook sent again brings nothing new."""

    kind: type[MessageReceived | DeliveryReported]
    payload: Payload
    cause: str


class Change(NamedTuple):
    """What happened to one number; `phone_number_id` is empty where the change does not say."""

    phone_number_id: str
    value: Json


class Arrival(NamedTuple):
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
        Change(named(obj(value, "metadata"), "phone_number_id"), value)
        for entry in objects(body, "entry")
        for change in objects(entry, "changes")
        if (value := obj(change, "value")) and not value.keys().isdisjoint(_READERS)
    ]


def events_of(change: Change, arrival: Arrival) -> list[Happened]:
    """What a change says, as events: messages by WhatsApp's time, so that a change of identity comes before what was
    said under the new one. Nothing for what no customer said or read, such as templates, history and quality."""
    happened: list[Happened] = []
    for kind, read in _READERS.items():
        if kind in change.value:
            for item in objects(change.value, kind):
                event = read(item, change.value, arrival)
                if event is not None:
                    happened.append(event)
    if len(happened) > 1:
        happened.sort(key=_place)
    return happened


def _place(event: Happened) -> str:
    return event.payload["message"]["sentAt"] if event.kind is MessageReceived else _LAST


def _message(message: Json, value: Json, arrival: Arrival) -> Happened | None:
    return _received(author_of(message, objects(value, "contacts")), inbound_of(message, arrival.now), arrival)


def _echo(echo: Json, value: Json, arrival: Arrival) -> Happened | None:
    """What the owner wrote on their own phone; or, with our callback data, what we sent ourselves."""
    ours = bool(echo.get("biz_opaque_callback_data"))
    inbound = inbound_of(echo, arrival.now)
    inbound["echoOfOurs" if ours else "fromOwner"] = True
    return _received(_other_party(echo, value), inbound, arrival)


def _call(call: Json, value: Json, arrival: Arrival) -> Happened | None:
    inbound = {
        "id": named(call, "id") or derived_id(call),
        "kind": "call",
        "sentAt": moment(call.get("timestamp"), arrival.now),
        "needsNoAnswer": True,
        "raw": kept(call),
    }
    return _received(_other_party(call, value), inbound, arrival)


def _other_party(item: Json, value: Json) -> Person:
    """Who was written to or called, or wrote or called: whichever of the two is not the business."""
    return counterpart_of(item, named(obj(value, "metadata"), "display_phone_number"), objects(value, "contacts"))


def _received(person: Person, inbound: Payload, arrival: Arrival) -> Happened | None:
    """Nothing where nobody is named: there is no one to answer."""
    if not person.sender:
        return None
    payload = {
        "userId": arrival.user_id,
        "phoneNumberId": arrival.phone_number_id,
        "sender": person.sender,
        "phone": person.phone or None,
        "userScopedId": person.user_scoped_id or None,
        "parentScopedId": person.parent_scoped_id or None,
        "username": person.username or None,
        "profileName": person.profile_name or None,
        "channel": arrival.channel,
        "message": inbound,
    }
    return Happened(MessageReceived, payload, inbound["id"])


def _status(status: Json, _: Json, arrival: Arrival) -> Happened | None:
    whatsapp_id = named(status, "id") or derived_id(status)
    opaque = named(status, "biz_opaque_callback_data")
    delivery_id = opaque if opaque.startswith(f"{arrival.user_id}:") else None
    became = named(status, "status") or "unknown"
    payload = {
        "userId": arrival.user_id,
        "delivery": delivery_id or whatsapp_id,
        "deliveryId": delivery_id,
        "whatsappId": whatsapp_id,
        "status": became,
        "recipient": named(status, "recipient_id") or named(status, "recipient_user_id"),
        "reportedAt": moment(status.get("timestamp"), arrival.now),
        "errors": [_error(error) for error in objects(status, "errors")],
    }
    return Happened(DeliveryReported, payload, f"{whatsapp_id}:{became}")


def _error(error: Json) -> Payload:
    title = text(error.get("title")) or text(error.get("message"))
    detail = text(obj(error, "error_data").get("details"))
    return {"code": number(error.get("code")), "title": title[:500], "detail": detail[:500]}


_READERS = {
    "messages": _message,
    "message_echoes": _echo,
    "calls": _call,
    "statuses": _status,
}
