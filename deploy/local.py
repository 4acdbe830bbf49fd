"""Five services on Google's emulators, each a process of its own: what `make emulators` runs.

Starts both emulators from the installed Google Cloud SDK, provisions them, starts the services and the clock, and tells
their lines under their names. Ctrl-C ends all of it, and the emulators keep nothing. A service that is killed is
started again, as Cloud Run would; one that does not start ends everything, and so does an emulator.
"""

import asyncio
import os
import shlex
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from deploy import emulators
from deploy.processes import Child
from libs.common.errors import Misconfigured
from libs.common.key_file import new_key
from libs.common.settings import Settings

SERVICES = ("gateway", "ingest", "responder", "booking", "knowledge")
PROJECT = "demo-frontdesk"
"""Google's own tools take a project whose id begins with `demo-` for one that exists nowhere."""
READY_SECONDS = 60.0
"""How long a service may take until it answers: 3 s alone, more when all five start at once on a small machine."""
LOOK_SECONDS = 0.2
EMULATOR_LOOK_SECONDS = 2.0
OURS = "frontdesk"


class Ended(Exception):
    """Something that all need has ended."""


def say(name: str, line: str) -> None:
    """One line, and whose it is."""
    print(f"{name:<{len(OURS)}} | {line}", flush=True)  # noqa: T201 - telling is what it is for


def house_environment(hosts: Mapping[str, str], data: Path, settings: Settings) -> dict[str, str]:
    """What all processes share, and the command needs. The folder of documents is as new as the emulators."""
    keys = settings.vault_keys
    return {
        "FRONTDESK_MODE": "google",
        "FRONTDESK_PUBSUB": "",  # as by itself: pulled
        "FRONTDESK_DATA": str(data),
        "FRONTDESK_VAULT_KEYS": keys.get_secret_value() if keys else new_key(),
        # A bucket in the cloud has no place here; one in a stand-in has.
        "FRONTDESK_BUCKET": (settings.bucket or "") if settings.storage_emulator_host else "",
        "GOOGLE_CLOUD_PROJECT": PROJECT,
        **hosts,
    }


def children(shared: Mapping[str, str], settings: Settings) -> dict[str, tuple[Child, int]]:
    """The five services, each with its port."""
    inherited = {name: value for name, value in os.environ.items() if name != "PORT"}
    made = {}
    for name in SERVICES:
        port = settings.port if name == "gateway" and settings.port else free_port()
        own = {"FRONTDESK_PORT": str(port), "FRONTDESK_HOST": "127.0.0.1"}
        made[name] = Child(name, _python(f"services.{name}"), {**inherited, **shared, **own}, say), port
    return made


def _python(module: str) -> list[str]:
    return [sys.executable, "-u", "-m", module]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def emulated() -> Iterator[dict[str, str]]:
    """Both emulators while the block runs; gives the variables by which Google's clients find them."""
    with emulators.running(emulators.PUBSUB) as pubsub, emulators.running(emulators.FIRESTORE) as firestore:
        yield {emulators.PUBSUB.variable: pubsub, emulators.FIRESTORE.variable: firestore}


async def run(hosts: Mapping[str, str], data: Path, settings: Settings) -> None:
    """Provision, and run everything until SIGTERM or SIGINT. Raises Ended."""
    shared = house_environment(hosts, data, settings)
    await _provision({**os.environ, **shared})
    started = children(shared, settings)
    clock = Child("clock", _python("deploy.clock"), {**os.environ, **shared}, say)
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    up = {name: asyncio.Event() for name in started}
    keeping = [
        *(asyncio.create_task(keep(child, port, up[name])) for name, (child, port) in started.items()),
        asyncio.create_task(keep(clock)),
        *(asyncio.create_task(_watch(variable, host)) for variable, host in hosts.items()),
        asyncio.create_task(_welcome(up, shared, data, started["gateway"][1])),
    ]
    await _until(stopping, keeping)


async def _until(stopping: asyncio.Event, tasks: list[asyncio.Task[None]]) -> None:
    """Wait for the wish to stop, or for the first trouble, which is raised once everything has ended."""
    wish = asyncio.create_task(stopping.wait())
    running: set[asyncio.Task[None]] = set(tasks)
    try:
        while running and not wish.done() and not any(map(_failed, tasks)):
            await asyncio.wait({wish, *running}, return_when=asyncio.FIRST_COMPLETED)
            running = {task for task in tasks if not task.done()}
        failed = next(filter(_failed, tasks), None)
        if failed is None:
            say(OURS, "stopping…")
    finally:
        for task in (wish, *tasks):
            task.cancel()
        await asyncio.gather(wish, *tasks, return_exceptions=True)
    if failed is not None:
        failed.result()


def _failed(task: asyncio.Task[None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is not None


async def _provision(environment: Mapping[str, str]) -> None:
    child = Child("provision", _python("deploy.provision"), environment, say)
    try:
        await child.start()
        code = await child.ended()
    finally:
        await child.stop()
    if code != 0:
        raise Ended(f"The emulators could not be provisioned (exit code {code}); the line above says why.")


async def keep(child: Child, port: int | None = None, up: asyncio.Event | None = None) -> None:
    """Run it, and start it again when it ends. Raises Ended when it ends before it has answered."""
    try:
        while True:
            await child.start()
            if port is not None:
                await _answers(child, port)
            if up is not None:
                up.set()
            code = await child.ended()
            say(child.name, f"ended (exit code {code}); starting it again")
            if port is None:
                await asyncio.sleep(1.0)
    finally:
        await child.stop()


async def _answers(child: Child, port: int) -> None:
    """Return once /healthz answers."""
    with suppress(TimeoutError):
        async with asyncio.timeout(READY_SECONDS):
            while child.running:
                if await healthy(port):
                    return
                await asyncio.sleep(LOOK_SECONDS)
            raise Ended(f"{child.name} did not start (exit code {await child.ended()}); its last line says why.")
    raise Ended(f"{child.name} did not answer on port {port} within {READY_SECONDS:g} s.")


async def healthy(port: int) -> bool:
    """Whether a service there says that it is alive."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /healthz HTTP/1.0\r\n\r\n")
        answer = await reader.readline()
        writer.close()
    except OSError:
        return False
    return b" 200 " in answer


async def _watch(variable: str, host: str) -> None:
    """Raises Ended when an emulator does not take connections any more."""
    address, _, port = host.rpartition(":")
    while True:
        try:
            _, writer = await asyncio.open_connection(address, int(port))
            writer.close()
        except OSError as error:
            raise Ended(f"The emulator at {host} ({variable}) has ended, and all it held with it.") from error
        await asyncio.sleep(EMULATOR_LOOK_SECONDS)


async def _welcome(up: Mapping[str, asyncio.Event], shared: Mapping[str, str], data: Path, port: int) -> None:
    """Once all five answer, say where, and how the command reaches them."""
    await asyncio.gather(*(event.wait() for event in up.values()))
    file = data / "environment"
    file.write_text("".join(f"export {name}={shlex.quote(value)}\n" for name, value in shared.items()))
    say(OURS, f"Frontdesk runs at http://localhost:{port}, as five processes on Google's emulators. Ctrl-C stops it.")
    say(OURS, f"For the command, in another terminal: . {file}")


def main() -> int:
    """Gives the exit code: 0 stopped, 1 something ended, 2 misconfigured or something is missing."""
    try:
        settings = Settings.load()
        say(OURS, "Starting Google's emulators: Pub/Sub and Firestore…")
        with emulated() as hosts, tempfile.TemporaryDirectory(prefix="frontdesk-") as data:
            asyncio.run(run(hosts, Path(data), settings))
    except Misconfigured as error:
        print(error, file=sys.stderr)  # noqa: T201 - the one line a person reads
        return 2
    except Ended as error:
        print(error, file=sys.stderr)  # noqa: T201 - as above
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
