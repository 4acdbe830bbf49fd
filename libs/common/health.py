"""`/healthz`: this process is alive. `/readyz`: it can serve, because store, bus and blobs answer."""

import asyncio

from aiohttp import web

from libs.common.errors import Unavailable
from libs.common.parts import Parts

READY_SECONDS = 5.0


def add_health(app: web.Application, parts: Parts) -> None:
    """Add both routes."""

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"status": "alive"})

    async def ready(_: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(READY_SECONDS):
                await asyncio.gather(parts.store.ready(), parts.bus.ready(), parts.blobs.ready())
        except (Unavailable, TimeoutError) as error:
            return web.json_response({"status": "not ready", "why": str(error) or "no answer in time"}, status=503)
        return web.json_response({"status": "ready"})

    app.router.add_get("/healthz", alive)
    app.router.add_get("/readyz", ready)
