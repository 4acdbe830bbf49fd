"""The store port. What it promises, every adapter keeps; what Firestore cannot promise, it does not.

Rows belong to an owner. A Reader sees one owner's rows: another owner's answer as if absent. A write to another
owner's row, or to a collection of another service, raises OwnershipError before anything is stored.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from libs.common.entities.base import Entity
from libs.common.entities.machinery import Receipt
from libs.common.store.query import Near, Page, Query

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

DOCUMENT_BYTES_MAX = 1_048_576 - 16_384
"""Firestore's 1 MiB a document, less room for its own accounting of names and index entries."""
WRITES_MAX = 400
"""Writes of one transaction. Firestore bounds a commit by 10 MiB and, through its rules, a few hundred writes."""
NEAREST_MAX = 1000


@dataclass(frozen=True, slots=True)
class Create:
    """Write a row that must not exist. If it does, the transaction fails with AlreadyExists and nothing is written."""

    row: Entity


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove a row; harmless where there is none."""

    kind: type[Entity]
    key: str


@dataclass(frozen=True, slots=True)
class Add:
    """Add to number fields of a row, and set others, without reading it; the row is made where there is none."""

    kind: type[Entity]
    key: str
    amounts: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)


Write = Entity | Create | Delete | Add
"""A bare entity is put: made, or replaced whole."""


class AlreadyExists(Exception):
    """A row that was to be created is there already."""

    def __init__(self, kind: type[Entity], key: str) -> None:
        super().__init__(f"{kind.__name__} {key!r} exists already")


class Reader(Protocol):
    """One owner's rows. Raises Unavailable when the store does not answer."""

    async def get(self, kind: type[E], key: str) -> E | None:
        """The row, or None where there is none or it is another owner's."""

    async def get_many(self, kind: type[E], keys: Sequence[str]) -> list[E | None]:
        """The rows in the order asked, in one round trip; None where there is none."""

    async def find(self, query: Query[E]) -> Page[E]:
        """Rows by a declared index, in the query's order, then by key in byte order and the same direction.

        Raises LookupError where no declared index serves the query.
        """

    async def count(self, query: Query[E]) -> int:
        """How many rows the query has, its limit and cursor aside."""

    async def nearest(
        self, kind: type[E], vector: Sequence[float], limit: int, equal: Mapping[str, Any] | None = None
    ) -> list[Near[E]]:
        """The rows whose vector lies nearest by cosine distance, nearest first; at most NEAREST_MAX.

        Rows without a vector are passed over. Raises ValueError when the dimension is not the rows'. Not part of a
        transaction's promise: asked inside one, it may miss what the transaction's rivals just wrote.
        """


class Transaction(Reader, Protocol):
    """Reads that belong together with the writes that are returned: either nothing it read has changed when the
    writes land, or it runs again from the top. So what runs in it only reads and describes."""


Decide = Callable[[Transaction], Awaitable[tuple[T, Sequence[Write]]]]


class Store(Protocol):
    """Where documents are."""

    def reader(self, user_id: str) -> Reader:
        """One owner's rows, outside any transaction."""

    def system(self) -> Reader:
        """All owners' rows and the machinery's: for what serves all. Handlers of an owner's events never get it."""

    async def transact(self, service: str, user_id: str | None, decide: Decide[T]) -> T:
        """Run `decide`, store the writes it returns, and give its first value.

        Serializable: two transactions that read what the other writes do not both land as they were decided; one
        runs again. `decide` may therefore run several times and must have no effect of its own. All of its writes
        land, or none. `user_id` None reaches all owners' rows (a SystemStore transaction).

        Raises OwnershipError, AlreadyExists, TooLarge (a row or the whole), Unavailable (nothing landed, or the
        answer was lost: ask the rows).
        """

    async def stage(self, service: str, user_id: str, rows: Sequence[Write]) -> None:
        """Store many rows in batches, not atomically: rows that nothing points to yet, or that nothing does any more.

        Fails halfway: some are stored; staging the same rows again is harmless.
        """

    async def wait(self, receipt_id: str, seconds: float) -> Receipt | None:
        """The receipt as soon as it stands, also when another process writes it; None after `seconds`."""

    async def ready(self) -> None:
        """Return if the store answers. Raises Unavailable."""

    async def close(self) -> None:
        """Finish what was handed in, then let go of the files or channels."""
