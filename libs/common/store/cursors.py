"""A cursor as one word, for people and programs who give it back."""

import base64
import binascii
import json
from typing import overload

from libs.common.store.query import Cursor


class NotACursor(ValueError):
    """A word that no list ended with."""


@overload
def marked(cursor: Cursor) -> str: ...
@overload
def marked(cursor: None) -> None: ...
def marked(cursor: Cursor | None) -> str | None:
    """A cursor as one word; None where a list ends."""
    if cursor is None:
        return None
    return base64.urlsafe_b64encode(json.dumps([*cursor.values, cursor.key]).encode()).decode().rstrip("=")


def cursor_of(word: str | None) -> Cursor | None:
    """The cursor that a word stands for. Raises NotACursor."""
    if word is None:
        return None
    try:
        *values, key = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (binascii.Error, ValueError, TypeError):
        raise NotACursor(word) from None
    if not all(isinstance(value, str | int | float | bool) for value in values):
        raise NotACursor(word)
    return Cursor(tuple(values), str(key))
