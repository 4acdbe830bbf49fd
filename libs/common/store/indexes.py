"""Which declared index serves a query. A query that none serves is refused, on every adapter.

Firestore refuses it in production and its emulator does not; SQLite would scan. So the question is asked here, before
either is, and a query that works in a test works in the cloud.
"""

from functools import cache

from libs.common.entities.base import Entity, Index
from libs.common.store.query import E, Query, Value

ALL_OWNERS = "*"
"""The first word of an index that serves all owners at once, for what runs on the clock."""


def declared(kind: type[Entity], *, system: bool) -> tuple[Index, ...]:
    """The indexes that serve one owner's queries, or those that serve all owners' (without the `*`)."""
    if kind.cross_owner:
        return kind.indexes
    across = tuple(index[1:] for index in kind.indexes if index[0] == ALL_OWNERS)
    within = tuple(index for index in kind.indexes if index[0] != ALL_OWNERS)
    return across if system else within


@cache
def _serves(kind: type[Entity], system: bool, equal: frozenset[str], ordered: str | None) -> bool:
    if not equal and ordered is None:
        return True  # by key alone
    for index in declared(kind, system=system):
        head, rest = index[: len(equal)], index[len(equal) :]
        if set(head) == equal and (ordered is None or rest == (ordered,)):
            return True
    return False


def check(query: Query[E], *, system: bool) -> None:
    """Raise LookupError where no declared index serves the query; it says which one would."""
    equal = frozenset(query.equal) | frozenset(query.one_of)
    ordered = query.order or (query.range.field if query.range else None)
    if not _serves(query.kind, system, equal, ordered):
        wanted = (*((ALL_OWNERS,) if system else ()), *sorted(equal), *((ordered,) if ordered else ()))
        raise LookupError(f"{query.kind.__name__} declares no index that serves this query; it would be {wanted!r}")


def check_equal(kind: type[Entity], equal: dict[str, Value]) -> None:
    """The same for the pre-filter of a vector search."""
    unknown = [name for name in equal if name not in kind.model_fields]
    if unknown:
        raise ValueError(f"{kind.__name__} has no field {unknown[0]!r}")
