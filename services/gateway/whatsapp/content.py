"""What one message says, by its type: every type that Meta documents has a reading, and so has one it adds later.

Read into the JSON of the events `Inbound` and `Media`, without those models between: a webhook waits for this.
"""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from libs.common.envelope import deterministic_id
from services.gateway.whatsapp.untrusted import Json, kept, moment, named, obj, storable, text

Payload = dict[str, Any]
"""JSON of ours, as it will lie on a topic. What is at its default is left out."""

DERIVED = "derived-"
"""How an id begins that the message lacked and we made: WhatsApp does not know it."""


class Said(NamedTuple):
    """What a message says. `plain`: these fields hold all of it, so that nothing else need be kept."""

    text: str = ""
    choice_id: str = ""
    media: Payload | None = None
    about: str = ""  # the message that it reacts to, edits or revokes
    needs_no_answer: bool = False
    plain: bool = False


def inbound_of(message: Json, now: datetime) -> Payload:
    """One message of `messages` or `message_echoes`, as `Inbound` has it. Never raises; `now` stands in for a time
    it lacks."""
    kind = named(message, "type") or "unknown"
    said = READINGS.get(kind, _unread)(message)
    inbound: Payload = {
        "id": named(message, "id") or derived_id(message),
        "kind": kind,
        "sentAt": moment(message.get("timestamp"), now),
        "text": said.text,
    }
    if said.choice_id:
        inbound["choiceId"] = said.choice_id
    if said.media:
        inbound["media"] = said.media
    if reply_to := said.about or named(obj(message, "context"), "id"):
        inbound["replyTo"] = reply_to
    if group_id := named(message, "group_id"):
        inbound["groupId"] = group_id
    if said.needs_no_answer or group_id:
        inbound["needsNoAnswer"] = True
    if not said.plain and (whole := kept(message)) is not None:
        inbound["raw"] = whole
    return inbound


def derived_id(message: Json) -> str:
    """An id made from the content, so that the same message without an id is the same again."""
    return DERIVED + deterministic_id(json.dumps(storable(message), sort_keys=True))


def _text(message: Json) -> Said:
    body = text(obj(message, "text").get("body"))
    return Said(text=body, needs_no_answer=not body.strip(), plain=True)


def _media(message: Json) -> Said:
    content = obj(message, named(message, "type"))
    if not (file_id := named(content, "id")):
        return Said(text=text(content.get("caption")))
    file = {
        "id": file_id,
        "mimeType": named(content, "mime_type"),
        "sha256": named(content, "sha256"),
        "filename": named(content, "filename"),
        "voice": content.get("voice") is True,
    }
    return Said(text=text(content.get("caption")), media=file, plain=True)


def _button(message: Json) -> Said:
    """The quick reply of a template."""
    button = obj(message, "button")
    return Said(text=text(button.get("text")), choice_id=named(button, "payload"), plain=True)


def _interactive(message: Json) -> Said:
    """A tap on a button or a row; a form that was filled in; an answer to "may we call you"."""
    interactive = obj(message, "interactive")
    kind = named(interactive, "type")
    chosen = obj(interactive, kind)
    if kind in ("button_reply", "list_reply"):
        return Said(text=text(chosen.get("title")), choice_id=named(chosen, "id"), plain=True)
    return Said(needs_no_answer=kind == "call_permission_reply")


def _order(message: Json) -> Said:
    return Said(text=text(obj(message, "order").get("text")))


def _edit(message: Json) -> Said:
    edit = obj(message, "edit")
    edited = obj(edit, "message")
    said = READINGS.get(named(edited, "type"), _unread)(edited) if named(edited, "type") != "edit" else Said()
    return Said(text=said.text, about=named(edit, "original_message_id"), needs_no_answer=True)


def _revoke(message: Json) -> Said:
    return Said(about=named(obj(message, "revoke"), "original_message_id"), needs_no_answer=True)


def _reaction(message: Json) -> Said:
    return Said(about=named(obj(message, "reaction"), "message_id"), needs_no_answer=True)


def _system(_: Json) -> Said:
    return Said(needs_no_answer=True)


def _unread(_: Json) -> Said:
    """Places, contact cards, what WhatsApp itself cannot carry, and types that do not exist yet: kept whole."""
    return Said()


READINGS: dict[str, Callable[[Json], Said]] = {
    "text": _text,
    **dict.fromkeys(("image", "video", "audio", "voice", "document", "sticker"), _media),
    "button": _button,
    "interactive": _interactive,
    "order": _order,
    "edit": _edit,
    "revoke": _revoke,
    "reaction": _reaction,
    "system": _system,
}
