"""Where a list goes on, as a client gives it back."""

from libs.common.store import cursors
from libs.common.store.cursors import marked
from libs.common.store.query import Cursor
from services.gateway.api.problems import FieldProblem, Invalid

__all__ = ["cursor_of", "marked"]


def cursor_of(word: str | None, *, ordered: bool = True) -> Cursor | None:
    """The cursor that a word stands for, of a list in an order of its own or by its keys. Raises Invalid for one that
    no such list gave."""
    try:
        cursor = cursors.cursor_of(word)
    except cursors.NotACursor:
        cursor = Cursor((), "")
    if cursor is not None and (not cursor.key or len(cursor.values) != int(ordered)):
        raise Invalid([FieldProblem(field="after", problem="This is not where a list went on.")])
    return cursor
