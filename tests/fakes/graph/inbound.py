"""Webhook bodies in Meta's shape: what a customer writes, what became of a message, what the owner writes by phone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.fakes.graph.errors import in_status
from tests.fakes.graph.limits import Json
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.sent import SentMessage

PRICING = {"billable": False, "pricing_model": "PMP", "category": "service", "type": "free_customer_service"}


@dataclass(frozen=True)
class Person:
    """Who writes: a phone, a business-scoped user id, or both; the name is what their profile says."""

    name: str
    phone: str | None
    user_id: str | None
    username: str | None = None

    def contact(self) -> Json:
        profile: Json = {"name": self.name} | ({"username": self.username} if self.username else {})
        return {"profile": profile} | _given(wa_id=self.phone, user_id=self.user_id)


def body_of(number: BusinessNumber, value: Json, field: str = "messages") -> Json:
    """The envelope around one change of one number."""
    metadata = {"display_phone_number": number.digits, "phone_number_id": number.id}
    value = {"messaging_product": "whatsapp", "metadata": metadata, **value}
    entry = {"id": number.account_id, "changes": [{"value": value, "field": field}]}
    return {"object": "whatsapp_business_account", "entry": [entry]}


def message_body(number: BusinessNumber, person: Person, message_id: str, at: datetime, content: Json) -> Json:
    """A customer's message. `content` is its type, what stands under that type, and perhaps a context or errors."""
    sender = _given(**{"from": person.phone, "from_user_id": person.user_id})
    message = {**sender, "id": message_id, "timestamp": seconds(at), **content}
    return body_of(number, {"contacts": [person.contact()], "messages": [message]})


def status_body(number: BusinessNumber, sent: SentMessage, status: str, at: datetime, error: int | None) -> Json:
    """What became of a message; `error` is the code of one that failed."""
    report: Json = {
        "id": sent.id,
        "status": status,
        "timestamp": seconds(at),
        **_given(recipient_id=sent.wa_id or None, recipient_user_id=sent.user_id or None),
        **_given(biz_opaque_callback_data=sent.opaque),
    }
    if error is not None:
        report["errors"] = [in_status(error)]
    else:
        report["conversation"] = {"id": f"conversation-{number.id}-{sent.address}", "origin": {"type": "service"}}
        report["pricing"] = {
            "billable": False,
            "pricing_model": "PMP",
            "category": "service",
            "type": "free_customer_service",
        }
    return body_of(number, {"statuses": [report]})


def echo_body(number: BusinessNumber, to: Person, message_id: str, at: datetime, text: str) -> Json:
    """A message that the owner wrote to a customer in the WhatsApp Business app."""
    echo = {
        "from": number.digits,
        **_given(to=to.phone, to_user_id=to.user_id),
        "id": message_id,
        "timestamp": seconds(at),
        "type": "text",
        "text": {"body": text},
    }
    return body_of(number, {"message_echoes": [echo]}, field="smb_message_echoes")


def seconds(at: datetime) -> str:
    """A time as webhooks write it: whole seconds since 1970, as a string."""
    return str(int(at.timestamp()))


def _given(**values: Any) -> Json:
    return {name: value for name, value in values.items() if value is not None}
