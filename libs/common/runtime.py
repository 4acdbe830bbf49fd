"""The composition root: settings -> adapters -> running services. The only place that chooses."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libs.common import event_loop, telemetry
from libs.common.blobs.port import Blobs
from libs.common.embedding.port import Embedding
from libs.common.errors import Misconfigured, Unavailable
from libs.common.events import CATALOGUE, Event
from libs.common.foundation import Foundation
from libs.common.logs import logger
from libs.common.parts import Parts, system_clock, system_sleep
from libs.common.running import running
from libs.common.service import Service
from libs.common.serving import application, serving
from libs.common.settings import Settings
from libs.common.trials import CountedByBus, StoredTrials
from libs.common.vault import Vault

if TYPE_CHECKING:
    from libs.common.bus.pubsub import PubSubBus
    from libs.common.pubsub.push import PushBus
    from libs.common.sqlite.backup.contents import Far, Kept

Build = Callable[[Parts], Service]

_log = logger("runtime")

LOCK_SECONDS = 5.0
"""How long a starting server waits for a command that holds a service's handlers."""


def routes(catalogue: Sequence[type[Event]] = CATALOGUE) -> dict[str, tuple[str, ...]]:
    """Which services handle which topic."""
    return {event.topic: event.consumers for event in catalogue}


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
    from libs.common.sqlite.lock import ServiceLock
    from libs.common.store.embedded import EmbeddedStore

    folder = Folder(settings.data, routes())
    store, bus = EmbeddedStore(folder), EmbeddedBus(folder)
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
            trials=CountedByBus(),
            housekeeping=Housekeeping(folder, parts).running,
            alone=partial(ServiceLock, settings.data),
        )


@asynccontextmanager
async def google(settings: Settings) -> AsyncIterator[Foundation]:
    """Pub/Sub, Firestore and Cloud Storage, or their emulators."""
    from libs.common.finish.ordered import OrderedFinisher
    from libs.common.firestore.client import connect as connect_firestore
    from libs.common.store.firestore import FirestoreStore

    store = FirestoreStore(connect_firestore(settings.google_cloud_project, settings.firestore_emulator_host))
    bus, routes_of_bus = _pubsub(settings)
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
        yield Foundation(
            parts=parts,
            finisher=OrderedFinisher(store, bus, system_clock),
            trials=StoredTrials(store, system_clock),
            routes=routes_of_bus,
        )


def _pubsub(settings: Settings) -> "tuple[PubSubBus | PushBus, Callable[[Any], None] | None]":
    """The bus that asks Pub/Sub for events, or the one that waits to be given them, with its route."""
    from libs.common.pubsub.client import connect

    clients = connect(settings.google_cloud_project, settings.pubsub_emulator_host)
    if settings.pubsub == "pull":
        from libs.common.bus.pubsub import PubSubBus

        return PubSubBus(clients), None
    from libs.common.pubsub.push import PushBus
    from libs.common.pubsub.tokens import Check

    if settings.push_audience and settings.push_account:
        pushed = PushBus(clients, Check(settings.push_audience, settings.push_account))
    elif settings.pubsub_emulator_host:
        pushed = PushBus(clients, None)  # the emulator's pushes carry no token
    else:
        raise Misconfigured(
            "FRONTDESK_PUBSUB=push needs FRONTDESK_PUSH_AUDIENCE and FRONTDESK_PUSH_ACCOUNT, so that nobody but "
            "Pub/Sub can post events."
        )
    return pushed, pushed.add_routes


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
        loop.add_signal_handler(name, stopping.set)
    async with foundation(settings) as built:
        services = [build(built.parts) for build in builds]
        async with running(built, services, patience_seconds=LOCK_SECONDS), AsyncExitStack() as stack:
            if tick and built.housekeeping is not None:
                await stack.enter_async_context(built.housekeeping())
            app = application(built.parts, services, pushed=built.routes)
            port = await stack.enter_async_context(serving(app, settings))
            _log.info("ready", services=" ".join(service.name for service in services), port=port)
            if on_ready is not None:
                on_ready(built.parts, port)
            await stopping.wait()


def back_up(settings: Settings, file: Path, now: datetime, far: "Far") -> "Kept":
    """Write what the data folder holds to a file. Raises Misconfigured; so does `restored`."""
    _is_embedded(settings)
    from libs.common.sqlite.backup import writing

    return writing.write(settings.data, file, now, far)


def restored(settings: Settings, file: Path, far: "Far") -> "Kept":
    """Make the data folder from such a file."""
    _is_embedded(settings)
    from libs.common.sqlite.backup import restoring

    return restoring.restore(file, settings.data, far)


def _is_embedded(settings: Settings) -> None:
    if settings.mode != "embedded":
        raise Misconfigured(
            "This backs up a data folder, and there is none with FRONTDESK_MODE=google. Firestore makes backups of its "
            "own: gcloud firestore backups schedules create"
        )


def run_alone(build: Build) -> int:
    """One service in this process, as its container runs it. Gives the exit code."""
    return run_or_explain(lambda settings: run([build], settings, tick=False))


def run_or_explain(start: Callable[[Settings], Coroutine[Any, Any, None]]) -> int:
    """Read the settings and run; say in one line what is misconfigured (exit code 2)."""
    try:
        settings = Settings.load()
        telemetry.configure("frontdesk", settings)
        event_loop.run(start(settings))
    except Misconfigured as error:
        print(error, file=sys.stderr)  # noqa: T201 - the one line a person reads
        return 2
    except Unavailable as silent:
        print(f"{silent}. Start again when it does.", file=sys.stderr)  # noqa: T201 - as above
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
