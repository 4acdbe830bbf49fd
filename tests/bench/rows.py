"""One document read, written, and changed in a transaction: our store on Firestore, and Google's own client beside it.

Both with the same documents on the same emulator: a conversation with its last messages, as most of a turn's are.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from google.cloud.firestore import AsyncClient, AsyncDocumentReference, AsyncTransaction, async_transactional

from libs.common.entities import Conversation
from libs.common.firestore import documents
from libs.common.store.firestore import FirestoreStore
from libs.common.store.port import Transaction, Write
from libs.common.store.query import Query

OWNER = "bench"
Document = dict[str, Any]
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def row(number: int, turn: int = 0) -> Conversation:
    """A conversation after four questions and four answers."""
    said = [("customer", "How much is a cleaning, please?"), ("assistant", "A cleaning costs 70 euros.\n\n— prices.md")]
    recent = [{"role": role, "content": content, "at": NOW} for role, content in said * 4]
    return Conversation.model_validate(
        {
            "conversation_id": f"{OWNER}:{number:032x}",
            "user_id": OWNER,
            "channel": "whatsapp",
            "participant_key": f"{OWNER}:p{number}",
            "created_at": NOW,
            "updated_at": NOW,
            "phone_number_id": "106540352242922",
            "address": f"4917{number:08d}",
            "phone": f"4917{number:08d}",
            "name": f"Customer {number}",
            "turn": turn,
            "turn_opened_at": NOW,
            "language": "en",
            "recent": recent,
            "last_inbound_id": "wamid.1",
            "last_inbound_at": NOW,
        }
    )


def document(row: Conversation) -> Document:
    """The same as Google's client takes it."""
    return documents.encode(row)


class Ours:
    """The store port's adapter: rows are checked, and whose they are."""

    def __init__(self, client: AsyncClient) -> None:
        self._store = FirestoreStore(client)
        self._reader = self._store.reader(OWNER)

    async def get(self, row: Conversation) -> None:
        found = await self._reader.get(Conversation, row.key)
        assert found is not None

    async def find(self, row: Conversation) -> None:
        """A query for one row, under an index."""
        page = await self._reader.find(Query(Conversation, equal={"participant_key": row.participant_key}, limit=1))
        assert page.items

    async def put(self, row: Conversation) -> None:
        async def as_given(_: Transaction) -> tuple[None, Sequence[Write]]:
            return None, [row]

        await self._store.transact("ingest", OWNER, as_given)

    async def change(self, row: Conversation) -> None:
        async def changed(tx: Transaction) -> tuple[None, Sequence[Write]]:
            assert await tx.get(Conversation, row.key) is not None
            return None, [row]

        await self._store.transact("ingest", OWNER, changed)


class Plain:
    """Google's client as its documentation has it: a dictionary in, a dictionary out."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    def _reference(self, document: Document) -> AsyncDocumentReference:
        return self._client.collection(Conversation.collection).document(document["conversationId"])

    async def get(self, document: Document) -> None:
        found = await self._reference(document).get()
        assert found.to_dict()

    async def put(self, document: Document) -> None:
        await self._reference(document).set(document)

    async def change(self, document: Document) -> None:
        reference = self._reference(document)

        @async_transactional
        async def changed(transaction: AsyncTransaction) -> None:
            found: Any = await reference.get(transaction=transaction)
            assert found.to_dict()
            transaction.set(reference, document)

        await changed(self._client.transaction())
