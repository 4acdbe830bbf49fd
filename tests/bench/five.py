"""A whole turn on five processes beside the sum of what it waits for.

From the first byte of the signed webhook to the Graph API call with the answer, one customer at a time.
"""

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from typing import Any

from pydantic import SecretStr

from deploy.emulators import FIRESTORE, PUBSUB
from libs.common.embedding.e5 import E5Embedding
from libs.common.firestore import client as firestore
from libs.common.key_file import new_key
from libs.common.store.firestore import FirestoreStore
from libs.common.store.port import Store
from tests.bench.calls import MODEL
from tests.bench.children import Child, child
from tests.bench.emulated import new_project, section
from tests.bench.hops import Arrivals, ours
from tests.bench.messages import DOCUMENT_NAME, person, questions
from tests.bench.parts import HOP, Prices, Turns, desk_and_turns, until_over
from tests.bench.place import Place
from tests.bench.report import Figure, Section, percentile
from tests.bench.rows import Ours
from tests.bench.turns import Phone

TITLE = "a whole turn, five processes on the emulators"
BESIDE = "sum of its parts"
SERVICES = ("gateway", "ingest", "responder", "booking", "knowledge")
CUSTOMERS = 16
"""They take turns."""
WARM = 16
ROUNDS = 6
TURNS = 20
"""A round, between two looks at the parts."""
NAMES = {HOP: "events from publish to handler", "read": "reads", "query": "queries", "begin": "begins"} | {
    "commit": "commits",
    MODEL: "embedding",
}


async def measure(place: Place) -> Section:
    """Skipped where there are no emulators."""
    return await section(place, TITLE, BESIDE, (PUBSUB, FIRESTORE), _measured)


async def _measured(place: Place, hosts: dict[str, str]) -> Section:
    project, vault, data = new_project(), new_key(), place.folder / "five"
    place.say("five processes: preparing an owner, and counting what a turn asks of Google")
    settings: dict[str, Any] = {
        "mode": "google",
        "google_cloud_project": project,
        "firestore_emulator_host": hosts[FIRESTORE.variable],
        "pubsub_emulator_host": hosts[PUBSUB.variable],
        "vault_keys": SecretStr(vault),
    }
    desk, turns = await desk_and_turns(data, settings)
    place = replace(place, desk=desk)
    environment = {
        **place.settings(data),
        "FRONTDESK_MODE": "google",
        "FRONTDESK_VAULT_KEYS": vault,
        "GOOGLE_CLOUD_PROJECT": project,
        **hosts,
    }
    store = FirestoreStore(firestore.connect(project, hosts[FIRESTORE.variable]))
    try:
        async with _five(place, environment) as gateway, _prices(hosts) as prices:
            waits = await _waits(place, gateway, prices, store)
    finally:
        await store.close()
    return Section(TITLE, BESIDE, figures(waits, turns, prices.middle()))


@asynccontextmanager
async def _five(place: Place, environment: Mapping[str, str]) -> AsyncIterator[Child]:
    """All of them; gives the gateway."""
    async with AsyncExitStack() as stack:
        started = [stack.enter_async_context(child([f"services.{name}"], place.said, environment)) for name in SERVICES]
        gateway, *_ = await asyncio.gather(*started)
        yield gateway


@asynccontextmanager
async def _prices(hosts: Mapping[str, str]) -> AsyncIterator[Prices]:
    client, embedding, arrivals = (
        firestore.connect(new_project(), hosts[FIRESTORE.variable]),
        E5Embedding(),
        Arrivals(),
    )
    texts: Iterator[str] = itertools.islice(questions(), 2000, None)  # none that the turns ask
    try:
        async with ours(hosts[PUBSUB.variable], arrivals) as bus:
            yield Prices(bus, arrivals, Ours(client), embedding, itertools.count(), texts)
    finally:
        await embedding.close()
        await firestore.close(client)


async def _waits(place: Place, gateway: Child, prices: Prices, store: Store) -> list[float]:
    """Seconds that each customer waited. The parts are looked at between the rounds, so that drift hits both."""
    phones = [Phone(place, gateway.port, person(number)) for number in range(CUSTOMERS)]
    await asyncio.gather(*(phone.connect() for phone in phones))
    asked = enumerate(questions())

    async def turn() -> float:
        number, text = next(asked)
        seconds, words = await phones[number % CUSTOMERS].asks(f"wamid.five{number}", text)
        assert DOCUMENT_NAME in words, f"not answered out of the document: {words}"
        await until_over(store)
        return seconds

    for _ in range(WARM):
        await turn()
    await prices.look()
    prices.took.clear()
    waits: list[float] = []
    for number in range(1, ROUNDS + 1):
        made = [await turn() for _ in range(TURNS)]
        waits += made
        await prices.look()
        place.say(f"five processes, round {number} of {ROUNDS}: {percentile(made, 0.5) * 1000:.0f} ms a turn")
    for phone in phones:
        phone.close()
    return waits


def figures(waits: list[float], turns: Turns, prices: Mapping[str, float]) -> list[Figure]:
    """The turn, the sum, its parts, and what is left: work between the calls, and HTTP at both ends."""
    counted = turns.waited_for
    parts = {what: count * prices[what] for what, count in counted.items()}
    total, middle = sum(parts.values()), percentile(waits, 0.5) * 1000
    return [
        Figure("p50", middle, "ms", total),
        Figure("p99", percentile(waits, 0.99) * 1000, "ms", total),
        *(
            Figure(f"  {counted[what]} x {NAMES[what]}, {prices[what]:.1f} ms each", parts[what], "ms")
            for what in NAMES
            if what in parts
        ),
        Figure("  the rest of the middle turn", middle - total, "ms"),
        *(
            Figure(f"    {service} between its calls, in one process", spent, "ms")
            for service, spent in turns.between.items()
        ),
    ]
