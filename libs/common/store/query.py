"""What may be asked of a store: only what Firestore can answer from an index.

Equality, `in` with at most 30 values, one range, an order whose last word is always the key (in byte order), a
limit, and a cursor. A field that a row lacks drops the row out of every condition and order on that field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, TypeVar

from libs.common.entities.base import Entity

E = TypeVar("E", bound=Entity)
E_co = TypeVar("E_co", bound=Entity, covariant=True)

Value = str | int | float | bool | datetime | date
IN_MAX = 30
LIMIT_MAX = 1000


@dataclass(frozen=True, slots=True)
class Range:
    """Values of one field, `at_least` included, `below` not."""

    field: str
    at_least: Value | None = None
    below: Value | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended: the values that the order looks at, and the key."""

    values: tuple[str | int | float | bool, ...]
    key: str


@dataclass(frozen=True)
class Query(Generic[E]):
    """Rows of one kind. `order` names a field, with a leading `-` for descending; a range orders by its own field.

    Query(Booking, equal={"date": day}, order="starts_at", limit=100)
    """

    kind: type[E]
    equal: Mapping[str, Value] = field(default_factory=dict)
    one_of: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    range: Range | None = None
    order: str | None = None
    limit: int = 100
    after: Cursor | None = None

    def __post_init__(self) -> None:
        named = [*self.equal, *self.one_of, *([self.range.field] if self.range else []), *self._order_fields()]
        unknown = [name for name in named if name not in self.kind.model_fields]
        if unknown:
            raise ValueError(f"{self.kind.__name__} has no field {unknown[0]!r}")
        if not 1 <= self.limit <= LIMIT_MAX:
            raise ValueError(f"a limit lies between 1 and {LIMIT_MAX}, not {self.limit}")
        if any(not 1 <= len(values) <= IN_MAX for values in self.one_of.values()):
            raise ValueError(f"`one_of` takes 1 to {IN_MAX} values")
        if len(self.one_of) > 1:
            raise ValueError("one field at most may be one of several values")
        if self.range and self.order and self.order_field != self.range.field:
            raise ValueError("a range orders by its own field")

    def _order_fields(self) -> list[str]:
        return [self.order.removeprefix("-")] if self.order else []

    @property
    def order_field(self) -> str | None:
        """The field that decides the order before the key does."""
        return self._order_fields()[0] if self.order else (self.range.field if self.range else None)

    @property
    def descending(self) -> bool:
        return bool(self.order and self.order.startswith("-"))


@dataclass(frozen=True, slots=True)
class Page(Generic[E_co]):
    """Rows in order, and where to go on; `next` is None on the last page."""

    items: Sequence[E_co]
    next: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Near(Generic[E_co]):
    """A row and its cosine distance from what was asked: 0 the same direction, 2 the opposite."""

    item: E_co
    distance: float
