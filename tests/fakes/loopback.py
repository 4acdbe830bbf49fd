"""An HTTP server on a loopback port that records each call and lets it meet faults."""

import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Generic, TypeVar

from aiohttp import web

from tests.fakes.faults import AnsweredInstead, Call, Dropped, Faults
from tests.fakes.journal import Journal

F = TypeVar("F", bound=Faults)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CALL = web.RequestKey("call", Call)


class Loopback(Generic[F]):
    """Serves `routes`. `kind_of(method, path, body)` names a call; `on_call` hears of each once it is over."""

    def __init__(
        self,
        routes: Iterable[web.RouteDef],
        *,
        faults: F,
        kind_of: Callable[[str, str, dict[str, Any]], str],
        error_response: Callable[[Exception], web.Response | None],
        body_bytes_max: int,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.calls: Journal[Call] = Journal("calls", key=lambda call: call.kind)
        self.faults = faults
        self.on_call: Callable[[Call], None] = lambda call: None
        self._kind_of = kind_of
        self._error_response = error_response
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None
        self._app = web.Application(middlewares=[self._serve], client_max_size=body_bytes_max)
        self._app.add_routes(routes)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end. Raises RuntimeError before `start`."""
        if self._runner is None:
            raise RuntimeError("the stand-in is not running: use it in `async with`")
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def start(self) -> None:
        """Listen; port 0 takes a free one."""
        self._runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Let go of held calls and stop listening."""
        self.faults.clear()
        if self._runner is not None:
            await self._runner.cleanup()

    @web.middleware
    async def _serve(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        call = await self._read(request)
        request[CALL] = call
        await self.calls.add(call)
        try:
            response = await self._answer(request, call, handler)
            call.status = response.status
            return response
        except Dropped:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        finally:
            self.on_call(call)

    async def _answer(self, request: web.Request, call: Call, handler: Handler) -> web.StreamResponse:
        try:
            met = await self.faults.before(call)
        except AnsweredInstead as instead:
            return instead.response
        try:
            response = await handler(request)
        except Exception as error:
            known = self._error_response(error)
            if known is None:
                raise
            call.refused = str(error)
            response = known
        for fault in met:
            await fault.after(call)
        return response

    async def _read(self, request: web.Request) -> Call:
        body = _json_object(await request.read()) if request.content_type == "application/json" else {}
        kind = self._kind_of(request.method, request.path, body)
        return Call(kind, request.method, request.path, dict(request.headers), body)


def _json_object(raw: bytes) -> dict[str, Any]:
    try:
        value = json.loads(raw)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
