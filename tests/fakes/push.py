"""What the emulator leaves out of a push: it takes each, adds the token that Pub/Sub would, and passes on the answer.

`python -m tests.fakes.push SERVICE` is a service that believes the test's key in place of Google's.
"""

import base64
import importlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Self
from unittest.mock import patch

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from libs.common.envelope import Envelope
from libs.common.pubsub import push, tokens
from libs.common.runtime import run_alone
from tests.fakes.journal import Journal

CERTIFICATES = "PUSH_CERTIFICATES"
"""Where a service finds the certificates of the key that signs."""
SECONDS = "PUSH_SECONDS"
"""How long it waits for an event in place."""
BODY_BYTES_MAX = 16 * 1024 * 1024


@dataclass(frozen=True)
class Pushed:
    """One event that was passed on, and what was answered. 502: nobody was there."""

    subscription: str
    event_id: str
    key: str
    status: int


class PushDoor:
    """Listens on loopback. The emulator pushes to `address(service)`; where that service is, `services` says."""

    def __init__(self, sign: Callable[[], str]) -> None:
        self.services: dict[str, str] = {}
        self.begun: Journal[str] = Journal("pushes begun, by subscription", key=str)
        self.answers: Journal[Pushed] = Journal("pushes answered", key=lambda pushed: pushed.subscription)
        self._sign = sign
        app = web.Application(client_max_size=BODY_BYTES_MAX)
        app.router.add_post("/{service}/events/{subscription}", self._pushed)
        self._server = TestServer(app)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session is not None:
            await self._session.close()
        await self._server.close()

    def address(self, service: str) -> str:
        """What stands in the push subscription of a service."""
        return str(self._server.make_url(f"/{service}"))

    async def post(self, service: str, subscription: str, body: bytes, **headers: str) -> int:
        """Push as whoever has these headers; gives the status."""
        assert self._session is not None
        try:
            url = f"{self.services[service]}/events/{subscription}"
            async with self._session.post(url, data=body, headers=headers) as answer:
                return answer.status
        except aiohttp.ClientError:
            return 502

    async def _pushed(self, request: web.Request) -> web.Response:
        body, subscription = await request.read(), request.match_info["subscription"]
        await self.begun.add(subscription)
        signed = f"Bearer {self._sign()}"
        status = await self.post(request.match_info["service"], subscription, body, Authorization=signed)
        attributes = json.loads(body)["message"]["attributes"]
        await self.answers.add(Pushed(subscription, attributes["ce-id"], attributes["ce-partitionkey"], status))
        return web.Response(status=status)


def wrapped(envelope: Envelope) -> bytes:
    """An event as Pub/Sub pushes it."""
    message = {"attributes": envelope.attributes(), "data": base64.b64encode(envelope.data).decode(), "messageId": "1"}
    return json.dumps({"message": message}).encode()


def main(service: str, environment: Mapping[str, str]) -> int:
    """The service alone, as its container runs it. Gives its exit code."""
    believed = partial(tokens.Check, certificates=tokens.Certificates(environment[CERTIFICATES]))
    seconds = float(environment.get(SECONDS, push.PUSH_SECONDS))
    build: Any = importlib.import_module(f"services.{service}.service").build
    with patch.object(tokens, "Check", believed), patch.object(push, "PUSH_SECONDS", seconds):
        return run_alone(build)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], os.environ))
