"""A program as a process of its own: told, stopped, ended with all it began."""

import asyncio
import signal
import subprocess
import sys
import time
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
WITH_A_CHILD = """
import subprocess, sys
print(subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"]).pid, flush=True)
"""
OWNER = """
import asyncio, sys
from deploy.processes import Child
async def main():
    child = Child("one", [sys.executable, "-c", "import os, signal; print(os.getpid(), flush=True); signal.pause()"],
                  {}, lambda name, line: print(line, flush=True))
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


def child(told: Told, program: str) -> Child:
    return Child("booking", [sys.executable, "-c", program], {}, told)


def alive(pid: int) -> bool:
    """One that ended and that nobody has asked about (Z) is not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")


def gone(pid: int) -> bool:
    until = time.monotonic() + 10
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)


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


async def test_what_it_leaves_behind_ends_with_it(told: Told) -> None:
    one = child(told, WITH_A_CHILD)
    await one.start()
    await one.ended()
    assert gone(int(told.lines[0][1]))


async def test_a_killed_one_is_known_to_be_killed_and_can_be_started_again(told: Told) -> None:
    one = child(told, "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    for _ in range(2):
        await one.start()
        assert await one.ended() == 128 + signal.SIGKILL


def test_it_dies_with_a_process_that_is_killed() -> None:
    """`kill -9` of the driver leaves no service behind."""
    with subprocess.Popen([sys.executable, "-c", OWNER], cwd=ROOT, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())
        assert alive(pid)
        owner.kill()
        owner.wait()
    assert gone(pid)
