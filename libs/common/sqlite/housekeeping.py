"""What the embedded mode does for itself and Google does for the cloud: the minute's tick, and clearing away."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

from libs.common.entities import entities
from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.model import sortable
from libs.common.parts import Parts
from libs.common.sqlite import log
from libs.common.sqlite.database import path_of
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.writer import Landing
from libs.common.ticking import tick

LOG_KEEP = timedelta(minutes=10)
"""Handled events stay this long, for whoever looks into the file."""
AT_ONCE = 1_000
"""Rows cleared away in one go."""

_log = logger("housekeeping")


class Housekeeping:
    """Runs once a minute beside the services, in the process that runs all five."""

    def __init__(self, folder: Folder, parts: Parts) -> None:
        self._folder = folder
        self._parts = parts

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep house while the block runs."""
        task = asyncio.create_task(self._run(), name="housekeeping")
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _run(self) -> None:
        while True:
            now = self._parts.clock()
            await self._parts.sleep(60.0 - now.second - now.microsecond / 1e6)
            try:
                await self.minute()
            except Unavailable as silent:
                _log.warning("a minute's housekeeping is left out", what=silent.what)

    async def minute(self) -> None:
        """Publish the tick of this minute, and clear away what has expired."""
        now = self._parts.clock()
        await self._parts.bus.publish(tick(now.replace(second=0, microsecond=0)))
        await self._folder.writer.submit(lambda connection, _: clear(connection, _, self._folder.routes, now))


def clear(connection: sqlite3.Connection, _: Landing, routes: log.Routes, now: datetime) -> None:
    """Drop handled events, and rows whose time is over: what Firestore's TTL policies do."""
    log.trim(connection, routes, now - LOG_KEEP, AT_ONCE)
    for kind in entities().values():
        if kind.expires is not None:
            connection.execute(
                f'DELETE FROM "{kind.collection}" WHERE key IN '
                f'(SELECT key FROM "{kind.collection}" WHERE {path_of(kind.expires)} < ? LIMIT {AT_ONCE})',
                (sortable(now),),
            )
