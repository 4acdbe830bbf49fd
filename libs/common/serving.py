"""The HTTP side of a process."""

import gc
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from libs.common.errors import Misconfigured
from libs.common.health import add_health
from libs.common.parts import Parts
from libs.common.service import Service
from libs.common.settings import Settings

CLOSE_SECONDS = 5.0
"""How long a stop waits for requests that are being answered."""
COLLECT_AFTER = 10_000
"""New objects before the collector looks for cycles: a few dozen requests, where Python's own 700 are two or three."""
BODY_BYTES_MAX = 3 * 1024 * 1024
"""Meta's webhooks carry at most 3 MB; a route that takes files says its own limit."""


def application(
    parts: Parts, services: Sequence[Service], *, pushed: Callable[[Any], None] | None = None
) -> web.Application:
    """The HTTP side of some services in one process."""
    app = web.Application(client_max_size=BODY_BYTES_MAX)
    add_health(app, parts)
    if pushed is not None:
        pushed(app)
    for service in services:
        if service.routes is not None:
            service.routes(app)
    return app


@asynccontextmanager
async def serving(app: web.Application, settings: Settings) -> AsyncIterator[int]:
    """Answer HTTP while the block runs; gives the port. Raises Misconfigured when it is taken."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSE_SECONDS)
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
        _settle()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _settle() -> None:
    """What is loaded stays: the garbage collector need not look through it again and again while requests wait."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])
