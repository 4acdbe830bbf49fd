"""Lines that are typed or piped in, without a thread that waits for them: Ctrl-C ends at once."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import suppress

CHUNK_BYTES = 65_536


async def lines_of(descriptor: int) -> AsyncIterator[str]:
    """Each line as it comes, without its end, until the input ends."""
    rest = b""
    while chunk := await _chunk(descriptor):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line.decode(errors="replace").rstrip("\r")
    if rest:
        yield rest.decode(errors="replace")


async def _chunk(descriptor: int) -> bytes:
    """What there is to read; empty at the end."""
    loop = asyncio.get_running_loop()
    readable = asyncio.Event()
    try:
        loop.add_reader(descriptor, readable.set)
    except PermissionError:  # a file is always readable, and cannot be waited for
        return os.read(descriptor, CHUNK_BYTES)
    try:
        await readable.wait()
    finally:
        loop.remove_reader(descriptor)
    with suppress(OSError):  # the terminal is gone
        return os.read(descriptor, CHUNK_BYTES)
    return b""
