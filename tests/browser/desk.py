"""Frontdesk as `make run` starts it: a process on a data folder, and the sign-in link that it prints."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.server import READY_SECONDS, free_port

COMMAND = (sys.executable, "-u", "-m", "services")
LINK = re.compile(r"https?://\S+/#sign-in=\S+")
OURS = ("FRONTDESK_", "CO_", "COHERE_")


class Desk:
    """A running one. It can be killed, and started again at the same address."""

    def __init__(self, data: Path) -> None:
        self.data = data
        port = free_port()
        self.address = f"http://localhost:{port}"
        self.link = ""  # as printed at its last start
        clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        ours = {"FRONTDESK_DATA": str(data), "FRONTDESK_PORT": str(port), "FRONTDESK_QUIET_SECONDS": "0"}
        self._environment = {**clean, **ours}
        self._process: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start it and wait for its link."""
        self._process = await asyncio.create_subprocess_exec(
            *COMMAND, "run", env=self._environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        greeted: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._reading = asyncio.create_task(self._read(self._process, greeted))
        self.link = await asyncio.wait_for(greeted, READY_SECONDS)

    async def _read(self, process: asyncio.subprocess.Process, greeted: "asyncio.Future[str]") -> None:
        """All that it prints, so that it never waits to be read."""
        assert process.stdout is not None
        said = ""
        async for line in process.stdout:
            if greeted.done():
                continue
            said += line.decode(errors="replace")
            if link := LINK.search(said):
                greeted.set_result(link[0])
        if not greeted.done():
            greeted.set_exception(AssertionError(f"it ended: {said}"))

    async def another_link(self) -> str:
        """What `frontdesk link` prints, for one more browser."""
        asked = await asyncio.create_subprocess_exec(
            *COMMAND, "link", env=self._environment, stdout=asyncio.subprocess.PIPE
        )
        said, _ = await asked.communicate()
        (link,) = LINK.findall(said.decode())
        return str(link)

    async def kill(self) -> None:
        """`kill -9`; nothing happens if it is gone already."""
        if self._process is None or self._process.returncode is not None:
            return
        self._process.kill()
        await self._process.wait()
        if self._reading is not None:
            await self._reading


@asynccontextmanager
async def desk(data: Path) -> AsyncIterator[Desk]:
    """For as long as a scene lasts."""
    running = Desk(data)
    try:
        await running.start()
        yield running
    finally:
        await running.kill()
