"""What a transaction is to store: checked before anything is sent, then laid into one commit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from google.cloud.firestore import DELETE_FIELD, AsyncClient, AsyncWriteBatch, Increment

from libs.common.entities.base import Entity
from libs.common.errors import TooLarge
from libs.common.firestore import documents, wire
from libs.common.firestore.client import add, name_in
from libs.common.firestore.keys import document_id
from libs.common.store.ownership import is_key_of, may_delete, may_write, not_this_owners
from libs.common.store.port import DOCUMENT_BYTES_MAX, WRITES_MAX, Add, AlreadyExists, Create, Delete, Write

COMMIT_BYTES_MAX = 10 * 1024 * 1024 - 65_536
"""Firestore takes 10 MiB a request, with names and framing."""
STAGED_BYTES_MAX = 3_000_000
"""A batch of staged rows. Smaller than need be: the emulator takes 4 MiB, and a slow line is held for less long."""


@dataclass(frozen=True)
class Change:
    """One write, ready to be sent. `owner` is whose the row must be, if there is one (None: anybody's)."""

    how: Literal["put", "create", "add", "delete"]
    kind: type[Entity]
    key: str
    owner: str | None
    fields: Mapping[str, Any]
    size: int

    @property
    def id(self) -> str:
        return document_id(self.key)

    @property
    def place(self) -> str:
        """The document's path in its database."""
        return f"{self.kind.collection}/{self.id}"

    @property
    def must_ask(self) -> bool:
        """Whether it takes a read to know whose row this would change."""
        if self.owner is None:
            return self.how == "add"  # the system makes no row without an owner
        return self.how != "create" and not is_key_of(self.owner, self.key)

    @property
    def repeatable(self) -> bool:
        """Whether sending it twice is the same as once."""
        return self.how in ("put", "delete")


def planned(service: str, user_id: str | None, writes: Sequence[Write]) -> list[Change]:
    """Everything that can be said without asking. Raises OwnershipError, AlreadyExists, TooLarge."""
    if len(writes) > WRITES_MAX:
        raise TooLarge(what="a transaction, counted in writes,", size=len(writes), limit=WRITES_MAX)
    changes = [_change(service, user_id, write) for write in writes]
    size = sum(change.size for change in changes)
    if size > COMMIT_BYTES_MAX:
        raise TooLarge(what="a transaction", size=size, limit=COMMIT_BYTES_MAX)
    _refuse_creating_twice(changes)
    return changes


def _change(service: str, user_id: str | None, write: Write) -> Change:
    match write:
        case Create(row=row):
            return _whole(service, user_id, row, "create")
        case Delete(kind=kind, key=key):
            may_delete(service, user_id, kind)
            return Change("delete", kind, key, user_id, {}, 0)
        case Add(kind=kind, key=key):
            may_write(service, user_id, kind, None)
            owner = key if user_id is None and kind.key_field == "user_id" else user_id
            return Change("add", kind, key, owner, _added(owner, write), 0)
        case _:
            return _whole(service, user_id, write, "put")


def _whole(service: str, user_id: str | None, row: Entity, how: Literal["put", "create"]) -> Change:
    kind = type(row)
    may_write(service, user_id, kind, row)
    fields = documents.encode(row)
    size = documents.size_of(kind.collection, document_id(row.key), fields)
    if size > DOCUMENT_BYTES_MAX:
        raise TooLarge(what=f"{kind.__name__} {row.key!r}", size=size, limit=DOCUMENT_BYTES_MAX)
    return Change(how, kind, row.key, row.user_id, fields, size)


def _added(owner: str | None, add: Add) -> dict[str, Any]:
    fields: dict[str, Any] = {documents.name_of(add.kind.key_field): add.key}
    if owner is not None:
        fields[documents.OWNER] = owner
    for name, amount in add.amounts.items():
        fields[documents.name_of(name)] = Increment(amount)
    for name, value in add.fields.items():
        fields |= documents.stored(add.kind, name, value) or {documents.name_of(name): DELETE_FIELD}
    return fields


def _refuse_creating_twice(changes: Sequence[Change]) -> None:
    """Firestore takes no second write before a create in one commit; it would fail here as there."""
    made: set[str] = set()
    for change in changes:
        if change.how == "create" and change.place in made:
            raise AlreadyExists(change.kind, change.key)
        (made.discard if change.how == "delete" else made.add)(change.place)


def permitted(changes: Sequence[Change], owners: Mapping[str, str | None]) -> list[Change]:
    """What may be sent, now that it is known whose the rows are (`owners`, by place; None where there is none).

    Raises OwnershipError for a row of somebody else's; deleting one finds nothing there.
    """
    kept = []
    for change in changes:
        theirs = owners.get(change.place)
        if theirs is None and change.how == "add" and change.owner is None:
            raise ValueError(
                f"{change.kind.__name__} {change.key!r} is not there, and no owner is named to make it for"
            )
        if theirs is None or change.owner in (None, theirs) or change.how == "create":
            kept.append(change)
        elif change.how != "delete":
            raise not_this_owners(change.kind)
    return kept


def lay(client: AsyncClient, batch: AsyncWriteBatch, changes: Sequence[Change]) -> None:
    """Put the changes into a commit, in their order."""
    for change in changes:
        name = name_in(client, change.place)
        match change.how:
            case "put" | "create":
                add(batch, wire.put(name, change.fields, new=change.how == "create"))
            case "add":
                reference = client.collection(change.kind.collection).document(change.id)
                batch.set(reference, dict(change.fields), merge=True)
            case "delete":
                add(batch, wire.delete(name))


def which_exists(changes: Sequence[Change], said: str) -> AlreadyExists:
    """Which of the rows to create was there, by the path in Firestore's message."""
    created = [change for change in changes if change.how == "create"]
    named = [change for change in created if f"/{change.place}" in said]
    found = max(named, key=lambda change: len(change.place), default=created[0])  # one id may begin like another
    return AlreadyExists(found.kind, found.key)


def batches(rows: Sequence[Write]) -> Iterator[Sequence[Write]]:
    """Many writes, cut so that each part fits into one commit."""
    batch: list[Write] = []
    size = 0
    for write in rows:
        more = _rough_size(write)
        if batch and (len(batch) == WRITES_MAX or size + more > STAGED_BYTES_MAX):
            yield batch
            batch, size = [], 0
        batch.append(write)
        size += more
    if batch:
        yield batch


def _rough_size(write: Write) -> int:
    match write:
        case Delete() | Add():
            return 0
        case Create(row=row) | row:
            return documents.size_of(row.collection, row.key, documents.encode(row))
