"""The data folder as one command has it: its parts, and the certainty that what it asks for is handled.

Each service's handlers run in one process per data folder. Where a server runs them, the command leaves it to the
server; where nobody does, this process runs them until the answer stands.
"""

import time
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from libs.common.entities import Profile, Receipt, User
from libs.common.envelope import deterministic_id
from libs.common.errors import Misconfigured, Refusal
from libs.common.events import BY_TOPIC, Event
from libs.common.finish.receipts import outputs_of
from libs.common.foundation import Foundation
from libs.common.parts import Parts, Publisher
from libs.common.running import Running
from libs.common.runtime import Build, foundation
from libs.common.service import Service
from libs.common.settings import Settings
from services.gateway.owners import NoSuchOwner

SERVICES = ("gateway", "ingest", "responder", "booking", "knowledge")
ANSWER_SECONDS = 30.0
"""How long a command waits for a service: the work itself takes milliseconds, a start on a slow disk seconds."""
LOOK_SECONDS = 1.0
"""How often it is asked whether a service that another process ran is free now."""


class Unanswered(Refusal, code="unanswered"):
    """The {service} service did not answer within {seconds:g} seconds. What was asked for is kept, and is done as soon
    as the service runs again."""


class GivenUp(Refusal, code="given_up"):
    """The {service} service could not do this: {error} It is kept; `frontdesk dead-letters list` shows it."""


class Say(Protocol):
    """Print a line now."""

    def __call__(self, text: str, *, end: str = "\n") -> None: ...


def build_of(name: str) -> Build:
    """How one of the five is built. Loaded when it is needed."""
    build: Build = import_module(f"services.{name}.service").build
    return build


def builds() -> list[Build]:
    """All five."""
    return [build_of(name) for name in SERVICES]


def event_id_of(kind: type[Event], user_id: str, *, cause: str) -> str:
    """The id of the one event of its kind that a cause from outside had published: by it its receipts are found."""
    return deterministic_id(user_id, cause, kind.topic, "0")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited in all, and until when by the monotonic clock."""

    seconds: float
    until: float

    @classmethod
    def of(cls, seconds: float) -> "Patience":
        """Beginning now."""
        return cls(seconds, time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds; never below 0."""
        return max(0.0, self.until - time.monotonic())


class House:
    """An open data folder. `parts` are for reading it; what changes it is published and waited for."""

    def __init__(self, built: Foundation, say: Say) -> None:
        """`say` is for what a person reads on the way; a program gets the answer alone."""
        self.parts: Parts = built.parts
        self.say = say
        self._built = built
        self._services: dict[str, Service] = {}
        self._running: dict[str, Running] = {}

    @property
    def publisher(self) -> Publisher:
        """What a person asks for at the terminal comes from where requests from outside come from."""
        return self.parts.publisher("gateway")

    async def owner(self, user_id: str) -> Profile:
        """The owner's profile. Raises NoSuchOwner."""
        reader = self.parts.store.reader(user_id)
        if await reader.get(User, user_id) is None:
            raise NoSuchOwner(user_id=user_id)
        return await reader.get(Profile, user_id) or Profile(user_id=user_id, updated_at=self.parts.clock())

    def alone(self, service: str) -> AbstractContextManager[Any]:
        """While no server runs a service on the data folder, nor can begin to. Raises Misconfigured."""
        return self._built.alone(service)

    async def attend(self, *services: str) -> None:
        """Run these services' handlers here, except those that another process runs."""
        for name in services:
            if name in self._running:
                continue
            running = Running(self._built, [self._service(name)])
            try:
                await running.start()
            except Misconfigured:  # the bus port: another process listens for it
                continue
            self._running[name] = running

    async def receipt(self, service: str, event_id: str, *, seconds: float = ANSWER_SECONDS) -> Receipt:
        """What a service made of an event. Raises Unanswered, GivenUp."""
        return await self._receipt(service, event_id, Patience.of(seconds))

    async def settled(self, topic: str, event_id: str, *, seconds: float = ANSWER_SECONDS) -> None:
        """Return once an event, and all that was published because of it, is handled. Raises Unanswered, GivenUp."""
        patience = Patience.of(seconds)
        open_ends = [(topic, event_id)]
        while open_ends:
            topic, event_id = open_ends.pop()
            for service in self._handling(topic):
                receipt = await self._receipt(service, event_id, patience)
                open_ends += ((event.topic, event.id) for event in outputs_of(receipt))

    async def _receipt(self, service: str, event_id: str, patience: Patience) -> Receipt:
        """Looks now and then whether the service is free by now: the process that ran it may have ended."""
        while True:
            await self.attend(service)
            left = patience.left()
            found = await self.parts.store.wait(Receipt.id_for(service, event_id), min(left, LOOK_SECONDS))
            if found is not None:
                return _not_given_up(found)
            if left <= 0:
                raise Unanswered(service=service, seconds=patience.seconds)

    def _service(self, name: str) -> Service:
        if name not in self._services:
            self._services[name] = build_of(name)(self.parts)
        return self._services[name]

    def _handling(self, topic: str) -> list[str]:
        """The services that do something about a topic."""
        consumers = BY_TOPIC[topic].consumers
        return [name for name in consumers if any(one.event.topic == topic for one in self._service(name).handles)]

    async def leave(self) -> None:
        """Let what is under way end, and let go of the handlers."""
        for running in self._running.values():
            await running.stop()
        self._running.clear()


def _not_given_up(receipt: Receipt) -> Receipt:
    if receipt.code == "dead_letter":
        raise GivenUp(service=receipt.service, error=(receipt.answer or {}).get("error", ""))
    return receipt


@asynccontextmanager
async def house(settings: Settings, say: Say) -> AsyncIterator[House]:
    """Open the data folder for one command, and let go of it once what it set going has ended."""
    async with foundation(settings) as built:
        opened = House(built, say)
        try:
            yield opened
        finally:
            await opened.leave()
