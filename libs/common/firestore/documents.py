"""How an entity lies in a document.

Moments are Firestore's own, dates are text, records are maps, an embedding is a vector, an absent value is an absent
field. What has a free form (a `dict`) is JSON text: it may hold lists of lists, names and depths that Firestore does
not take, nothing is ever asked about it, and as text it needs one index entry instead of one for each value.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from google.cloud.firestore_v1.vector import Vector
from pydantic.alias_generators import to_camel
from pydantic_core import from_json, to_json, to_jsonable_python

from libs.common.entities.base import Entity
from libs.common.model import Model, sortable
from libs.common.store.query import Value

E = TypeVar("E", bound=Entity)

OWNER = "userId"
_VECTOR_MARK = "Known"
_AS_THEY_ARE = frozenset({str, int, float, bool, datetime})
_DOCUMENT_BYTES = 32
_NAME_BYTES = 16


@cache
def name_of(field: str) -> str:
    """A field's name in storage."""
    return to_camel(field)


def vector_mark(kind: type[Entity]) -> str:
    """A field beside the vector that says there is one, since Firestore answers no query about a vector itself."""
    return f"{name_of(kind.vector_field or '')}{_VECTOR_MARK}"


def encode(row: Entity) -> dict[str, Any]:
    """The document of a row."""
    kind, special = type(row), _special(type(row))
    fields: dict[str, Any] = {}
    for field, value in row:
        if field in special:
            fields |= stored(kind, field, value)
        elif value is not None:
            fields[name_of(field)] = _plain(value)
    return fields


@cache
def _special(kind: type[Entity]) -> frozenset[str]:
    """The fields that are not simply their value."""
    return free_form(kind) | {kind.vector_field or ""}


def stored(kind: type[Entity], field: str, value: Any) -> dict[str, Any]:
    """The document fields that hold one field's value: none where it is absent."""
    name = name_of(field)
    if value is None or (field == kind.vector_field and not value):
        return {}
    if field == kind.vector_field:
        return {name: Vector(value), vector_mark(kind): True}
    if field in free_form(kind):
        return {name: to_json(value).decode()}
    return {name: _plain(value)}


def _plain(value: Any) -> Any:
    if type(value) in _AS_THEY_ARE:
        return value
    match value:
        case Model():
            return {name_of(name): _plain(held) for name, held in value if held is not None}
        case tuple() | list():
            return [_plain(held) for held in value]
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case dict():
            return to_jsonable_python(value)
        case _:
            return value


def decode(kind: type[E], fields: Mapping[str, Any]) -> E:
    """The row of a document."""
    found = dict(fields)
    for field in free_form(kind):
        if (text := found.get(name_of(field))) is not None:
            found[name_of(field)] = from_json(text)
    if kind.vector_field and (vector := found.get(name_of(kind.vector_field))) is not None:
        found[name_of(kind.vector_field)] = tuple(vector)
    return kind.model_validate(found)


@cache
def free_form(kind: type[Entity]) -> frozenset[str]:
    """The fields whose values have no shape of their own."""
    return frozenset(name for name, field in kind.model_fields.items() if mentions(field.annotation, dict))


def mentions(annotation: Any, wanted: type) -> bool:
    """Whether a type is, or is made with, `wanted`."""
    return (
        annotation is wanted
        or get_origin(annotation) is wanted
        or any(mentions(part, wanted) for part in get_args(annotation))
    )


def comparable(value: Value) -> Any:
    """A value as a query compares it."""
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value


def to_cursor(value: Any) -> str | int | float | bool:
    """A stored value as a cursor carries it: the same text on every adapter."""
    if isinstance(value, datetime):
        return sortable(value)
    plain: str | int | float | bool = value
    return plain


def from_cursor(kind: type[Entity], field: str, value: Any) -> Any:
    """The stored value that a cursor carries."""
    annotation = kind.model_fields[field].annotation
    if mentions(annotation, datetime):
        return datetime.fromisoformat(value)
    return bool(value) if mentions(annotation, bool) else value


def size_of(collection: str, document_id: str, fields: Mapping[str, Any]) -> int:
    """Bytes of a document, as https://firebase.google.com/docs/firestore/storage-size counts them."""
    name = len(collection) + len(document_id.encode()) + 2 + _NAME_BYTES
    return name + _DOCUMENT_BYTES + _size(fields)


def _size(value: Any) -> int:
    match value:
        case str():
            return len(value.encode()) + 1
        case bool() | None:
            return 1
        case Mapping():
            return sum(len(name.encode()) + 1 + _size(held) for name, held in value.items())
        case Vector():
            return 8 * len(value)
        case Sequence():
            return sum(map(_size, value))
        case _:  # numbers and moments
            return 8
