"""Requests to the calendar, and what changed in it."""

from typing import Literal

from libs.common.events.base import Event
from libs.common.model import Day, Instant, Model

BookingAct = Literal[
    "show",  # what is free
    "book",
    "move",
    "cancel",
    "mine",  # what the customer has booked
    "confirm",
    "decline",
    "complete",
    "no_show",
    "next_token",  # who is being served is done, and the next is called; or the one that is named
    "queue",  # how a day's queue stands
    "undo",  # take back the last press in a day's queue
    "expire",  # a hold or a wait ran out; the desk's own
]

BookingStatus = Literal[
    "draft", "pending", "confirmed", "declined", "cancelled", "completed", "no_show", "waiting", "offered", "expired"
]


class Actor(Model):
    """Who asked for a change."""

    kind: Literal["customer", "staff", "desk"]
    id: str = ""


class BookingRequested(
    Event,
    topic="booking.requested",
    ordering=(),
    publishers=("responder", "gateway", "booking"),
    consumers=("booking",),
):
    """Book, move, cancel, confirm, decline, complete, mark as no-show, call the next token or take that back, or show
    what is free or how the queue stands.

    Dates and times are local to the owner's timezone. Requests are decided in the order asked, per owner.
    """

    act: BookingAct
    actor: Actor
    asked_at: Instant
    conversation_id: str | None = None  # where the answer goes; None: nobody is told
    turn: int | None = None  # the turn that the answer closes
    answers: tuple[str, ...] = ()  # queue ids of the entries that asked
    participant_key: str | None = None
    phone: str = ""
    name: str = ""
    reason: str = ""
    booking_id: str | None = None
    date: Day | None = None
    time: str | None = None  # "HH:MM"
    until: str | None = None  # "HH:MM": the end of "between two and four"
    part: Literal["morning", "afternoon", "evening"] | None = None
    earliest: bool = False
    note: str = ""  # what staff want the customer to read
    choice_id: str | None = None  # the button or row that was tapped; checked against the sender
    language: str = "en"


class BookingUpdated(
    Event,
    topic="booking.updated",
    ordering=(),
    publishers=("booking",),
    consumers=(),
):
    """A booking changed: what it was, what it is, and who changed it."""

    booking_id: str
    was: BookingStatus | None = None  # None: just made
    status: BookingStatus
    by: Literal["customer", "staff", "desk"]
    date: Day
    time_slot: str | None = None
    token_number: int | None = None
