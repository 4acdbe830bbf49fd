"""A folder of an older release: brought up to date with all that it holds, or left as it is."""

import sqlite3
from pathlib import Path

import pytest

from libs.common.errors import Misconfigured
from libs.common.sqlite.database import FILE_NAME, prepare
from libs.common.sqlite.lock import ServiceLock
from libs.common.sqlite.migrations import VERSION
from tests.contract.recorder import INGEST, Recorder, event
from tests.embedded import embedded

OF_VERSION_1 = """
CREATE TABLE events(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, topic TEXT NOT NULL, key TEXT NOT NULL,
  user_id TEXT NOT NULL, source TEXT NOT NULL, time TEXT NOT NULL, version INTEGER NOT NULL, subject TEXT NOT NULL,
  traceparent TEXT NOT NULL, only_for TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE pending(
  subscription TEXT NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL, user_id TEXT NOT NULL,
  attempt INTEGER NOT NULL DEFAULT 0, due_at REAL, PRIMARY KEY(subscription, seq)) WITHOUT ROWID;
CREATE INDEX pending_by_key ON pending(subscription, key, seq);
PRAGMA user_version=1;
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Five events were published, the last two are not handled yet, and what was handled is cleared away."""
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.executescript(OF_VERSION_1)
    for number in range(1, 6):
        one = event(f"ana-{number}")
        of_event = (one.id, one.topic, one.key, one.user_id, one.source, one.time.isoformat(), 1, "", "", "", one.data)
        connection.execute(f"INSERT INTO events VALUES (?{', ?' * len(of_event)})", (number, *of_event))
        waiting = (INGEST.name, number, one.key, one.user_id, 2, None)
        connection.execute("INSERT INTO pending VALUES (?, ?, ?, ?, ?, ?)", waiting)
    connection.execute("DELETE FROM pending WHERE seq < 4")
    connection.execute("DELETE FROM events WHERE seq < 4")
    connection.commit()
    connection.close()
    return tmp_path


def rows(folder: Path, question: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / FILE_NAME)
    try:
        return connection.execute(question).fetchall()
    finally:
        connection.close()


async def test_what_waited_is_handled_by_the_new_release(old: Path) -> None:
    """In its order, with the attempts that were counted; what comes then comes behind it."""
    async with embedded(old) as house:
        seen = Recorder(house.finisher)
        await house.bus.listen([INGEST], seen)
        await house.bus.publish(event("ana-6"))
        assert await seen.handled("ana", count=3) == ["ana-4", "ana-5", "ana-6"]
        assert [delivery.attempt for delivery in seen.deliveries] == [3, 3, 1]


def test_it_is_done_once_and_leaves_nothing_behind(old: Path) -> None:
    for _ in range(2):
        prepare(old)
        assert rows(old, "PRAGMA user_version") == [(VERSION,)]
        assert rows(old, "SELECT seq FROM events ORDER BY seq") == [(4,), (5,)]
        assert rows(old, "SELECT name FROM sqlite_schema WHERE name LIKE '%_of_1' OR name = 'pending_by_key'") == []


def test_a_folder_that_an_older_release_runs_on_is_left_alone(old: Path) -> None:
    """It would not know the file again, and lose what customers write meanwhile."""
    running = ServiceLock(old, "ingest")
    with pytest.raises(Misconfigured, match="An older release runs"):
        prepare(old)
    assert rows(old, "PRAGMA user_version") == [(1,)]
    running.release()
    prepare(old)
    assert rows(old, "PRAGMA user_version") == [(VERSION,)]
