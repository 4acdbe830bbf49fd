"""The composition root: settings -> adapters -> running services. The only place that chooses."""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from libs.common import telemetry
from libs.common.blobs.port import Blobs
from libs.common.embedding.port import Embedding
from libs.common.errors import Misconfigured
from libs.common.events import CATALOGUE, Event
from libs.common.finish.port import Finisher
from libs.common.handling import Handling
from libs.common.health import add_health
from libs.common.logs import logger
from libs.common.parts import Parts, system_clock, system_sleep
from libs.common.service import Service
from libs.common.settings import Settings
from libs.common.vault import Vault

Build = Callable[[Parts], Service]

_log = logger("runtime")

STOP_SECONDS = 10.0
"""How long a stop waits for what is being handled: Cloud Run kills a container 10 s after SIGTERM."""
LOCK_SECONDS = 5.0
"""How long a starting server waits for a command that holds a service's handlers."""
LOCK_LOOK_SECONDS = 0.1
BODY_BYTES_MAX = 3 * 1024 * 1024
"""Meta's webhooks carry at most 3 MB; a route that takes files says its own limit."""


def routes(catalogue: Sequence[type[Event]] = CATALOGUE) -> dict[str, tuple[str, ...]]:
    """Which services handle which topic."""
    return {event.topic: event.consumers for event in catalogue}


@dataclass(frozen=True)
class Foundation:
    """The adapters of this process, open and connected."""

    parts: Parts
    finisher: Finisher
    housekeeping: Callable[[], AbstractAsyncContextManager[None]] | None  # None: Google keeps house


@asynccontextmanager
async def foundation(settings: Settings) -> AsyncIterator[Foundation]:
    """Open the adapters that the settings choose, and close them at the end.

    Raises Misconfigured in one sentence that names the setting.
    """
    async with embedded(settings) if settings.mode == "embedded" else google(settings) as built:
        yield built


@asynccontextmanager
async def embedded(settings: Settings) -> AsyncIterator[Foundation]:
    """Everything in one data folder."""
    from libs.common.blobs.files import FileBlobs
    from libs.common.bus.embedded import EmbeddedBus
    from libs.common.finish.embedded import EmbeddedFinisher
    from libs.common.sqlite.folder import Folder
    from libs.common.sqlite.housekeeping import Housekeeping
    from libs.common.store.embedded import EmbeddedStore

    folder = Folder(settings.data)
    store, bus = EmbeddedStore(folder), EmbeddedBus(folder, routes())
    chosen = _embedding(settings)
    parts = Parts(
        settings=settings,
        store=store,
        blobs=FileBlobs(settings.data / "blobs"),
        bus=bus,
        embedding=chosen,
        vault=Vault.of(settings),
        clock=system_clock,
        sleep=system_sleep,
    )
    async with AsyncExitStack() as stack:
        for part in (store, bus, parts.blobs, chosen):
            stack.push_async_callback(part.close)
        yield Foundation(
            parts=parts,
            finisher=EmbeddedFinisher(folder, store, bus, system_clock),
            housekeeping=Housekeeping(folder, routes(), parts).running,
        )


@asynccontextmanager
async def google(settings: Settings) -> AsyncIterator[Foundation]:
    """Pub/Sub, Firestore and Cloud Storage, or their emulators."""
    from libs.common.bus.pubsub import PubSubBus
    from libs.common.finish.ordered import OrderedFinisher
    from libs.common.firestore.client import connect as connect_firestore
    from libs.common.pubsub.client import connect as connect_pubsub
    from libs.common.store.firestore import FirestoreStore

    store = FirestoreStore(connect_firestore(settings.google_cloud_project, settings.firestore_emulator_host))
    bus = PubSubBus(connect_pubsub(settings.google_cloud_project, settings.pubsub_emulator_host))
    parts = Parts(
        settings=settings,
        store=store,
        blobs=_blobs(settings),
        bus=bus,
        embedding=_embedding(settings),
        vault=Vault.of(settings),
        clock=system_clock,
        sleep=system_sleep,
    )
    async with AsyncExitStack() as stack:
        for part in (store, bus, parts.blobs, parts.embedding):
            stack.push_async_callback(part.close)
        await asyncio.gather(store.check(), bus.check())
        finisher = OrderedFinisher(store, bus, system_clock)
        yield Foundation(parts=parts, finisher=finisher, housekeeping=None)


def _blobs(settings: Settings) -> Blobs:
    if settings.bucket is None:
        from libs.common.blobs.files import FileBlobs

        return FileBlobs(settings.data / "blobs")
    from libs.common.blobs.gcs import CloudStorageBlobs

    return CloudStorageBlobs(
        settings.bucket, project=settings.google_cloud_project, emulator=settings.storage_emulator_host
    )


def _embedding(settings: Settings) -> Embedding:
    if settings.cohere_api_key is not None:
        from libs.common.embedding.cohere import CohereEmbedding

        return CohereEmbedding(settings.cohere_api_key.get_secret_value(), url=settings.cohere_api_url)
    from libs.common.embedding.e5 import E5Embedding

    return E5Embedding()


def handling_of(service: Service, built: Foundation) -> Handling:
    """What handles a service's deliveries on these adapters."""
    parts = built.parts
    return Handling(service, finisher=built.finisher, store=parts.store, clock=parts.clock, sleep=parts.sleep)


class Running:
    """Services that take work."""

    def __init__(self, built: Foundation, services: Sequence[Service]) -> None:
        self._built = built
        self._services = services
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, *, patience_seconds: float = 0.0) -> None:
        """Begin to take work.

        Raises Misconfigured when another process does on this data folder and goes on for longer than the patience:
        a command at work lets go of a service in a moment, a server does not.
        """
        until = time.monotonic() + patience_seconds
        for service in self._services:
            handling = handling_of(service, self._built)
            await self._listen(handling, until)
        beside = [run for service in self._services for run in service.background]
        self._tasks = [asyncio.ensure_future(run()) for run in beside]

    async def _listen(self, handling: Handling, until: float) -> None:
        while True:
            try:
                return await self._built.parts.bus.listen(handling.subscriptions(), handling)
            except Misconfigured:
                if time.monotonic() >= until:
                    raise
            await self._built.parts.sleep(LOCK_LOOK_SECONDS)

    async def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Take no more work, let what is under way end, let go of the rest."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._built.parts.bus.stop(seconds)
        for service in self._services:
            for close in service.closing:
                await close()


@asynccontextmanager
async def running(
    built: Foundation, services: Sequence[Service], *, patience_seconds: float = 0.0
) -> AsyncIterator[Running]:
    """Take work while the block runs."""
    house = Running(built, services)
    try:
        await house.start(patience_seconds=patience_seconds)
        yield house
    finally:
        await house.stop()


def application(parts: Parts, services: Sequence[Service]) -> web.Application:
    """The HTTP side of some services in one process."""
    app = web.Application(client_max_size=BODY_BYTES_MAX)
    add_health(app, parts)
    for service in services:
        if service.routes is not None:
            service.routes(app)
    return app


@asynccontextmanager
async def serving(app: web.Application, settings: Settings) -> AsyncIterator[int]:
    """Answer HTTP while the block runs; gives the port. Raises Misconfigured when it is taken."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=STOP_SECONDS / 2)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port)
        try:
            await site.start()
        except OSError as error:
            raise Misconfigured(
                f"Port {settings.port} on {settings.host} is taken ({error.strerror}). Stop what uses it, or set "
                "FRONTDESK_PORT to another."
            ) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def run(
    builds: Sequence[Build],
    settings: Settings,
    *,
    tick: bool,
    on_ready: Callable[[Parts, int], None] | None = None,
) -> None:
    """Run services until SIGTERM or SIGINT. `tick` makes this the process whose clock is published."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with suppress(NotImplementedError):
            loop.add_signal_handler(name, stopping.set)
    async with foundation(settings) as built:
        services = [build(built.parts) for build in builds]
        async with running(built, services, patience_seconds=LOCK_SECONDS), AsyncExitStack() as stack:
            if tick and built.housekeeping is not None:
                await stack.enter_async_context(built.housekeeping())
            port = await stack.enter_async_context(serving(application(built.parts, services), settings))
            _log.info("ready", services=" ".join(service.name for service in services), port=port)
            if on_ready is not None:
                on_ready(built.parts, port)
            await stopping.wait()


def run_alone(build: Build) -> int:
    """One service in this process, as its container runs it. Gives the exit code."""
    return run_or_explain(lambda settings: run([build], settings, tick=False))


def run_or_explain(start: Callable[[Settings], Coroutine[Any, Any, None]]) -> int:
    """Read the settings and run; say in one line what is misconfigured (exit code 2)."""
    try:
        settings = Settings.load()
        telemetry.configure("frontdesk", settings)
        asyncio.run(start(settings))
    except Misconfigured as error:
        print(error, file=sys.stderr)  # noqa: T201 - the one line a person reads
        return 2
    except KeyboardInterrupt:
        return 130
    return 0
