"""The store port, in its own words."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from libs.common.entities import (
    Booking,
    BookingDay,
    Conversation,
    KnowledgeChunk,
    Number,
    Profile,
    Receipt,
    Timer,
    User,
)
from libs.common.errors import OwnershipError, TooLarge
from libs.common.store.port import Add, AlreadyExists, Create, Delete, Store, Transaction, Write
from libs.common.store.query import Query, Range
from tests.contract.adapters import Open

NOW = datetime(2026, 3, 2, 9, 30, 0, 123456, tzinfo=UTC)
DAY = date(2026, 3, 2)


def booking(number: int, owner: str = "ana", **fields: Any) -> Booking:
    given: dict[str, Any] = {"date": DAY, "created_at": NOW + timedelta(minutes=number), "updated_at": NOW}
    return Booking(booking_id=f"{owner}:{number:03}", user_id=owner, **{**given, **fields})


def profile(owner: str, name: str) -> Profile:
    return Profile(user_id=owner, business_name=name, updated_at=NOW)


async def put(store: Store, service: str, owner: str | None, *rows: Write) -> None:
    async def decide(_: Transaction) -> tuple[None, Sequence[Write]]:
        return None, rows

    await store.transact(service, owner, decide)


async def test_a_row_comes_back_as_it_was_put(store: Store) -> None:
    """Moments to the microsecond, dates, lists of records and absent fields included."""
    row = booking(1, starts_at=NOW, name="Ana Müller 🦷", held_until=None, token_number=7)
    day = BookingDay.model_validate(
        {
            "day_id": "ana:2026-03-02",
            "user_id": "ana",
            "date": DAY,
            "taken": [{"start": 540, "end": 570, "holder": "x", "expires": NOW}],
        }
    )
    await put(store, "booking", "ana", row, day)
    assert await store.reader("ana").get(Booking, row.key) == row
    assert await store.reader("ana").get(BookingDay, day.key) == day


async def test_putting_again_replaces_the_whole_row(store: Store) -> None:
    """A field that the new row lacks is gone."""
    await put(store, "booking", "ana", booking(1, staff_note="old", starts_at=NOW))
    await put(store, "booking", "ana", booking(1))
    found = await store.reader("ana").get(Booking, "ana:001")
    assert found is not None
    assert (found.staff_note, found.starts_at) == ("", None)


async def test_another_owners_row_answers_as_if_absent(store: Store) -> None:
    """By key, by many keys, by query, by count."""
    await put(store, "booking", "ana", booking(1))
    ben = store.reader("ben")
    assert await ben.get(Booking, "ana:001") is None
    assert await ben.get_many(Booking, ["ana:001"]) == [None]
    assert (await ben.find(Query(Booking, equal={"date": DAY}, order="starts_at"))).items == []
    assert await ben.count(Query(Booking)) == 0


@pytest.mark.parametrize("write", [booking(1), Create(booking(9)), Delete(Booking, "ana:001")])
async def test_a_write_for_another_owner_changes_nothing(store: Store, write: Write) -> None:
    """Putting and creating are refused; deleting finds nothing there."""
    await put(store, "booking", "ana", booking(1, name="kept"))
    try:
        await put(store, "booking", "ben", write)
        refused = False
    except OwnershipError:
        refused = True
    assert refused or isinstance(write, Delete)
    kept = await store.reader("ana").get(Booking, "ana:001")
    assert kept is not None
    assert kept.name == "kept"
    assert await store.reader("ana").get(Booking, "ana:009") is None


async def test_a_row_under_anothers_key_is_refused(store: Store) -> None:
    """An id made up to hit another owner's row does not replace it."""
    await put(store, "booking", "ana", booking(1, name="kept"))
    with pytest.raises((OwnershipError, AlreadyExists)):
        await put(store, "booking", "ben", booking(1).changed(user_id="ben"))
    kept = await store.reader("ana").get(Booking, "ana:001")
    assert kept is not None
    assert kept.name == "kept"


async def test_only_its_service_writes_a_collection(store: Store) -> None:
    """And each service its own receipts."""
    receipt = Receipt(
        receipt_id="booking:e1",
        user_id="ana",
        service="booking",
        event_id="e1",
        topic="booking.requested",
        handled_at=NOW,
        expires_at=NOW,
    )
    for rows in ([profile("ana", "A")], [receipt.changed(service="gateway")], [Delete(Profile, "ana")]):
        with pytest.raises(OwnershipError):
            await put(store, "booking", "ana", *rows)
    await put(store, "booking", "ana", receipt)
    assert await store.system().get(Receipt, "booking:e1") == receipt


async def test_what_serves_all_owners_is_reached_by_the_system_alone(store: Store) -> None:
    number = Number(phone_number_id="100", user_id="ana", created_at=NOW)
    with pytest.raises(OwnershipError):
        await put(store, "gateway", "ana", number)
    await put(store, "gateway", None, number)
    with pytest.raises(OwnershipError):
        await store.reader("ana").get(Number, "100")
    assert await store.system().get(Number, "100") == number


async def test_creating_what_is_there_fails_whole(store: Store) -> None:
    """Nothing of that transaction lands."""
    await put(store, "booking", "ana", Create(booking(1, name="first")))
    with pytest.raises(AlreadyExists):
        await put(store, "booking", "ana", booking(2), Create(booking(1, name="second")))
    assert await store.reader("ana").get(Booking, "ana:002") is None
    first = await store.reader("ana").get(Booking, "ana:001")
    assert first is not None
    assert first.name == "first"


async def test_adding_makes_the_row_and_then_counts_on(store: Store) -> None:
    for amount in (3, 4):
        add = Add(User, "ana", amounts={"interaction_count": amount}, fields={"last_active": NOW})
        await put(store, "gateway", "ana", add)
    assert await store.reader("ana").get(User, "ana") == User(user_id="ana", last_active=NOW, interaction_count=7)


async def test_deleting_is_harmless_where_there_is_nothing(store: Store) -> None:
    await put(store, "booking", "ana", booking(1))
    await put(store, "booking", "ana", Delete(Booking, "ana:001"), Delete(Booking, "ana:404"))
    assert await store.reader("ana").get(Booking, "ana:001") is None


async def test_many_rows_come_in_the_order_asked(store: Store) -> None:
    await put(store, "booking", "ana", booking(1), booking(2))
    found = await store.reader("ana").get_many(Booking, ["ana:002", "ana:404", "ana:001"])
    assert [row and row.key for row in found] == ["ana:002", None, "ana:001"]


async def test_fifty_writers_of_one_document_all_count(store: Store) -> None:
    """Load, decide, save is one transaction: no update is lost, however many compete."""

    async def one_more(tx: Transaction) -> tuple[int, Sequence[Write]]:
        day = await tx.get(BookingDay, "ana:2026-03-02") or BookingDay(day_id="ana:2026-03-02", user_id="ana", date=DAY)
        return day.last_token + 1, [day.changed(last_token=day.last_token + 1)]

    given = await asyncio.gather(*(store.transact("booking", "ana", one_more) for _ in range(50)))
    assert sorted(given) == list(range(1, 51))


async def test_two_who_read_what_the_other_writes_are_not_both_right(store: Store) -> None:
    """Serializable, queries included: of two who each take the last place if none is taken, one gets it."""

    async def take(number: int, tx: Transaction) -> tuple[bool, Sequence[Write]]:
        free = await tx.count(Query(Booking, equal={"date": DAY}, order="starts_at")) == 0
        return free, [booking(number, starts_at=NOW)] if free else []

    async def attempt(number: int) -> bool:
        return await store.transact("booking", "ana", lambda tx: take(number, tx))

    assert sum(await asyncio.gather(*map(attempt, range(20)))) == 1


async def test_a_decision_that_raises_leaves_nothing(store: Store) -> None:
    async def decide(tx: Transaction) -> tuple[None, Sequence[Write]]:
        await tx.get(Booking, "ana:001")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await store.transact("booking", "ana", decide)
    assert await store.reader("ana").count(Query(Booking)) == 0


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


async def test_a_document_over_the_limit_is_refused_with_its_size(store: Store) -> None:
    with pytest.raises(TooLarge, match=r"Booking 'ana:001' is 2,000,\d+ bytes; the limit is 1,\d+,\d+"):
        await put(store, "booking", "ana", booking(1, reason="x" * 2_000_000))


async def test_more_rows_than_a_transaction_holds_can_be_staged(store: Store) -> None:
    rows = [booking(n, status="draft") for n in range(950)]
    with pytest.raises(TooLarge):
        await put(store, "booking", "ana", *rows)
    await store.stage("booking", "ana", rows)
    assert await store.reader("ana").count(Query(Booking)) == 950


async def test_who_waits_gets_the_receipt_when_it_stands(another_process: Open) -> None:
    """Also when another process writes it; None when the time is over."""
    receipt = Receipt(
        receipt_id="booking:e2",
        user_id="ana",
        service="booking",
        event_id="e2",
        topic="booking.requested",
        handled_at=NOW,
        expires_at=NOW,
    )
    async with another_process() as here, another_process() as there:
        assert await here.store.wait("booking:e2", 0.0) is None
        waits = asyncio.ensure_future(here.store.wait("booking:e2", 10.0))
        await put(there.store, "booking", "ana", receipt)
        assert await waits == receipt


async def test_what_was_stored_is_there_after_a_restart(another_process: Open) -> None:
    async with another_process() as before:
        await put(before.store, "booking", "ana", booking(1, name="Ana"))
    async with another_process() as after:
        found = await after.store.reader("ana").get(Booking, "ana:001")
        assert found is not None
        assert found.name == "Ana"
