"""The store port, in its own words: what is found, and in which order."""

from datetime import timedelta

import pytest

from libs.common.entities import (
    Booking,
    Conversation,
    KnowledgeChunk,
    Timer,
)
from libs.common.store.port import Store
from libs.common.store.query import Query, Range
from tests.contract.rows import DAY, NOW, booking, put


async def test_pages_neither_skip_nor_repeat_while_writes_go_on(store: Store) -> None:
    """Rows with equal values stand by key; new ones before and behind the cursor disturb nothing."""
    await put(store, "booking", "ana", *(booking(n, starts_at=NOW) for n in range(0, 40, 2)))
    seen: list[str] = []
    query = Query(Booking, equal={"date": DAY}, order="starts_at", limit=7)
    for extra in range(1, 99, 2):
        page = await store.reader("ana").find(query)
        seen += [row.key for row in page.items]
        if page.next is None:
            break
        await put(store, "booking", "ana", booking(extra, starts_at=NOW - timedelta(hours=1)))
        query = Query(Booking, equal={"date": DAY}, order="starts_at", limit=7, after=page.next)
    assert seen == [f"ana:{n:03}" for n in range(0, 40, 2)]


async def test_an_order_may_descend(store: Store) -> None:
    await put(store, "booking", "ana", *(booking(n) for n in (1, 3, 2)))
    page = await store.reader("ana").find(Query(Booking, order="-created_at", limit=2))
    assert [row.key for row in page.items] == ["ana:003", "ana:002"]
    assert page.next is not None
    rest = await store.reader("ana").find(Query(Booking, order="-created_at", limit=2, after=page.next))
    assert ([row.key for row in rest.items], rest.next) == (["ana:001"], None)


async def test_keys_break_ties_in_byte_order(store: Store) -> None:
    keys = ["ana:Z", "ana:a", "ana:é", "ana:🦷"]
    await put(store, "booking", "ana", *(booking(1).changed(booking_id=key) for key in reversed(keys)))
    assert [row.key for row in (await store.reader("ana").find(Query(Booking))).items] == keys


async def test_a_range_takes_its_lower_bound_and_not_its_upper(store: Store) -> None:
    rows = [booking(n, starts_at=NOW + timedelta(hours=n)) for n in range(5)]
    await put(store, "booking", "ana", *rows)
    within = Range("starts_at", at_least=NOW + timedelta(hours=1), below=NOW + timedelta(hours=3))
    page = await store.reader("ana").find(Query(Booking, equal={"date": DAY}, range=within))
    assert [row.key for row in page.items] == ["ana:001", "ana:002"]


async def test_one_of_several_values(store: Store) -> None:
    statuses = ("pending", "confirmed", "declined")
    await put(store, "booking", "ana", *(booking(n, status=status) for n, status in enumerate(statuses)))
    query = Query(Booking, one_of={"status": ["pending", "confirmed"]}, equal={}, order="date")
    assert {row.status for row in (await store.reader("ana").find(query)).items} == {"pending", "confirmed"}


async def test_a_row_that_lacks_a_field_drops_out_of_what_looks_at_it(store: Store) -> None:
    await put(store, "booking", "ana", booking(1, starts_at=NOW), booking(2))
    ordered = Query(Booking, equal={"date": DAY}, order="starts_at")
    assert [row.key for row in (await store.reader("ana").find(ordered)).items] == ["ana:001"]
    assert await store.reader("ana").count(ordered) == 1


async def test_booleans_are_found_by_equality(store: Store) -> None:
    def conversation(key: str, *, is_open: bool) -> Conversation:
        return Conversation(
            conversation_id=key,
            user_id="ana",
            channel="whatsapp",
            participant_key="p",
            created_at=NOW,
            updated_at=NOW,
            turn_open=is_open,
            turn_opened_at=NOW,
        )

    await put(store, "ingest", "ana", conversation("ana:1", is_open=True), conversation("ana:2", is_open=False))
    query = Query(Conversation, equal={"turn_open": True}, order="turn_opened_at")
    assert [row.key for row in (await store.system().find(query)).items] == ["ana:1"]


async def test_a_query_that_no_declared_index_serves_is_refused(store: Store) -> None:
    """Here as in production, where Firestore would refuse it."""
    for query in (
        Query(Booking, equal={"reason": "x"}),
        Query(Booking, order="name"),
        Query(Booking, order="created_at"),
    ):
        with pytest.raises(LookupError, match="declares no index"):
            await store.reader("ana").find(query)


async def test_the_system_sees_all_owners_in_due_order(store: Store) -> None:
    timers = [
        Timer(timer_id=f"{owner}:t", user_id=owner, booking_id="b", due_at=NOW + timedelta(minutes=minutes))
        for owner, minutes in (("ana", 3), ("ben", 1), ("cem", 9))
    ]
    await put(store, "booking", None, *timers)
    due = Query(Timer, range=Range("due_at", below=NOW + timedelta(minutes=5)))
    assert [row.user_id for row in (await store.system().find(due)).items] == ["ben", "ana"]


def chunk(number: int, vector: tuple[float, ...], owner: str = "ana", category: str = "knowledge") -> KnowledgeChunk:
    return KnowledgeChunk.model_validate(
        {
            "chunk_id": f"{owner}:{number}",
            "user_id": owner,
            "source_id": f"{owner}:s",
            "source": "prices",
            "category": category,
            "index": number,
            "content": f"passage {number}",
            "embedding": vector,
            "created_at": NOW,
            "updated_at": NOW,
        }
    )


async def test_the_nearest_are_found_by_angle_within_the_owner(store: Store) -> None:
    """Nearest first, with the cosine distance; another owner's and another category's rows are not among them."""
    await put(
        store,
        "knowledge",
        "ana",
        chunk(1, (1.0, 0.0, 0.0)),
        chunk(2, (3.0, 3.0, 0.0)),
        chunk(3, (0.0, 0.0, 1.0)),
        chunk(4, ()),
        chunk(5, (1.0, 0.1, 0.0), category="instructions"),
    )
    await put(store, "knowledge", "ben", chunk(1, (1.0, 0.0, 0.0), owner="ben"))
    near = await store.reader("ana").nearest(KnowledgeChunk, (2.0, 0.0, 0.0), 2, {"category": "knowledge"})
    assert [(hit.item.key, round(hit.distance, 4)) for hit in near] == [("ana:1", 0.0), ("ana:2", 0.2929)]
    assert near[1].item.embedding == pytest.approx((3.0, 3.0, 0.0))


async def test_a_vector_of_another_dimension_is_refused(store: Store) -> None:
    """Never an empty answer that looks like an honest one."""
    await put(store, "knowledge", "ana", chunk(1, (1.0, 0.0, 0.0)))
    with pytest.raises(ValueError, match="dimension"):
        await store.reader("ana").nearest(KnowledgeChunk, (1.0, 0.0), 2)
