"""Where a list goes on, as one word that a client gives back."""

import base64
import binascii
import json

from libs.common.store.query import Cursor
from services.gateway.api.problems import FieldProblem, Invalid


def marked(cursor: Cursor | None) -> str | None:
    """A cursor as one word; None where there is nothing more."""
    if cursor is None:
        return None
    return base64.urlsafe_b64encode(json.dumps([*cursor.values, cursor.key]).encode()).decode().rstrip("=")


def cursor_of(word: str | None) -> Cursor | None:
    """The cursor that a word stands for. Raises Invalid for one that no list gave."""
    if word is None:
        return None
    try:
        *values, key = json.loads(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (binascii.Error, ValueError, TypeError):
        raise Invalid([FieldProblem(field="after", problem="This is not where a list went on.")]) from None
    return Cursor(tuple(values), str(key))
