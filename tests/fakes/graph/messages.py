"""What the Cloud API accepts at `POST /{phone_number_id}/messages`, and what it refuses with which error."""

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.graph.errors import GraphError, invalid, missing, not_valid
from tests.fakes.graph.interactive import check_interactive
from tests.fakes.graph.limits import CAPTION_MAX, OPAQUE_MAX, TEXT_MAX, Json, only_keys, part, text_param

# A country code, then the rest: 7 to 15 digits (E.164), with or without the signs people put between them.
PHONE = re.compile(r"\+?\d(?:[\s().-]*\d){6,14}")
USER_ID = re.compile(r"[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]+")

MEDIA_KEYS = {
    "image": "id link caption",
    "video": "id link caption",
    "audio": "id link voice",
    "document": "id link caption filename",
    "sticker": "id link",
}


def check_message(body: Json) -> None:
    """Raise GraphError for a message that the Cloud API refuses."""
    check_product(body)
    _check_recipient(body)
    _check_surroundings(body)
    kind = body.get("type", "text")
    if kind not in {*MEDIA_KEYS, "text", "interactive", "template", "reaction", "location", "contacts"}:
        raise invalid(f'Param type must be one of {{AUDIO, CONTACTS, DOCUMENT, IMAGE, ...}} - got "{kind}".')
    content = body.get(kind)
    if not isinstance(content, list if kind == "contacts" else dict):
        raise GraphError(131008, details=f"Parameter of type {kind} is required")
    _check_content(kind, content)


def check_product(body: Json) -> None:
    """Every call to `/messages` names the product."""
    if body.get("messaging_product") != "whatsapp":
        raise missing("messaging_product")


def check_read(body: Json) -> None:
    """Raise GraphError for a read mark (perhaps with a typing indicator) that the Cloud API refuses."""
    check_product(body)
    if body.get("status") != "read":
        raise invalid("Param status must be one of {READ}.")
    message_id = body.get("message_id")
    if not isinstance(message_id, str) or not message_id.startswith("wamid."):
        details = "Please check the message ID you have provided."
        raise GraphError(100, "(#100) Invalid parameter", details=details)
    typing = body.get("typing_indicator")
    if typing is not None and typing != {"type": "text"}:
        raise invalid("Param typing_indicator['type'] must be one of {TEXT}.")


def media_ids(body: Json) -> Iterator[tuple[str, str]]:
    """Where the message names media by id: the parameter and the id. The API refuses ids it does not know."""
    for kind in MEDIA_KEYS:
        if isinstance(body.get(kind), dict) and "id" in body[kind]:
            yield f"{kind}['id']", str(body[kind]["id"])
    header = body.get("interactive", {}).get("header", {})
    for kind in ("image", "video", "document"):
        if isinstance(header.get(kind), dict) and "id" in header[kind]:
            yield f"interactive['header']['{kind}']['id']", str(header[kind]["id"])


def _check_recipient(body: Json) -> None:
    if "to" in body:
        if not PHONE.fullmatch(str(body["to"])):
            raise GraphError(131030, details="Recipient phone number not in allowed list")
    elif "recipient" not in body:
        raise missing("to")
    elif not USER_ID.fullmatch(str(body["recipient"])):
        raise not_valid("Recipient is not a valid user id")
    if body.get("recipient_type", "individual") not in {"individual", "group"}:
        raise invalid("Param recipient_type must be one of {GROUP, INDIVIDUAL}.")


def _check_surroundings(body: Json) -> None:
    context = body.get("context", {"message_id": "-"})
    if not isinstance(context, dict) or not context.get("message_id"):
        raise missing("context['message_id']")
    opaque = body.get("biz_opaque_callback_data", "")
    if not isinstance(opaque, str) or len(opaque) > OPAQUE_MAX:
        raise invalid(f"Param biz_opaque_callback_data must be at most {OPAQUE_MAX} characters long.")


def _check_content(kind: str, content: Any) -> None:
    match kind:
        case "text":
            only_keys(content, "body preview_url", "text")
            text_param(content, "body", "text", TEXT_MAX)
        case "interactive":
            check_interactive(content)
        case "template":
            text_param(content, "name", "template", 512)
            text_param(part(content, "language", "template"), "code", "template['language']", 64)
        case "reaction":
            _check_reaction(content)
        case "location":
            _check_location(content)
        case "contacts":
            _check_contacts(content)
        case _:
            _check_media(kind, content)


def _check_media(kind: str, content: Json) -> None:
    only_keys(content, MEDIA_KEYS[kind], kind)
    if bool(content.get("id")) == bool(content.get("link")):
        raise invalid(f"Param {kind} must have exactly one of id and link.")
    if "link" in content and not str(content["link"]).startswith(("http://", "https://")):
        raise invalid(f"Param {kind}['link'] is not a valid URI.")
    if len(content.get("caption", "")) > CAPTION_MAX:
        raise invalid(f"Param {kind}['caption'] must be at most {CAPTION_MAX} characters long.")


def _check_reaction(content: Json) -> None:
    only_keys(content, "message_id emoji", "reaction")
    if not content.get("message_id"):
        raise missing("reaction['message_id']")
    if not isinstance(content.get("emoji"), str):  # "" takes a reaction back
        raise missing("reaction['emoji']")


def _check_location(content: Json) -> None:
    only_keys(content, "latitude longitude name address", "location")
    for name, most in (("latitude", 90), ("longitude", 180)):
        try:
            inside = abs(float(content.get(name, ""))) <= most
        except (TypeError, ValueError):
            raise missing(f"location['{name}']") from None
        if not inside:
            raise not_valid(f"{name} is out of range")


def _check_contacts(contacts: list[Json]) -> None:
    if not contacts:
        raise missing("contacts")
    for contact in contacts:
        text_param(part(contact, "name", "contacts"), "formatted_name", "contacts['name']", 1024)
