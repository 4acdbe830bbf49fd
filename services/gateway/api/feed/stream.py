"""`GET …/feed`: the live feed as server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from aiohttp import ClientConnectionResetError, web

from libs.common.model import sortable
from services.gateway.api.call import Call
from services.gateway.api.feed.changes import Change
from services.gateway.api.feed.feed import Told
from services.gateway.api.routing import OWNER, Routes

HEARTBEAT_SECONDS = 15.0
RETRY_MILLISECONDS = 2000
AHEAD_MAX = timedelta(minutes=1)

routes = Routes("Feed", "Live updates as server-sent events.")


@routes.get(f"{OWNER}/feed", kind="stream", refuses=(503,))
async def watch_feed(call: Call) -> web.StreamResponse:
    """What changes, as it changes.

    Each event is named for what changed (`conversation`, `booking`, `document`, `phone`, `deadLetter`, `profile`,
    `schedule`, `assistant`, or `everything` where all should be read again), and its data is a Change as JSON. A
    connection that was lost is resumed by `Last-Event-ID`; after an hour everything is to be read again. A comment
    every 15 s keeps it open.
    """
    watching = call.desk.feed.watch(call.user_id, _since(call))
    first = await anext(watching)
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
    try:
        await response.prepare(call.request)
        await response.write(f"retry: {RETRY_MILLISECONDS}\n\n".encode())
        await _say(response, first)
        await _follow(call, response, watching)
    except (ClientConnectionResetError, ConnectionResetError):
        pass  # the browser went away
    finally:
        await watching.aclose()  # type: ignore[attr-defined]
    return response


async def _follow(call: Call, response: web.StreamResponse, watching: AsyncIterator[Told]) -> None:
    """Until the browser goes, signs out, or the process stops."""
    pending: asyncio.Task[Told] | None = None
    try:
        while not call.desk.feed.stopping.is_set():
            pending = pending or asyncio.ensure_future(_next(watching))
            done, _ = await asyncio.wait({pending}, timeout=HEARTBEAT_SECONDS)
            if done:
                told, pending = pending.result(), None
                await _say(response, told)
            elif not await _still_allowed(call):
                return
            else:
                await response.write(b": still here\n\n")
    finally:
        if pending is not None:
            pending.cancel()
            await asyncio.gather(pending, return_exceptions=True)


async def _next(watching: AsyncIterator[Told]) -> Told:
    return await anext(watching)


async def _say(response: web.StreamResponse, told: Told) -> None:
    """The changes of one look. Its last line names the moment up to which all is told."""
    moment, changes = told
    for change in changes:
        await response.write(_event(change))
    await response.write(f"id: {sortable(moment)}\nevent: told\ndata: {{}}\n\n".encode())


def _event(change: Change) -> bytes:
    return f"event: {change.kind}\ndata: {change.model_dump_json(by_alias=True)}\n\n".encode()


async def _still_allowed(call: Call) -> bool:
    session = await call.desk.sessions.visitor(call.request)
    return session is not None and await call.desk.sessions.role(session, call.user_id) is not None


def _since(call: Call) -> datetime | None:
    """Where a lost connection went on; None for a new one, or for what is not an id of ours."""
    try:
        moment = datetime.fromisoformat(call.request.headers.get("Last-Event-ID", ""))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None and moment <= call.now + AHEAD_MAX else None
