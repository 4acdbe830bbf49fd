"""Reads of one owner's documents (or, for the system, of all), inside a transaction or outside."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from google.cloud.firestore import AsyncClient, AsyncDocumentReference, AsyncQuery, DocumentSnapshot, FieldFilter, Query
from google.cloud.firestore_v1.async_aggregation import AsyncAggregationQuery
from google.cloud.firestore_v1.base_vector_query import DistanceMeasure
from google.cloud.firestore_v1.vector import Vector

from libs.common.entities.base import Entity
from libs.common.firestore import documents
from libs.common.firestore.client import Attempt, Found, answering, fields_of, read
from libs.common.firestore.keys import document_id, is_key, key_of
from libs.common.store import indexes
from libs.common.store.ownership import may_read
from libs.common.store.port import NEAREST_MAX
from libs.common.store.query import Cursor, Near, Page
from libs.common.store.query import Query as Asked

E = TypeVar("E", bound=Entity)
Snapshot = DocumentSnapshot[AsyncDocumentReference]

_KEY = "__name__"
_DISTANCE = "vectorDistance"


class Rows:
    """Reads outside any transaction. A transaction's differ in what happens before and after each (see the hooks)."""

    def __init__(self, client: AsyncClient, user_id: str | None) -> None:
        self._client = client
        self._user_id = user_id

    async def _before_documents(self, kind: type[Entity], ids: Sequence[str]) -> Attempt | None:
        return None

    async def _before_query(self, kind: type[Entity]) -> Attempt | None:
        return None

    def _saw(self, kind: type[Entity], id_: str, owner: str | None) -> None:
        """Whose a document is; None where there is none."""

    def reference(self, kind: type[Entity], id_: str) -> AsyncDocumentReference:
        return self._client.collection(kind.collection).document(id_)

    async def get(self, kind: type[E], key: str) -> E | None:
        return (await self.get_many(kind, [key]))[0]

    async def get_many(self, kind: type[E], keys: Sequence[str]) -> list[E | None]:
        may_read(self._user_id, kind)
        ids = [document_id(key) if is_key(key) else None for key in keys]
        asked = list(dict.fromkeys(id_ for id_ in ids if id_ is not None))
        found = {document.id: document for document in await self._documents(kind, asked)} if asked else {}
        return [self._own(kind, found[id_]) if id_ is not None else None for id_ in ids]

    async def _documents(
        self, kind: type[Entity], ids: Sequence[str], fields: Sequence[str] | None = None
    ) -> list[Found]:
        attempt = await self._before_documents(kind, ids)
        async with answering():
            found = await read(self._client, [f"{kind.collection}/{id_}" for id_ in ids], fields, attempt)
        for document in found:
            self._saw(kind, document.id, (document.fields or {}).get(documents.OWNER))
        return found

    def _own(self, kind: type[E], document: Found) -> E | None:
        fields = document.fields
        if fields is None or (self._user_id is not None and fields.get(documents.OWNER) != self._user_id):
            return None
        return documents.decode(kind, fields)

    async def find(self, query: Asked[E]) -> Page[E]:
        may_read(self._user_id, query.kind)
        indexes.check(query, system=self._user_id is None)
        asked = self._ordered(query).limit(query.limit + 1)
        if query.after is not None:
            asked = asked.start_after(self._place(query, query.after))
        attempt = await self._before_query(query.kind)
        async with answering():
            found = [snapshot async for snapshot in asked.stream(transaction=attempt)]
        for snapshot in found:
            self._saw(query.kind, snapshot.id, fields_of(snapshot).get(documents.OWNER))
        rows = [documents.decode(query.kind, fields_of(snapshot)) for snapshot in found[: query.limit]]
        if len(found) <= query.limit:
            return Page(rows)
        return Page(rows, _cursor(query, found[query.limit - 1]))

    async def count(self, query: Asked[E]) -> int:
        may_read(self._user_id, query.kind)
        indexes.check(query, system=self._user_id is None)
        attempt = await self._before_query(query.kind)
        async with answering():
            counted = AsyncAggregationQuery(self._ordered(query)).count()
            ((answer,),) = await counted.get(transaction=attempt)
        return int(answer.value)

    def _matching(self, kind: type[Entity], equal: Mapping[str, Any]) -> AsyncQuery:
        asked = AsyncQuery(self._client.collection(kind.collection))
        if self._user_id is not None:
            asked = asked.where(filter=_is(documents.OWNER, self._user_id))
        for field, value in equal.items():
            asked = asked.where(filter=_is(documents.name_of(field), documents.comparable(value)))
        return asked

    def _ordered(self, query: Asked[E]) -> AsyncQuery:
        asked = self._matching(query.kind, query.equal)
        for field, choices in query.one_of.items():
            values = [documents.comparable(choice) for choice in choices]
            asked = asked.where(filter=FieldFilter(documents.name_of(field), "in", values))
        if query.range is not None:
            name = documents.name_of(query.range.field)
            for bound, compare in ((query.range.at_least, ">="), (query.range.below, "<")):
                if bound is not None:
                    asked = asked.where(filter=FieldFilter(name, compare, documents.comparable(bound)))
        direction = Query.DESCENDING if query.descending else Query.ASCENDING
        if query.order_field is not None:
            asked = asked.order_by(documents.name_of(query.order_field), direction=direction)
        return asked.order_by(_KEY, direction=direction)

    def _place(self, query: Asked[E], after: Cursor) -> dict[str, Any]:
        key = self.reference(query.kind, document_id(after.key))
        if query.order_field is None:
            return {_KEY: key}
        value = documents.from_cursor(query.kind, query.order_field, after.values[0])
        return {documents.name_of(query.order_field): value, _KEY: key}

    async def nearest(
        self, kind: type[E], vector: Sequence[float], limit: int, equal: Mapping[str, Any] | None = None
    ) -> list[Near[E]]:
        may_read(self._user_id, kind)
        if not kind.vector_field:
            raise ValueError(f"{kind.__name__} has no vector")
        if not 1 <= limit <= NEAREST_MAX:
            raise ValueError(f"a limit lies between 1 and {NEAREST_MAX}, not {limit}")
        indexes.check_equal(kind, dict(equal or {}))
        matching = self._matching(kind, equal or {})
        asked = matching.find_nearest(
            vector_field=documents.name_of(kind.vector_field),
            query_vector=Vector(vector),
            limit=limit,
            distance_measure=DistanceMeasure.COSINE,
            distance_result_field=_DISTANCE,
        )
        async with answering():
            found = [fields_of(snapshot) async for snapshot in asked.stream()]
        if not found:
            await self._check_dimension(kind, matching, len(vector))
        near = [Near(documents.decode(kind, fields), _distance(fields[_DISTANCE])) for fields in found]
        return sorted(near, key=lambda hit: (hit.distance, hit.item.key))

    async def _check_dimension(self, kind: type[Entity], matching: AsyncQuery, asked: int) -> None:
        """Firestore passes over vectors of another dimension without a word: nothing found may mean nothing fits."""
        name = documents.name_of(kind.vector_field or "")
        with_vector = matching.where(filter=_is(documents.vector_mark(kind), True)).limit(1)
        async with answering():
            rows = [snapshot.get(name) async for snapshot in with_vector.stream()]
        if rows and len(rows[0]) != asked:
            raise ValueError(f"the vector has {asked} dimensions; the rows have {len(rows[0])}")


def _is(name: str, value: Any) -> FieldFilter:
    return FieldFilter(name, "==", value)


def _cursor(query: Asked[E], last: Snapshot) -> Cursor:
    key = key_of(last.id)
    if query.order_field is None:
        return Cursor(values=(), key=key)
    return Cursor(values=(documents.to_cursor(last.get(documents.name_of(query.order_field))),), key=key)


def _distance(given: float) -> float:
    """A vector without a length points nowhere: neither near nor far."""
    return 1.0 if math.isnan(given) else float(given)
