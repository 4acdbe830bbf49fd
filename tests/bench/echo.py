"""What a turn is measured against: aiohttp that sends every message back over the Graph API, and keeps nothing.

`python -m tests.bench.echo`
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
from aiohttp import web

from tests.bench.bare import SECRET, is_signed, ready, serve


class Echo:
    """Answers 200, then sends the words back."""

    def __init__(self) -> None:
        self._secret = os.environ[SECRET].encode()
        self._graph = os.environ["FRONTDESK_GRAPH_URL"]
        self._session: aiohttp.ClientSession | None = None
        self._sending: set[asyncio.Task[None]] = set()

    async def session(self, _: web.Application) -> AsyncIterator[None]:
        """Open while the application runs."""
        async with aiohttp.ClientSession() as self._session:
            yield

    async def receive(self, request: web.Request) -> web.Response:
        """One webhook."""
        raw = await request.read()
        if not is_signed(raw, request.headers.get("X-Hub-Signature-256", ""), self._secret):
            return web.Response(status=401)
        for entry in json.loads(raw)["entry"]:
            for change in entry["changes"]:
                task = asyncio.create_task(self._send(change["value"]))
                self._sending.add(task)
                task.add_done_callback(self._sending.discard)
        return web.Response()

    async def _send(self, value: dict[str, Any]) -> None:
        number = value["metadata"]["phone_number_id"]
        for message in value["messages"]:
            body = {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                "to": message["from"],
                "type": "text",
                "text": {"body": message["text"]["body"]},
            }
            assert self._session is not None
            async with self._session.post(f"{self._graph}/v23.0/{number}/messages", json=body) as answer:
                await answer.read()


def application() -> web.Application:
    """One route."""
    echo = Echo()
    app = web.Application()
    app.cleanup_ctx.append(echo.session)
    app.router.add_get("/readyz", ready)
    app.router.add_post("/webhooks/whatsapp", echo.receive)
    return app


if __name__ == "__main__":
    asyncio.run(serve(application()))
