"""Documents are counted as Firestore bills them, and each is its asker's."""

from datetime import UTC, datetime
from pathlib import Path

from libs.common.entities import Booking
from libs.common.events import Actor, BookingRequested
from libs.common.service import Considered, Decided, Outcome, Service
from libs.common.store.port import Delete, Reader
from libs.common.store.query import Query
from tests.bench.counting import OUTSIDE, counting
from tests.embedded import embedded

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BOOKING = ("booking", "booking.requested")


def row(number: int) -> Booking:
    return Booking(booking_id=f"ana:{number}", user_id="ana", date=NOW.date(), created_at=NOW, updated_at=NOW)


async def test_a_query_counts_its_rows_and_a_fruitless_read_counts_one(tmp_path: Path):
    with counting() as counts:
        async with embedded(tmp_path) as house:
            reader = house.store.reader("ana")
            await house.put("booking", "ana", row(1), row(2))
            await house.put("booking", "ana", Delete(Booking, "ana:2"))
            assert counts.written == {OUTSIDE: 3}
            await reader.get(Booking, "ana:9")
            await reader.get_many(Booking, ["ana:1", "ana:2"])
            await reader.find(Query(Booking))
            await house.store.reader("ben").find(Query(Booking))
            assert counts.read == {OUTSIDE: 5}
            counts.reset()
            assert (counts.read, counts.written) == ({}, {})


async def test_what_a_handler_reads_counts_as_its_services_also_in_another_thread(tmp_path: Path):
    """A read by key, a query off the event loop, and the transaction that writes the receipt."""

    async def consider(_: BookingRequested, store: Reader, now: datetime) -> Decided:
        await store.get(Booking, "ana:1")
        await store.find(Query(Booking))
        return Outcome(write=[row(1)])

    service = Service("booking", owns=(Booking,), handles=(Considered(BookingRequested, consider),), publishes=())
    with counting() as counts:
        async with embedded(tmp_path) as house:
            await house.listen(service)
            event = BookingRequested(user_id="ana", act="show", actor=Actor(kind="staff"), asked_at=NOW)
            await house.handled("booking", event, cause="c1")
            assert counts.read[BOOKING] == 3
            assert counts.written == {BOOKING: 2}
