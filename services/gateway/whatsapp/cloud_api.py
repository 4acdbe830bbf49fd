"""The Cloud API: messages over Meta's Graph API. https://developers.facebook.com/docs/whatsapp/cloud-api"""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp

from libs.common.parts import Clock
from libs.common.retry import Breaker
from services.gateway.whatsapp.graph_errors import answer_of, seconds_in
from services.gateway.whatsapp.outgoing import recipient
from services.gateway.whatsapp.transport import Answer, Refused, Silent, Taken
from services.gateway.whatsapp.untrusted import name, obj, objects

CONNECT_SECONDS = 5.0
TOTAL_SECONDS = 20.0
IDLE_SECONDS = 15.0
"""A connection that was idle for longer is not used again: the other side may have closed it, and a message written
into it would be one of which nobody knows."""
SILENCES_BEFORE_PAUSE = 3


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


class CloudLine:
    """One number with its token."""

    def __init__(self, api: GraphApi, phone_number_id: str, token: str) -> None:
        self._api = api
        self._path = f"{phone_number_id}/messages"
        self._token = token

    async def send(self, to: str, content: Mapping[str, Any], delivery_id: str) -> Answer:
        heard = await self._api.ask(
            "POST",
            self._path,
            self._token,
            {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                **recipient(to),
                **content,
                "biz_opaque_callback_data": delivery_id,
            },
        )
        if not isinstance(heard, Heard):
            return heard
        if heard.status >= 400:
            return answer_of(heard.status, heard.body, heard.retry_after)
        whatsapp_id = next((name(message.get("id")) for message in objects(heard.body, "messages")), "")
        return Taken(whatsapp_id) if whatsapp_id else Silent(f"HTTP {heard.status} without a message id")

    async def mark_read(self, whatsapp_id: str, *, typing: bool) -> bool:
        shown = {"typing_indicator": {"type": "text"}} if typing else {}
        body = {"messaging_product": "whatsapp", "status": "read", "message_id": whatsapp_id, **shown}
        heard = await self._api.ask("POST", self._path, self._token, body)
        return isinstance(heard, Heard) and heard.status < 400 and bool(obj(heard.body).get("success"))


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
