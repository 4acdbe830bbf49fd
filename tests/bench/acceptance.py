"""How many webhooks a second are answered 200, ours once they are durable, beside aiohttp that keeps nothing."""

import itertools
from collections.abc import Iterator

from tests.bench.children import child
from tests.bench.messages import person, webhook
from tests.bench.place import Place
from tests.bench.report import Aim, Figure, Section, median
from tests.bench.wire import rate

CONNECTIONS = 64
ROUNDS = 15
REQUESTS = 3000
WHILE_HANDLING_ROUNDS = 3
WHILE_HANDLING_REQUESTS = 600
CUSTOMERS = range(10_000, 10_500)
"""None of those whose turns are measured: some are answered before their house is stopped, and some are not."""


async def measure(place: Place) -> Section:
    """All sides in turn, then the whole house while it also answers."""
    ids = itertools.count()
    ours, bare, on_our_loop = await _in_turn(place, ids)
    busy = await _while_handling(place, ids)
    return Section(
        f"webhooks accepted, {CONNECTIONS} connections",
        "bare aiohttp",
        [
            Figure("accepted and durable", median(ours), "a second", median(bare)),
            Figure("ratio, median of the rounds", _ratio(ours, bare), "", aim=Aim("at least", 0.5)),
            Figure("ratio to the bare one on uvloop, too", _ratio(ours, on_our_loop), ""),
            Figure("the same while all five services answer them", median(busy), "a second", median(bare)),
        ],
    )


def _ratio(ours: list[float], others: list[float]) -> float:
    return median([mine / other for mine, other in zip(ours, others, strict=True)])


async def _in_turn(place: Place, ids: Iterator[int]) -> tuple[list[float], list[float], list[float]]:
    """Ours, the bare handler, and the bare handler on our event loop: requests a second in each round."""
    rates: tuple[list[float], list[float], list[float]] = ([], [], [])
    settings = place.settings(place.copy("accepting"))
    async with (
        child(["tests.bench.front"], place.said, settings) as front,
        child(["tests.bench.bare"], place.said, settings) as plain,
        child(["tests.bench.bare", "uvloop"], place.said, settings) as on_our_loop,
    ):
        servers = (front, plain, on_our_loop)
        for server in servers:  # what is loaded by the first requests is loaded
            await rate(server.port, requests(place, server.port, ids, REQUESTS), CONNECTIONS)
        for number in range(1, ROUNDS + 1):
            for server, heard in zip(servers, rates, strict=True):
                heard.append(await rate(server.port, requests(place, server.port, ids, REQUESTS), CONNECTIONS))
            ours, bare, _ = (heard[-1] for heard in rates)
            place.say(f"webhooks, round {number} of {ROUNDS}: {ours:,.0f} a second beside {bare:,.0f}")
    return rates


async def _while_handling(place: Place, ids: Iterator[int]) -> list[float]:
    """Each round on a folder of its own, since what was accepted is not yet answered when the round ends."""
    busy: list[float] = []
    for number in range(1, WHILE_HANDLING_ROUNDS + 1):
        settings = place.settings(place.copy(f"handling-{number}"))
        async with child(["services", "run"], place.said, settings) as house:
            made = requests(place, house.port, ids, WHILE_HANDLING_REQUESTS)
            busy.append(await rate(house.port, made, CONNECTIONS))
        place.say(f"webhooks with all five services at work, round {number}: {busy[-1]:,.0f} a second")
    return busy


def requests(place: Place, port: int, ids: Iterator[int], count: int) -> list[bytes]:
    """Signed, each with a message id that was never used, from customers who take turns."""
    return [
        webhook(
            place.desk,
            port,
            person(CUSTOMERS[number % len(CUSTOMERS)]),
            f"wamid.bench{number}",
            f"Hello, it's me ({number}).",
        )
        for number in itertools.islice(ids, count)
    ]
