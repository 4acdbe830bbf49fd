"""What is sent arrives within a time, or is given up: whoever sends slowly holds nothing for long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from libs.common.errors import Refusal

SECONDS_MAX = 30.0
"""For a body, or for the next piece of a file."""


class TooSlow(Refusal, code="too_slow"):
    """It did not arrive within {seconds:g} seconds. Send it again."""

    seconds: float


@asynccontextmanager
async def in_time() -> AsyncIterator[None]:
    """Raises TooSlow where the block waits for longer."""
    try:
        async with asyncio.timeout(SECONDS_MAX):
            yield
    except TimeoutError:
        raise TooSlow(seconds=SECONDS_MAX) from None
