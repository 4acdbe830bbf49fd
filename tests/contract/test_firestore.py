"""What is Firestore's alone: the form of its documents, its limits, and what is said when it does not answer."""

import os
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from uuid import uuid4

import google.auth
import pytest
from google.api_core.exceptions import Aborted
from google.auth.credentials import AnonymousCredentials
from google.cloud.firestore import AsyncClient
from google.cloud.firestore_v1.vector import Vector

from libs.common.entities import Booking, BookingDay, KnowledgeChunk, Receipt
from libs.common.errors import Misconfigured, TooLarge, Unavailable
from libs.common.firestore.client import Attempt, connect
from libs.common.store.firestore import FirestoreStore
from libs.common.store.port import AlreadyExists, Create, Transaction, Write
from tests.contract.rows import DAY, NOW, booking, put


@pytest.fixture
async def client(firestore_host: str) -> AsyncClient:
    """Google's own client, to look at what lies there."""
    return connect(f"test-{uuid4().hex[:12]}", firestore_host)


@pytest.fixture
async def store(client: AsyncClient) -> AsyncIterator[FirestoreStore]:
    """Ours on it; closing it closes the client."""
    store = FirestoreStore(client)
    yield store
    await store.close()


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No emulator, no project, no credentials."""
    for name in ("FIRESTORE_EMULATOR_HOST", "GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT", "GOOGLE_APPLICATION_CREDENTIALS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    monkeypatch.setenv("CLOUDSDK_CONFIG", "/nonexistent")
    return monkeypatch


async def test_documents_have_the_names_and_types_of_the_design(store: FirestoreStore, client: AsyncClient) -> None:
    """camelCase names; moments as timestamps, dates as text, records as maps; what is absent is not there."""
    day = BookingDay.model_validate(
        {
            "day_id": "ana:2026-03-02",
            "user_id": "ana",
            "date": DAY,
            "taken": [
                {"start": 540, "end": 570, "holder": "x", "expires": NOW},
                {"start": 600, "end": 630, "holder": "y"},
            ],
        }
    )
    await put(store, "booking", "ana", booking(1, starts_at=NOW), day)
    row = (await client.document("bookings/ana:001").get()).to_dict() or {}
    assert (row["bookingId"], row["userId"], row["date"], row["startsAt"]) == ("ana:001", "ana", "2026-03-02", NOW)
    assert "timeSlot" not in row
    ledger = (await client.document("booking_days/ana:2026-03-02").get()).to_dict() or {}
    assert ledger["taken"] == [
        {"start": 540, "end": 570, "holder": "x", "expires": NOW},
        {"start": 600, "end": 630, "holder": "y"},
    ]


async def test_an_embedding_is_a_vector_and_a_free_form_is_text(store: FirestoreStore, client: AsyncClient) -> None:
    chunk = KnowledgeChunk(
        chunk_id="ana:1",
        user_id="ana",
        source_id="ana:s",
        source="prices",
        index=0,
        content="",
        embedding=(1.0, 0.5),
        created_at=NOW,
        updated_at=NOW,
    )
    receipt = Receipt(
        receipt_id="booking:e1",
        user_id="ana",
        service="booking",
        event_id="e1",
        topic="booking.requested",
        answer={"rows": [[1]]},
        handled_at=NOW,
        expires_at=NOW,
    )
    await put(store, "knowledge", "ana", chunk)
    await put(store, "booking", "ana", receipt)
    stored = (await client.document("knowledge_chunks/ana:1").get()).to_dict() or {}
    assert stored["embedding"] == Vector((1.0, 0.5))
    stored = (await client.document("receipts/booking:e1").get()).to_dict() or {}
    assert stored["answer"] == '{"rows":[[1]]}'


async def test_a_transaction_over_ten_mebibytes_is_refused_before_it_is_sent(store: FirestoreStore) -> None:
    rows = [booking(number, reason="x" * 1_000_000) for number in range(11)]
    with pytest.raises(TooLarge, match=r"a transaction is 11,\d+,\d+ bytes; the limit is 10,\d+,\d+"):
        await put(store, "booking", "ana", *rows)
    assert await store.reader("ana").get(Booking, "ana:000") is None


async def test_one_who_loses_every_race_gives_up(store: FirestoreStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the event's fault: it is tried again later."""
    attempts: list[Attempt] = []

    async def lose(attempt: Attempt) -> None:
        attempts.append(attempt)
        raise Aborted("Too much contention on these documents.")

    async def decide(tx: Transaction) -> tuple[None, Sequence[Write]]:
        await tx.get(Booking, "ana:001")
        return None, [booking(1)]

    monkeypatch.setattr(Attempt, "land", lose)
    monkeypatch.setattr("libs.common.store.firestore.PAUSE_SECONDS", 0.0)
    with pytest.raises(Unavailable):
        await store.transact("booking", "ana", decide)
    assert len(attempts) == 10


async def test_which_row_was_there_is_said(store: FirestoreStore) -> None:
    """Of several that were to be created."""
    await put(store, "booking", "ana", booking(2))
    with pytest.raises(AlreadyExists, match="'ana:002'"):
        await put(store, "booking", "ana", *(Create(booking(number)) for number in (1, 2, 3)))


async def test_a_store_that_nobody_answers_for_is_unavailable() -> None:
    """Within three seconds, whatever Google's client would wait."""
    store = FirestoreStore(connect("nobody", "127.0.0.1:1"))
    try:
        with pytest.raises(Unavailable, match="Firestore does not answer"):
            await store.ready()
    finally:
        await store.close()


def test_without_credentials_it_says_how_to_get_them(nowhere: pytest.MonkeyPatch) -> None:
    with pytest.raises(Misconfigured, match="gcloud auth application-default login"):
        connect("a-project")


def test_without_a_project_it_names_the_setting(nowhere: pytest.MonkeyPatch) -> None:
    """With credentials that belong to none."""
    nobody = AnonymousCredentials()
    nowhere.setattr(google.auth, "default", lambda *_, **__: (nobody, None))
    with pytest.raises(Misconfigured, match="Set GOOGLE_CLOUD_PROJECT"):
        connect(None)


def test_the_emulators_address_is_not_left_in_the_environment(nowhere: pytest.MonkeyPatch) -> None:
    """Another client of this process may be somebody else's."""
    connect("a-project", "127.0.0.1:1")
    assert "FIRESTORE_EMULATOR_HOST" not in os.environ


async def test_moments_keep_their_microseconds(store: FirestoreStore) -> None:
    """And come back as plain ones, in UTC."""
    moment = NOW + timedelta(microseconds=1)
    await put(store, "booking", "ana", booking(1, starts_at=moment))
    found = await store.reader("ana").get(Booking, "ana:001")
    assert found is not None
    assert found.starts_at == moment
    assert found.starts_at is not None
    assert found.starts_at.isoformat() == moment.isoformat()
