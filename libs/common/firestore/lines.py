"""Where transactions of one process wait for each other before they fight at Firestore.

Firestore settles a fight over a document by letting all but one run again; among fifty, most give up. So those of one
process stand in line for it. A transaction learns what it needs while it reads: it takes what is free at once, and
where somebody stands already it lets go of everything, gets in line for all of it in sorted order, and begins again.
Nobody waits while holding what comes later in that order, so nobody waits for ever.
"""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field


class MustQueue(Exception):
    """Somebody stands in line for this place: begin again behind them."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@dataclass
class _Line:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    people: int = 0  # who holds it and who waits


class Lines:
    """The lines of one process, by place: a document, or what a query looks at."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}

    def turn(self, places: Collection[str]) -> "Turn":
        """A turn at all of these, once entered."""
        return Turn(self._lines, places)


class Turn:
    """What one transaction holds. `async with` waits for its places, and lets go of all that it holds."""

    def __init__(self, lines: dict[str, _Line], places: Collection[str]) -> None:
        self._lines = lines
        self._places = sorted(places)
        self.held: list[str] = []

    async def __aenter__(self) -> "Turn":
        try:
            for place in self._places:
                await self._wait_for(place)
        except BaseException:
            self._let_go()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        self._let_go()

    async def _wait_for(self, place: str) -> None:
        line = self._lines.setdefault(place, _Line())
        line.people += 1
        try:
            await line.lock.acquire()
        except BaseException:
            self._leave(place, line)
            raise
        self.held.append(place)

    async def take(self, place: str, *, contended: bool) -> None:
        """Before reading there: take the place if it is contended and free. Raises MustQueue where others stand."""
        if place in self.held:
            return
        if place in self._lines:
            raise MustQueue(place)
        if contended:
            await self._wait_for(place)  # nobody is there: no wait

    def _let_go(self) -> None:
        for place in self.held:
            line = self._lines[place]
            line.lock.release()
            self._leave(place, line)
        self.held.clear()

    def _leave(self, place: str, line: _Line) -> None:
        line.people -= 1
        if line.people == 0:
            del self._lines[place]
