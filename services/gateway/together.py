"""What requests publish at the same moment goes out in one call: 64 webhooks at once are a few writes, not 64."""

import asyncio
from collections.abc import Sequence

from libs.common.bus.port import Bus
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable

Asked = tuple[Sequence[Envelope], "asyncio.Future[None]"]

CALL_MAX = 64
"""Requests in one call. What is collected goes out at this many, so that the bus writes while the next are read."""


class Together:
    """A bus for publishing alone. It adds no waiting: what is there in one turn of the event loop goes out within two
    turns, whether or not the call before has come back."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._asked: list[Asked] = []
        self._running: set[asyncio.Future[None]] = set()

    def publish(self, envelopes: Sequence[Envelope]) -> "asyncio.Future[None]":
        """As the bus's: done once these are durable, or with what the call they went out in raised."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        if not self._asked:
            # The turn after the next: those whose bytes came in this turn are heard in the next.
            loop.call_soon(loop.call_soon, self._go)
        self._asked.append((envelopes, done))
        if len(self._asked) == CALL_MAX:
            self._go()
        return done

    def _go(self) -> None:
        if not self._asked:
            return
        asked, self._asked = self._asked, []
        try:
            begun = self._bus.publish(*(one for envelopes, _ in asked for one in envelopes))
        except Exception as trouble:  # noqa: BLE001 - those who wait hear of it; raised here, nobody would
            _tell(asked, trouble)
            return
        call = asyncio.ensure_future(begun)
        self._running.add(call)
        call.add_done_callback(lambda ended: self._ended(ended, asked))

    def _ended(self, call: "asyncio.Future[None]", asked: Sequence[Asked]) -> None:
        self._running.discard(call)
        _tell(asked, Unavailable("the bus") if call.cancelled() else call.exception())


def _tell(asked: Sequence[Asked], trouble: BaseException | None) -> None:
    for _, done in asked:
        if done.cancelled():
            continue
        if trouble is None:
            done.set_result(None)
        else:
            done.set_exception(trouble)
