"""A stand-in for Cloud Storage's JSON API, version 1, as Google's Python client calls it: objects in one bucket."""

import base64
import gc
import json
import re
import warnings
from collections import Counter
from typing import Any, Self
from urllib.parse import unquote

import google_crc32c
from aiohttp import web

PAGE = 100


class CloudStorage:
    """`async with CloudStorage() as gcs:`, then `storage.Client(client_options={"api_endpoint": gcs.url})`.

    Takes whole uploads (multipart) and resumable ones in chunks, downloads (of ranges, too), deletions and listings.
    `silent` makes it answer 503 so many times; `calls` names what was asked.
    """

    def __init__(self, bucket: str = "frontdesk") -> None:
        self.bucket = bucket
        self.objects: dict[str, bytes] = {}
        self.silent = 0
        self.calls: list[str] = []
        self._written: Counter[str] = Counter()
        self._sessions: dict[str, tuple[str, bytearray]] = {}
        app = web.Application(client_max_size=200_000_000, middlewares=[self._noted])
        app.router.add_post("/upload/storage/v1/b/{bucket}/o", self._upload)
        app.router.add_put("/upload/storage/v1/b/{bucket}/o", self._chunk)
        app.router.add_delete("/upload/storage/v1/b/{bucket}/o", self._cancel)
        app.router.add_get("/download/storage/v1/b/{bucket}/o/{name:.+}", self._download)
        app.router.add_get("/storage/v1/b/{bucket}/o", self._list)
        app.router.add_get("/storage/v1/b/{bucket}/o/{name:.+}", self._stat)
        app.router.add_delete("/storage/v1/b/{bucket}/o/{name:.+}", self._delete)
        app.router.add_get("/storage/v1/b/{bucket}", self._describe)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)

    @property
    def url(self) -> str:
        host, port = self._runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @web.middleware
    async def _noted(self, request: web.Request, handler: Any) -> web.StreamResponse:
        self.calls.append(f"{request.method} {request.query.get('uploadType', '')}".strip())
        if self.silent > 0:
            self.silent -= 1
            return _error(503, "Service Unavailable")
        if request.match_info["bucket"] != self.bucket:
            return _error(404, "The specified bucket does not exist.")
        answer: web.StreamResponse = await handler(request)
        return answer

    async def _upload(self, request: web.Request) -> web.Response:
        body = await request.read()
        if request.query["uploadType"] == "resumable":
            name = json.loads(body)["name"]
            session = str(len(self._sessions) + 1)
            self._sessions[session] = (name, bytearray())
            location = f"{self.url}{request.path}?uploadType=resumable&upload_id={session}"
            return web.Response(headers={"Location": location})
        boundary = request.headers["Content-Type"].partition("boundary=")[2].strip('"').encode()
        _, meta, content, _ = body.split(b"--" + boundary)
        data = content.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")
        return self._stored(json.loads(meta.partition(b"\r\n\r\n")[2])["name"], data)

    async def _chunk(self, request: web.Request) -> web.Response:
        name, taken = self._sessions[request.query["upload_id"]]
        taken += await request.read()
        total = request.headers["Content-Range"].rpartition("/")[2]
        if total != "*" and len(taken) >= int(total):
            return self._stored(name, bytes(taken))
        return web.Response(status=308, headers={"Range": f"bytes=0-{len(taken) - 1}"})

    async def _cancel(self, request: web.Request) -> web.Response:
        del self._sessions[request.query["upload_id"]]
        return web.Response(status=499)

    def _stored(self, name: str, data: bytes) -> web.Response:
        self.objects[name] = data
        self._written[name] += 1
        return web.json_response(self._resource(name))

    async def _download(self, request: web.Request) -> web.Response:
        name = unquote(request.match_info["name"])
        if name not in self.objects or request.query.get("generation") not in (None, self._generation(name)):
            return _error(404, "No such object")
        data = self.objects[name]
        first, last, status = 0, len(data), 200
        if (asked := re.match(r"bytes=(\d+)-(\d*)", request.headers.get("Range", ""))) is not None:
            first, last, status = int(asked[1]), int(asked[2]) + 1 if asked[2] else len(data), 206
        headers = {"X-Goog-Hash": f"crc32c={_crc(data)}", "X-Goog-Generation": self._generation(name)}
        return web.Response(status=status, body=data[first:last], headers=headers)

    async def _stat(self, request: web.Request) -> web.Response:
        name = unquote(request.match_info["name"])
        return web.json_response(self._resource(name)) if name in self.objects else _error(404, "No such object")

    async def _list(self, request: web.Request) -> web.Response:
        prefix, start = request.query.get("prefix", ""), request.query.get("pageToken", "")
        names = sorted(name for name in self.objects if name.startswith(prefix) and name > start)
        page = names[:PAGE]
        following = {"nextPageToken": page[-1]} if len(names) > PAGE else {}
        return web.json_response({"items": [self._resource(name) for name in page], **following})

    async def _delete(self, request: web.Request) -> web.Response:
        name = unquote(request.match_info["name"])
        if self.objects.pop(name, None) is None:
            return _error(404, "No such object")
        return web.Response(status=204)

    async def _describe(self, request: web.Request) -> web.Response:
        return web.json_response({"kind": "storage#bucket", "id": self.bucket, "name": self.bucket})

    def _generation(self, name: str) -> str:
        return str(self._written[name])

    def _resource(self, name: str) -> dict[str, str]:
        data = self.objects[name]
        return {
            "kind": "storage#object",
            "name": name,
            "bucket": self.bucket,
            "size": str(len(data)),
            "crc32c": _crc(data),
            "generation": self._generation(name),
        }


def collect_sockets() -> None:
    """Google's client leaves some of its closed pools' sockets to the collector, which warns of them: let it, here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def _crc(data: bytes) -> str:
    return base64.b64encode(google_crc32c.value(data).to_bytes(4, "big")).decode()


def _error(status: int, message: str) -> web.Response:
    return web.json_response({"error": {"code": status, "message": message}}, status=status)
