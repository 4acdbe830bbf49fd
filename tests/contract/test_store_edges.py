"""The store port where it is easily broken: odd keys, odd values, rivals, several writes of one row."""

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from libs.common.entities import Booking, BookingDay, Number, Receipt, User
from libs.common.errors import OwnershipError
from libs.common.store.port import Add, AlreadyExists, Create, Delete, Store, Transaction, Write
from libs.common.store.query import Cursor, Query
from tests.contract.rows import DAY, NOW, booking, put
from tests.contract.store_adapters import OpenStore

ODD_KEYS = [" ", "-", ".", "..", ".0", "/", "/a/b", "0", "__all__", "_0", "a.b", "a/b", "é", "ｆ", "🦷"]


def receipt(owner: str = "ana", **fields: Any) -> Receipt:
    given = {"event_id": "e1", "topic": "booking.requested", "handled_at": NOW, "expires_at": NOW}
    return Receipt.model_validate(
        {"receipt_id": "booking:e1", "user_id": owner, "service": "booking", **given, **fields}
    )


async def test_any_text_is_a_key(store: Store) -> None:
    """Whatever an id means elsewhere: a path, a reserved name, a place in the alphabet."""
    await put(store, "booking", "ana", *(booking(1).changed(booking_id=key) for key in ODD_KEYS))
    found = await store.reader("ana").get_many(Booking, ODD_KEYS)
    assert [row and row.key for row in found] == ODD_KEYS
    assert await store.reader("ana").get_many(Booking, ["", "a", "x" * 2000]) == [None, None, None]
    await put(store, "booking", "ana", *(Delete(Booking, key) for key in ODD_KEYS))
    assert await store.reader("ana").count(Query(Booking)) == 0


async def test_pages_go_on_after_any_key(store: Store) -> None:
    """In byte order, also from a cursor that has been text in between."""
    await put(store, "booking", "ana", *(booking(0).changed(booking_id=key) for key in ODD_KEYS))
    for order in (None, "-created_at"):
        seen: list[str] = []
        after: Cursor | None = None
        for _ in ODD_KEYS:
            page = await store.reader("ana").find(Query(Booking, order=order, limit=1, after=after))
            seen += [row.key for row in page.items]
            if page.next is not None:
                values, key = json.loads(json.dumps([page.next.values, page.next.key]))
                after = Cursor(tuple(values), key)
        expected = sorted(ODD_KEYS, key=str.encode)
        assert seen == (expected if order is None else expected[::-1])


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"rows": [["09:00", "10:00"], [], [[1]]], "empty": {}},
        {"": 1, "__x__": 2, "a.b": 3, "`": 4, "Größe": None, "big": 2**60, "half": 0.5, "whole": 1.0},
        {"deep": {"er": {"and": {"deeper": [{"still": [True, False, None]}]}}}},
        {"at": "2026-03-02T09:30:00Z", "long": "é" * 3000},
    ],
)
async def test_an_answer_of_any_shape_comes_back(store: Store, answer: dict[str, Any]) -> None:
    """A receipt keeps what its handler said, for the person who waits for it."""
    await put(store, "booking", "ana", receipt(answer=answer, outputs=({"data": "{}", "ce-id": "1"},)))
    found = await store.reader("ana").get(Receipt, "booking:e1")
    assert found == receipt(answer=answer, outputs=({"data": "{}", "ce-id": "1"},))


async def test_a_key_that_names_nobody_is_no_way_to_anothers_row(store: Store) -> None:
    """Putting on it is refused; deleting it finds nothing; nothing of either transaction lands."""
    await put(store, "booking", "ana", receipt(code="kept"))
    with pytest.raises(OwnershipError):
        await put(store, "booking", "ben", booking(1, "ben"), receipt("ben"))
    with pytest.raises(AlreadyExists):
        await put(store, "booking", "ben", booking(1, "ben"), Create(receipt("ben")))
    await put(store, "booking", "ben", Delete(Receipt, "booking:e1"))
    assert await store.reader("ana").get(Receipt, "booking:e1") == receipt(code="kept")
    assert await store.reader("ben").get(Booking, "ben:001") is None


async def test_the_system_does_not_move_a_row_to_another_owner(store: Store) -> None:
    number = Number(phone_number_id="100", user_id="ana", created_at=NOW)
    await put(store, "gateway", None, number)
    with pytest.raises(OwnershipError):
        await put(store, "gateway", None, number.changed(user_id="ben"))
    await put(store, "gateway", None, number.changed(display_number="+1 555 100"))
    found = await store.system().get(Number, "100")
    assert found is not None
    assert (found.user_id, found.display_number) == ("ana", "+1 555 100")


async def test_the_system_adds_to_a_row_whoever_owns_it(store: Store) -> None:
    """It makes none where no owner is named, neither by the key nor beside it."""
    with pytest.raises(ValueError, match="not there"):
        await put(store, "booking", None, Add(Booking, "100", amounts={"token_number": 2}))
    await put(store, "booking", "ana", booking(1).changed(booking_id="100", token_number=1))
    await put(store, "booking", None, Add(Booking, "100", amounts={"token_number": 2}))
    found = await store.reader("ana").get(Booking, "100")
    assert found is not None
    assert found.token_number == 3
    await put(store, "gateway", None, Add(User, "ana", amounts={"interaction_count": 2}))
    assert await store.reader("ana").get(User, "ana") == User(user_id="ana", interaction_count=2)


async def test_an_added_field_may_be_taken_away(store: Store) -> None:
    await put(store, "gateway", "ana", User(user_id="ana", last_active=NOW, interaction_count=1))
    await put(store, "gateway", "ana", Add(User, "ana", fields={"last_active": None}))
    assert await store.reader("ana").get(User, "ana") == User(user_id="ana", interaction_count=1)


async def test_writes_of_one_row_count_in_their_order(store: Store) -> None:
    await put(store, "booking", "ana", booking(1, name="a"), booking(1, name="b"))
    await put(store, "booking", "ana", Create(booking(2, name="a")), booking(2, name="b"))
    await put(store, "booking", "ana", Delete(Booking, "ana:001"), Create(booking(1, name="c")))
    await put(store, "booking", "ana", booking(3), Delete(Booking, "ana:003"))
    rows = (await store.reader("ana").find(Query(Booking))).items
    assert [(row.key, row.name) for row in rows] == [("ana:001", "c"), ("ana:002", "b")]
    with pytest.raises(AlreadyExists):
        await put(store, "booking", "ana", booking(4), Create(booking(4)))


async def test_large_rows_are_staged_though_one_request_would_not_hold_them(store: Store) -> None:
    rows = [booking(number, reason="x" * 900_000) for number in range(12)]
    await store.stage("booking", "ana", rows)
    found = await store.reader("ana").get(Booking, "ana:011")
    assert found is not None
    assert len(found.reason) == 900_000
    assert await store.reader("ana").count(Query(Booking)) == 12


async def test_no_writer_of_an_ordinary_row_is_lost(store: Store) -> None:
    """Nobody declared that it is contended: its writers lose races, and each counts in the end."""

    async def one_more(tx: Transaction) -> tuple[None, Sequence[Write]]:
        row = await tx.get(Booking, "ana:001") or booking(1)
        return None, [row.changed(token_number=(row.token_number or 0) + 1)]

    await asyncio.gather(*(store.transact("booking", "ana", one_more) for _ in range(15)))
    row = await store.reader("ana").get(Booking, "ana:001")
    assert row is not None
    assert row.token_number == 15


async def test_rivals_in_two_processes_all_count(another_store: OpenStore) -> None:
    """Where no lock of a process helps."""

    async def one_more(tx: Transaction) -> tuple[None, Sequence[Write]]:
        day = await tx.get(BookingDay, "ana:2026-03-02") or BookingDay(day_id="ana:2026-03-02", user_id="ana", date=DAY)
        return None, [day.changed(last_token=day.last_token + 1)]

    async with another_store() as here, another_store() as there:
        stores = [here, there] * 6
        await asyncio.gather(*(store.transact("booking", "ana", one_more) for store in stores))
        day = await here.reader("ana").get(BookingDay, "ana:2026-03-02")
    assert day is not None
    assert day.last_token == 12


async def test_moves_between_the_same_two_days_in_both_directions_all_land(store: Store) -> None:
    """Each reads both days, half of them in the other order, and takes from one what it gives to the other."""
    days = [DAY, DAY + timedelta(days=1)]
    keys = [BookingDay.id_for("ana", day) for day in days]
    rows = [BookingDay(day_id=key, user_id="ana", date=day, last_token=50) for key, day in zip(keys, days, strict=True)]
    await put(store, "booking", "ana", *rows)

    async def move(tx: Transaction, source: str, target: str) -> tuple[None, Sequence[Write]]:
        first, second = await tx.get(BookingDay, source), await tx.get(BookingDay, target)
        assert first is not None
        assert second is not None
        changed = first.changed(last_token=first.last_token - 1), second.changed(last_token=second.last_token + 1)
        return None, changed

    async def go(source: str, target: str) -> None:
        await store.transact("booking", "ana", lambda tx: move(tx, source, target))

    await asyncio.gather(*(go(*pair) for pair in [keys, keys[::-1], keys] * 6))
    after = await store.reader("ana").get_many(BookingDay, keys)
    assert [day and day.last_token for day in after] == [44, 56]
