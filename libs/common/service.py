"""How a service describes itself, and what its handlers return.

Two kinds of handler. A *decision* reads, asks pure rules and returns an Outcome; it has no effects and may run again
from the top. An *effect* does something outside: claim -> act -> record. The runtime commits and publishes for both.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from libs.common.entities.base import Entity
from libs.common.events.base import Event
from libs.common.store.port import Reader, Transaction, Write

Ev = TypeVar("Ev", bound=Event)
C = TypeVar("C")
R = TypeVar("R")

OUTPUT_BYTES_MAX = 700_000
"""All events of one Outcome: they stand in the receipt, a document of at most 1 MiB."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What should be, now that an event is handled.

    `write` lands in one transaction with the receipt; then `publish` goes out. `stage` lands before, in batches:
    rows that nothing points to until `write` does. `code` and `answer` stand in the receipt, for whoever waits for it.
    """

    write: Sequence[Write] = ()
    publish: Sequence[Event] = ()
    stage: Sequence[Write] = ()
    code: str = "done"
    answer: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Ask again at this moment. Counts no attempt; events of the same key wait behind it."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Again:
    """One step of long work is done: store this, then start the handler from the top. No receipt yet."""

    write: Sequence[Write] = ()
    stage: Sequence[Write] = ()


@dataclass(frozen=True, slots=True)
class Claimed(Generic[C]):
    """An effect may act: `work` is what it needs to know, `write` says so in the store before a byte leaves."""

    work: C
    write: Sequence[Write] = ()


Decided = Outcome | Later | Again


@dataclass(frozen=True)
class Decision(Generic[Ev]):
    """Decide inside the transaction that writes the outcome: `(event, tx, now)`. Awaits nothing but `tx`."""

    event: type[Ev]
    decide: Callable[[Ev, Transaction, datetime], Awaitable[Decided]]


@dataclass(frozen=True)
class Considered(Generic[Ev]):
    """Decide before the transaction opens, because a model or a file is asked: `(event, store, now)`."""

    event: type[Ev]
    consider: Callable[[Ev, Reader, datetime], Awaitable[Decided]]


@dataclass(frozen=True)
class Effect(Generic[Ev, C, R]):
    """Do something outside.

    `claim` decides in a transaction whether to act; an Outcome instead of a Claimed ends it there. `act` does it, with
    no transaction open. `record` decides, in the transaction that writes the receipt, what came of it.
    A process that dies in `act` finds its own claim when `claim` runs again: what that means is the effect's to say.
    """

    event: type[Ev]
    claim: Callable[[Ev, Transaction, datetime], Awaitable[Claimed[C] | Decided]]
    act: Callable[[Ev, C], Awaitable[R]]
    record: Callable[[Ev, C, R, Transaction, datetime], Awaitable[Decided]]
    in_flight: int = 64
    per_owner: int = 16


Handler = Decision[Any] | Considered[Any] | Effect[Any, Any, Any]


@dataclass(frozen=True)
class Service:
    """One of the five: what it owns, what it handles, what it publishes, and what runs beside its handlers."""

    name: str
    owns: tuple[type[Entity], ...]
    handles: tuple[Handler, ...]
    publishes: tuple[type[Event], ...]
    routes: Callable[[Any], None] | None = None  # adds HTTP routes to an aiohttp Application
    background: tuple[Callable[[], Awaitable[None]], ...] = ()  # each runs until it is cancelled at the stop
    closing: tuple[Callable[[], Awaitable[None]], ...] = field(default=())  # run once, after the handlers stopped
