"""The file itself: its tables, made from the declarations, and its version."""

import sqlite3
from pathlib import Path

from pydantic.alias_generators import to_camel

from libs.common.entities.base import Entity, Index, entities
from libs.common.errors import Misconfigured
from libs.common.sqlite.migrations import EVENTS, PENDING, migrate
from libs.common.store.indexes import ALL_OWNERS

FILE_NAME = "frontdesk.db"
BUSY_SECONDS = 10.0


def connect(folder: Path) -> sqlite3.Connection:
    """A connection to the data folder's file, made ready by `prepare` before. Statements commit by themselves."""
    connection = sqlite3.connect(
        folder / FILE_NAME, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False, cached_statements=512
    )
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA cache_size=-8000")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def prepare(folder: Path) -> None:
    """Make the folder and the file, or bring what is there up to date.

    Raises Misconfigured when the folder cannot be written, or holds the data of a newer release.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = connect(folder)
        try:
            migrate(connection, folder, _tables)
        finally:
            connection.close()
    except (OSError, sqlite3.OperationalError) as error:
        raise Misconfigured(
            f"Cannot write to the data folder {folder}: {error}. Set FRONTDESK_DATA to a folder that you may write to."
        ) from error
    except sqlite3.DatabaseError as error:
        raise Misconfigured(f"{folder / FILE_NAME} is not a Frontdesk data file: {error}.") from error


def path_of(field: str) -> str:
    """The SQL expression that reads a field out of a row's JSON."""
    return f"(body->>'$.{to_camel(field)}')"


def _tables() -> list[str]:
    return [EVENTS, PENDING, *(statement for kind in entities().values() for statement in _table(kind))]


def _table(kind: type[Entity]) -> list[str]:
    name = kind.collection
    vector = ", vector BLOB" if kind.vector_field else ""
    made = [
        f'CREATE TABLE IF NOT EXISTS "{name}"(key TEXT PRIMARY KEY, user_id TEXT NOT NULL, body TEXT NOT NULL{vector})',
        f'CREATE INDEX IF NOT EXISTS "{name}_of_owner" ON "{name}"(user_id, key)',
        *(_index(kind, index) for index in kind.indexes),
    ]
    if kind.expires:
        made.append(f'CREATE INDEX IF NOT EXISTS "{name}_expires" ON "{name}"({path_of(kind.expires)})')
    return made


def _index(kind: type[Entity], index: Index) -> str:
    across = kind.cross_owner or index[0] == ALL_OWNERS
    fields = index[1:] if index[0] == ALL_OWNERS else index
    columns = [path_of(field.removeprefix("-")) + (" DESC" if field.startswith("-") else "") for field in fields]
    key = "key DESC" if fields[-1].startswith("-") else "key"
    owner = [] if across else ["user_id"]
    name = "_".join([kind.collection, "all" if across else "by", *(field.replace("-", "desc_") for field in fields)])
    return f'CREATE INDEX IF NOT EXISTS "{name}" ON "{kind.collection}"({", ".join([*owner, *columns, key])})'
