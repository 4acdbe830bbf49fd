"""What an older release's file needs before this one can use it, step by step; all of it in one transaction."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from libs.common.errors import Misconfigured
from libs.common.sqlite.lock import Occupied, ServiceLock

EVENTS = """
CREATE TABLE IF NOT EXISTS events(
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL,
  user_id TEXT NOT NULL, source TEXT NOT NULL, time TEXT NOT NULL, version INTEGER NOT NULL, subject TEXT NOT NULL,
  traceparent TEXT NOT NULL, only_for TEXT NOT NULL, data BLOB NOT NULL)
"""
"""The log. No index looks through what is random, as ids are: each would be a page more for every event. A place is one
more than the newest event's, which is never cleared away."""

PENDING = """
CREATE TABLE IF NOT EXISTS pending(
  subscription TEXT NOT NULL, seq INTEGER NOT NULL, attempt INTEGER NOT NULL DEFAULT 0, due_at REAL,
  PRIMARY KEY(subscription, seq)) WITHOUT ROWID
"""
"""What each subscription still has to handle: the places of the events alone, since every event has several rows."""

_LEANER_LOG = (
    "ALTER TABLE pending RENAME TO pending_of_1",
    PENDING,
    "INSERT INTO pending SELECT subscription, seq, attempt, due_at FROM pending_of_1",
    "DROP TABLE pending_of_1",
    "ALTER TABLE events RENAME TO events_of_1",
    EVENTS,
    "INSERT INTO events SELECT seq, id, topic, key, user_id, source, time, version, subject, traceparent, only_for, "
    "data FROM events_of_1 ORDER BY seq",
    "DROP TABLE events_of_1",
)

_STEPS: Sequence[Sequence[str]] = (_LEANER_LOG,)
"""The first leads from version 1 to 2, and so on."""

VERSION = len(_STEPS) + 1


def migrate(connection: sqlite3.Connection, folder: Path, tables: Callable[[], Sequence[str]]) -> None:
    """Make the file this release's: from nothing, or from an older one's. `tables` gives the statements that make what
    is not there.

    Raises Misconfigured when it is a newer release's, or when an older one is running on it.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise Misconfigured(
                f"The data folder {folder} was written by a newer release (data version {version}, this release knows "
                f"{VERSION}). Run that release, or set FRONTDESK_DATA to another folder."
            )
        with ExitStack() as alone:
            if 0 < version < VERSION:
                _keep_out(folder, alone)
                for step in _STEPS[version - 1 :]:
                    _run(connection, step)
            _run(connection, tables())
            if version != VERSION:
                connection.execute(f"PRAGMA user_version={VERSION}")
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _keep_out(folder: Path, alone: ExitStack) -> None:
    """Nobody handles events of the file while it changes: the older release would not know it again."""
    try:
        for lock in sorted((folder / "locks").glob("*.lock")):
            alone.callback(ServiceLock(folder, lock.stem).release)
    except Occupied:
        raise Misconfigured(
            f"An older release runs on the data folder {folder}, which this release has to bring up to date first. "
            "Stop what runs, and start it again."
        ) from None


def _run(connection: sqlite3.Connection, statements: Sequence[str]) -> None:
    for statement in statements:
        connection.execute(statement)
