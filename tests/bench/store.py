"""Our store on Firestore beside Google's own client: a read, a write, and a transaction that reads and writes."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from deploy.emulators import FIRESTORE
from libs.common.entities import Conversation
from libs.common.firestore import client as firestore
from tests.bench.emulated import Pair, compared, new_project, section
from tests.bench.place import Place
from tests.bench.report import Figure, Section, percentile
from tests.bench.rows import Document, Ours, Plain, document, row

TITLE = "documents on Firestore's emulator"
BESIDE = "google-cloud-firestore"
ROUNDS = 5
TIMES = 60
"""Of each, by each side, in a round."""
WARM = 40


@dataclass(frozen=True)
class Compared:
    """What both sides do, and what it is called."""

    what: str
    ours: Callable[[Conversation], Awaitable[None]]
    theirs: Callable[[Document], Awaitable[None]]


async def measure(place: Place) -> Section:
    """Both sides in turn, one document after another, so that drift hits both."""
    return await section(place, TITLE, BESIDE, (FIRESTORE,), _measured)


async def _measured(place: Place, hosts: dict[str, str]) -> Section:
    project = new_project()
    mine = firestore.connect(project, hosts[FIRESTORE.variable])
    theirs = firestore.connect(project, hosts[FIRESTORE.variable])
    try:
        return Section(TITLE, BESIDE, await _figures(place, Ours(mine), Plain(theirs)))
    finally:
        await firestore.close(mine)
        await firestore.close(theirs)


async def _figures(place: Place, ours: Ours, plain: Plain) -> list[Figure]:
    acts = [
        Compared("written: p50", ours.put, plain.put),  # the first, so that there is something to read
        Compared("read: p50", ours.get, plain.get),
        Compared("read and written in a transaction: p50", ours.change, plain.change),
    ]
    rounds: dict[str, list[Pair]] = {act.what: [] for act in acts}
    for act in acts:
        await one_round(act, WARM)
    for number in range(1, ROUNDS + 1):
        for act in acts:
            rounds[act.what].append(await one_round(act, TIMES))
        told = ", ".join(f"{act.what.partition(':')[0]} {rounds[act.what][-1].ratio:.2f}" for act in acts)
        place.say(f"documents, round {number} of {ROUNDS}, ours by theirs: {told}")
    return [figure for act in acts for figure in compared(act.what, "ms", rounds[act.what])]


async def one_round(act: Compared, times: int) -> Pair:
    """The middle times in milliseconds. Neither side is always the first, and each has documents of its own."""
    mine: list[float] = []
    theirs: list[float] = []
    for number in range(times):
        one, other = row(number), document(row(10_000 + number))
        for side in ("ours", "theirs") if number % 2 == 0 else ("theirs", "ours"):
            if side == "ours":
                mine.append(await seconds(act.ours(one)))
            else:
                theirs.append(await seconds(act.theirs(other)))
    return Pair(percentile(mine, 0.5) * 1000, percentile(theirs, 0.5) * 1000)


async def seconds(doing: Awaitable[None]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    await doing
    return time.perf_counter() - began
