"""A program that uses the API, as the console does: signed in by a link, with a key for each act."""

import io
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from services.gateway.api.sign_in.links import OPERATOR, make_link
from tests.flows.house import House

BASE = "/api/v1"


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    body: Any
    headers: Any

    def must(self, status: int) -> Any:
        """The body of an answer of this status."""
        assert self.status == status, f"{self.status}: {self.body}"
        return self.body


@dataclass(frozen=True)
class ApiClient:
    """One browser."""

    session: aiohttp.ClientSession
    owner: str

    async def ask(self, method: str, path: str, **options: Any) -> Reply:
        """One request. `~` stands for the owner's part of the path; a header that is None is left out."""
        headers = {"X-Frontdesk": "1", "Idempotency-Key": secrets.token_hex(8), **options.pop("headers", {})}
        kept = {name: value for name, value in headers.items() if value is not None}
        where = BASE + path.replace("~", f"/owners/{self.owner}")
        async with self.session.request(method, where, headers=kept, **options) as response:
            text = await response.text()
            is_json = response.content_type.endswith("json")
            return Reply(response.status, json.loads(text) if is_json else text, response.headers)

    async def get(self, path: str, **options: Any) -> Any:
        return (await self.ask("GET", path, **options)).must(200)

    async def post(self, path: str, body: Any = None, *, status: int = 200, **options: Any) -> Any:
        return (await self.ask("POST", path, json=body or {}, **options)).must(status)

    async def put(self, path: str, body: Any, *, status: int = 200, **options: Any) -> Any:
        return (await self.ask("PUT", path, json=body, **options)).must(status)

    async def upload(self, name: str, data: bytes, mime_type: str = "", **options: Any) -> Reply:
        form = aiohttp.FormData()
        form.add_field("file", io.BytesIO(data), filename=name, content_type=mime_type or "application/octet-stream")
        return await self.ask("POST", "~/documents", data=form, **options)


@asynccontextmanager
async def browser(house: House, owner: str | None = None) -> AsyncIterator[ApiClient]:
    """Nobody is signed in."""
    async with aiohttp.ClientSession(house.url, cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield ApiClient(session, owner or house.owner)


@asynccontextmanager
async def signed_in(house: House, subject: str = OPERATOR, owner: str | None = None) -> AsyncIterator[ApiClient]:
    """By a link, as this person."""
    async with browser(house, owner) as client:
        link = await make_link(house.parts, subject=subject)
        await client.post("/sign-in", {"token": link.token}, status=204)
        yield client
