"""Rows that the store's suites put in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from libs.common.entities import Booking, Profile
from libs.common.store.port import Store, Transaction, Write

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
