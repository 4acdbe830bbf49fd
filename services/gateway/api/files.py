"""A customer's file on its way to a browser: streamed, and never able to act as a page of ours.

The browser is told a type only where it is one of a few that it draws by itself; whatever else a file is or says it is,
it is bytes to be saved. Types are Meta's, without those that browsers do not play (AMR, 3GPP).
"""

import mimetypes
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import quote

from aiohttp import web

from libs.common.blobs.port import BlobMissing
from libs.common.errors import Unavailable
from libs.common.logs import logger
from services.gateway.api.problems import ApiRefusal, NotFound

ShownAs = Literal["image", "audio", "video", "file"]
"""How a page shows it: drawn or played by the browser, or offered to be saved."""

DRAWN = frozenset(
    {"image/jpeg", "image/png", "image/webp"} | {"audio/aac", "audio/mp4", "audio/mpeg", "audio/ogg"} | {"video/mp4"}
)
NAMED = DRAWN | {"application/pdf"}
"""Types that the browser is told. A PDF is saved all the same: its viewer does not open inside of a sandbox."""
BYTES = "application/octet-stream"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Pieces = Callable[[int, int | None], AsyncIterator[bytes]]


class NoSuchRange(ApiRefusal, code="no_such_range"):
    """This file has {size:,} bytes; there is nothing at the range that was asked for."""

    status = 416


@dataclass(frozen=True, slots=True)
class File:
    """What is answered with: `pieces(start, length)` reads it. Without a size it is given whole only."""

    pieces: Pieces
    mime_type: str
    filename: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """Which bytes are asked for; `length` None: all there are."""

    status: int
    start: int
    length: int | None
    headers: dict[str, str]


def shown_as(mime_type: str) -> ShownAs:
    """How a page shows a file of this type."""
    plain = plain_type(mime_type)
    return cast("ShownAs", plain.partition("/")[0]) if plain in DRAWN else "file"


def plain_type(mime_type: str) -> str:
    """The type without its parameters: "audio/ogg" of "audio/ogg; codecs=opus"."""
    return mime_type.partition(";")[0].strip().lower()


async def answer(request: web.Request, file: File) -> web.StreamResponse:
    """Answer with a file, or with the range of it that was asked for. Raises NotFound, NoSuchRange, Unavailable."""
    part = _part_of(request, file.size)
    pieces = cast("AsyncGenerator[bytes, None]", file.pieces(part.start, part.length))
    async with aclosing(pieces):
        try:
            first = await anext(pieces, b"")
        except BlobMissing:
            raise NotFound(what="file") from None
        response = web.StreamResponse(status=part.status, headers={**HEADERS, **_described(file), **part.headers})
        response.content_length = part.length
        try:
            await response.prepare(request)
            await response.write(first)
            async for piece in pieces:
                await response.write(piece)
            await response.write_eof()
        except Unavailable:
            logger("gateway").warning("a file broke off on its way to a browser")
            if request.transport is not None:
                request.transport.abort()  # so that half a file is not taken for a whole one
        except ConnectionError:
            pass  # the browser went away
    return response


def _described(file: File) -> dict[str, str]:
    plain = plain_type(file.mime_type)
    kind = "inline" if plain in DRAWN else "attachment"
    name = file.filename or f"file{mimetypes.guess_extension(plain) or ''}"
    return {
        "Content-Type": plain if plain in NAMED else BYTES,
        "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(name, safe='')}",
    }


def _part_of(request: web.Request, size: int | None) -> _Part:
    """The range that was asked for. One that cannot be read is as none, as RFC 9110 has it."""
    if size is None:
        return _Part(200, 0, None, {})
    whole = _Part(200, 0, size, {"Accept-Ranges": "bytes"})
    asked = slice(None)
    with suppress(ValueError):
        asked = request.http_range
    if asked.start is None:
        return whole
    start, end, _ = asked.indices(size)
    if start >= end:
        raise NoSuchRange(size=size)
    return _Part(206, start, end - start, {**whole.headers, "Content-Range": f"bytes {start}-{end - 1}/{size}"})
