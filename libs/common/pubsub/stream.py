"""One subscription's stream of messages, opened again whenever it ends.

It is renewed after a while by closing our half and reading the other to its end, so that nothing is lost on the way.
The deadline that it is opened with is for the dead: a stream whose process was killed keeps its share of the ordering
keys (measured on the emulator: for ever) until its deadline has passed.
"""

import asyncio
import random
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from google.pubsub_v1 import SubscriberAsyncClient, types

from libs.common import retry
from libs.common.logs import logger
from libs.common.pubsub.leases import LEASE_SECONDS

_log = logger("bus")

WINDOW = 5_000
"""Messages that Pub/Sub sends ahead: wide, so that one owner's burst leaves others in view."""
WINDOW_BYTES = 100_000_000
CLOSE_SECONDS = 1.0
"""How long the other half of a closed stream may take to end."""

Receive = Callable[[Sequence[Any]], None]
"""Takes messages as they come, in order."""


class Stream:
    """See above."""

    def __init__(
        self, client: SubscriberAsyncClient, subscription: str, receive: Receive, *, life_seconds: float
    ) -> None:
        self._client = client
        self._subscription = subscription
        self._receive = receive
        self._life_seconds = life_seconds
        self._id = uuid.uuid4().hex  # the same over its renewals: Pub/Sub may keep the keys where they are
        self._room = asyncio.Event()
        self._room.set()
        self._closing = asyncio.Event()
        self._silences = 0  # streams in a row that ended before anything came
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to receive."""
        self._task = asyncio.create_task(self._run())

    def pause(self, full: bool) -> None:
        """Take nothing more from the stream while what is held is too much."""
        if full:
            self._room.clear()
        else:
            self._room.set()

    async def close(self) -> None:
        """Receive what is under way, then no more."""
        self._closing.set()
        self._room.set()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        while not self._closing.is_set():
            try:
                await self._once()
            except Exception as error:  # noqa: BLE001 - the bus goes on, whatever ended a stream
                self._silences += 1
                _log.warning("a stream ended", subscription=self._subscription, code=type(error).__name__)
                with suppress(TimeoutError):
                    async with asyncio.timeout(retry.after_silence(self._silences, random.random())):  # noqa: S311
                        await self._closing.wait()

    async def _once(self) -> None:
        """One stream, from its opening to its end."""
        call: Any = await self._client.streaming_pull(timeout=self._life_seconds + CLOSE_SECONDS, retry=None)
        reading = asyncio.create_task(self._read(call))
        closing = asyncio.create_task(self._closing.wait())
        try:
            await call.write(self._opening())
            await asyncio.wait((reading, closing), timeout=self._life_seconds, return_when=asyncio.FIRST_COMPLETED)
            if not reading.done():
                await call.done_writing()
                await asyncio.wait((reading,), timeout=CLOSE_SECONDS)
        finally:
            call.cancel()
            closing.cancel()
            ended = await asyncio.gather(reading, return_exceptions=True)
        if isinstance(ended[0], Exception):
            raise ended[0]

    def _opening(self) -> types.StreamingPullRequest:
        return types.StreamingPullRequest(
            subscription=self._subscription,
            stream_ack_deadline_seconds=LEASE_SECONDS,
            client_id=self._id,
            max_outstanding_messages=WINDOW,
            max_outstanding_bytes=WINDOW_BYTES,
        )

    async def _read(self, call: Any) -> None:
        async for response in call:
            self._silences = 0
            self._receive(types.StreamingPullResponse.pb(response).received_messages)
            await self._room.wait()
