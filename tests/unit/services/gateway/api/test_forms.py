"""Forms with files: whatever a client sends, it is read or refused."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from libs.common.errors import Refusal
from services.gateway import arriving
from services.gateway.api import forms, problems


async def first_file(request: web.Request) -> web.Response:
    try:
        async for part in forms.parts_of(request, what="A file", bytes_max=1000):
            return web.Response(body=await forms.file_of(part, what="A file", bytes_max=1000))
    except Refusal as refusal:
        return problems.answer_of(refusal)
    return web.Response(status=204)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no form at all",
        b"--B\r\nno header\r\n\r\nabc\r\n--B--\r\n",
        b"--B\r\nX: " + b"a" * 10_000 + b"\r\n\r\nabc\r\n--B--\r\n",
        b"--B\r\nContent-Type: multipart/mixed\r\n\r\n",
    ],
)
async def test_a_form_that_cannot_be_read_is_refused(body: bytes) -> None:
    """It is the client's fault, and said so: nothing went wrong here."""
    app = web.Application()
    app.router.add_post("/", first_file)
    headers = {"Content-Type": "multipart/form-data; boundary=B"}
    async with TestClient(TestServer(app)) as client, client.post("/", data=body, headers=headers) as response:
        assert response.status == 422
        assert "cannot be read" in await response.text()


@pytest.mark.parametrize("begun", [b"--B\r\n", b"--B\r\nContent-Type: text/plain\r\n\r\nabc"])
async def test_a_file_that_stops_coming_is_given_up(begun: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before its first piece as well as after it."""
    monkeypatch.setattr(arriving, "SECONDS_MAX", 0.05)
    over = asyncio.Event()

    async def half() -> AsyncIterator[bytes]:
        yield begun
        await over.wait()

    app = web.Application()
    app.router.add_post("/", first_file)
    headers = {"Content-Type": "multipart/form-data; boundary=B"}
    async with TestClient(TestServer(app)) as client, client.post("/", data=half(), headers=headers) as response:
        over.set()
        assert response.status == 408
        assert "Send it again" in await response.text()
