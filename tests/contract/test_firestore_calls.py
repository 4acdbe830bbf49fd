"""What a transaction costs on Firestore, in calls."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from libs.common.entities import Booking
from libs.common.firestore.client import connect
from libs.common.store.firestore import FirestoreStore
from libs.common.store.port import Create
from libs.common.store.query import Query
from tests.contract.rows import booking, put

CALLS = ("begin_transaction", "batch_get_documents", "run_query", "commit", "rollback")


@pytest.fixture
async def store(firestore_host: str) -> AsyncIterator[FirestoreStore]:
    opened = FirestoreStore(connect(f"test-{uuid4().hex[:12]}", firestore_host))
    await put(opened, "booking", "ana", booking(1), booking(2))
    yield opened
    await opened.close()


@pytest.fixture
def calls(store: FirestoreStore) -> Iterator[Counter[str]]:
    """Those since the test began, by name."""
    counted: Counter[str] = Counter()
    api = store._client._firestore_api

    def counting(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            counted[name] += 1
            return original(*given, **named)

        return call

    with ExitStack() as stack:
        for name in CALLS:
            stack.enter_context(patch.object(api, name, counting(name, getattr(api, name))))
        yield counted


async def test_one_read_and_its_write_are_two_calls(store: FirestoreStore, calls: Counter[str]) -> None:
    """The read begins it."""

    async def decide(tx: Any) -> Any:
        assert await tx.get(Booking, "ana:001") is not None
        return None, [booking(1, name="Ben")]

    await store.transact("booking", "ana", decide)
    assert calls == {"batch_get_documents": 1, "commit": 1}


async def test_reads_at_once_are_of_one_transaction(store: FirestoreStore, calls: Counter[str]) -> None:
    """Also where a query is among them; nothing is begun twice, so nothing is left behind."""

    async def decide(tx: Any) -> Any:
        found = await asyncio.gather(tx.get(Booking, "ana:001"), tx.get(Booking, "ana:002"), tx.find(Query(Booking)))
        assert all(found)
        return None, [booking(1, name="Ben")]

    await store.transact("booking", "ana", decide)
    assert calls == {"batch_get_documents": 2, "run_query": 1, "commit": 1}


async def test_a_query_alone_is_begun_first(store: FirestoreStore, calls: Counter[str]) -> None:
    async def decide(tx: Any) -> Any:
        return None, [booking(len((await tx.find(Query(Booking))).items) + 1)]

    await store.transact("booking", "ana", decide)
    assert calls == {"begin_transaction": 1, "run_query": 1, "commit": 1}


async def test_a_write_alone_is_one_call(store: FirestoreStore, calls: Counter[str]) -> None:
    await put(store, "booking", "ana", Create(booking(3)))
    assert calls == {"commit": 1}


async def test_what_a_decision_gives_up_is_given_up_at_firestore_too(
    store: FirestoreStore, calls: Counter[str]
) -> None:
    """Nobody waits for a place that it held."""

    async def decide(tx: Any) -> Any:
        await tx.get(Booking, "ana:001")
        raise LookupError

    with pytest.raises(LookupError):
        await store.transact("booking", "ana", decide)
    assert calls == {"batch_get_documents": 1, "rollback": 1}
