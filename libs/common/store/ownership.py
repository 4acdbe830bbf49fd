"""Who may write what: the same rule in front of every store, asked before anything is stored."""

from libs.common.entities.base import Entity
from libs.common.errors import OwnershipError


def may_write(service: str, user_id: str | None, kind: type[Entity], row: Entity | None) -> None:
    """Raise OwnershipError unless this service may write this row for this owner (None: for the system)."""
    if kind.writer == "*":
        allowed = row is not None and getattr(row, "service", None) == service
    else:
        allowed = kind.writer == service
    if not allowed:
        raise OwnershipError(f"{service} may not write {kind.collection}: {kind.writer} does")
    if user_id is not None and (kind.cross_owner or (row is not None and row.user_id != user_id)):
        raise not_this_owners(kind)


def may_delete(service: str, user_id: str | None, kind: type[Entity]) -> None:
    """The same for a row that is named by its key alone."""
    if kind.writer not in ("*", service):
        raise OwnershipError(f"{service} may not write {kind.collection}: {kind.writer} does")
    if user_id is not None and kind.cross_owner:
        raise not_this_owners(kind)


def may_read(user_id: str | None, kind: type[Entity]) -> None:
    """Raise OwnershipError where an owner's reader asks for what serves all owners."""
    if kind.cross_owner and user_id is not None:
        raise OwnershipError(f"{kind.collection} serves all owners; an owner's reader does not reach it")


def not_this_owners(kind: type[Entity]) -> OwnershipError:
    """Somebody else's row. It is not said whose."""
    return OwnershipError(f"a row of {kind.collection} is not this owner's")


def is_key_of(user_id: str, key: str) -> bool:
    """Whether a key says by itself that its row is this owner's: ids made from outside begin with the owner."""
    return key == user_id or key.startswith(f"{user_id}:")
