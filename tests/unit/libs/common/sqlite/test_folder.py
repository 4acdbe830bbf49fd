"""The data folder: what a killed process leaves, and what is refused."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from libs.common.bus.port import Subscription
from libs.common.entities import entities
from libs.common.errors import Misconfigured
from libs.common.sqlite.database import FILE_NAME, connect, path_of, prepare
from libs.common.sqlite.lock import Occupied, ServiceLock
from libs.common.sqlite.migrations import VERSION
from tests.contract.recorder import INGEST, Recorder, event
from tests.embedded import embedded

DIES = """
import asyncio, os, signal, sys
from pathlib import Path
from tests.contract.recorder import INGEST, event
from tests.embedded import embedded

async def main():
    async with embedded(Path(sys.argv[1])) as house:
        async def die(delivery):
            os.kill(os.getpid(), signal.SIGKILL)
        await house.bus.publish(event("ana-1"))
        await house.bus.listen([INGEST], die)
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_a_process_that_dies_with_an_event_counts_as_an_attempt(tmp_path: Path) -> None:
    """So an event that kills its process does not do so for ever."""
    for _ in range(2):
        died = await asyncio.to_thread(subprocess.run, [sys.executable, "-c", DIES, str(tmp_path)], check=False)
        assert died.returncode == -signal.SIGKILL
    async with embedded(tmp_path) as house:
        seen = Recorder(house.finisher)
        await house.bus.listen([INGEST], seen)
        await seen.handled("ana", count=1)
        assert [delivery.attempt for delivery in seen.deliveries] == [3]


async def test_an_event_let_go_on_purpose_counts_no_death(tmp_path: Path) -> None:
    async with embedded(tmp_path) as house:
        seen = Recorder(house.finisher, hold=["ana-1"])
        await house.bus.listen([INGEST], seen)
        await house.bus.publish(event("ana-1"))
        await seen.seen(1)
        await house.bus.stop(0.0)
    async with embedded(tmp_path) as house:
        seen = Recorder(house.finisher)
        await house.bus.listen([INGEST], seen)
        await seen.handled("ana", count=1)
        assert [delivery.attempt for delivery in seen.deliveries] == [1]


async def test_one_process_at_a_time_runs_a_services_handlers(tmp_path: Path) -> None:
    """The second is told so, and may once the first is gone."""
    async with embedded(tmp_path) as first, embedded(tmp_path) as second:
        await first.bus.listen([INGEST], Recorder(first.finisher))
        with pytest.raises(Occupied, match="ingest service already runs"):
            await second.bus.listen([INGEST], Recorder(second.finisher))
        await second.bus.listen([Subscription("gateway", "message.received")], Recorder(second.finisher))
        await first.bus.stop(1.0)
        await second.bus.listen([INGEST], Recorder(second.finisher))


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from libs.common.sqlite.lock import ServiceLock\n"
        "lock = ServiceLock(Path(sys.argv[1]), 'booking'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    ServiceLock(tmp_path, "booking").release()


def test_the_folder_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    prepare(tmp_path)
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()
    with pytest.raises(Misconfigured, match="newer release"):
        prepare(tmp_path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"holiday photos " * 1000)
    with pytest.raises(Misconfigured, match="not a Frontdesk data file"):
        prepare(tmp_path)


def test_a_folder_that_cannot_be_written_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Misconfigured, match="FRONTDESK_DATA"):
        prepare(tmp_path / "file" / "data")


def test_every_declared_index_is_used(tmp_path: Path) -> None:
    """SQLite answers each declared query shape from its index, without sorting and without scanning the table."""
    prepare(tmp_path)
    connection = connect(tmp_path)
    for kind in entities().values():
        for index in kind.indexes:
            across = kind.cross_owner or index[0] == "*"
            fields = index[1:] if index[0] == "*" else index
            *equal, last = fields
            where = [
                *([] if across else ["user_id = 'x'"]),
                *(f"{path_of(field.removeprefix('-'))} = 1" for field in equal),
            ]
            where.append(f"{path_of(last.removeprefix('-'))} IS NOT NULL")
            direction = "DESC" if last.startswith("-") else "ASC"
            order = f"{path_of(last.removeprefix('-'))} {direction}, key {direction}"
            plan = connection.execute(
                f'EXPLAIN QUERY PLAN SELECT key FROM "{kind.collection}" WHERE {" AND ".join(where)} ORDER BY {order}'
            ).fetchall()
            words = " ".join(step[3] for step in plan)
            assert "USING" in words, (kind.collection, index, words)
            assert "TEMP B-TREE" not in words, (kind.collection, index, words)
    connection.close()


def test_the_process_marks_are_gone_after_a_kill_and_a_restart(tmp_path: Path) -> None:
    """A mark is counted once."""
    from libs.common.sqlite.inflight import InFlight

    path = tmp_path / "locks" / "x.inflight"
    pid = os.fork()
    if pid == 0:
        InFlight(path).begin(42)
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    assert InFlight(path).left_behind() == [42]
    assert InFlight(path).left_behind() == []
