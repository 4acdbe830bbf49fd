"""A handler that remembers what it was given, and misbehaves as told."""

import asyncio
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from libs.common.bus.port import Delivery, Subscription
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.events import Inbound, MessageReceived, seal
from libs.common.finish.port import Decide, Finisher, Step
from libs.common.service import Later, Outcome
from libs.common.store.port import Transaction

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
INGEST = Subscription("ingest", "message.received")
GATEWAY = Subscription("gateway", "message.received")


def event(name: str, *, owner: str = "owner", text: str = "") -> Envelope:
    """An event named like `ana-1`: the part before the dash is its ordering key."""
    sender = name.split("-", maxsplit=1)[0]
    message = Inbound(id=name, kind="text", sent_at=NOW, text=text)
    received = MessageReceived(user_id=owner, phone_number_id="100", sender=sender, message=message)
    return seal(received, cause=name, source="gateway", at=NOW, traceparent=f"00-{'a' * 32}-{'b' * 16}-01")


def events(names: str, *, owner: str = "owner") -> list[Envelope]:
    """Several of them: `ana-1 ana-2 ben-1`."""
    return [event(name, owner=owner) for name in names.split()]


class Recorder:
    """Finishes each delivery, and knows which there were."""

    def __init__(
        self,
        finisher: Finisher,
        *,
        fail_once: Iterable[str] = (),
        hold: Iterable[str] = (),
        later: dict[str, datetime] | None = None,
    ) -> None:
        self._finisher = finisher
        self._fail_once = set(fail_once)
        self._held = set(hold)
        self._later = dict(later or {})
        self._changed = asyncio.Condition()
        self._finished: list[str] = []
        self.deliveries: list[Delivery] = []
        self.decided: list[str] = []
        self.under_way: Counter[str] = Counter()
        self.most_under_way: Counter[str] = Counter()

    async def __call__(self, delivery: Delivery) -> None:
        name = MessageReceived.opened(delivery.envelope).message.id
        owner = delivery.envelope.user_id
        self.deliveries.append(delivery)
        self.under_way[owner] += 1
        self.most_under_way[owner] = max(self.most_under_way[owner], self.under_way[owner])
        await self._tell()
        try:
            await self._handle(delivery, name)
        finally:
            self.under_way[owner] -= 1
            await self._tell()

    async def _handle(self, delivery: Delivery, name: str) -> None:
        if name in self._fail_once:
            self._fail_once.discard(name)
            raise Unavailable("what it needs")
        async with self._changed:
            await self._changed.wait_for(lambda: name not in self._held)
        step = await self._finisher.finish(delivery, self._decide(name))
        if isinstance(step, Outcome):
            self._finished.append(name)

    def _decide(self, name: str) -> Decide:
        moment = self._later.pop(name, None)

        async def decide(_: Transaction) -> Step:
            self.decided.append(name)
            return Later(moment) if moment else Outcome()

        return decide

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def release(self, *names: str) -> None:
        """Let held events go on."""
        self._held.difference_update(names)
        await self._tell()

    async def seen(self, count: int, seconds: float = 15.0) -> list[Delivery]:
        """The deliveries, once there were so many."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self.deliveries) >= count)
        return self.deliveries

    async def handled(self, key: str = "", *, count: int, seconds: float = 15.0) -> list[str]:
        """The names of one key's events (or of all), in the order they were finished, once there are so many."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self._of(key)) >= count)
        return self._of(key)

    async def until(self, name: str, seconds: float = 15.0) -> None:
        """Wait until this event is finished."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: name in self._finished)

    def _of(self, key: str) -> list[str]:
        return [name for name in self._finished if not key or name.split("-")[0] == key]

    def position(self, name: str) -> int:
        """When an event was finished, among all."""
        return self._finished.index(name)
