"""How soon it is ready, and how much memory it takes: before the embedding is first used, and after."""

import asyncio
import itertools
import subprocess
from pathlib import Path

from tests.bench.children import child
from tests.bench.messages import questions
from tests.bench.place import Place
from tests.bench.report import Aim, Figure, Section, median
from tests.bench.turns import asked_by

ROUNDS = 3
QUESTIONS = 64
CUSTOMERS = 8
STEADY_SECONDS = 0.3
LOOKS_MAX = 20


async def measure(place: Place) -> Section:
    """Each round is a process of its own, beside one of the plain echo."""
    ready: list[float] = []
    plain: list[float] = []
    rest: list[float] = []
    used: list[float] = []
    beside: list[float] = []
    for number in range(1, ROUNDS + 1):
        settings = place.settings(place.copy(f"footprint-{number}"))
        async with child(["tests.bench.echo"], place.said, settings) as echo:
            plain.append(echo.ready_seconds)
            beside.append(await steady_mb(echo.pid))
        async with child(["services", "run"], place.said, settings) as house:
            ready.append(house.ready_seconds)
            rest.append(await steady_mb(house.pid))
            await asked_by(place, house, CUSTOMERS, questions()[:QUESTIONS], itertools.count())
            used.append(await steady_mb(house.pid))
        place.say(
            f"ready after {ready[-1]:.2f} s; {rest[-1]:.0f} MB at rest, {used[-1]:.0f} MB after {QUESTIONS} turns"
        )
    return Section(
        "start and memory",
        "plain echo",
        [
            Figure("start to ready", median(ready), "s", median(plain), Aim("under", 3)),
            Figure("memory at rest", median(rest), "MB", median(beside), Aim("under", 150)),
            Figure("memory after questions", median(used), "MB", median(beside), Aim("under", 250)),
        ],
    )


async def steady_mb(pid: int) -> float:
    """What a process holds in memory once it takes no more."""
    seen = resident_mb(pid)
    for _ in range(LOOKS_MAX):
        await asyncio.sleep(STEADY_SECONDS)  # memory has no event to wait for
        before, seen = seen, resident_mb(pid)
        if abs(seen - before) < 0.5:
            break
    return seen


def resident_mb(pid: int) -> float:
    """The resident set of a process."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(said.stdout) / 1024
