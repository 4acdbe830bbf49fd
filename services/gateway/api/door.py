"""The way of a request: who asks, may they, is it well formed; then the operation, and its answer or problem.

Every operation is mounted through this door, so that none forgets a check.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from pydantic import ValidationError

from libs.common.entities import Session
from libs.common.errors import Refusal, Unavailable
from libs.common.logs import logger
from libs.common.model import Model
from libs.common.problems import problem, unavailable
from services.gateway.api import keeping, problems
from services.gateway.api.answers import TakesLonger, Versioned, WithCookie
from services.gateway.api.call import Call, Desk
from services.gateway.api.keeping import Kept
from services.gateway.api.routing import BASE, UNSAFE, Operation
from services.gateway.api.sign_in.links import OPERATOR
from services.gateway.api.sign_in.sessions import Role
from services.gateway.arriving import in_time

JSON_BYTES_MAX = 256 * 1024
FROM_CONSOLE = "X-Frontdesk"
"""A header that no form and no other site's script can send without asking first."""
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class Door:
    """Lets requests in to operations."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept = Kept(desk.parts)
        self._log = logger("gateway")

    def add_to(self, app: web.Application, operations: Sequence[Operation]) -> None:
        """Mount the table; whatever else is asked for under /api is a problem too."""
        for operation in operations:
            app.router.add_route(operation.method, BASE + operation.path, self._handler(operation))
        app.router.add_route("*", "/api/{rest:.*}", _nowhere)

    def _handler(self, operation: Operation) -> Any:
        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                response = await self._answered(operation, request)
            except Refusal as refusal:
                response = problems.answer_of(refusal)
            except Unavailable as silent:
                self._log.warning("a request was not answered", operation=operation.id, what=silent.what)
                response = unavailable(silent)
            except Exception as error:
                if not isinstance(error, web.HTTPException | ConnectionError):
                    self._log.error("a request failed", operation=operation.id, error=type(error).__name__)
                    return problem(500, "unexpected", "This went wrong here. Try again.", headers=HEADERS)
                raise
            if not response.prepared:
                response.headers.update(HEADERS)
            return response

        return handle

    async def _answered(self, operation: Operation, request: web.Request) -> web.StreamResponse:
        session = await self._visitor(operation, request)
        if request.method in UNSAFE:
            self._check_origin(request)
        body = await _read(request) if operation.body is not None else b""
        key, given = request.headers.get(keeping.HEADER, ""), keeping.fingerprint_of(request, body)
        if operation.keyed and session and key and (kept := await self._kept.find(session, key, given)):
            return kept
        role = await self._role(operation, request, session)
        call = Call(
            self._desk,
            request,
            operation.id,
            session=session,
            role=role,
            user_id=request.match_info.get("userId", ""),
            key=keeping.key_of(request) if operation.keyed else "",
            version=_version(request) if operation.versioned else "",
        )
        response = await self._decided(operation, call, _asked(operation, request, body))
        if session is not None:
            if operation.keyed:
                await self._kept.keep(session, call.key, given, call.user_id, response)
            await self._prolong(session, request, response)
        return response

    async def _decided(self, operation: Operation, call: Call, asked: dict[str, Model]) -> web.StreamResponse:
        """Run it; a refusal is an act's answer like any other, and is kept like one."""
        try:
            return self._rendered(operation, await operation.run(call, **asked))
        except TakesLonger as longer:
            return _json(202, longer.shown)
        except Refusal as refusal:
            return problems.answer_of(refusal)

    def _rendered(self, operation: Operation, answer: Any) -> web.StreamResponse:
        if isinstance(answer, web.StreamResponse):
            return answer
        if isinstance(answer, WithCookie):
            response = _json(operation.status, answer.model)
            self._desk.sessions.cookie.put(response, answer.token)
            return response
        return _json(operation.status, answer)

    async def _visitor(self, operation: Operation, request: web.Request) -> Session | None:
        session = await self._desk.sessions.visitor(request)
        if session is None and operation.access != "anyone":
            raise problems.NotSignedIn()
        return session

    def _check_origin(self, request: web.Request) -> None:
        """What changes something comes from a page of ours, or from a program."""
        origin = request.headers.get("Origin")
        ours = (request.host, urlsplit(self._desk.parts.settings.public_url or "").netloc)
        if request.headers.get(FROM_CONSOLE) != "1" or (origin is not None and urlsplit(origin).netloc not in ours):
            raise problems.Forged()

    async def _role(self, operation: Operation, request: web.Request, session: Session | None) -> Role | None:
        """What the visitor is at the owner whom the path names. Another's owner is told to be nobody's."""
        match operation.access:
            case "anyone" | "signed_in":
                return None
            case "operator":
                if session is None or session.subject != OPERATOR:
                    raise problems.NotAllowed(who="who runs this server")
                if "userId" not in request.match_info:
                    return None
        role = await self._desk.sessions.role(session, request.match_info["userId"]) if session else None
        if role is None:
            raise problems.NotFound(what="business")
        if operation.access == "owner" and role != "owner":
            raise problems.NotAllowed(who="an owner of this business")
        return role

    async def _prolong(self, session: Session, request: web.Request, response: web.StreamResponse) -> None:
        sessions = self._desk.sessions
        if sessions.is_due(session) and not response.prepared and sessions.cookie.name not in response.cookies:
            await sessions.renew(session)
            sessions.cookie.put(response, sessions.cookie.read(request))


def _version(request: web.Request) -> str:
    version = request.headers.get("If-Match", "")
    if not version:
        raise problems.VersionMissing()
    return version


def _asked(operation: Operation, request: web.Request, body: bytes) -> dict[str, Model]:
    """Body and query as their models. Raises Invalid, NotJson."""
    asked: dict[str, Model] = {}
    try:
        if operation.query is not None:
            asked["query"] = operation.query.model_validate(dict(request.query))
        if operation.body is not None:
            asked["body"] = operation.body.model_validate(_object(body))
    except ValidationError as error:
        raise problems.Invalid.of(error) from None
    return asked


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body or b"{}")
    except (ValueError, RecursionError):
        raise problems.NotJson() from None
    if not isinstance(found, dict):
        raise problems.NotJson()
    return found


async def _read(request: web.Request) -> bytes:
    """The body. Raises TooLong before more than the limit was taken in, and TooSlow."""
    if request.can_read_body and request.content_type != "application/json":
        raise problems.WrongType(problem="Send JSON, with Content-Type: application/json.")
    chunks, size = [], 0
    async with in_time():
        async for chunk in request.content.iter_any():
            size += len(chunk)
            if size > JSON_BYTES_MAX:
                raise problems.TooLong(what="A request", limit=JSON_BYTES_MAX)
            chunks.append(chunk)
    return b"".join(chunks)


def _json(status: int, model: Model | None) -> web.Response:
    if model is None:
        return web.Response(status=204)
    headers = {"ETag": model.etag} if isinstance(model, Versioned) else {}
    text = model.model_dump_json(by_alias=True)
    return web.Response(status=status, text=text, content_type="application/json", headers=headers)


async def _nowhere(request: web.Request) -> web.Response:
    """No such address, or none that answers this method."""
    methods: set[str] = set()
    ours = (one for one in request.app.router.resources() if one.canonical.startswith(BASE))
    for resource in ours:
        methods |= (await resource.resolve(request))[1]
    if methods and request.method not in methods:
        allow = ", ".join(sorted(methods))
        return problem(405, "method_not_allowed", f"This address answers {allow}.", headers={**HEADERS, "Allow": allow})
    return problem(404, "no_such_address", f"There is no {request.path}.", headers=HEADERS)
