"""Notices what other processes wrote to the file, within 50 ms."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from libs.common.sqlite.database import connect

POLL_SECONDS = 0.05


class Watch:
    """Calls back after any commit to the file, this process's own among them.

    `PRAGMA data_version` reads one counter of the file's header: some microseconds, twenty times a second, and only
    while somebody listens. https://sqlite.org/pragma.html#pragma_data_version
    """

    def __init__(self, folder: Path) -> None:
        self._connection = connect(folder)
        self._listeners: set[Callable[[], None]] = set()
        self._task: asyncio.Task[None] | None = None

    def add(self, listener: Callable[[], None]) -> None:
        self._listeners.add(listener)
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name="watch")

    def remove(self, listener: Callable[[], None]) -> None:
        self._listeners.discard(listener)
        if not self._listeners and self._task is not None:
            self._task.cancel()
            self._task = None

    async def _run(self) -> None:
        seen = self._version()
        while True:
            await asyncio.sleep(POLL_SECONDS)
            version = self._version()
            if version != seen:
                seen = version
                for listener in list(self._listeners):
                    listener()

    def _version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def close(self) -> None:
        self._listeners.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._connection.close()
