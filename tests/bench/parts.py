"""What a turn on Google is made of: the calls it waits for, one after the other, and how long each takes by itself."""

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from libs.common.embedding.e5 import E5Embedding
from libs.common.entities import Conversation
from libs.common.parts import system_sleep
from libs.common.store.port import Store
from libs.common.store.query import Query
from tests.bench.bus import calmly
from tests.bench.calls import MODEL, PUBLISH, Call, recording
from tests.bench.counting import Who
from tests.bench.desk import prepared
from tests.bench.hops import Arrivals, Side
from tests.bench.messages import Desk, questions
from tests.bench.report import median, percentile
from tests.bench.rows import Ours, row

PATH = (("ingest", "message.received"), ("responder", "reply.requested"), ("gateway", "reply.ready"))
"""From the webhook to the Graph API: what must be handled, in this order."""
FOLLOWS = {who: topic for who, (_, topic) in itertools.pairwise(PATH)}
HOP = "hop"
TURNS = 5
"""Of each of two customers; the last so many are looked at."""
OVER_SECONDS = 30.0
LOOK_SECONDS = 0.02
HOPS = 10
"""Events of one look at how long a hop takes, and calls of each kind."""


@dataclass(frozen=True)
class Turns:
    """How often a turn waits for each part, and how long each service works between its calls, in milliseconds."""

    waited_for: Counter[str]
    between: Mapping[str, float]


async def desk_and_turns(path: Path, settings: Mapping[str, Any]) -> tuple[Desk, Turns]:
    """An owner to write to, and what plain questions' turns ask of Google: seen in one process."""
    with recording() as calls:
        async with prepared(path, **settings) as (house, desk):
            asked = iter(questions())
            ana, ben = house.graph.customer("Ana"), house.graph.customer("Ben")
            for customer in (ana, ben) * TURNS:
                await customer.writes(next(asked))
                await customer.reads_next()
                await until_over(house.parts.store)
            return desk, seen(calls)


async def until_over(store: Store) -> None:
    """Return once every turn is recorded and closed, so that the next one meets nobody."""
    still_open = Query(Conversation, equal={"turn_open": True}, order="turn_opened_at", limit=1)
    async with asyncio.timeout(OVER_SECONDS):
        while (await store.system().find(still_open)).items:
            await system_sleep(LOOK_SECONDS)


def seen(calls: Sequence[Call]) -> Turns:
    """What the last turns were; in the first of all, what is loaded first was loaded."""
    in_order = sorted(calls, key=lambda call: call.began)
    events = list(dict.fromkeys(call.event for call in in_order if call.who == PATH[0]))
    turns = [on_the_path(in_order, event) for event in events[-TURNS:]]
    between = {service: median([_between(turn[service, topic]) for turn in turns]) * 1000 for service, topic in PATH}
    return Turns(waited_for(turns[-1]), between)


def on_the_path(calls: Sequence[Call], event: str) -> dict[Who, list[Call]]:
    """What the answer to an event waited for, in each service that handled it."""
    path: dict[Who, list[Call]] = {}
    for who in PATH:
        handling = [call for call in calls if (call.who, call.event) == (who, event)]
        if who == PATH[-1]:  # up to the claim: then the answer goes out
            claim = next(place for place, call in enumerate(handling) if call.kind == "commit")
            path[who] = handling[: claim + 1]
        else:
            path[who] = handling
            event = next(call.published[FOLLOWS[who]] for call in handling if FOLLOWS[who] in call.published)
    return path


def waited_for(turn: Mapping[Who, Sequence[Call]]) -> Counter[str]:
    """How often it waited for each part. What was asked for at once is waited for once; a publish is part of a hop."""
    counted = Counter({HOP: len(PATH)})
    for handling in turn.values():
        until = 0.0
        for call in handling:
            if call.kind != PUBLISH and call.began >= until:
                counted[call.kind] += 1
            until = max(until, call.ended)
    return counted


def _between(handling: Sequence[Call]) -> float:
    """Seconds from the first call to the last in which none was under way."""
    idle, until = 0.0, handling[0].ended
    for call in handling[1:]:
        idle += max(0.0, call.began - until)
        until = max(until, call.ended)
    return idle


@dataclass
class Prices:
    """How long each part takes by itself, in seconds: looked at again and again, between the turns."""

    bus: Side
    arrivals: Arrivals
    store: Ours
    embedding: E5Embedding
    numbers: Iterator[int]
    texts: Iterator[str]
    took: dict[str, list[float]] = field(default_factory=dict)

    async def look(self) -> None:
        """Some of each."""
        await self.store.put(row(1))
        hops = await calmly(self.bus, self.arrivals, self.numbers, HOPS)
        self.took.setdefault(HOP, []).extend(hops.handled)
        await self._timed("read", lambda: self.store.get(row(1)))
        await self._timed("query", lambda: self.store.find(row(1)))
        await self._timed("change", lambda: self.store.change(row(1)))
        await self._timed(MODEL, lambda: self.embedding.embed_query(next(self.texts)))

    async def _timed(self, what: str, do: Callable[[], Awaitable[Any]]) -> None:
        took = self.took.setdefault(what, [])
        for _ in range(HOPS):
            began = time.perf_counter()
            await do()
            took.append(time.perf_counter() - began)

    def middle(self) -> dict[str, float]:
        """In milliseconds. A commit is what a transaction takes beyond its read, which begins it."""
        made = {what: percentile(took, 0.5) * 1000 for what, took in self.took.items()}
        made["commit"] = made.pop("change") - made["read"]
        made["begin"] = made["read"]  # a call that says as little
        return made
