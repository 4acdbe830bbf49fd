"""A program as a process of its own: told, stopped, ended with all it began."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.processes import Child

ROOT = Path(__file__).parents[3]
GRACEFUL = """
import os, signal
def end(*_):
    os.write(1, b"ending\\n")
    os._exit(0)
signal.signal(signal.SIGTERM, end)
print("up", flush=True)
while True:
    signal.pause()
"""
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); signal.pause()"
HOLDER = "import signal, sys; held = open(sys.argv[1], 'w'); print('up', flush=True); signal.pause()"
WITH_A_CHILD = f"""
import subprocess, sys
holder = subprocess.Popen([sys.executable, "-c", {HOLDER!r}, sys.argv[1]], stdout=subprocess.PIPE)
print(holder.stdout.readline().decode(), flush=True)
"""
OWNER = f"""
import asyncio, sys
from deploy.processes import Child
async def main():
    child = Child("one", [sys.executable, "-c", {HOLDER!r}, sys.argv[1]],
                  {{}}, lambda name, line: print(line, flush=True))
    await child.start()
    await asyncio.Event().wait()
asyncio.run(main())
"""


class Told:
    """What was told, and a way to wait for a line."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self._more = asyncio.Event()

    def __call__(self, name: str, line: str) -> None:
        self.lines.append((name, line))
        self._more.set()

    async def first(self) -> str:
        async with asyncio.timeout(20):
            await self._more.wait()
        return self.lines[0][1]


@pytest.fixture
def told() -> Told:
    return Told()


def child(told: Told, program: str, *arguments: str) -> Child:
    return Child("booking", [sys.executable, "-c", program, *arguments], {}, told)


class Held:
    """A pipe with a name. Who holds its other end is alive; it ends with them, however they end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)

    def is_let_go(self, within: float) -> bool:
        """Wait up to so many seconds for the end."""
        heard, _, _ = select.select([self._reading], [], [], within)
        return bool(heard) and os.read(self._reading, 1) == b""

    def close(self) -> None:
        os.close(self._reading)


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    held = Held(tmp_path / "held")
    yield held
    held.close()


async def test_its_lines_are_told_under_its_name_up_to_the_last(told: Told) -> None:
    """Errors among them; also a line without an end."""
    one = child(told, "import sys; print('first'); sys.stdout.flush(); sys.stderr.write('last'); sys.exit(3)")
    await one.start()
    assert await one.ended() == 3
    assert told.lines == [("booking", "first"), ("booking", "last")]


async def test_a_stop_lets_it_end_by_itself(told: Told) -> None:
    one = child(told, GRACEFUL)
    await one.start()
    assert await told.first() == "up"
    await one.stop()
    assert told.lines[-1] == ("booking", "ending")
    assert await one.ended() == 0
    assert not one.running


async def test_one_that_will_not_end_is_ended(told: Told) -> None:
    one = child(told, STUBBORN)
    await one.start()
    await told.first()
    await one.stop(seconds=0.2)
    assert not one.running


async def test_what_it_leaves_behind_ends_with_it(told: Told, held: Held) -> None:
    one = child(told, WITH_A_CHILD, str(held.path))
    await one.start()
    await one.ended()
    assert told.lines[0] == ("booking", "up")
    assert held.is_let_go(within=10)


async def test_a_killed_one_is_known_to_be_killed_and_can_be_started_again(told: Told) -> None:
    one = child(told, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    for _ in range(2):
        await one.start()
        assert await one.ended() == 128 + signal.SIGKILL


def test_it_dies_with_a_process_that_is_killed(held: Held) -> None:
    """`kill -9` of the driver leaves no service behind."""
    driver = [sys.executable, "-c", OWNER, str(held.path)]
    with subprocess.Popen(driver, cwd=ROOT, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "up\n"
        assert not held.is_let_go(within=0)
        owner.kill()
        owner.wait()
    assert held.is_let_go(within=10)
