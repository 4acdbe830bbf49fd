"""Webhooks as Meta sends them: signed over the raw body, and sent again until the receiver says 200."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp

from tests.fakes.graph.limits import Json
from tests.fakes.journal import Journal

SIGNATURE = "X-Hub-Signature-256"
CHALLENGE = "1158201444"


def sign(raw: bytes, app_secret: str) -> str:
    """The value of the signature header for a raw body."""
    return "sha256=" + hmac.new(app_secret.encode(), raw, hashlib.sha256).hexdigest()


@dataclass(frozen=True)
class Backoff:
    """When a webhook is sent again: short at first, longer each time, and given up in the end (Meta: after 7 days)."""

    first_seconds: float = 0.01
    factor: float = 2.0
    most_seconds: float = 0.5
    attempts_max: int = 100

    def seconds(self, attempt: int) -> float:
        """How long to wait after this attempt, the first being 1."""
        return min(self.most_seconds, self.first_seconds * self.factor ** min(attempt - 1, 32))


@dataclass(frozen=True)
class Hook:
    """Where webhooks go, and the secret that signs them."""

    url: str
    app_secret: str


@dataclass(frozen=True)
class Delivery:
    """One attempt at one webhook. `status` is None when no answer came."""

    url: str
    body: Json
    attempt: int
    status: int | None
    answer: str

    @property
    def taken(self) -> bool:
        return self.status == 200

    def __str__(self) -> str:
        return f"attempt {self.attempt} at {self.url}: {self.status} {self.answer[:200]}"


class WebhookNotTaken(AssertionError):
    """The receiver did not answer 200."""


class WebhookSender:
    """Posts webhook bodies and records every attempt in `deliveries`."""

    def __init__(self, backoff: Backoff, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self.deliveries: Journal[Delivery] = Journal("webhook attempts", show=str)
        self._backoff = backoff
        self._sleep = sleep
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        self._session = aiohttp.ClientSession(
            headers={"User-Agent": "facebookexternalua"}, timeout=aiohttp.ClientTimeout(total=10)
        )

    async def stop(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def verify(self, url: str, verify_token: str) -> bool:
        """Meta's question when a webhook is registered: does the receiver know the token and echo the challenge?"""
        query = {"hub.mode": "subscribe", "hub.verify_token": verify_token, "hub.challenge": CHALLENGE}
        async with self._running().get(url, params=query) as response:
            return response.status == 200 and await response.text() == CHALLENGE

    async def post(self, hook: Hook, body: Json, attempt: int = 1) -> Delivery:
        """One attempt, whatever comes of it."""
        raw = json.dumps(body).encode()
        headers = {"Content-Type": "application/json", SIGNATURE: sign(raw, hook.app_secret)}
        try:
            async with self._running().post(hook.url, data=raw, headers=headers) as response:
                delivery = Delivery(hook.url, body, attempt, response.status, await response.text())
        except (aiohttp.ClientError, TimeoutError) as error:
            delivery = Delivery(hook.url, body, attempt, None, str(error))
        await self.deliveries.add(delivery)
        return delivery

    async def post_until_taken(self, hook: Hook, body: Json, *, through_refusals: bool = True) -> Delivery:
        """Post until the receiver says 200. Raises WebhookNotTaken after the last attempt.

        Meta goes on whatever the answer is; without `through_refusals` an answer of 4xx raises at once.
        """
        delivery = await self.post(hook, body)
        while not delivery.taken:
            refused = delivery.status is not None and 400 <= delivery.status < 500
            if (refused and not through_refusals) or delivery.attempt == self._backoff.attempts_max:
                raise WebhookNotTaken(f"given up: {delivery}")
            await self._sleep(self._backoff.seconds(delivery.attempt))
            delivery = await self.post(hook, body, delivery.attempt + 1)
        return delivery

    def _running(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the stand-in is not running: use it in `async with`")
        return self._session
