"""Fetching a customer's file: the Graph API says where it is, and gives it to who has the token.

https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
"""

from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp

from services.gateway.whatsapp.cloud_api import GraphApi, Heard
from services.gateway.whatsapp.graph_errors import TOKEN_REJECTED, answer_of
from services.gateway.whatsapp.media import Damaged, Passed, Unfit, check_announced
from services.gateway.whatsapp.transport import Fetched, Kept, NotKept, Refused, Silent, Wanted
from services.gateway.whatsapp.untrusted import Json, mapping, named, number, obj, text

SECONDS_MAX = 60.0
IDLE_SECONDS_MAX = 15.0
PIECE_BYTES = 256 * 1024
DOWNLOADS_MAX = 2
"""A file that arrives damaged is asked for once more."""
NO_SUCH_OBJECT = 100
GONE = "WhatsApp has this file no longer."
TOKEN = "WhatsApp does not accept this number's token. Connect the number again."  # noqa: S105 - words about one

Store = Callable[[str, AsyncIterable[bytes], str], Awaitable[object]]
"""Stores pieces under a name, with their type; what the pieces raise goes through it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the Graph API says of a file, and its address, which is good for five minutes."""

    url: str
    mime_type: str
    sha256: str
    size: int


@dataclass(frozen=True)
class MediaSource:
    """The files that one number's token may read."""

    api: GraphApi
    token: str
    store: Store

    async def fetch(self, file: Wanted) -> Fetched:
        """See the transport port."""
        heard = await self.api.ask("GET", quote(file.media.id, safe=""), self.token)
        offer = offered(heard)
        if isinstance(offer, NotKept):
            return offer
        try:
            check_announced(file, offer.mime_type or file.media.mime_type, offer.size)
            if not self.api.trusts(offer.url):
                raise Unfit("WhatsApp named an address for it that is not WhatsApp's.")
            return await self._downloaded(file, offer)
        except Unfit as unfit:
            return unfit.verdict
        except _NotGiven as answer:
            return answer.verdict
        except (aiohttp.ClientError, TimeoutError) as error:
            return NotKept(f"WhatsApp broke off while sending it ({type(error).__name__}).", "waiting")

    async def _downloaded(self, file: Wanted, offer: Offer, times: int = 1) -> Kept:
        mime_type = offer.mime_type or file.media.mime_type
        try:
            async with aclosing(self._pieces(offer.url)) as pieces:
                passed = Passed(file, pieces, offer.sha256, file.media.sha256)
                await self.store(file.blob, passed, mime_type)
                return Kept(file.blob, mime_type, passed.size)
        except Damaged:
            if times == DOWNLOADS_MAX:
                raise
        return await self._downloaded(file, offer, times + 1)

    async def _pieces(self, url: str) -> AsyncGenerator[bytes, None]:
        limits = aiohttp.ClientTimeout(total=SECONDS_MAX, connect=5.0, sock_read=IDLE_SECONDS_MAX)
        async with self.api.download(url, self.token, limits) as response:
            if response.status != 200:
                raise _NotGiven(response.status)
            async for piece in response.content.iter_chunked(PIECE_BYTES):
                yield piece


class _NotGiven(Exception):
    """The address answered without the file. It was fresh, so what it does not know is gone."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        if status in (404, 410):
            self.verdict = NotKept(GONE, "gone")
        elif status in (401, 403):
            self.verdict = NotKept(TOKEN, "waiting")
        elif status == 429 or status >= 500:
            self.verdict = NotKept(f"WhatsApp did not give it out (HTTP {status}).", "waiting")
        else:
            self.verdict = NotKept(f"WhatsApp did not give it out (HTTP {status}).", "refused")


def offered(heard: Heard | Refused | Silent) -> Offer | NotKept:
    """What the Graph API's answer says: where the file is, or why there is none."""
    match heard:
        case Refused(title=title, retry_after=after):
            return NotKept(f"{title}.", "waiting", after)
        case Silent():
            return NotKept("WhatsApp did not answer.", "waiting")
        case Heard(status=status, body=body) if status < 400 and (url := text(mapping(body).get("url"))):
            return _offer(url, mapping(body))
        case Heard(status=status, body=body, retry_after=after):
            return _refusal(status, body, after)


def _offer(url: str, said: Json) -> Offer:
    return Offer(url, named(said, "mime_type"), named(said, "sha256"), number(said.get("file_size")))


def _refusal(status: int, body: Any, retry_after: float | None) -> NotKept:
    answer = answer_of(status, body, retry_after)
    code = answer.code if isinstance(answer, Refused) else None
    if status in (404, 410) or code == NO_SUCH_OBJECT:
        return NotKept(GONE, "gone")
    if code in TOKEN_REJECTED and obj(body, "error"):
        return NotKept(TOKEN, "waiting")
    return NotKept(f"WhatsApp did not say where it is (HTTP {status}).", "waiting", retry_after)
