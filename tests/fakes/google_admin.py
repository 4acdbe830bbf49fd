"""Stand-ins for the administration of a project: who may what on topics and subscriptions, accounts, and jobs."""

import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import grpc  # type: ignore[import-untyped]
import grpc.aio  # type: ignore[import-untyped]
import requests
from google.iam.v1 import iam_policy_pb2  # type: ignore[import-untyped]
from google.iam.v1.policy_pb2 import Policy  # type: ignore[import-untyped]

IAM = "google.iam.v1.IAMPolicy"
Json = dict[str, Any]


class Policies:
    """Those of topics and subscriptions, by full name. A change of an older one than stands is refused, as Google does.

    `missing` are not there; nobody may see those of `forbidden`.
    """

    def __init__(self) -> None:
        self.stand: dict[str, Policy] = {}
        self.missing: set[str] = set()
        self.forbidden = False

    async def told(self, request: Any, context: Any) -> Policy:
        if self.forbidden:
            await context.abort(grpc.StatusCode.PERMISSION_DENIED, "User not authorized.")
        if request.resource in self.missing:
            await context.abort(grpc.StatusCode.NOT_FOUND, "Resource not found.")
        assert request.options.requested_policy_version == 3
        return self.stand.setdefault(request.resource, Policy(etag=b"0"))

    async def changed(self, request: Any, context: Any) -> Policy:
        if request.policy.etag != self.stand[request.resource].etag:
            await context.abort(grpc.StatusCode.ABORTED, "There were concurrent policy changes.")
        stands = Policy()
        stands.CopyFrom(request.policy)
        stands.etag = str(int(request.policy.etag) + 1).encode()
        self.stand[request.resource] = stands
        return stands

    def allowed(self) -> set[tuple[str, str, str]]:
        """Every resource's id, role and member."""
        return {
            (name.rpartition("/")[2], binding.role, member)
            for name, policy in self.stand.items()
            for binding in policy.bindings
            for member in binding.members
        }


@asynccontextmanager
async def served(policies: Policies) -> AsyncIterator[str]:
    """The `host:port` at which they are asked for."""
    server = grpc.aio.server()
    handlers = {
        "GetIamPolicy": _rpc(policies.told, iam_policy_pb2.GetIamPolicyRequest),
        "SetIamPolicy": _rpc(policies.changed, iam_policy_pb2.SetIamPolicyRequest),
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(IAM, handlers),))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    try:
        yield f"127.0.0.1:{port}"
    finally:
        await server.stop(None)


def _rpc(behaviour: Any, asked: Any) -> grpc.RpcMethodHandler:
    return grpc.unary_unary_rpc_method_handler(behaviour, asked.FromString, Policy.SerializeToString)


@dataclass
class Google:
    """Google's JSON interfaces. What `holds` is answered by host and path; `asked` is what came, with its body."""

    holds: dict[str, Json] = field(default_factory=dict)
    asked: list[tuple[str, str, Json]] = field(default_factory=list)
    refuses: tuple[int, str] | None = None

    def answer(self, method: str, target: str, body: Json) -> tuple[int, Json]:
        parts = urlsplit(target)
        path = parts.path.lstrip("/")
        self.asked.append((method, path, body))
        if self.refuses is not None:
            return self.refuses[0], {"error": {"message": self.refuses[1]}}
        if path.endswith(":setIamPolicy"):
            self.holds[path.replace(":set", ":get")] = body["policy"]
            return 200, body["policy"]
        if method == "POST" and path.endswith("/jobs"):
            self.holds[f"{path.partition('/v1/')[0]}/v1/{body['name']}"] = {**body, "state": "ENABLED"}
        elif method == "PATCH":
            for name in parse_qs(parts.query)["updateMask"][0].split(","):
                self.holds[path][name] = body[name]
        elif path not in self.holds:
            return 404, {"error": {"message": "Not found."}}
        return 200, self.holds.get(path, body)


class Redirected(requests.Session):
    """Asks the stand-in whatever it should ask Google."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def request(self, method: str | bytes, url: str | bytes, *given: Any, **named: Any) -> requests.Response:
        return super().request(method, str(url).replace("https://", f"{self._base}/"), *given, **named)


@contextmanager
def answering(google: Google) -> Iterator[Redirected]:
    """In a thread of its own: who asks may block."""

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, said = google.answer(self.command, self.path, json.loads(body or b"{}"))
            sent = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = do_PATCH = _any  # noqa: N815 - the base class's names

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is told."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        with Redirected(f"http://127.0.0.1:{server.server_address[1]}") as session:
            yield session
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
