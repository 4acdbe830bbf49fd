"""`python -m tests.bench [--json] [--only NAME …]`: measure, say how far it is, print a table."""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from tests.bench import acceptance, bill, bus, five, footprint, store, turns
from tests.bench.desk import prepare
from tests.bench.graph import graph
from tests.bench.place import Place
from tests.bench.report import Section, as_json, table

MEASUREMENTS: dict[str, Callable[[Place], Awaitable[Section]]] = {
    "webhooks": acceptance.measure,
    "turns": turns.measure,
    "documents": bill.measure,
    "start": footprint.measure,
    "bus": bus.measure,
    "store": store.measure,
    "five": five.measure,
}


async def run(names: Sequence[str]) -> list[Section]:
    """Measure in a folder that is gone at the end."""
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"[{time.monotonic() - began:4.0f} s] {text}", file=sys.stderr, flush=True)

    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        async with graph() as taking:
            busy, cores = os.getloadavg()[0], os.cpu_count() or 1
            if busy > cores / 4:
                say(f"others work here, too (load {busy:.1f} on {cores} cores): expect less than a quiet machine gives")
            say("preparing an owner, a number and a document")
            prepared = Path(folder) / "prepared"
            place = Place(Path(folder), prepared, await prepare(prepared), taking, say)
            return [await MEASUREMENTS[name](place) for name in names]


def main() -> int:
    """From the words typed to an exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures; takes about 5 minutes.")
    parser.add_argument("--json", action="store_true", help="print JSON in place of the table")
    parser.add_argument("--only", nargs="+", choices=MEASUREMENTS, default=list(MEASUREMENTS), metavar="NAME")
    given = parser.parse_args()
    sections = asyncio.run(run(given.only))
    print(as_json(sections) if given.json else table(sections))
    return 0


if __name__ == "__main__":
    sys.exit(main())
