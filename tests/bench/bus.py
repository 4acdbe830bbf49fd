"""Our bus on Pub/Sub beside Google's own client: how long an event is under way, and how many a second there are."""

import asyncio
import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deploy.emulators import PUBSUB
from tests.bench.emulated import Pair, compared, ratio, section
from tests.bench.hops import Arrivals, Side, hop, ours, plain, texts
from tests.bench.place import Place
from tests.bench.report import Figure, Section, median, percentile

TITLE = "events on Pub/Sub's emulator"
BESIDE = "google-cloud-pubsub"
WARM = 100
CALM_ROUNDS = 5
CALM_EVENTS = 150
CALM_PAUSE_SECONDS = 0.01
"""Between two events: far from what either side can do."""
FAST_ROUNDS = 5
FAST_EVENTS = 1_000
UNDER_WAY = 64


@dataclass(frozen=True)
class Calm:
    """One side's waits at a low rate, in seconds."""

    durable: Sequence[float]
    handled: Sequence[float]


async def measure(place: Place) -> Section:
    """Both sides in turn, the first of a round being the second of the next."""
    return await section(place, TITLE, BESIDE, (PUBSUB,), _measured)


async def _measured(place: Place, hosts: dict[str, str]) -> Section:
    arrivals, numbers = Arrivals(), itertools.count()
    host = hosts[PUBSUB.variable]
    async with ours(host, arrivals) as mine, plain(host, arrivals) as theirs:
        sides: tuple[Side, Side] = (mine, theirs)
        for side in sides:
            await fast(side, arrivals, numbers, WARM)
        calm = await _calm_rounds(place, sides, arrivals, numbers)
        rates = await _fast_rounds(place, sides, arrivals, numbers)
    return Section(TITLE, BESIDE, [*_waits(calm), *_rates(rates)])


async def _calm_rounds(
    place: Place, sides: tuple[Side, Side], arrivals: Arrivals, numbers: Iterator[int]
) -> list[tuple[Calm, Calm]]:
    rounds: list[tuple[Calm, Calm]] = []
    for number in range(CALM_ROUNDS):
        by_side: dict[Side, Calm] = {}
        for side in in_turn(sides, number):
            by_side[side] = await calmly(side, arrivals, numbers, CALM_EVENTS)
        rounds.append((by_side[sides[0]], by_side[sides[1]]))
        mine, theirs = (percentile(calm.handled, 0.5) * 1000 for calm in rounds[-1])
        place.say(f"events, round {number + 1} of {CALM_ROUNDS}: handled after {mine:.1f} ms beside {theirs:.1f}")
    return rounds


async def _fast_rounds(
    place: Place, sides: tuple[Side, Side], arrivals: Arrivals, numbers: Iterator[int]
) -> list[Pair]:
    """Seconds for so many events, of both sides."""
    rounds: list[Pair] = []
    for number in range(FAST_ROUNDS):
        by_side: dict[Side, float] = {}
        for side in in_turn(sides, number):
            by_side[side] = await fast(side, arrivals, numbers, FAST_EVENTS)
        rounds.append(Pair(by_side[sides[0]], by_side[sides[1]]))
        mine, theirs = FAST_EVENTS / rounds[-1].ours, FAST_EVENTS / rounds[-1].theirs
        place.say(
            f"events as fast as may be, round {number + 1} of {FAST_ROUNDS}: {mine:,.0f} a second beside {theirs:,.0f}"
        )
    return rounds


def in_turn(sides: tuple[Side, Side], number: int) -> tuple[Side, Side]:
    """Neither is always the first."""
    return sides if number % 2 == 0 else (sides[1], sides[0])


async def calmly(side: Side, arrivals: Arrivals, numbers: Iterator[int], count: int) -> Calm:
    """One event after another at a low rate, whatever became of the one before."""
    under_way: list[asyncio.Task[tuple[float, float]]] = []
    for sent in texts(count, numbers):
        under_way.append(asyncio.create_task(hop(side, arrivals, sent)))
        await asyncio.sleep(CALM_PAUSE_SECONDS)  # the load itself: an event now and then
    waits = await asyncio.gather(*under_way)
    return Calm([durable for durable, _ in waits], [handled for _, handled in waits])


async def fast(side: Side, arrivals: Arrivals, numbers: Iterator[int], count: int) -> float:
    """So many at once, as fast as may be; gives the seconds."""
    left = iter(texts(count, numbers))

    async def sends() -> None:
        for sent in left:
            await hop(side, arrivals, sent)

    began = time.perf_counter()
    await asyncio.gather(*(sends() for _ in range(UNDER_WAY)))
    return time.perf_counter() - began


def _waits(rounds: Sequence[tuple[Calm, Calm]]) -> list[Figure]:
    def pairs(share: float, durable: bool = False) -> list[Pair]:
        return [
            Pair(*(percentile(calm.durable if durable else calm.handled, share) * 1000 for calm in each))
            for each in rounds
        ]

    return [
        *compared("published until handled: p50", "ms", pairs(0.5)),
        *compared("published until handled: p99", "ms", pairs(0.99)),
        *compared("published until durable: p50", "ms", pairs(0.5, durable=True)),
    ]


def _rates(rounds: list[Pair]) -> list[Figure]:
    """More is better, so that what is compared is theirs by ours: the seconds for the same events."""
    mine = median([FAST_EVENTS / each.ours for each in rounds])
    theirs = median([FAST_EVENTS / each.theirs for each in rounds])
    return [Figure(f"{UNDER_WAY} under way", mine, "a second", theirs), ratio(rounds, "theirs by ours")]
