"""What is sent arrives within a time, or is given up: whoever sends slowly holds nothing for long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from services.gateway.api.problems import TooSlow

SECONDS_MAX = 30.0
"""For a body of JSON, or for the next piece of a file."""


@asynccontextmanager
async def in_time() -> AsyncIterator[None]:
    """Raises TooSlow where the block waits for longer."""
    try:
        async with asyncio.timeout(SECONDS_MAX):
            yield
    except TimeoutError:
        raise TooSlow(seconds=SECONDS_MAX) from None
