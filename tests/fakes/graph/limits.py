"""The Cloud API's limits on what a message may hold, in characters, and checks that all kinds of message share."""

from typing import Any

from tests.fakes.graph.errors import invalid, missing, not_valid

Json = dict[str, Any]

TEXT_MAX = 4096
CAPTION_MAX = 1024
OPAQUE_MAX = 512

INTERACTIVE_BODY_MAX = 1024
HEADER_MAX = 60
FOOTER_MAX = 60

BUTTONS_MAX = 3
BUTTON_TITLE_MAX = 20
BUTTON_ID_MAX = 256

LIST_BUTTON_MAX = 20
SECTIONS_MAX = 10
SECTION_TITLE_MAX = 24
ROWS_MAX = 10
ROW_ID_MAX = 200
ROW_TITLE_MAX = 24
ROW_DESCRIPTION_MAX = 72


def part(value: Json, name: str, inside: str) -> Json:
    """The object under a name. Raises GraphError when it is not there."""
    found = value.get(name)
    if not isinstance(found, dict):
        raise missing(f"{inside}['{name}']")
    return found


def only_keys(value: Json, allowed: str, param: str) -> None:
    """Raise GraphError for a key that the API does not know; `allowed` holds the names, separated by spaces."""
    unknown = sorted(set(value) - set(allowed.split()))
    if unknown:
        raise invalid(f'Unexpected key "{unknown[0]}" on param "{param}".')


def text_param(value: Json, name: str, inside: str, most: int) -> str:
    """A required text of at most `most` characters. Raises GraphError, code 100."""
    text = value.get(name)
    if not isinstance(text, str) or not text:
        raise missing(f"{inside}['{name}']")
    if len(text) > most:
        raise invalid(f"Param {inside}['{name}'] must be at most {most} characters long.")
    return text


def length(text: Any, what: str, most: int, least: int = 1) -> str:
    """A text of an interactive message within its limits. Raises GraphError, code 131009."""
    if not isinstance(text, str) or not least <= len(text) <= most:
        raise not_valid(f"{what} length invalid. Min length: {least}, Max length: {most}")
    return text


def no_duplicates(values: list[str], what: str) -> None:
    """Raise GraphError when two values are the same."""
    for value in values:
        if values.count(value) > 1:
            raise not_valid(f"Duplicated {what}: {value}")
