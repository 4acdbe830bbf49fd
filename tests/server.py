"""The product as a process of its own, to be killed and started again."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

READY_SECONDS = 30.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


class Server:
    """`frontdesk run`, or one service alone, on a data folder. Its output goes to a file beside the folder."""

    def __init__(self, data: Path, settings: Mapping[str, str], *, module: str = "services", command: str = "") -> None:
        self._command = ["-u", "-m", module, *([command] if command else [])]
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = data.parent / f"{data.name}-{module}.log"
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("FRONTDESK_", "CO_"))}
        self._environment = {
            **clean,
            "FRONTDESK_DATA": str(data),
            "FRONTDESK_PORT": str(self.port),
            **settings,
        }
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """The running process."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Start it and wait until it is ready."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *self._command,
            env=self._environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._reading = asyncio.create_task(self._read(self._process, ready))
        await asyncio.wait_for(ready, READY_SECONDS)

    async def _read(self, process: asyncio.subprocess.Process, ready: "asyncio.Future[None]") -> None:
        """Keep what it prints; it is ready when it says so."""
        assert process.stdout is not None
        with self._log.open("ab") as out:
            async for line in process.stdout:
                out.write(line)
                if b'"message": "ready"' in line and not ready.done():
                    ready.set_result(None)
        if not ready.done():
            ready.set_exception(AssertionError(f"it ended: {self.said()}"))

    async def kill(self) -> None:
        """`kill -9`."""
        assert self._process is not None
        self._process.kill()
        await self._ended()

    async def stop(self) -> int:
        """SIGTERM; gives the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._ended(), 30)

    async def _ended(self) -> int:
        assert self._process is not None
        code = await self._process.wait()
        if self._reading is not None:
            await self._reading
        return code

    async def ends(self) -> None:
        """Make sure that it is gone."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    def said(self) -> str:
        """The end of what it printed."""
        return self._log.read_text(errors="replace")[-4000:]


@asynccontextmanager
async def server(data: Path, **settings: str) -> AsyncIterator[Server]:
    """A running server, gone at the end."""
    running = Server(data, settings, command="run")
    try:
        await running.start()
        yield running
    finally:
        await running.ends()
