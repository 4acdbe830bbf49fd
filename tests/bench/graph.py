"""The Graph API as little as it can be: it takes every message, and says at once to whom one came."""

import asyncio
import itertools
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web


class Graph:
    """`answers` are put where the customer who waits for one finds them, with the moment they came."""

    def __init__(self) -> None:
        self.url = ""
        self.read_marks = 0
        self._ids = itertools.count()
        self._came: defaultdict[str, asyncio.Queue[tuple[float, str]]] = defaultdict(asyncio.Queue)

    def unasked(self, address: str) -> list[str]:
        """What came to an address and nobody waits for; it is taken away."""
        came = self._came[address]
        return [came.get_nowait()[1] for _ in range(came.qsize())]

    async def answer_to(self, address: str, seconds: float) -> tuple[float, str]:
        """When the next message to an address came (by `time.perf_counter`), and its words."""
        return await asyncio.wait_for(self._came[address].get(), seconds)

    async def take(self, request: web.Request) -> web.Response:
        """One call."""
        came = time.perf_counter()
        body: dict[str, Any] = json.loads(await request.read())
        if "status" in body:
            self.read_marks += 1
            return web.json_response({"success": True})
        address = body["to"]
        words = body["text"]["body"] if body["type"] == "text" else body["interactive"]["body"]["text"]
        self._came[address].put_nowait((came, words))
        return web.json_response({"messaging_product": "whatsapp", "messages": [{"id": f"wamid.{next(self._ids)}"}]})


@asynccontextmanager
async def graph() -> AsyncIterator[Graph]:
    """Listening while the block runs."""
    taking = Graph()
    app = web.Application()
    app.router.add_post("/{version}/{number}/messages", taking.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        taking.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield taking
    finally:
        await runner.cleanup()
