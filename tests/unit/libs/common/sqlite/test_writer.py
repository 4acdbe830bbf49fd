"""One writer for all: what fails takes back its own work and nobody else's."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from libs.common.envelope import Envelope
from libs.common.sqlite import log
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.writer import Landing

MORNING = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
Work = Callable[[sqlite3.Connection, Landing], None]


@pytest.fixture
async def folder(tmp_path: Path) -> AsyncIterator[Folder]:
    folder = Folder(tmp_path, {"message.received": ("ingest", "gateway")})
    yield folder
    await folder.close()


def writes(key: str, *, fails: bool = False) -> Work:
    def job(connection: sqlite3.Connection, landing: Landing) -> None:
        connection.execute("INSERT INTO users(key, user_id, body) VALUES (?, ?, '{}')", (key, key))
        landing.receipts.append(key)
        if fails:
            raise LookupError(key)

    return job


def stored(folder: Folder) -> list[str]:
    return [key for (key,) in folder.quick.execute("SELECT key FROM users ORDER BY key")]


@pytest.mark.parametrize("failing", ["a", "b", "c"])
async def test_of_jobs_asked_at_once_only_the_failing_one_leaves_nothing(folder: Folder, failing: str) -> None:
    """Whichever of them begins the batch; and what it would have told others is not told."""
    told: list[str] = []
    folder.on_landing(lambda landing: told.extend(landing.receipts))
    asked = [folder.writer.submit(writes(key, fails=key == failing)) for key in "abc"]
    ended = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(one) for one in ended] == [LookupError if key == failing else type(None) for key in "abc"]
    assert stored(folder) == told == [key for key in "abc" if key != failing]


async def test_a_jobs_own_error_is_told_as_it_is(folder: Folder) -> None:
    """A row that is there already is no silence of the disk: it is not to be tried again for days."""
    await folder.writer.submit(writes("a"))
    with pytest.raises(sqlite3.IntegrityError):
        await folder.writer.submit(writes("a"))
    await folder.writer.submit(writes("b"))
    assert stored(folder) == ["a", "b"]


def event(number: int, *, only: str = "") -> Envelope:
    return Envelope(f"id-{number}", "message.received", "gateway", MORNING, "k", "clinic", b"{}", only=only)


async def test_what_is_appended_is_pending_for_those_who_handle_it(folder: Folder) -> None:
    """More than one statement takes, and one for a single service."""

    def append(*events: Envelope) -> Callable[[sqlite3.Connection, Landing], list[log.Landed]]:
        return lambda connection, _: log.append(connection, folder.routes, events)

    first = await folder.writer.submit(append(*map(event, range(2 * log.ROWS_MAX + 3))))
    assert [seq for seq, _ in first] == list(range(1, len(first) + 1))
    [(seq, alone)] = await folder.writer.submit(append(event(2000, only="ingest")))
    assert alone.id == "id-2000"
    rows = folder.quick.execute(
        "SELECT subscription, count(*), max(seq) FROM pending GROUP BY subscription ORDER BY subscription"
    ).fetchall()
    assert [row[:2] for row in rows] == [
        ("gateway.message.received", len(first)),
        ("ingest.message.received", len(first) + 1),
    ]
    assert rows[1][2] == seq
