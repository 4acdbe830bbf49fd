"""The log in SQLite: events in the order published, and for each subscription what is still pending."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from libs.common.bus.lanes import Header
from libs.common.envelope import Envelope
from libs.common.model import sortable

Routes = Mapping[str, Sequence[tuple[str, str]]]
"""Topic -> the services that handle it, each with the name of its subscription."""

Landed = tuple[int, Envelope]

ROWS_MAX = 64
"""Events written by one statement. Between two statements a thread waits for the interpreter, which a busy event loop
lets go of only every few milliseconds: the fewer there are, the sooner what was published is durable."""


def routes_of(consumers: Mapping[str, Sequence[str]]) -> Routes:
    """From the services that handle each topic."""
    return {topic: [(service, f"{service}.{topic}") for service in services] for topic, services in consumers.items()}


def append(connection: sqlite3.Connection, routes: Routes, envelopes: Sequence[Envelope]) -> list[Landed]:
    """Write events, each in the next place of the log and pending for every service that handles it; gives them with
    their places."""
    landed: list[Landed] = []
    for start in range(0, len(envelopes), ROWS_MAX):
        some = envelopes[start : start + ROWS_MAX]
        values: list[str | int | bytes] = []
        for event in some:
            values += _values(event)
        written = connection.execute(_insert(_EVENT, len(some)), values)
        places = list(enumerate(some, (written.lastrowid or 0) - len(some) + 1))
        pending = [
            value
            for seq, event in places
            for service, subscription in routes.get(event.topic, ())
            if event.only in ("", service)
            for value in (subscription, seq)
        ]
        if pending:
            connection.execute(_insert(_PENDING, len(pending) // 2), pending)
        landed += places
    return landed


_EVENT = "events(id, topic, key, user_id, source, time, version, subject, traceparent, only_for, data)"
_PENDING = "pending(subscription, seq)"


@lru_cache
def _insert(columns: str, rows: int) -> str:
    row = f"({', '.join('?' * (columns.count(',') + 1))})"
    return f"INSERT INTO {columns} VALUES {', '.join([row] * rows)}"


def _values(event: Envelope) -> tuple[str | int | bytes, ...]:
    return (
        event.id,
        event.topic,
        event.key,
        event.user_id,
        event.source,
        sortable(event.time.astimezone(UTC)),
        event.version,
        event.subject,
        event.traceparent,
        event.only,
        event.data,
    )


def read(connection: sqlite3.Connection, seq: int) -> Envelope:
    """One event of the log."""
    row = connection.execute(
        "SELECT id, topic, source, time, key, user_id, data, version, subject, traceparent, only_for "
        "FROM events WHERE seq = ?",
        (seq,),
    ).fetchone()
    return Envelope(row[0], row[1], row[2], datetime.fromisoformat(row[3]), *row[4:])


def snapshot(connection: sqlite3.Connection, subscription: str, seen: int, limit: int) -> tuple[int, list[Header]]:
    """The newest event's place in the log, and what a subscription has to handle past `seen`: as of one moment."""
    connection.execute("BEGIN")
    try:
        (newest,) = connection.execute("SELECT MAX(seq) FROM events").fetchone()
        headers = _headers(
            connection.execute(f"{_HEADERS} AND seq > ? ORDER BY seq LIMIT ?", (subscription, seen, limit))
        )
    finally:
        connection.execute("COMMIT")
    return max(seen, newest or 0), headers


def pending_among(connection: sqlite3.Connection, subscription: str, seqs: Sequence[int]) -> list[Header]:
    """What a subscription still has to handle of the events in these places, in order."""
    places = f"({', '.join('?' * len(seqs))})"
    return _headers(connection.execute(f"{_HEADERS} AND seq IN {places} ORDER BY seq", (subscription, *seqs)))


_HEADERS = "SELECT seq, key, user_id, attempt, due_at FROM pending CROSS JOIN events USING(seq) WHERE subscription = ?"


def _headers(rows: sqlite3.Cursor) -> list[Header]:
    return [Header(seq, key, user_id, attempt, due_at) for seq, key, user_id, attempt, due_at in rows]


def finish(connection: sqlite3.Connection, subscription: str, seq: int) -> None:
    """A subscription has handled an event."""
    connection.execute("DELETE FROM pending WHERE subscription = ? AND seq = ?", (subscription, seq))


def postpone(connection: sqlite3.Connection, subscription: str, seq: int, due_at: float) -> None:
    """An event is to be handled at a later moment (Unix seconds), also after a restart."""
    connection.execute("UPDATE pending SET due_at = ? WHERE subscription = ? AND seq = ?", (due_at, subscription, seq))


def count_deaths(connection: sqlite3.Connection, subscription: str, seqs: Sequence[int]) -> None:
    """A process died while it handled these: that is an attempt too."""
    connection.executemany(
        "UPDATE pending SET attempt = attempt + 1 WHERE subscription = ? AND seq = ?",
        [(subscription, seq) for seq in seqs],
    )


def trim(connection: sqlite3.Connection, routes: Routes, before: datetime, limit: int) -> int:
    """Drop events older than `before` that every subscription has handled, but never the newest: the next one's place
    is counted from it. Gives how many went."""
    done = [
        (seq,)
        for seq, topic in connection.execute(
            "SELECT seq, topic FROM events WHERE time < ? AND seq < (SELECT MAX(seq) FROM events) ORDER BY seq LIMIT ?",
            (sortable(before), limit),
        ).fetchall()
        if not any(_is_pending(connection, subscription, seq) for _, subscription in routes.get(topic, ()))
    ]
    connection.executemany("DELETE FROM events WHERE seq = ?", done)
    return len(done)


def _is_pending(connection: sqlite3.Connection, subscription: str, seq: int) -> bool:
    return (
        connection.execute("SELECT 1 FROM pending WHERE subscription = ? AND seq = ?", (subscription, seq)).fetchone()
        is not None
    )
