"""One file of the embedded store for all of booking's tests; each practice is an owner of its own in it."""

import sqlite3
from collections.abc import Iterator

import pytest

from libs.common.sqlite.database import connect, prepare
from tests.unit.services.booking.practice import Practice


@pytest.fixture(scope="session")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("booking")
    prepare(folder)
    opened = connect(folder)
    opened.execute("PRAGMA synchronous=OFF")
    yield opened
    opened.close()


@pytest.fixture
def practice(connection: sqlite3.Connection) -> Practice:
    """Open Monday to Friday, nine to five in Berlin, half-hour slots; it is Monday, eight in the morning."""
    return Practice(connection)
