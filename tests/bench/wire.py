"""Keep-alive connections over bare sockets: the load costs little itself, so that it is the server that is measured.

A client library would spend more on each request than the bare handler does, and so make us look better beside it.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Sequence

_LENGTH = b"content-length:"


class Wire(asyncio.Protocol):
    """One connection that asks one thing at a time. `answered` hears the status; 0 where the connection was lost."""

    def __init__(self, answered: Callable[["Wire", int], None]) -> None:
        self._answered = answered
        self._transport: asyncio.Transport | None = None
        self._got = b""
        self._asking = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def ask(self, request: bytes) -> None:
        """Send a whole request."""
        assert self._transport is not None
        self._asking = True
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._got += data
        head, blank, rest = self._got.partition(b"\r\n\r\n")
        if blank and len(rest) >= _length(head):
            self._got = b""
            self._done(int(head[9:12]))

    def connection_lost(self, exc: Exception | None) -> None:
        if self._asking:
            self._done(0)

    def _done(self, status: int) -> None:
        self._asking = False
        self._answered(self, status)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


def _length(head: bytes) -> int:
    at = head.lower().find(_LENGTH)
    return int(head[at + len(_LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0


async def connect(port: int, answered: Callable[[Wire, int], None]) -> Wire:
    """One connection to this machine."""
    loop = asyncio.get_running_loop()
    _, wire = await loop.create_connection(lambda: Wire(answered), "127.0.0.1", port)
    return wire


async def rate(port: int, requests: Sequence[bytes], connections: int) -> float:
    """Requests answered a second, when so many connections each ask as soon as they were answered.

    Raises AssertionError when one is answered with anything but 200.
    """
    left = iter(requests)
    statuses: Counter[int] = Counter()
    done = asyncio.get_running_loop().create_future()

    def answered(wire: Wire, status: int) -> None:
        statuses[status] += 1
        if statuses.total() == len(requests):
            done.set_result(None)
        elif status and (request := next(left, None)) is not None:
            wire.ask(request)

    wires = [await connect(port, answered) for _ in range(connections)]
    started = time.perf_counter()
    for wire in wires:
        wire.ask(next(left))
    await asyncio.wait_for(done, 60)
    seconds = time.perf_counter() - started
    for wire in wires:
        wire.close()
    assert set(statuses) == {200}, f"answered {dict(statuses)}"
    return len(requests) / seconds
