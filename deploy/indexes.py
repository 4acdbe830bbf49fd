"""Firestore's indexes, made from what the entities declare: `python -m deploy.indexes > deploy/firestore.indexes.json`.

The file is the one that `firebase deploy --only firestore:indexes` reads. Not in it is what Firestore does by itself:
an index over one field, and merging several of them where a query has equalities alone.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic.alias_generators import to_camel

from libs.common.embedding.cohere import CohereEmbedding
from libs.common.embedding.e5 import E5Embedding
from libs.common.entities import KnowledgeChunk
from libs.common.entities.base import Entity, Index, entities
from libs.common.model import Model
from libs.common.store.indexes import ALL_OWNERS

OWNER = {"fieldPath": "userId", "order": "ASCENDING"}
DIMENSIONS = (E5Embedding.dimension, CohereEmbedding.dimension)
"""An index holds vectors of one length, so each embedding has its own."""
VECTOR_FILTERS: dict[type[Entity], tuple[tuple[str, ...], ...]] = {KnowledgeChunk: ((), ("category",))}
"""Beside the owner, which equalities a vector search may be narrowed by."""


def definition() -> dict[str, Any]:
    """All indexes and field settings of the database, in a stable order."""
    kinds = [kind for _, kind in sorted(entities().items())]
    return {
        "indexes": [
            {"collectionGroup": kind.collection, "queryScope": "COLLECTION", "fields": fields}
            for kind in kinds
            for fields in (*_composite(kind), *_vector(kind))
        ],
        "fieldOverrides": [override for kind in kinds for override in _overrides(kind)],
    }


def _composite(kind: type[Entity]) -> Iterator[list[dict[str, Any]]]:
    for index in kind.indexes:
        across = kind.cross_owner or index[0] == ALL_OWNERS
        fields = [_ordered(name) for name in index if name != ALL_OWNERS]
        if not across:
            fields.insert(0, OWNER)
        if len(fields) > 1:
            yield fields


def _ordered(name: str) -> dict[str, Any]:
    order = "DESCENDING" if name.startswith("-") else "ASCENDING"
    return {"fieldPath": to_camel(name.removeprefix("-")), "order": order}


def _vector(kind: type[Entity]) -> Iterator[list[dict[str, Any]]]:
    if kind.vector_field:
        for names in VECTOR_FILTERS[kind]:
            for dimension in DIMENSIONS:
                vector = {"dimension": dimension, "flat": {}}
                yield [
                    OWNER,
                    *map(_ordered, names),
                    {"fieldPath": to_camel(kind.vector_field), "vectorConfig": vector},
                ]


def _overrides(kind: type[Entity]) -> Iterator[dict[str, Any]]:
    """What Firestore should do with single fields that it would not do by itself.

    The field after whose moment a row may go makes it go; it is never asked about, and an index over moments that only
    rise would bound how fast rows can be written. Lists, records and free forms are never asked about either, and
    would have an index entry for each value in them.
    """
    asked_about = {name.removeprefix("-") for index in kind.indexes for name in index}
    for name, field in kind.model_fields.items():
        override: dict[str, Any] = {"collectionGroup": kind.collection, "fieldPath": to_camel(name)}
        if name == kind.expires:
            yield {**override, "ttl": True, "indexes": _single(kind.indexes, name)}
        elif name not in asked_about and name != kind.vector_field and _holds_many(field.annotation):
            yield {**override, "indexes": []}


def _single(indexes: tuple[Index, ...], name: str) -> list[dict[str, str]]:
    """The single-field indexes of a field that is declared to be asked about; none for one that is not."""
    if not any(name in (field.removeprefix("-") for field in index) for index in indexes):
        return []
    return [{"order": order, "queryScope": "COLLECTION"} for order in ("ASCENDING", "DESCENDING")]


def _holds_many(annotation: Any) -> bool:
    """Whether a value of this type is made of several."""
    if annotation in (tuple, list, dict) or get_origin(annotation) in (tuple, list, dict):
        return True
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(map(_holds_many, get_args(annotation)))


def text() -> str:
    """The file."""
    return json.dumps(definition(), indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(text())
