"""What the Cloud API accepts as an interactive message: reply buttons and lists in full, the others in outline."""

from tests.fakes.graph.errors import GraphError, invalid, missing, not_valid
from tests.fakes.graph.limits import (
    BUTTON_ID_MAX,
    BUTTON_TITLE_MAX,
    BUTTONS_MAX,
    FOOTER_MAX,
    HEADER_MAX,
    INTERACTIVE_BODY_MAX,
    LIST_BUTTON_MAX,
    ROW_DESCRIPTION_MAX,
    ROW_ID_MAX,
    ROW_TITLE_MAX,
    ROWS_MAX,
    SECTION_TITLE_MAX,
    SECTIONS_MAX,
    Json,
    length,
    no_duplicates,
    only_keys,
    part,
)

# Taken with their body, header and footer checked; Frontdesk sends none of them.
OTHER_TYPES = {
    "address_message",
    "call_permission_request",
    "catalog_message",
    "cta_url",
    "flow",
    "location_request_message",
    "order_details",
    "order_status",
    "product",
    "product_list",
    "request_contact_info",
    "voice_call",
}


def check_interactive(interactive: Json) -> None:
    """Raise GraphError for an interactive message that the Cloud API refuses."""
    kind = str(interactive.get("type", "")).lower()
    if kind not in {"button", "list", *OTHER_TYPES}:
        raise invalid("Param interactive['type'] must be one of {BUTTON, CTA_URL, FLOW, LIST, PRODUCT, ...}.")
    _check_texts(interactive, kind)
    action = part(interactive, "action", "interactive")
    if kind == "button":
        _check_buttons(action)
    elif kind == "list":
        _check_list(action)


def _check_texts(interactive: Json, kind: str) -> None:
    if kind != "product" or "body" in interactive:
        length(part(interactive, "body", "interactive").get("text"), "Body text", INTERACTIVE_BODY_MAX)
    if "footer" in interactive:
        length(part(interactive, "footer", "interactive").get("text"), "Footer text", FOOTER_MAX)
    if "header" in interactive and kind not in OTHER_TYPES:
        _check_header(part(interactive, "header", "interactive"), kind)


def _check_header(header: Json, kind: str) -> None:
    header_type = header.get("type")
    if header_type == "text":
        length(header.get("text"), "Header text", HEADER_MAX)
    elif kind == "list" or header_type not in {"image", "video", "document"}:
        raise not_valid("Header type is not supported for this interactive type")
    elif not isinstance(header.get(header_type), dict):
        raise GraphError(131008, details=f"Parameter of type {header_type} is required in header")


def _check_buttons(action: Json) -> None:
    buttons = action.get("buttons")
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= BUTTONS_MAX:
        raise not_valid(f"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: {BUTTONS_MAX}")
    replies = []
    for button in buttons:
        if button.get("type") != "reply":
            raise invalid("Param interactive['action']['buttons']['type'] must be one of {REPLY}.")
        reply = part(button, "reply", "interactive['action']['buttons']")
        only_keys(reply, "id title", "interactive['action']['buttons']['reply']")
        replies.append(reply)
    ids = [length(reply.get("id"), "Button id", BUTTON_ID_MAX) for reply in replies]
    titles = [length(reply.get("title"), "Button title", BUTTON_TITLE_MAX) for reply in replies]
    no_duplicates(ids, "button id")
    no_duplicates(titles, "button title")


def _check_list(action: Json) -> None:
    length(action.get("button"), "Button label", LIST_BUTTON_MAX)
    sections = action.get("sections")
    if not isinstance(sections, list) or not sections:
        raise missing("interactive['action']['sections']")
    if len(sections) > SECTIONS_MAX:
        raise not_valid(f"Total section count exceed max allowed count: {SECTIONS_MAX}")
    for section in sections:
        length(section.get("title", ""), "Section title", SECTION_TITLE_MAX, least=1 if len(sections) > 1 else 0)
    rows = [row for section in sections for row in section.get("rows") or [None]]
    if None in rows:
        raise missing("interactive['action']['sections']['rows']")
    if len(rows) > ROWS_MAX:
        raise not_valid(f"Total row count exceed max allowed count: {ROWS_MAX}")
    _check_rows(rows)


def _check_rows(rows: list[Json]) -> None:
    for row in rows:
        only_keys(row, "id title description", "interactive['action']['sections']['rows']")
        length(row.get("id"), "Row id", ROW_ID_MAX)
        if len(str(row.get("title", ""))) > ROW_TITLE_MAX:
            raise not_valid(f"Row title is too long. Max length is {ROW_TITLE_MAX}")
        length(row.get("title"), "Row title", ROW_TITLE_MAX)
        length(row.get("description", ""), "Row description", ROW_DESCRIPTION_MAX, least=0)
    no_duplicates([row["id"] for row in rows], "row id")
