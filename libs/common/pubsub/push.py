"""The bus port where Pub/Sub pushes: `POST /events/{subscription}`, for Cloud Run.

Pub/Sub sends one event of an ordering key at a time, and the next once it was answered: so order, and waiting, are
its own. 204 says that an event is finished; anything else has it sent again, later each time (1 s to 60 s).
"""

import asyncio
import base64
import binascii
import json
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from libs.common.bus.lanes import Header
from libs.common.bus.port import Delivery, Handle, Subscription
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.problems import problem, unavailable
from libs.common.pubsub.arriving import arrived
from libs.common.pubsub.client import Clients
from libs.common.pubsub.publishing import Publishing
from libs.common.pubsub.tokens import Check, NotAllowed, Unproven

_log = logger("bus")

PUSH_SECONDS = 30.0
"""How long an event is waited for in place; then Pub/Sub does the waiting. Its deadline for an answer is 60 s."""
BODY_BYTES_MAX = 14 * 1024 * 1024
"""The largest event in base64, with its attributes."""


@dataclass(frozen=True)
class _Door:
    """Where one subscription's events come in. As much of one owner is handled at once as a pull would."""

    subscription: Subscription
    handle: Handle
    inside: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    moved: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def hand_over(self, envelope: Envelope, header: Header) -> None:
        """Let it be handled once, in its owner's turn."""
        async with self._room(envelope.user_id):
            await self.handle(Delivery(envelope, self.subscription, 1, header))

    @asynccontextmanager
    async def _room(self, owner: str) -> AsyncIterator[None]:
        async with self.moved:
            await self.moved.wait_for(lambda: self.inside.get(owner, 0) < self.subscription.per_owner)
            self.inside[owner] += 1
        try:
            yield
        finally:
            self.inside[owner] -= 1
            if not self.inside[owner]:
                del self.inside[owner]
            async with self.moved:
                self.moved.notify_all()


class PushBus:
    """Events on the topics of one project, pushed to us.

    `check` proves who pushes; None, for the emulator, whose pushes carry no token, lets everybody.
    """

    def __init__(self, clients: Clients, check: Check | None) -> None:
        self._clients = clients
        self._check = check
        self._publishing = Publishing(clients)
        self._doors: dict[str, _Door] = {}
        self._under_way: set[asyncio.Task[bool]] = set()
        self._stopping = False

    def add_routes(self, app: web.Application) -> None:
        """Take pushes at `/events/{subscription}`."""
        app.router.add_post("/events/{subscription}", self._pushed)

    async def publish(self, *envelopes: Envelope) -> None:
        await self._publishing.publish(envelopes)

    async def listen(self, subscriptions: Sequence[Subscription], handle: Handle) -> None:
        for subscription in subscriptions:
            self._doors[subscription.name] = _Door(subscription, handle)

    async def check(self) -> None:
        """What a start asks: see bus/pubsub.py."""
        await self._publishing.check()

    async def stop(self, seconds: float) -> None:
        self._stopping = True
        under_way = list(self._under_way)
        if under_way:
            await asyncio.wait(under_way, timeout=seconds)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)

    async def ready(self) -> None:
        await self._publishing.ready()

    async def close(self) -> None:
        await self.stop(0.0)
        await self._publishing.close()
        await self._clients.close()

    async def _pushed(self, request: web.Request) -> web.Response:
        refused = await self._refused(request)
        if refused is not None:
            return refused
        door = self._doors.get(request.match_info["subscription"])
        if door is None:
            return problem(404, "no_such_subscription", "Nobody here handles this subscription.")
        try:
            envelope = unwrapped(await request.clone(client_max_size=BODY_BYTES_MAX).read())
        except ValueError:
            _log.error("a push that is no event", subscription=door.subscription.name)
            return problem(400, "not_an_event", "The body is not one of our events as Pub/Sub pushes them.")
        if await self._let_in(door, envelope):
            return web.Response(status=204)
        return problem(503, "not_finished", "The event is not finished. Send it again later.")

    async def _let_in(self, door: _Door, envelope: Envelope) -> bool:
        if self._stopping:
            return False
        handling = asyncio.create_task(self._finished(door, envelope))
        self._under_way.add(handling)
        handling.add_done_callback(self._under_way.discard)
        await asyncio.wait((handling,))
        return not handling.cancelled() and handling.result()

    async def _refused(self, request: web.Request) -> web.Response | None:
        """The answer to one who does not prove to be Pub/Sub; it says no more than that."""
        if self._check is None:
            return None
        try:
            await self._check(request.headers.get("Authorization", ""))
        except Unproven:
            return problem(401, "unproven", "A token is needed that proves who pushes.", headers=_WANTED)
        except NotAllowed:
            return problem(403, "not_allowed", "This account may not push here.")
        except Unavailable as silent:
            return unavailable(silent)
        return None

    async def _finished(self, door: _Door, envelope: Envelope) -> bool:
        """Handle it, also a few times where it comes later, as long as that does not take too long."""
        if envelope.only not in ("", door.subscription.service):
            return True
        header = Header(0, envelope.key, envelope.user_id)
        until = time.time() + PUSH_SECONDS
        try:
            async with asyncio.timeout(PUSH_SECONDS):
                await door.hand_over(envelope, header)
                while header.due_at is not None and header.due_at < until:
                    await asyncio.sleep(max(0.0, header.due_at - time.time()))
                    header.due_at = None
                    await door.hand_over(envelope, header)
        except TimeoutError:
            _log.warning("a push was not finished in time", subscription=door.subscription.name)
        except Exception:  # noqa: BLE001 - the bus goes on, whatever a handler does
            _log.error("a delivery ended in an error; it comes again", subscription=door.subscription.name)
        return header.finished


_WANTED = {"WWW-Authenticate": "Bearer"}


def unwrapped(body: bytes) -> Envelope:
    """The event in a push. What its attributes say is enough. Raises ValueError when it is none of ours."""
    try:
        message = json.loads(body)["message"]
        attributes = {str(name): str(value) for name, value in message["attributes"].items()}
        data = base64.b64decode(message.get("data", ""), validate=True)
        return arrived(attributes, data, lambda: datetime.fromisoformat(message["publishTime"]))
    except (KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise ValueError("not a push of one of our events") from error
