"""Ingest's handlers on a real store, and the people who write to it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from libs.common.entities import Conversation, Entity, Message, MessageQueue
from libs.common.events import Event, Inbound, MessageReceived, ReplyReady, ReplyRequested
from libs.common.service import Again, Later, Outcome
from libs.common.store.port import Reader, Transaction, Write
from libs.common.store.query import Near, Page, Query
from services.ingest import handlers
from services.ingest.danger.rule import Watch
from tests.embedded import Embedded

E = TypeVar("E", bound=Entity)
Ev = TypeVar("Ev", bound=Event)

OWNER = "clinic"
NUMBER = "106540352242922"
ANA = "4915112345678"
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@dataclass
class Counting:
    """A transaction that counts the documents it reads."""

    tx: Transaction
    documents: int = 0

    async def get(self, kind: type[E], key: str) -> E | None:
        self.documents += 1
        return await self.tx.get(kind, key)

    async def get_many(self, kind: type[E], keys: Sequence[str]) -> list[E | None]:
        self.documents += len(keys)
        return await self.tx.get_many(kind, keys)

    async def find(self, query: Query[E]) -> Page[E]:
        page = await self.tx.find(query)
        self.documents += len(page.items)
        return page

    async def count(self, query: Query[E]) -> int:
        return await self.tx.count(query)

    async def nearest(
        self, kind: type[E], vector: Sequence[float], limit: int, equal: Mapping[str, Any] | None = None
    ) -> list[Near[E]]:
        return await self.tx.nearest(kind, vector, limit, equal)


@dataclass
class Desk:
    """Handles events one by one; its clock stands until somebody lets time pass."""

    house: Embedded
    now: datetime = NOON
    watch: Watch = field(default_factory=Watch)
    reads: int = 0  # documents that the last event read
    _events: int = field(default=0, repr=False)

    def passes(self, **duration: float) -> None:
        self.now += timedelta(**duration)

    def arrived(self, event: Ev) -> Ev:
        """The event as it is delivered, each under an id of its own."""
        self._events += 1
        return event.delivered(cause=f"cause-{self._events}", at=self.now)

    async def handles(
        self, handler: Callable[[Ev, Transaction, datetime], Awaitable[Outcome | Later | Again]], event: Ev
    ) -> Outcome | Again:
        """Run a handler as the runtime does: decided and written in one transaction."""

        async def decide(tx: Transaction) -> tuple[Outcome | Again, Sequence[Write]]:
            counting = Counting(tx)
            outcome = await handler(event, counting, self.now)
            assert not isinstance(outcome, Later)
            self.reads = counting.documents
            return outcome, outcome.write

        return await self.house.store.transact("ingest", event.user_id or None, decide)

    async def receives(self, event: MessageReceived) -> Outcome:
        outcome = await self.handles(partial(handlers.receive, watch=self.watch), self.arrived(event))
        assert isinstance(outcome, Outcome)
        return outcome

    async def hears(self, reply: ReplyReady) -> Outcome:
        outcome = await self.handles(handlers.replied, self.arrived(reply))
        assert isinstance(outcome, Outcome)
        return outcome

    async def writes(self, text: str, **fields: Any) -> Outcome:
        """Ana writes."""
        return await self.receives(written(text, sent_at=self.now, **fields))

    async def answers(self, text: str = "We open at nine.", **fields: Any) -> Outcome:
        """The assistant answers the turn that is open."""
        conversation = await self.conversation()
        named = {"turn": conversation.turn, "author": "assistant", **fields}
        return await self.hears(reply(conversation, text, **named))

    @property
    def reader(self) -> Reader:
        return self.house.store.reader(OWNER)

    async def conversation(self) -> Conversation:
        """The only one there is."""
        (found,) = (await self.reader.find(Query(Conversation))).items
        return found

    async def messages(self) -> list[Message]:
        """As the console shows them: the oldest first."""
        conversation = await self.conversation()
        said = Query(Message, equal={"conversation_id": conversation.conversation_id}, order="-created_at")
        return list(reversed((await self.reader.find(said)).items))

    async def said(self) -> list[str]:
        return [message.content for message in await self.messages()]

    async def entries(self) -> list[MessageQueue]:
        return sorted((await self.reader.find(Query(MessageQueue))).items, key=lambda entry: entry.queued_at)

    async def waiting(self) -> list[str]:
        return [entry.payload_text for entry in await self.entries() if not entry.processed]


_written = 0


def written(text: str, *, sent_at: datetime = NOON, sender: str = ANA, **fields: Any) -> MessageReceived:
    """A customer's message; `fields` are of the message or of the event that brings it."""
    global _written
    _written += 1
    inbound = {name: value for name, value in fields.items() if name in Inbound.model_fields}
    around = {name: value for name, value in fields.items() if name not in Inbound.model_fields}
    around = {"phone": sender if sender.isdigit() else None, **around}
    return MessageReceived.model_validate(
        {
            "user_id": OWNER,
            "phone_number_id": NUMBER,
            "sender": sender,
            **around,
            "message": {"id": f"wamid.{_written}", "kind": "text", "sent_at": sent_at, "text": text, **inbound},
        }
    )


def reply(conversation: Conversation, text: str, **fields: Any) -> ReplyReady:
    return ReplyReady.model_validate(
        {"user_id": OWNER, "conversation_id": conversation.conversation_id, "text": text, **fields}
    )


def asked(outcome: Outcome) -> list[int]:
    """The turns that an outcome gives the assistant."""
    return [event.turn for event in outcome.publish if isinstance(event, ReplyRequested)]


def told(outcome: Outcome) -> list[str]:
    """What ingest itself tells the customer."""
    return [event.text for event in outcome.publish if isinstance(event, ReplyReady)]
