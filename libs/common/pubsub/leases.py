"""What this process holds of one subscription: its leases are extended until it is acknowledged, or given back.

Giving back is one request for everything of a key, in the order it came: Pub/Sub then begins again at the first
(measured on the emulator). Given back one by one, or only in part, a key would lose its order.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import islice

from google.api_core.exceptions import GoogleAPICallError
from google.pubsub_v1 import SubscriberAsyncClient

from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.pubsub.client import answering

_log = logger("bus")

LEASE_SECONDS = 15
"""How long after a process died its events come again: short, for a customer is waiting. Pub/Sub allows 10 to 600."""
EXTEND_SECONDS = 4.0
"""How often leases are extended: three chances each."""
IDS_MAX = 1_000
"""Of one request, which may hold 512 KiB; an id has some 200 bytes."""
GIVEN_BACK_SECONDS_MAX = 600
"""The longest lease there is."""


class Leases:
    """See above. Messages are known by Pub/Sub's message id: one that comes again is the same one."""

    def __init__(self, client: SubscriberAsyncClient, subscription: str) -> None:
        self._client = client
        self._subscription = subscription
        self._held: dict[str, str] = {}  # message id -> its newest acknowledgement id
        self._done: list[str] = []
        self._some_done = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def __len__(self) -> int:
        return len(self._held)

    def start(self) -> None:
        """Begin to extend and to acknowledge."""
        self._tasks = [asyncio.create_task(self._extending()), asyncio.create_task(self._acknowledging())]

    def hold(self, message_id: str, ack_id: str) -> bool:
        """It arrived. False where it is held already: its lease had run out, and only the newest id counts now."""
        new = message_id not in self._held
        self._held[message_id] = ack_id
        return new

    def done(self, message_id: str) -> None:
        """It needs no handling any more: acknowledge it soon."""
        self._done.append(self._held.pop(message_id))
        self._some_done.set()

    async def _acknowledging(self) -> None:
        while True:
            await self._some_done.wait()
            await self._acknowledge()

    async def _acknowledge(self) -> None:
        """What is done by now. Where that fails it comes again, finds its receipt and is acknowledged then."""
        self._some_done.clear()
        done, self._done = self._done, []
        for ids in _chunks(done):
            await self._ask(self._client.acknowledge, ack_ids=ids)

    async def _extending(self) -> None:
        while True:
            await asyncio.sleep(EXTEND_SECONDS)
            for ids in _chunks(list(self._held.values())):
                await self._ask(self._client.modify_ack_deadline, ack_ids=ids, ack_deadline_seconds=LEASE_SECONDS)

    async def _ask(self, call: Callable[..., Awaitable[None]], **values: object) -> None:
        try:
            async with answering():
                await call(subscription=self._subscription, **values)
        except (Unavailable, GoogleAPICallError) as error:
            _log.warning("leases could not be changed", subscription=self._subscription, code=type(error).__name__)

    async def give_back(self, in_seconds: Mapping[str, int]) -> None:
        """Acknowledge what is done, and let the rest come again: at once, or in so many seconds for the ids named."""
        for task in self._tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await self._acknowledge()
        waits: dict[int, list[str]] = {}
        for message_id, ack_id in self._held.items():
            waits.setdefault(min(in_seconds.get(message_id, 0), GIVEN_BACK_SECONDS_MAX), []).append(ack_id)
        self._held.clear()
        for seconds, ids in waits.items():
            for chunk in _chunks(ids):
                await self._ask(self._client.modify_ack_deadline, ack_ids=chunk, ack_deadline_seconds=seconds)


def _chunks(ids: Sequence[str]) -> Iterable[list[str]]:
    left = iter(ids)
    while chunk := list(islice(left, IDS_MAX)):
        yield chunk
