"""The driver of `make emulators`: what it starts, what it starts again, and when it gives up."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deploy import local
from deploy.clock import ticking
from deploy.local import Ended, keep
from deploy.processes import Child
from libs.common.bus.port import Bus
from libs.common.entities import entities
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.settings import Settings

ROOT = Path(__file__).parents[3]
ALIVE = """
import os, sys
from http.server import BaseHTTPRequestHandler, HTTPServer
class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
print(os.getpid(), flush=True)
HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""


class Pids:
    """The process ids that a program told, as they come."""

    def __init__(self) -> None:
        self._told: asyncio.Queue[int] = asyncio.Queue()

    def __call__(self, _: str, line: str) -> None:
        if line.isdigit():
            self._told.put_nowait(int(line))

    async def next(self) -> int:
        async with asyncio.timeout(20):
            return await self._told.get()


def test_it_starts_each_service_that_owns_something() -> None:
    assert set(local.SERVICES) >= {kind.writer for kind in entities().values()} & {
        path.name for path in (ROOT / "services").iterdir()
    }
    assert all((ROOT / "services" / name / "__main__.py").exists() for name in local.SERVICES)


def test_the_gateway_is_where_the_settings_say_and_every_service_has_a_port_of_its_own() -> None:
    settings = Settings(port=8099)
    made = local.children(local.house_environment({}, Path("data"), settings), settings)
    assert made["gateway"][1] == 8099
    assert len({port for _, port in made.values()}) == len(local.SERVICES)


def test_every_name_that_is_handed_on_is_a_setting() -> None:
    """Else the services would not start. The vault's key is a new one, because the emulators keep nothing."""
    hosts = {"PUBSUB_EMULATOR_HOST": "127.0.0.1:1", "FIRESTORE_EMULATOR_HOST": "127.0.0.1:2"}
    shared = local.house_environment(hosts, Path("data"), Settings())
    read = Settings.load(shared, env_file=None)
    assert (read.mode, read.pubsub_emulator_host, read.firestore_emulator_host) == ("google", *hosts.values())
    assert read.vault_keys
    assert (
        shared["FRONTDESK_VAULT_KEYS"] != local.house_environment({}, Path("data"), Settings())["FRONTDESK_VAULT_KEYS"]
    )


async def test_a_service_that_is_killed_is_started_again() -> None:
    pids, up, port = Pids(), asyncio.Event(), local.free_port()
    kept = asyncio.create_task(keep(Child("booking", [sys.executable, "-c", ALIVE, str(port)], {}, pids), port, up))
    first = await pids.next()
    async with asyncio.timeout(20):
        await up.wait()
    os.kill(first, signal.SIGKILL)
    assert await pids.next() != first
    kept.cancel()
    await asyncio.gather(kept, return_exceptions=True)
    assert not await local.healthy(port)


async def test_a_service_that_does_not_start_ends_everything() -> None:
    """It is not tried again and again."""
    broken = Child("booking", [sys.executable, "-c", "raise SystemExit(2)"], {}, Pids())
    with pytest.raises(Ended, match=r"booking did not start \(exit code 2\)"):
        await keep(broken, local.free_port(), asyncio.Event())


@pytest.mark.parametrize(("missing", "told"), [("gcloud", "Google Cloud SDK is not installed"), ("java", "needs Java")])
def test_without_the_sdk_or_java_it_says_what_to_install(missing: str, told: str, tmp_path: Path) -> None:
    """In one line, with exit code 2, and nothing was started."""
    jar = tmp_path / "platform" / "pubsub-emulator" / "lib" / "cloud-pubsub-emulator-1-all.jar"
    jar.parent.mkdir(parents=True)
    jar.touch()
    environment = {"PATH": "", **({"CLOUDSDK_ROOT_DIR": str(tmp_path)} if missing == "java" else {})}
    done = subprocess.run(
        [sys.executable, "-m", "deploy.local"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


class OneMinute(Exception):
    """Enough was waited for."""


class Published:
    """A bus that answers or does not, and keeps what it was given."""

    def __init__(self, *, silent: bool = False) -> None:
        self.events: list[Envelope] = []
        self._silent = silent

    async def publish(self, *events: Envelope) -> None:
        if self._silent:
            raise Unavailable("Pub/Sub")
        self.events += events


async def ticked(bus: Published, *, minutes: int) -> list[float]:
    """Let so many minutes pass; gives how long was waited for each."""
    waited: list[float] = []
    moments = [datetime(2026, 3, 1, 9, 0, 42, 500_000, tzinfo=UTC)]

    async def sleep(seconds: float) -> None:
        if len(waited) == minutes:
            raise OneMinute
        waited.append(seconds)
        moments.append(datetime(2026, 3, 1, 9, len(waited), 0, 1_000, tzinfo=UTC))

    as_bus: Bus = bus  # type: ignore[assignment] # of the port it only publishes
    with pytest.raises(OneMinute):
        await ticking(as_bus, lambda: moments[-1], sleep)
    return waited


async def test_the_clock_ticks_as_each_minute_begins() -> None:
    bus = Published()
    waited = await ticked(bus, minutes=2)
    assert waited == pytest.approx([17.5, 59.999])
    assert [event.topic for event in bus.events] == ["clock.ticked"] * 2
    assert [event.time.minute for event in bus.events] == [1, 2]


async def test_a_minute_that_cannot_be_published_does_not_stop_the_clock() -> None:
    assert len(await ticked(Published(silent=True), minutes=3)) == 3


def test_the_makefile_runs_it() -> None:
    assert shutil.which("make")
    planned = subprocess.run(["make", "--dry-run", "emulators"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "-m deploy.local" in planned.stdout
