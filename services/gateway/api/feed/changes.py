"""What changed of one owner's since a moment, read from the rows themselves.

No service writes anything for it: every watched row carries the moment of its last change, under an index. So a turn
costs nothing when nobody watches, what is told is committed, and any number of gateways may each look by themselves.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from libs.common.entities import (
    AiConfig,
    Booking,
    ConsultantConfig,
    Conversation,
    DangerWords,
    DeadLetter,
    Delivery,
    Entity,
    KnowledgeSource,
    MediaFile,
    Profile,
    SandboxMessage,
)
from libs.common.model import Instant, Model
from libs.common.store.port import Reader
from libs.common.store.query import Query, Range

LOOK_BACK = timedelta(seconds=5)
"""A row's moment is when it was decided; it may be seen so much later, and clocks of two machines differ."""
CHANGES_MAX = 200
"""Changes of one kind that are told one by one; of more it is said that everything may have changed."""
RESUMED_FOR = timedelta(hours=1)
"""A browser that was away for longer reads everything anew."""
UNDER_WAY_MAX = 50

Kind = Literal[
    "conversation",
    "booking",
    "document",
    "phone",
    "deadLetter",
    "profile",
    "schedule",
    "assistant",
    "danger",
    "everything",
]


class Change(Model):
    """Something is not as it was: read it again. `id` is a conversation's, a booking's, a document's (`sourceId`), a
    played customer's or a dead letter's; empty where documents are gone, for settings, of which a business has one of
    each (`profile`, `schedule`, `assistant`, `danger`), and for `everything`, which asks to read all of it again."""

    kind: Kind
    id: str = ""
    at: Instant


@dataclass(frozen=True, slots=True)
class Watched:
    """One collection that is looked at: which moment says that a row changed, and what it is called then.

    Of what is `single` an owner has one row, which needs no index to be found.
    """

    kind: Kind
    entity: type[Entity]
    moment: str
    named: Callable[[Any], str]
    single: bool = False

    def query(self, since: datetime) -> Query[Entity]:
        """What may have changed, the latest first."""
        if self.single:
            return Query(self.entity, limit=1)
        changed = Range(self.moment, at_least=since)
        return Query(self.entity, range=changed, order=f"-{self.moment}", limit=CHANGES_MAX)

    def moment_of(self, row: Entity) -> datetime:
        """When it changed."""
        moment: datetime = getattr(row, self.moment)
        return moment


def _no_name(_: Entity) -> str:
    return ""


WATCHED = (
    Watched("conversation", Conversation, "updated_at", lambda row: row.conversation_id),
    Watched("conversation", Delivery, "updated_at", lambda row: row.conversation_id),
    Watched("conversation", MediaFile, "updated_at", lambda row: row.conversation_id),
    Watched("booking", Booking, "updated_at", lambda row: row.booking_id),
    Watched("document", KnowledgeSource, "updated_at", lambda row: row.source_id),
    Watched("phone", SandboxMessage, "updated_at", lambda row: row.customer),
    Watched("deadLetter", DeadLetter, "given_up_at", lambda row: row.dead_letter_id),
    Watched("deadLetter", DeadLetter, "replayed_at", lambda row: row.dead_letter_id),
    Watched("profile", Profile, "updated_at", _no_name, single=True),
    Watched("schedule", ConsultantConfig, "updated_at", _no_name, single=True),
    Watched("assistant", AiConfig, "updated_at", _no_name, single=True),
    Watched("danger", DangerWords, "updated_at", _no_name, single=True),
)


class Changes:
    """Looks again and again; tells each change once."""

    def __init__(self, reader: Reader, since: datetime) -> None:
        self._reader = reader
        self._since = since
        self._told: dict[tuple[Watched, str], datetime] = {}
        self._under_way: dict[str, tuple[Any, ...]] | None = None
        self._documents: int | None = None

    async def look(self, now: datetime) -> list[Change]:
        """What changed since the last look, the oldest first. Raises Unavailable; then nothing counts as told."""
        if now - self._since > RESUMED_FOR:
            self._since = now
            return [Change(kind="everything", at=now)]
        found = [change for watched in WATCHED for change in await self._changed(watched, now)]
        found += await self._progress(now)
        found += await self._gone(now)
        self._since = now
        horizon = now - 2 * LOOK_BACK
        self._told = {key: moment for key, moment in self._told.items() if moment > horizon}
        if any(change.kind == "everything" for change in found):
            return [Change(kind="everything", at=now)]
        latest = {(change.kind, change.id): change for change in found}
        return sorted(latest.values(), key=lambda change: change.at)

    async def _changed(self, watched: Watched, now: datetime) -> Iterable[Change]:
        since = self._since - LOOK_BACK
        page = await self._reader.find(watched.query(since))
        if page.next is not None:
            return [Change(kind="everything", at=now)]
        rows = [row for row in page.items if watched.moment_of(row) >= since]
        return [change for row in rows if (change := self._news(watched, row))]

    def _news(self, watched: Watched, row: Entity) -> Change | None:
        moment = watched.moment_of(row)
        key = (watched, row.key)
        if self._told.get(key) == moment:
            return None
        self._told[key] = moment
        if isinstance(row, KnowledgeSource) and self._under_way is not None:
            self._under_way[row.source_id] = _state(row)
        return Change(kind=watched.kind, id=watched.named(row), at=moment)

    async def _progress(self, now: datetime) -> list[Change]:
        """Documents on their way: their progress, and that they are gone, change no moment."""
        if self._under_way is None:
            latest = await self._reader.find(Query(KnowledgeSource, order="-updated_at", limit=UNDER_WAY_MAX))
            self._under_way = {row.source_id: _state(row) for row in latest.items}
        before = self._under_way
        ids = [source_id for source_id, state in before.items() if state[0] in ("indexing", "removing")]
        rows = await self._reader.get_many(KnowledgeSource, ids[:UNDER_WAY_MAX]) if ids else []
        found = []
        for source_id, row in zip(ids, rows, strict=False):
            state = _state(row) if row else None
            if state != before[source_id]:
                found.append(Change(kind="document", id=source_id, at=now))
            if state is None:
                del before[source_id]
            else:
                before[source_id] = state
        return found

    async def _gone(self, now: datetime) -> list[Change]:
        """Of a document that is gone no row is left to look at; but there is one less."""
        before, self._documents = self._documents, await self._reader.count(Query(KnowledgeSource))
        return [Change(kind="document", at=now)] if before is not None and self._documents < before else []


def _state(source: KnowledgeSource) -> tuple[Any, ...]:
    return source.status, source.progress
