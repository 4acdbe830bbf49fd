"""A responder on a data folder of its own, and rows for it to answer."""

import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from libs.common.blobs.files import FileBlobs
from libs.common.entities import Conversation, KnowledgeChunk, KnowledgeSource, MessageQueue, Profile, Receipt
from libs.common.envelope import Envelope
from libs.common.events import ReplyReady, ReplyRequested
from libs.common.finish.receipts import outputs_of
from libs.common.parts import Parts, system_sleep
from libs.common.settings import Settings
from libs.common.vault import Vault
from services.responder.service import build
from tests.embedded import Embedded, embedded
from tests.fakes.embedding import WordEmbedding

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
OWNER = "smile"
CONVERSATION = "smile:c1"


class Clock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now


class Desk:
    """One owner, one conversation."""

    def __init__(self, opened: Embedded, clock: Clock, embedding: WordEmbedding) -> None:
        self.opened = opened
        self.clock = clock
        self.embedding = embedding
        self._asked = 0

    async def knows(self, name: str, *passages: str, category: str = "knowledge") -> None:
        """Put a document's chunks in, live."""
        source_id = f"{OWNER}:{name}"
        vectors = await self.embedding.embed_passages(passages)
        made = {"user_id": OWNER, "source": name, "category": category, "created_at": NOW, "updated_at": NOW}
        source = {**made, "source_id": source_id, "version": "v1", "embedding": self.embedding.name}
        rows = [
            {
                **made,
                "chunk_id": f"{source_id}:{place}",
                "source_id": source_id,
                "index": place,
                "content": text,
                "embedding": vector,
                "version": "v1",
            }
            for place, (text, vector) in enumerate(zip(passages, vectors, strict=True))
        ]
        chunks = [KnowledgeChunk.model_validate(row) for row in rows]
        await self.opened.put("knowledge", OWNER, KnowledgeSource.model_validate(source), *chunks)

    async def named(self, business: str) -> None:
        await self.opened.put("gateway", OWNER, Profile(user_id=OWNER, business_name=business, updated_at=NOW))

    async def hears(self, *texts: str, turn: int = 1, seconds_ago: float = 60, **conversation: Any) -> None:
        """The customer's turn: these words wait for an answer."""
        at = self.clock.now - dt.timedelta(seconds=seconds_ago)
        entries = [self.entry(text, number, at=at, turn=turn) for number, text in enumerate(texts)]
        await self.opened.put("ingest", OWNER, self.conversation(turn=turn, **conversation), *entries)

    def conversation(self, **fields: Any) -> Conversation:
        given: dict[str, Any] = {
            "conversation_id": CONVERSATION,
            "user_id": OWNER,
            "channel": "whatsapp",
            "participant_key": "smile:p1",
            "created_at": NOW,
            "updated_at": NOW,
            "turn": 1,
            "turn_open": True,
            "turn_opened_at": NOW,
            "name": "Ana",
            "phone": "491700000001",
        }
        return Conversation.model_validate(given | fields)

    def entry(self, text: str, number: int, *, at: dt.datetime, turn: int = 1, **fields: Any) -> MessageQueue:
        given: dict[str, Any] = {
            "queue_id": f"smile:q{turn}-{number}",
            "user_id": OWNER,
            "remote_jid": "491700000001",
            "payload_text": text,
            "queued_at": at + dt.timedelta(milliseconds=number),
            "conversation_id": CONVERSATION,
            "turn": turn,
        }
        return MessageQueue.model_validate(given | fields)

    async def answers(self, *, turn: int = 1, **fields: Any) -> tuple[Receipt, Sequence[Envelope]]:
        """Ask for the turn's answer; gives the receipt and what was published."""
        self._asked += 1
        event = ReplyRequested(user_id=OWNER, conversation_id=CONVERSATION, turn=turn, opened_at=NOW, **fields)
        receipt = await self.opened.handled("responder", event, cause=f"ask {self._asked}")
        return receipt, outputs_of(receipt)

    async def says(self) -> ReplyReady:
        """The one reply to the turn."""
        _, (out,) = await self.answers()
        return ReplyReady.opened(out)


@asynccontextmanager
async def open_desk(path: Path, **settings: Any) -> AsyncIterator[Desk]:
    """A responder that waits for nobody's quiet unless told."""
    clock, embedding = Clock(), WordEmbedding()
    chosen = Settings(data=path, **{"quiet_seconds": 0, **settings})
    async with embedded(path, clock) as opened:
        parts = Parts(
            settings=chosen,
            store=opened.store,
            blobs=FileBlobs(path / "blobs"),
            bus=opened.bus,
            embedding=embedding,
            vault=Vault.of(chosen),
            clock=clock,
            sleep=system_sleep,
        )
        service = build(parts)
        await opened.listen(service)
        try:
            yield Desk(opened, clock, embedding)
        finally:
            await opened.bus.stop(5.0)
            for close in service.closing:
                await close()
