"""The store port, in its own words: rows, owners and transactions."""

import asyncio
from collections.abc import Sequence

import pytest

from libs.common.entities import (
    Booking,
    BookingDay,
    Number,
    Profile,
    Receipt,
    User,
)
from libs.common.errors import OwnershipError, TooLarge
from libs.common.store.port import Add, AlreadyExists, Create, Delete, Store, Transaction, Write
from libs.common.store.query import Query
from tests.contract.rows import DAY, NOW, booking, profile, put
from tests.contract.store_adapters import OpenStore


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


async def test_a_row_that_was_read_can_be_put_again(store: Store) -> None:
    """As often as one likes; queries find it as before."""
    await put(store, "booking", "ana", booking(1, starts_at=NOW))
    for _ in range(2):
        read = await store.reader("ana").get(Booking, "ana:001")
        assert read is not None
        await put(store, "booking", "ana", read.changed(name="Ana"), read)
    assert (await store.reader("ana").find(Query(Booking, order="-created_at"))).items == [booking(1, starts_at=NOW)]


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


async def test_a_document_over_the_limit_is_refused_with_its_size(store: Store) -> None:
    with pytest.raises(TooLarge, match=r"Booking 'ana:001' is 2,000,\d+ bytes; the limit is 1,\d+,\d+"):
        await put(store, "booking", "ana", booking(1, reason="x" * 2_000_000))


async def test_more_rows_than_a_transaction_holds_can_be_staged(store: Store) -> None:
    rows = [booking(n, status="draft") for n in range(950)]
    with pytest.raises(TooLarge):
        await put(store, "booking", "ana", *rows)
    await store.stage("booking", "ana", rows)
    assert await store.reader("ana").count(Query(Booking)) == 950


async def test_who_waits_gets_the_receipt_when_it_stands(another_store: OpenStore) -> None:
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
    async with another_store() as here, another_store() as there:
        assert await here.wait("booking:e2", 0.0) is None
        waits = asyncio.ensure_future(here.wait("booking:e2", 10.0))
        await put(there, "booking", "ana", receipt)
        assert await waits == receipt


async def test_what_was_stored_is_there_after_a_restart(another_store: OpenStore) -> None:
    async with another_store() as before:
        await put(before, "booking", "ana", booking(1, name="Ana"))
    async with another_store() as after:
        found = await after.reader("ana").get(Booking, "ana:001")
        assert found is not None
        assert found.name == "Ana"
