"""A practice with a calendar: booking's handlers on the embedded store's own rows, without an event loop."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, TypeVar

from libs.common.choices import ChoiceId, decoded
from libs.common.entities import Booking, BookingDay, ConsultantConfig, Timer
from libs.common.entities.base import Entity
from libs.common.events import (
    Actor,
    BookingRequested,
    BookingUpdated,
    ClockTicked,
    Event,
    OwnerChanged,
    ReplyReady,
    SettingsChanged,
)
from libs.common.service import Again, Outcome
from libs.common.sqlite.documents import apply
from libs.common.store.embedded import EmbeddedTransaction, drive
from libs.common.store.query import Query
from services.booking import handlers

Ev = TypeVar("Ev", bound=Event)
E = TypeVar("E", bound=Entity)

MONDAY = date(2026, 6, 15)
MORNING = datetime(2026, 6, 15, 6, 0, tzinfo=UTC)
"""Monday 15 June 2026, eight o'clock in Berlin: an hour before opening."""

_numbers = count(1)


@dataclass
class Practice:
    """One owner. Its clock goes a second with each event, and as far as somebody lets time pass.

    `outcome` is what the last event came to.
    """

    connection: sqlite3.Connection
    timezone: str = "Europe/Berlin"
    now: datetime = MORNING
    outcome: Outcome = field(default_factory=Outcome)

    def __post_init__(self) -> None:
        self.user_id = f"practice{next(_numbers)}"
        self.handles(handlers.owner, OwnerChanged(user_id=self.user_id, act="made", timezone=self.timezone))

    def handles(self, handler: Any, event: Ev) -> Outcome | Again:
        """Run a handler as the runtime does: decided, then written whole."""
        self.passes(seconds=1)
        arrived = event.delivered(cause=f"cause{next(_numbers)}", at=self.now)
        owner = event.user_id or None
        came_to: Outcome | Again = drive(handler(arrived, EmbeddedTransaction(self.connection, owner), self.now))
        apply(self.connection, "booking", owner, came_to.write)
        if isinstance(came_to, Outcome):
            self.outcome = came_to
        return came_to

    def passes(self, **duration: float) -> None:
        self.now += timedelta(**duration)

    def ticks(self) -> list[BookingRequested]:
        """A minute's tick, and the requests it causes for this owner, handled."""
        self.handles(handlers.tick, ClockTicked(minute=self.now))
        asked = [event for event in self.outcome.publish if isinstance(event, BookingRequested)]
        mine = [event for event in asked if event.user_id == self.user_id]
        for event in mine:
            self.handles(handlers.book, event)
        return mine

    def sets(self, **values: Any) -> Outcome:
        """The owner edits the schedule."""
        self.handles(handlers.settings, SettingsChanged(user_id=self.user_id, section="schedule", values=values))
        return self.outcome

    def requests(self, act: str, actor: Actor, **fields: Any) -> "Practice":
        event = BookingRequested.model_validate(
            {"user_id": self.user_id, "act": act, "actor": actor, "asked_at": self.now, **fields}
        )
        self.handles(handlers.book, event)
        return self

    def staff(self, act: str, booking: Booking | None = None, **fields: Any) -> "Practice":
        """A staff member acts in the console."""
        named = {"booking_id": booking.booking_id} if booking else {}
        return self.requests(act, Actor(kind="staff", id="rita"), **named, **fields)

    def customer(self, name: str) -> "Customer":
        return Customer(self, name)

    def find(self, query: Query[E]) -> Sequence[E]:
        return drive(EmbeddedTransaction(self.connection, self.user_id).find(query)).items

    @property
    def bookings(self) -> list[Booking]:
        """All there are, in the order they were made."""
        return sorted(self.find(Query(Booking, limit=1000)), key=lambda one: one.created_at)

    def booking(self, booking_id: str) -> Booking:
        found = drive(EmbeddedTransaction(self.connection, self.user_id).get(Booking, booking_id))
        assert found is not None
        return found

    def ledger(self, day: date) -> BookingDay | None:
        key = BookingDay.id_for(self.user_id, day)
        return drive(EmbeddedTransaction(self.connection, self.user_id).get(BookingDay, key))

    @property
    def timers(self) -> Sequence[Timer]:
        return self.find(Query(Timer))

    @property
    def config(self) -> ConsultantConfig:
        found = drive(EmbeddedTransaction(self.connection, self.user_id).get(ConsultantConfig, self.user_id))
        assert found is not None
        return found

    @property
    def replies(self) -> list[ReplyReady]:
        """What the last event tells customers."""
        return [event for event in self.outcome.publish if isinstance(event, ReplyReady)]

    @property
    def updates(self) -> list[BookingUpdated]:
        return [event for event in self.outcome.publish if isinstance(event, BookingUpdated)]


@dataclass
class Customer:
    """Somebody who writes to the practice. Reads the reply to what they did last."""

    practice: Practice
    name: str
    language: str = "en"
    turn: int = 0

    def does(self, act: str, **fields: Any) -> ReplyReady:
        """Say something that the assistant understood as this request; gives the one reply."""
        self.turn += 1
        around = {
            "conversation_id": f"conversation-{self.name}",
            "participant_key": f"participant-{self.name}",
            "turn": self.turn,
            "answers": (f"entry{self.turn}",),
            "name": self.name,
            "language": self.language,
        }
        self.practice.requests(act, Actor(kind="customer", id=f"participant-{self.name}"), **{**around, **fields})
        (reply,) = self.practice.replies
        return reply

    def taps(self, reply: ReplyReady, title: str) -> ReplyReady:
        """Tap a button or a row by its title."""
        ids = {choice.title: choice.id for choice in reply.choices} | {row.title: row.id for row in reply.rows}
        return self.taps_id(ids[title])

    def taps_id(self, choice_id: str) -> ReplyReady:
        choice = decoded(choice_id)
        assert choice is not None
        return self.does(**asked_by(choice), choice_id=choice_id)

    @property
    def bookings(self) -> list[Booking]:
        return [one for one in self.practice.bookings if one.participant_key == f"participant-{self.name}"]

    def has_asked_for(self, day: date, time: str) -> Booking:
        """Book a place up to the customer's yes."""
        self.taps(self.does("book", date=day, time=time), "Yes, book it")
        return self.bookings[-1]

    def is_booked_for(self, day: date, time: str) -> Booking:
        """The same, up to the practice's yes."""
        booking = self.has_asked_for(day, time)
        self.practice.staff("confirm", booking)
        return self.practice.booking(booking.booking_id)


def asked_by(choice: ChoiceId) -> dict[str, Any]:
    """The request that a tap becomes."""
    acts = {"yes": "book", "no": "cancel"}
    fields = {"booking_id": choice.booking_id, "date": choice.date, "time": choice.time}
    return {"act": acts.get(choice.act, choice.act)} | {name: value for name, value in fields.items() if value}


def titles(reply: ReplyReady) -> list[str]:
    return [row.title for row in reply.rows]
