"""Booking as the runtime runs it: events in, receipts and events out."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from libs.common.entities import Booking, BookingDay, Receipt
from libs.common.events import BY_TOPIC, Actor, BookingRequested, OwnerChanged
from libs.common.finish.receipts import outputs_of
from libs.common.parts import Parts
from libs.common.store.query import Query
from services.booking.service import build
from tests.embedded import embedded
from tests.unit.services.booking.practice import MONDAY, MORNING

TUESDAY = MONDAY + timedelta(days=1)
SERVICE = build(cast(Parts, None))  # it takes nothing of them

MADE = OwnerChanged(user_id="clinic", act="made", timezone="Europe/Berlin")


def clock() -> datetime:
    return MORNING


def wish(customer: int) -> BookingRequested:
    return BookingRequested(
        user_id="clinic",
        act="book",
        actor=Actor(kind="customer"),
        asked_at=MORNING,
        conversation_id=f"conversation{customer}",
        participant_key=f"customer{customer}",
        turn=1,
        date=TUESDAY,
        time="10:00",
    )


def test_booking_handles_and_publishes_what_the_catalogue_says() -> None:
    handled = {handler.event.topic for handler in SERVICE.handles}
    assert handled == {topic for topic, event in BY_TOPIC.items() if "booking" in event.consumers}
    assert all("booking" in event.publishers for event in SERVICE.publishes)
    assert all(kind.writer == "booking" for kind in SERVICE.owns)


async def test_of_twenty_who_want_one_place_at_once_one_has_it(tmp_path: Path) -> None:
    """First asked, first served; everybody is answered."""
    async with embedded(tmp_path, clock) as house:
        await house.listen(SERVICE)
        await house.handled("booking", MADE, cause="made")
        asked = await asyncio.gather(*(house.handled("booking", wish(one), cause=f"wish{one}") for one in range(20)))
        assert sorted(receipt.code for receipt in asked) == ["done"] + ["slot_taken"] * 19
        assert all("reply.ready" in {envelope.topic for envelope in outputs_of(receipt)} for receipt in asked)
        reader = house.store.reader("clinic")
        (booking,) = (await reader.find(Query(Booking))).items
        ledger = await reader.get(BookingDay, BookingDay.id_for("clinic", TUESDAY))
        assert ledger is not None
        assert [one.holder for one in ledger.taken] == [booking.booking_id]


async def test_a_request_that_comes_twice_is_one_booking(tmp_path: Path) -> None:
    """The second delivery finds the receipt."""
    async with embedded(tmp_path, clock) as house:
        await house.listen(SERVICE)
        await house.handled("booking", MADE, cause="made")
        first = await house.handled("booking", wish(1), cause="wish")
        again = await house.handled("booking", wish(1), cause="wish")
        assert first == again
        assert len((await house.store.reader("clinic").find(Query(Booking))).items) == 1
        assert await house.store.wait(Receipt.id_for("booking", first.event_id), 0) == first
