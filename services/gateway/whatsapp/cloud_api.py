"""The session to Meta's Graph API, for all numbers. https://developers.facebook.com/docs/whatsapp/cloud-api"""

import json
import random
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from libs.common.parts import Clock
from libs.common.retry import Breaker
from services.gateway.whatsapp.graph_errors import seconds_in
from services.gateway.whatsapp.transport import Refused, Silent

CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 20.0
IDLE_SECONDS = 15.0
"""A connection that was idle for longer is not used again: the other side may have closed it, and a message written
into it would be one of which nobody knows."""
SILENCES_BEFORE_PAUSE = 3
FILES_HOST = "lookaside.fbsbx.com"
"""Where Meta's addresses of customers' files lead to, with the token in hand."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An HTTP answer, whatever it says."""

    status: int
    body: Any
    retry_after: float | None


class GraphApi:
    """One session to the Graph API for all numbers. After a few silences in a row calls are refused for a while
    without being tried, so that nobody waits for a dead line."""

    def __init__(self, url: str, version: str, clock: Clock, seconds: Callable[[], float] = monotonic) -> None:
        self._base = f"{url}/{version}"
        self._clock = clock
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None
        self._silences = 0
        self._breaker = Breaker()

    async def ask(
        self, method: str, path: str, token: str, body: Mapping[str, Any] | None = None
    ) -> Heard | Refused | Silent:
        """One call. An answer of Graph's, or why there is none: Refused where no byte left, Silent where some did."""
        wait = self._breaker.open_until - self._seconds()
        if wait > 0:
            return Refused(0, "WhatsApp did not answer lately", "later", wait)
        try:
            heard = await self._call(method, path, token, body)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            self._was_silent()
            return Refused(0, f"WhatsApp cannot be reached ({type(error).__name__})", "later")
        except (aiohttp.ClientError, TimeoutError) as error:
            self._was_silent()
            return Silent(type(error).__name__)
        self._silences = 0
        self._breaker.answered()
        return heard

    def trusts(self, url: str) -> bool:
        """Whether a token may go to this address: the Graph API's own server, or the one that Meta keeps files on."""
        try:
            asked, own = urlsplit(url), urlsplit(self._base)
            files = (asked.scheme, asked.netloc) == ("https", FILES_HOST)
            return files or asked[:2] == own[:2]
        except ValueError:
            return False

    @asynccontextmanager
    async def download(
        self, url: str, token: str, limits: aiohttp.ClientTimeout
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """Ask for a file at an address that `trusts` lets pass; it leads nowhere else. Whether files can be had says
        nothing of messages, so this neither waits for the pause after silences nor adds to them. Raises ClientError,
        TimeoutError."""
        headers = {"Authorization": f"Bearer {token}", "User-Agent": "Frontdesk", "Accept-Encoding": "identity"}
        async with self._open().get(url, headers=headers, timeout=limits, allow_redirects=False) as response:
            yield response

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def _call(self, method: str, path: str, token: str, body: Mapping[str, Any] | None) -> Heard:
        headers = {"Authorization": f"Bearer {token}"}
        async with self._open().request(method, f"{self._base}/{path}", headers=headers, json=body) as response:
            return Heard(
                response.status,
                _json(await response.read()),
                seconds_in(response.headers.get("Retry-After"), self._clock()),
            )

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(keepalive_timeout=IDLE_SECONDS),
                timeout=aiohttp.ClientTimeout(total=TOTAL_SECONDS, connect=CONNECT_SECONDS),
            )
        return self._session

    def _was_silent(self) -> None:
        self._silences += 1
        if self._silences >= SILENCES_BEFORE_PAUSE:
            self._breaker.silent(self._seconds(), random.random(), None)  # noqa: S311 - spreads retries


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
