"""Rows that are read far more often than they change, kept for some seconds."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from libs.common.parts import Clock

FRESH_SECONDS = 30.0
"""Cached settings live this long at most; a change made elsewhere is seen by then."""
KEPT_MAX = 10_000

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Fresh(Generic[K, V]):
    """What `load` gave for a key, for FRESH_SECONDS. That there is nothing is never kept: it may come any moment."""

    def __init__(self, load: Callable[[K], Awaitable[V | None]], clock: Clock) -> None:
        self._load = load
        self._clock = clock
        self._kept: OrderedDict[K, tuple[datetime, V]] = OrderedDict()
        self._forgotten = 0

    def known(self, key: K, now: datetime) -> V | None:
        """The value where it is fresh, without waiting."""
        kept = self._kept.get(key)
        return kept[1] if kept is not None and kept[0] > now else None

    async def get(self, key: K) -> V | None:
        """The value, loaded where it is not fresh. Raises what loading raises."""
        now = self._clock()
        if (known := self.known(key, now)) is not None:
            return known
        forgotten = self._forgotten
        value = await self._load(key)
        if value is None:
            self._kept.pop(key, None)
            return None
        if forgotten != self._forgotten:  # it may have been read just before it changed
            return value
        self._kept[key] = (now + timedelta(seconds=FRESH_SECONDS), value)
        self._kept.move_to_end(key)
        if len(self._kept) > KEPT_MAX:
            self._kept.popitem(last=False)
        return value

    def forget(self, key: K) -> None:
        """The next one who asks reads it anew. What is being loaded now is not kept."""
        self._forgotten += 1
        self._kept.pop(key, None)
