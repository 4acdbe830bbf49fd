"""Servers in processes of their own, told all they need by the environment."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from tests.server import free_port

READY_SECONDS = 30.0
LOOK_SECONDS = 0.01
ASK_READY = b"GET /readyz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"


class Child:
    """A server that runs, and how long it took from its start to its first `200` at /readyz."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, ready_seconds: float) -> None:
        self._process = process
        self.port = port
        self.ready_seconds = ready_seconds

    @property
    def pid(self) -> int:
        return self._process.pid

    def cpu_seconds(self) -> float:
        """Processor time so far, all its threads together. What it takes changes less with the neighbours' work than
        how long it takes does."""
        stat = Path(f"/proc/{self.pid}/stat")
        if not stat.exists():
            said = subprocess.run(
                ["ps", "-o", "time=", "-p", str(self.pid)], capture_output=True, text=True, check=True
            )
            minutes, _, seconds = said.stdout.strip().rpartition(":")
            return 60 * float(minutes.rpartition(":")[2] or 0) + float(seconds)
        after_name = stat.read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


@asynccontextmanager
async def child(module: Sequence[str], said: Path, settings: Mapping[str, str]) -> AsyncIterator[Child]:
    """`python -m …`, gone at the end. What it prints goes to the file `said`."""
    port = free_port()
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("FRONTDESK_", "CO_", "OTEL_"))}
    environment = {**clean, "FRONTDESK_PORT": str(port), **settings}
    started = time.perf_counter()
    with said.open("ab") as out:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *module, env=environment, stdout=out, stderr=out
        )
    try:
        await _until_ready(process, port, said)
        yield Child(process, port, time.perf_counter() - started)
    finally:
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), 15)
            except TimeoutError:
                process.kill()
                await process.wait()


async def _until_ready(process: asyncio.subprocess.Process, port: int, said: Path) -> None:
    async with asyncio.timeout(READY_SECONDS):
        while not await _is_ready(port):
            assert process.returncode is None, f"it ended: {_end_of(said)}"
            await asyncio.sleep(LOOK_SECONDS)  # a process's start has no condition to wait for but its port


async def _is_ready(port: int) -> bool:
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.write(ASK_READY)
    line = await reader.readline()
    writer.close()
    return b" 200 " in line


def _end_of(said: Path) -> str:
    return said.read_text(errors="replace")[-2000:]
