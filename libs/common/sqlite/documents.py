"""Rows in and out of SQLite, synchronously: the one place that knows how an entity lies in a table."""

import json
import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic.alias_generators import to_camel

from libs.common.entities.base import Entity
from libs.common.errors import TooLarge
from libs.common.model import sortable
from libs.common.sqlite.database import path_of
from libs.common.store import indexes
from libs.common.store.ownership import may_delete, may_read, may_write, not_this_owners
from libs.common.store.port import (
    DOCUMENT_BYTES_MAX,
    NEAREST_MAX,
    WRITES_MAX,
    Add,
    AlreadyExists,
    Create,
    Delete,
    Write,
)
from libs.common.store.query import Cursor, Near, Page, Query, Value

E = TypeVar("E", bound=Entity)


def _plain(value: Value) -> str | int | float:
    """A value as `body->>'$.field'` gives it back."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return sortable(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _load(kind: type[E], body: str, vector: bytes | None = None) -> E:
    row = kind.model_validate_json(body)
    if vector is not None and kind.vector_field:
        numbers = array("f")
        numbers.frombytes(vector)
        return row.model_copy(update={kind.vector_field: tuple(numbers)})
    return row


def _columns(kind: type[Entity]) -> str:
    return "body, vector" if kind.vector_field else "body"


class Rows:
    """Reads of one owner's rows (or, for the system, of all) over one connection."""

    def __init__(self, connection: sqlite3.Connection, user_id: str | None) -> None:
        self._connection = connection
        self._user_id = user_id

    def _owner(self) -> tuple[list[str], list[Any]]:
        return ([], []) if self._user_id is None else (["user_id = ?"], [self._user_id])

    def get(self, kind: type[E], key: str) -> E | None:
        may_read(self._user_id, kind)
        found = self._connection.execute(
            f'SELECT user_id, {_columns(kind)} FROM "{kind.collection}" WHERE key = ?', (key,)
        ).fetchone()
        if found is None or (self._user_id is not None and found[0] != self._user_id):
            return None
        return _load(kind, *found[1:])

    def find(self, query: Query[E]) -> Page[E]:
        may_read(self._user_id, query.kind)
        indexes.check(query, system=self._user_id is None)
        where, values = self._conditions(query)
        direction = "DESC" if query.descending else "ASC"
        column = path_of(query.order_field) if query.order_field else None
        if column:
            where.append(f"{column} IS NOT NULL")
        if query.after:
            compare = "<" if query.descending else ">"
            left, marks = (f"({column}, key)", "(?, ?)") if column else ("key", "?")
            where.append(f"{left} {compare} {marks}")
            values += [*query.after.values, query.after.key]
        order = ", ".join(f"{name} {direction}" for name in (*((column,) if column else ()), "key"))
        at = column or "NULL"
        found = self._connection.execute(
            f'SELECT key, {at}, {_columns(query.kind)} FROM "{query.kind.collection}" '
            f"WHERE {' AND '.join(where) or 'TRUE'} ORDER BY {order} LIMIT {query.limit + 1}",
            values,
        ).fetchall()
        rows = [_load(query.kind, *row[2:]) for row in found[: query.limit]]
        if len(found) <= query.limit:
            return Page(rows)
        key, value = found[query.limit - 1][:2]
        return Page(rows, Cursor(values=(value,) if column else (), key=key))

    def count(self, query: Query[E]) -> int:
        may_read(self._user_id, query.kind)
        indexes.check(query, system=self._user_id is None)
        where, values = self._conditions(query)
        if query.order_field:
            where.append(f"{path_of(query.order_field)} IS NOT NULL")
        (number,) = self._connection.execute(
            f'SELECT COUNT(*) FROM "{query.kind.collection}" WHERE {" AND ".join(where) or "TRUE"}', values
        ).fetchone()
        return int(number)

    def _conditions(self, query: Query[E]) -> tuple[list[str], list[Any]]:
        where, values = self._owner()
        for field, value in query.equal.items():
            where.append(f"{path_of(field)} = ?")
            values.append(_plain(value))
        for field, choices in query.one_of.items():
            where.append(f"{path_of(field)} IN ({', '.join('?' * len(choices))})")
            values += map(_plain, choices)
        if query.range:
            for bound, compare in ((query.range.at_least, ">="), (query.range.below, "<")):
                if bound is not None:
                    where.append(f"{path_of(query.range.field)} {compare} ?")
                    values.append(_plain(bound))
        return where, values

    def nearest(
        self, kind: type[E], vector: Sequence[float], limit: int, equal: Mapping[str, Any] | None
    ) -> list[Near[E]]:
        """Exact, over all of the owner's rows that have a vector and match `equal`."""
        import numpy as np  # loaded by the first search, not at the start

        may_read(self._user_id, kind)
        if not kind.vector_field:
            raise ValueError(f"{kind.__name__} has no vector")
        if not 1 <= limit <= NEAREST_MAX:
            raise ValueError(f"a limit lies between 1 and {NEAREST_MAX}, not {limit}")
        equal = dict(equal or {})
        indexes.check_equal(kind, equal)
        where, values = self._owner()
        where += ["vector IS NOT NULL", *(f"{path_of(field)} = ?" for field in equal)]
        values += map(_plain, equal.values())
        found = self._connection.execute(
            f'SELECT key, vector FROM "{kind.collection}" WHERE {" AND ".join(where)}', values
        ).fetchall()
        if not found:
            return []
        if any(len(row[1]) != 4 * len(vector) for row in found):
            raise ValueError(f"the vector has {len(vector)} dimensions; the rows have {len(found[0][1]) // 4}")
        matrix = np.frombuffer(b"".join(row[1] for row in found), dtype=np.float32).reshape(len(found), -1)
        asked = np.asarray(vector, dtype=np.float32)
        norms = np.linalg.norm(matrix, axis=1) * np.linalg.norm(asked)
        distances = 1.0 - (matrix @ asked) / np.where(norms == 0, 1.0, norms)
        best = sorted(range(len(found)), key=lambda place: (float(distances[place]), found[place][0]))[:limit]
        rows = ((self.get(kind, found[place][0]), float(distances[place])) for place in best)
        return [Near(row, distance) for row, distance in rows if row is not None]


def apply(connection: sqlite3.Connection, service: str, user_id: str | None, writes: Sequence[Write]) -> None:
    """Store what a transaction decided. Raises OwnershipError, AlreadyExists, TooLarge; the caller rolls back."""
    if len(writes) > WRITES_MAX:
        raise TooLarge(what="a transaction, counted in writes,", size=len(writes), limit=WRITES_MAX)
    for write in writes:
        match write:
            case Create(row=row):
                _put(connection, service, user_id, row, create=True)
            case Delete(kind=kind, key=key):
                _delete(connection, service, user_id, kind, key)
            case Add():
                _add(connection, service, user_id, write)
            case _:
                _put(connection, service, user_id, write, create=False)


def _put(connection: sqlite3.Connection, service: str, user_id: str | None, row: Entity, *, create: bool) -> None:
    kind = type(row)
    may_write(service, user_id, kind, row)
    vector_field = kind.vector_field
    hidden = {vector_field} if vector_field else None
    body = row.model_dump_json(by_alias=True, exclude_none=True, exclude=hidden)
    vector: bytes | None = None
    if vector_field and (numbers := getattr(row, vector_field)):
        vector = array("f", numbers).tobytes()
    size = len(body.encode()) + len(vector or b"")
    if size > DOCUMENT_BYTES_MAX:
        raise TooLarge(what=f"{kind.__name__} {row.key!r}", size=size, limit=DOCUMENT_BYTES_MAX)
    names, update = "key, user_id, body", "body = excluded.body"
    values: list[str | bytes | None] = [row.key, row.user_id, body]
    if vector_field:
        names, update = f"{names}, vector", f"{update}, vector = excluded.vector"
        values.append(vector)
    conflict = "" if create else f" ON CONFLICT(key) DO UPDATE SET {update} WHERE user_id = excluded.user_id"
    try:
        written = connection.execute(
            f'INSERT INTO "{kind.collection}"({names}) VALUES ({", ".join("?" * len(values))}){conflict}', values
        )
    except sqlite3.IntegrityError:
        raise AlreadyExists(kind, row.key) from None
    if written.rowcount == 0:
        raise not_this_owners(kind)


def _delete(connection: sqlite3.Connection, service: str, user_id: str | None, kind: type[Entity], key: str) -> None:
    may_delete(service, user_id, kind)
    owner, values = ("", [key]) if user_id is None else (" AND user_id = ?", [key, user_id])
    connection.execute(f'DELETE FROM "{kind.collection}" WHERE key = ?{owner}', values)


def _add(connection: sqlite3.Connection, service: str, user_id: str | None, add: Add) -> None:
    found = connection.execute(f'SELECT body FROM "{add.kind.collection}" WHERE key = ?', (add.key,)).fetchone()
    body: dict[str, Any] = json.loads(found[0]) if found else {}
    body |= {to_camel(add.kind.key_field): add.key}
    if "userId" not in body:
        if user_id is None:
            raise ValueError(f"{add.kind.__name__} {add.key!r} is not there, and no owner is named to make it for")
        body["userId"] = user_id
    for name, amount in add.amounts.items():
        body[to_camel(name)] = body.get(to_camel(name), 0) + amount
    body |= {to_camel(name): value for name, value in add.fields.items()}
    _put(connection, service, user_id, add.kind.model_validate(body), create=False)
