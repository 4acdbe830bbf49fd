"""What the embedded mode clears away, and what it must not."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from libs.common.entities.machinery import Trial
from libs.common.envelope import Envelope
from libs.common.sqlite import log
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.housekeeping import LOG_KEEP, clear
from libs.common.sqlite.writer import Landing
from libs.common.store.port import Create
from tests.embedded import embedded

MORNING = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
async def folder(tmp_path: Path) -> AsyncIterator[Folder]:
    folder = Folder(tmp_path, {"message.received": ("ingest",)})
    yield folder
    await folder.close()


async def publish(folder: Folder, *ids: str) -> list[int]:
    events = [Envelope(one, "message.received", "gateway", MORNING, "k", "clinic", b"{}") for one in ids]
    landed = await folder.writer.submit(lambda connection, _: log.append(connection, folder.routes, events))
    return [seq for seq, _ in landed]


async def handle(folder: Folder, *seqs: int) -> None:
    def job(connection: sqlite3.Connection, _: Landing) -> None:
        for seq in seqs:
            log.finish(connection, "ingest.message.received", seq)

    await folder.writer.submit(job)


async def tidy(folder: Folder, now: datetime) -> list[int]:
    """Clear away; gives the places of the events that are left."""
    await folder.writer.submit(lambda connection, landing: clear(connection, landing, folder.routes, now))
    return [seq for (seq,) in folder.quick.execute("SELECT seq FROM events ORDER BY seq")]


async def test_what_is_handled_goes_after_a_while_and_what_waits_stays(folder: Folder) -> None:
    first, second, third = await publish(folder, "a", "b", "c")
    await handle(folder, first, third)
    assert await tidy(folder, MORNING + LOG_KEEP) == [first, second, third]
    assert await tidy(folder, MORNING + LOG_KEEP + timedelta(seconds=1)) == [second, third]
    assert log.read(folder.quick, second).id == "b"


async def test_a_place_is_never_used_twice(folder: Folder) -> None:
    """Though everything was handled long ago: who listens remembers how far they have read."""
    seqs = await publish(folder, "a", "b")
    await handle(folder, *seqs)
    assert await tidy(folder, MORNING + DAY) == seqs[-1:]
    [later] = await publish(folder, "c")
    assert later > seqs[-1]
    await handle(folder, later)
    assert await tidy(folder, MORNING + 2 * DAY) == [later]


async def test_rows_go_when_their_time_is_over(tmp_path: Path) -> None:
    """As Firestore's TTL policies have it."""
    async with embedded(tmp_path) as house:
        for name, days in (("gone", 1), ("kept", 3)):
            row = Trial(trial_id=name, user_id="clinic", service="ingest", begun=1, expires_at=MORNING + days * DAY)
            await house.put("ingest", "clinic", Create(row))
        await tidy(house.folder, MORNING + 2 * DAY)
        reader = house.store.reader("clinic")
        assert await reader.get(Trial, "gone") is None
        assert await reader.get(Trial, "kept") is not None
