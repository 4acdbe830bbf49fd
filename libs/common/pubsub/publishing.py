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
from google.pubsub_v1 import types

from libs.common.bus.port import EVENT_BYTES_MAX
from libs.common.envelope import Envelope
from libs.common.errors import Misconfigured, TooLarge, Unavailable
from libs.common.logs import logger
from libs.common.pubsub.client import REFUSED, SILENT, Clients, answering
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
READY_SECONDS = 3.0
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
    """The half of the bus that sends."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._topics: dict[str, Topic] = {}

    async def publish(self, envelopes: Sequence[Envelope]) -> None:
        """See the port."""
        of_topic: dict[str, list[Envelope]] = {}
        for envelope in envelopes:
            if envelope.size > EVENT_BYTES_MAX:
                raise TooLarge(what=f"a {envelope.topic} event", size=envelope.size, limit=EVENT_BYTES_MAX)
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
        request = types.PublishRequest(topic=topic_path(self._clients.project, topic))
        types.PublishRequest.pb(request).messages.extend(messages)
        try:
            await self._clients.publisher.publish(request=request, retry=_AGAIN, timeout=PUBLISH_SECONDS)
        except REFUSED as error:  # kept and tried again: an operator puts it right, and nothing is lost
            _log.error("a topic cannot be published to", topic=topic, code=type(error).__name__)
            raise Unavailable(f"the Pub/Sub topic {topic}") from error

    async def ready(self) -> None:
        """Return if Pub/Sub answers. Raises Unavailable."""
        try:
            await self._look()
        except REFUSED as error:
            raise Unavailable("Pub/Sub") from error

    async def check(self) -> None:
        """Raises Misconfigured in one sentence where this process may not ask, or its emulator is not there."""
        project, host = self._clients.project, self._clients.emulator_host
        try:
            await self._look()
        except REFUSED as error:
            raise Misconfigured(
                f"Pub/Sub refuses project {project!r} (GOOGLE_CLOUD_PROJECT): {error.message} Check that the Pub/Sub "
                "API is enabled and that this account has the roles roles/pubsub.publisher and roles/pubsub.viewer."
            ) from error
        except Unavailable as silent:
            if host is None:
                raise
            raise Misconfigured(f"No Pub/Sub emulator answers at {host} (PUBSUB_EMULATOR_HOST).") from silent

    async def _look(self) -> None:
        request = {"project": f"projects/{self._clients.project}", "page_size": 1}
        async with answering(READY_SECONDS):
            await self._clients.publisher.list_topics(request=request, retry=None)

    async def close(self) -> None:
        """Give up what is under way."""
        await asyncio.gather(*(topic.close() for topic in self._topics.values()))
