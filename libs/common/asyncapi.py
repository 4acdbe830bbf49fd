"""The catalogue as an AsyncAPI 3.0 document: `python -m libs.common.asyncapi` prints docs/asyncapi.json.

One document describes all five services; an operation's name begins with the service whose it is.
"""

import json
import sys
from typing import Any

from pydantic.json_schema import models_json_schema

from libs.common.envelope import SPEC_VERSION
from libs.common.events import CATALOGUE, Event

Json = dict[str, Any]

ABOUT = """\
The events by which Frontdesk's services talk. Payloads are JSON; the envelope is CloudEvents 1.0 in its Pub/Sub \
binding: each attribute travels as a message attribute `ce-<name>`. An event's id is made from its cause, so the same \
event published twice is the same event. Events that share an ordering key (`ce-partitionkey`) are handled one after \
the other, in the order published. Consumers ignore fields that they do not know; a change that a running consumer \
could not read is a new version of the event."""


def document() -> Json:
    """The whole document."""
    _, schemas = models_json_schema(
        [(event, "validation") for event in CATALOGUE], ref_template="#/components/schemas/{model}"
    )
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Frontdesk", "version": "1.0.0", "description": ABOUT, "license": {"name": "MIT"}},
        "defaultContentType": "application/json",
        "channels": {event.topic: _channel(event) for event in CATALOGUE},
        "operations": {name: operation for event in CATALOGUE for name, operation in _operations(event).items()},
        "components": {
            "messages": {event.__name__: _message(event) for event in CATALOGUE},
            "schemas": {"Envelope": ENVELOPE, **schemas["$defs"]},
        },
    }


def text() -> str:
    """The document as it is committed."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def _channel(event: type[Event]) -> Json:
    return {
        "address": event.topic,
        "description": f"{_says(event)}\n\n{_order(event)}",
        "messages": {event.__name__: {"$ref": f"#/components/messages/{event.__name__}"}},
    }


def _operations(event: type[Event]) -> dict[str, Json]:
    sides = [("send", service) for service in event.publishers] + [("receive", service) for service in event.consumers]
    return {
        f"{service}.{action}.{event.topic}": {
            "action": action,
            "summary": f"{service} {'publishes' if action == 'send' else 'handles'} {event.topic}",
            "channel": {"$ref": f"#/channels/{event.topic}"},
            "messages": [{"$ref": f"#/channels/{event.topic}/messages/{event.__name__}"}],
        }
        for action, service in sides
    }


def _message(event: type[Event]) -> Json:
    summary, _, more = _says(event).partition("\n")
    kind = f"frontdesk.{event.topic}.v{event.version}"
    return {
        "name": kind,
        "title": event.__name__,
        "summary": summary,
        "description": f"{more}\n\n{_order(event)}".strip(),
        "headers": {
            "type": "object",
            "allOf": [{"$ref": "#/components/schemas/Envelope"}],
            "properties": {"ce-type": {"const": kind}},
        },
        "payload": {"$ref": f"#/components/schemas/{event.__name__}"},
    }


def _says(event: type[Event]) -> str:
    lines = (event.__doc__ or "").strip().splitlines()
    return "\n".join(line.strip() for line in lines)


def _order(event: type[Event]) -> str:
    """What the ordering key is made of. An event that concerns all owners has none."""
    if not event.model_fields["user_id"].is_required():
        return "Unordered."
    parts = ["userId", *(event.model_fields[name].alias or name for name in event.ordering)]
    return f"Ordering key: {', '.join(f'`{part}`' for part in parts)}."


def _attribute(says: str, **schema: Any) -> Json:
    return {"type": "string", "description": says, **schema}


ENVELOPE: Json = {
    "type": "object",
    "title": "Envelope",
    "description": "The attributes that every message carries.",
    "required": ["ce-specversion", "ce-id", "ce-type", "ce-source", "ce-time", "ce-partitionkey", "userId"],
    "properties": {
        "ce-specversion": _attribute("The version of CloudEvents.", const=SPEC_VERSION),
        "ce-id": _attribute("32 hexadecimal digits made from owner, cause, topic and place.", pattern="^[0-9a-f]{32}$"),
        "ce-type": _attribute("`frontdesk.<topic>.v<version>`."),
        "ce-source": _attribute("The service that published it."),
        "ce-time": _attribute("When it was published, in UTC.", format="date-time"),
        "ce-subject": _attribute("What it is about, where that has a name."),
        "ce-partitionkey": _attribute("The ordering key; empty: unordered."),
        "content-type": _attribute("What the payload is.", const="application/json"),
        "userId": _attribute("The owner; empty where the event concerns all."),
        "traceparent": _attribute("W3C Trace Context: the trace of the turn."),
        "only": _attribute("The one service that should handle it: a replayed dead letter."),
    },
}


if __name__ == "__main__":
    sys.stdout.write(text())
