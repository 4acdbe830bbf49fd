"""The bus port: events on topics, handled at least once, in order per key.

Durable:    when `publish` returns, a crash of this process, or of the machine, loses nothing of it.
In order:   of the events of one subscription that share a key, one is handled at a time, in the order published;
            the next only after the one before was finished. Also while one fails and is tried again.
Parallel:   other keys do not wait for it.
Fair:       an owner's events in flight are bounded, and owners take turns.
Again:      what was not finished when a process died comes again, with `attempt` one higher.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from libs.common.envelope import Envelope

EVENT_BYTES_MAX = 9_000_000
"""Pub/Sub takes 10,000,000 bytes a request, with names and framing."""
KEEP_DAYS = 7
"""How long an event that nobody finished is kept."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """One service's share of one topic. `in_flight` events are handled at once, `per_owner` of one owner's."""

    service: str
    topic: str
    in_flight: int = 64
    per_owner: int = 16

    @property
    def name(self) -> str:
        """`<service>.<topic>`."""
        return f"{self.service}.{self.topic}"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event handed to one subscription. `attempt` counts from 1; a process that died with it counts too.

    `token` is the adapter's own, to finish it by.
    """

    envelope: Envelope
    subscription: Subscription
    attempt: int
    token: Any


Handle = Callable[[Delivery], Awaitable[None]]
"""Handles one delivery to its end. If it returns or raises without the delivery being finished, the lease is let go
and the event comes again."""


class Bus(Protocol):
    """Where events travel."""

    def publish(self, *envelopes: Envelope) -> Awaitable[None]:
        """To be awaited: done once every event is durable.

        Order: events that share a key are delivered in the order published.
        Twice: publishing an id again is harmless; receipts make the second delivery a no-op.
        Fails: TooLarge before anything is sent; Unavailable after the deadline: some events may be durable by then;
        publish all again.
        """

    async def listen(self, subscriptions: Sequence[Subscription], handle: Handle) -> None:
        """Begin to hand over events. Raises Misconfigured where another process already listens for a service and
        only one may."""

    async def stop(self, seconds: float) -> None:
        """Take no more, wait up to `seconds` for what is being handled, then let go of the rest."""

    async def ready(self) -> None:
        """Return if the bus answers. Raises Unavailable."""

    async def close(self) -> None:
        """Stop, and let go of files or channels."""
