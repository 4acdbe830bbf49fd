"""What a request may come to. The handler turns each into writes, events and words."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from libs.common.entities import Booking, BookingDay
from libs.common.events.booking import BookingStatus
from services.booking.hours import Place
from services.booking.tokens import Outlook
from services.booking.wording.phrases import Phrase


class Update(NamedTuple):
    """A booking after a change, and the status it had before; None: it was just made."""

    booking: Booking
    was: BookingStatus | None


@dataclass(frozen=True)
class Changed:
    """A booking is made, moved, or has another status. `dropped` are older drafts that gave way to it."""

    says: Phrase
    update: Update
    days: tuple[BookingDay, ...]
    dropped: tuple[Update, ...] = ()
    before: Booking | None = None  # as it was, when it moved
    outlook: Outlook | None = None  # how its number stands in the queue
    note: str = ""  # what staff want its customer to read

    @property
    def booking(self) -> Booking:
        return self.update.booking


class Later(NamedTuple):
    """Where a list goes on. `time` empty: at the date's beginning."""

    date: date
    time: str = ""


@dataclass(frozen=True)
class Offered:
    """Free places to choose from, and why they are offered. `moving` is the booking that a choice would move."""

    says: Phrase
    places: tuple[Place, ...]
    wanted: Place | None = None  # what was asked for and cannot be had
    day: date | None = None  # the date that was asked for
    later: Later | None = None
    moving: Booking | None = None


@dataclass(frozen=True)
class Queues:
    """Dates that have a number left, and the number one would get. `day` is the date that was asked for."""

    says: Phrase
    day: date
    outlooks: tuple[Outlook, ...]
    moving: Booking | None = None


@dataclass(frozen=True)
class Called:
    """The queue went on: who was served, and who is called. Each is told; the last holds the ledger as it is now."""

    changes: tuple[Changed, ...]


class Waiting(NamedTuple):
    """One who waits in a queue, and how their number stands."""

    booking: Booking
    outlook: Outlook


@dataclass(frozen=True)
class Line:
    """How a day's queue stands."""

    queue: BookingDay
    serving: Booking | None
    waiting: tuple[Waiting, ...]
    minutes_each: int  # as estimates count it now
    numbers_left: int  # that can still be given out
    can_undo: bool  # whether the last press can be taken back


@dataclass(frozen=True)
class Which:
    """The request fits several bookings: the customer says which."""

    act: Literal["move", "cancel"]
    bookings: tuple[Booking, ...]


@dataclass(frozen=True)
class Listed:
    """What the customer has booked."""

    bookings: tuple[Booking, ...]
    outlooks: tuple[Outlook, ...] = ()  # of those that are numbers in a queue


@dataclass(frozen=True)
class Refused:
    """It cannot be done; nothing changes."""

    says: Phrase
    booking: Booking | None = None
    day: date | None = None
    count: int = 0


Decided = Changed | Called | Line | Offered | Queues | Which | Listed | Refused
