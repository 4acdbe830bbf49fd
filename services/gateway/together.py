"""What requests publish at the same moment goes out in one call: 64 webhooks at once are a few writes, not 64."""

import asyncio
from collections.abc import Sequence

from libs.common.bus.port import Bus
from libs.common.envelope import Envelope
from libs.common.errors import Failure, Unavailable

Asked = tuple[Sequence[Envelope], "asyncio.Future[None]"]


class Together:
    """A bus for publishing alone. It adds no waiting: what is there in one turn of the event loop goes out in the
    next, whether or not the call before has come back."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._asked: list[Asked] = []
        self._running: set[asyncio.Task[None]] = set()

    async def publish(self, envelopes: Sequence[Envelope]) -> None:
        """As the bus's: returns once these are durable, raises what the call they went out in raised."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        if not self._asked:
            loop.call_soon(self._go)
        self._asked.append((envelopes, done))
        await done

    def _go(self) -> None:
        asked, self._asked = self._asked, []
        task = asyncio.create_task(self._publish(asked))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _publish(self, asked: Sequence[Asked]) -> None:
        trouble: Exception | None = None
        try:
            await self._bus.publish(*(envelope for envelopes, _ in asked for envelope in envelopes))
        except (Unavailable, Failure) as error:
            trouble = error
        for _, done in asked:
            if done.cancelled():
                continue
            if trouble is None:
                done.set_result(None)
            else:
                done.set_exception(trouble)
