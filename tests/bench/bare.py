"""What the webhook is measured against: aiohttp that reads the body, checks the signature, and keeps nothing.

`python -m tests.bench.bare` on asyncio's own event loop, as aiohttp runs where nothing is said; with `uvloop` behind
it, on the one that ours runs on.
"""

import asyncio
import hashlib
import hmac
import os
import sys

from aiohttp import web

from libs.common import event_loop

SECRET = "FRONTDESK_WHATSAPP_APP_SECRET"


def is_signed(raw: bytes, signature: str, secret: bytes) -> bool:
    """Is it signed with this secret?"""
    return hmac.compare_digest(signature, "sha256=" + hmac.new(secret, raw, hashlib.sha256).hexdigest())


async def ready(_: web.Request) -> web.Response:
    """It is, once it answers."""
    return web.Response()


def application() -> web.Application:
    """One route."""
    secret = os.environ[SECRET].encode()

    async def receive(request: web.Request) -> web.Response:
        raw = await request.read()
        signed = is_signed(raw, request.headers.get("X-Hub-Signature-256", ""), secret)
        return web.Response(status=200 if signed else 401)

    app = web.Application()
    app.router.add_get("/readyz", ready)
    app.router.add_post("/webhooks/whatsapp", receive)
    return app


async def serve(app: web.Application) -> None:
    """Until the process is ended."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", int(os.environ["FRONTDESK_PORT"])).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    (event_loop.run if sys.argv[1:] == ["uvloop"] else asyncio.run)(serve(application()))
