"""The live feed: one look a second for each owner that somebody watches, told to every browser that does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.parts import Parts
from services.gateway.api.feed.changes import Change, Changes
from services.gateway.api.problems import ApiRefusal

LOOK_SECONDS = 1.0
WATCHERS_MAX = 512
WATCHERS_OF_ONE_OWNER_MAX = 32
BEHIND_MAX = 500
"""Changes that a slow browser may be behind; then it reads everything anew."""


class TooManyWatchers(ApiRefusal, code="too_many_watchers"):
    """Too many windows are open. Close some; what they show is right when it is loaded again."""

    status = 503


Told = tuple[datetime, list[Change]]
"""What a look found, and the moment up to which everything is told then."""


@dataclass
class _Owner:
    """Who watches one owner."""

    watchers: set["asyncio.Queue[Told]"] = field(default_factory=set)
    looking: asyncio.Task[None] | None = None


class Feed:
    """Live updates of all owners that are watched in this process."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._owners: dict[str, _Owner] = {}
        self.stopping = asyncio.Event()

    async def watch(self, user_id: str, since: datetime | None) -> AsyncIterator[Told]:
        """What changes from now on, after what changed since a moment. Ends when the process stops.

        Raises TooManyWatchers before the first.
        """
        owner = self._owners.setdefault(user_id, _Owner())
        if len(owner.watchers) >= WATCHERS_OF_ONE_OWNER_MAX or self._watching() >= WATCHERS_MAX:
            raise TooManyWatchers()
        queue: asyncio.Queue[Told] = asyncio.Queue(BEHIND_MAX)
        owner.watchers.add(queue)
        if owner.looking is None:
            owner.looking = asyncio.create_task(self._look(user_id, owner), name=f"feed of {user_id}")
        try:
            now = self._parts.clock()
            yield now, await self._missed(user_id, since, now) if since else []
            while not self.stopping.is_set():
                yield await queue.get()
        finally:
            owner.watchers.discard(queue)
            if not owner.watchers:
                await self._leave(user_id, owner)

    async def _missed(self, user_id: str, since: datetime, now: datetime) -> list[Change]:
        """What a window that was away has missed. Which documents went meanwhile is not known, so it looks."""
        found = await Changes(self._parts.store.reader(user_id), since).look(now)
        return [*found, Change(kind="document", at=now)]

    def stop(self) -> None:
        """Let every watcher go, so that the process can end."""
        self.stopping.set()
        for owner in self._owners.values():
            for queue in owner.watchers:
                _put(queue, (self._parts.clock(), []))

    def _watching(self) -> int:
        return sum(len(owner.watchers) for owner in self._owners.values())

    async def _leave(self, user_id: str, owner: _Owner) -> None:
        if self._owners.get(user_id) is owner:
            del self._owners[user_id]
        if owner.looking is not None:
            owner.looking.cancel()
            with suppress(asyncio.CancelledError):
                await owner.looking

    async def _look(self, user_id: str, owner: _Owner) -> None:
        changes = Changes(self._parts.store.reader(user_id), self._parts.clock())
        while True:
            now = self._parts.clock()
            try:
                found = await changes.look(now)
            except Unavailable as silent:
                logger("gateway").warning("changes not looked for", user_id=user_id, what=silent.what)
                found = []
            except Exception as error:  # noqa: BLE001 - whoever watches waits for the next look, not for nothing
                logger("gateway").error("looking for changes failed", user_id=user_id, error=type(error).__name__)
                found = []
            if found:
                for queue in owner.watchers:
                    _put(queue, (now, found))
            await self._parts.sleep(LOOK_SECONDS)


def _put(queue: "asyncio.Queue[Told]", told: Told) -> None:
    """Tell it; one who is too far behind is told once that everything may have changed."""
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        told = told[0], [Change(kind="everything", at=told[0])]
    queue.put_nowait(told)
