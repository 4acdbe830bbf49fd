"""Publishing: a few requests at once to a topic, a key in one of them at a time.

What comes while as many as may be are under way, or its key is, goes into the next: nobody waits for a timer, and a
burst travels in few requests.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from google.api_core import exceptions
from google.api_core.retry import AsyncRetry, if_exception_type
from google.pubsub_v1 import PublisherAsyncClient, types

from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.pubsub.client import REFUSED, SILENT, answering
from libs.common.pubsub.names import topic_path

_log = logger("bus")

UNDER_WAY_MAX = 4
"""Requests to one topic at once."""
REQUEST_EVENTS_MAX = 1_000
"""Pub/Sub's own limit."""
REQUEST_BYTES_MAX = 9_200_000
"""Pub/Sub takes 10,000,000 bytes a request, with names and framing."""
PUBLISH_SECONDS = 10.0
"""From `publish` to Unavailable: WhatsApp waits about that long for the answer to a webhook."""
_AGAIN = AsyncRetry(
    predicate=if_exception_type(*(kind for kind in SILENT if issubclass(kind, exceptions.GoogleAPICallError))),
    initial=0.1,
    maximum=2.0,
    timeout=PUBLISH_SECONDS,
)

Send = Callable[[Sequence[Any]], Awaitable[None]]


def as_message(envelope: Envelope) -> Any:
    """How an event lies on a topic. Its body need not be looked into to know what it is."""
    return types.PubsubMessage.pb()(data=envelope.data, attributes=envelope.attributes(), ordering_key=envelope.key)


@dataclass(slots=True)
class _Call:
    """One caller's events of one topic."""

    left: int
    done: asyncio.Future[None]

    def landed(self) -> None:
        self.left -= 1
        if not self.left and not self.done.done():
            self.done.set_result(None)

    def failed(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


@dataclass(frozen=True, slots=True)
class _Waiting:
    envelope: Envelope
    call: _Call

    @property
    def given_up(self) -> bool:
        """Nobody waits for it any more, or something before it failed."""
        return self.call.done.done()


@dataclass(slots=True)
class _Request:
    keys: list[str] = field(default_factory=list)
    events: list[_Waiting] = field(default_factory=list)
    size: int = 0
    full: bool = False

    def take(self, key: str, waiting: deque[_Waiting]) -> None:
        """As many of a key as fit."""
        self.keys.append(key)
        while waiting and not self.full:
            size = waiting[0].envelope.size
            if not self.events or (len(self.events) < REQUEST_EVENTS_MAX and self.size + size <= REQUEST_BYTES_MAX):
                event = waiting.popleft()
                if not event.given_up:
                    self.events.append(event)
                    self.size += size
            else:
                self.full = True


class Topic:
    """The requests to one topic. After a failure, what the same caller put behind it is not sent: it would overtake."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._waiting: dict[str, deque[_Waiting]] = {}  # by key; also the keys that are under way
        self._ready: deque[str] = deque()  # keys with something to send and nothing under way
        self._under_way: set[asyncio.Task[None]] = set()

    def put(self, envelopes: Sequence[Envelope]) -> asyncio.Future[None]:
        """Send as soon as may be. Done when all of them are durable."""
        call = _Call(len(envelopes), asyncio.get_running_loop().create_future())
        for envelope in envelopes:
            key = envelope.key or f"\0{envelope.id}"
            if key not in self._waiting:
                self._waiting[key] = deque()
                self._ready.append(key)
            self._waiting[key].append(_Waiting(envelope, call))
        self._begin()
        return call.done

    def _begin(self) -> None:
        while self._ready and len(self._under_way) < UNDER_WAY_MAX:
            request = _Request()
            while self._ready and not request.full:
                key = self._ready.popleft()
                request.take(key, self._waiting[key])
            task = asyncio.create_task(self._run(request))
            self._under_way.add(task)
            task.add_done_callback(self._ended)

    async def _run(self, request: _Request) -> None:
        try:
            if request.events:
                await self._send([as_message(event.envelope) for event in request.events])
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the callers' to know
            for event in request.events:
                event.call.failed(error)
        else:
            for event in request.events:
                event.call.landed()
        for key in request.keys:
            if self._waiting[key]:
                self._ready.append(key)
            else:
                del self._waiting[key]

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled():
            self._begin()

    async def close(self) -> None:
        """Give up what is under way, and what waits."""
        ending = list(self._under_way)
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        self._ready.clear()


class Publishing:
    """Sends events to their topics."""

    def __init__(self, client: PublisherAsyncClient, project: str) -> None:
        self._client = client
        self._project = project
        self._topics: dict[str, Topic] = {}

    async def publish(self, envelopes: Sequence[Envelope]) -> None:
        """Return once all are durable. Raises Unavailable: then any of them may be."""
        of_topic: dict[str, list[Envelope]] = {}
        for envelope in envelopes:
            of_topic.setdefault(envelope.topic, []).append(envelope)
        async with answering(PUBLISH_SECONDS):
            await asyncio.gather(*(self._topic(topic).put(events) for topic, events in of_topic.items()))

    async def publish_raw(self, topic: str, message: Any) -> None:
        """One message as it is, in no order. Raises Unavailable."""
        async with answering(PUBLISH_SECONDS):
            await self._send(topic, [message])

    def _topic(self, topic: str) -> Topic:
        known = self._topics.get(topic)
        if known is None:
            known = self._topics[topic] = Topic(lambda messages: self._send(topic, messages))
        return known

    async def _send(self, topic: str, messages: Sequence[Any]) -> None:
        request = types.PublishRequest(topic=topic_path(self._project, topic))
        types.PublishRequest.pb(request).messages.extend(messages)
        try:
            await self._client.publish(request=request, retry=_AGAIN, timeout=PUBLISH_SECONDS)
        except REFUSED as error:  # kept and tried again: an operator puts it right, and nothing is lost
            _log.error("a topic cannot be published to", topic=topic, code=type(error).__name__)
            raise Unavailable(f"the Pub/Sub topic {topic}") from error

    async def close(self) -> None:
        """Give up what is under way."""
        await asyncio.gather(*(topic.close() for topic in self._topics.values()))
