"""The turn: it is the assistant's, here is the answer, somebody takes over."""

from typing import Literal

from pydantic import Field

from libs.common.events.base import Event
from libs.common.model import Day, Instant, Model

Asks = Literal["date", "time", "name", "reason", "choice", "confirm"]
"""The question that a reply leaves the customer with."""


class Preview(Model):
    """A question that the owner tries in the console: answered in the receipt, never sent, booked or recorded."""

    question: str = Field(min_length=1, max_length=4096)


class ReplyRequested(
    Event,
    topic="reply.requested",
    ordering=("conversation_id",),
    publishers=("ingest", "gateway"),
    consumers=("responder",),
):
    """This turn is the assistant's."""

    conversation_id: str
    turn: int = 0
    opened_at: Instant
    preview: Preview | None = None


class Choice(Model):
    """A reply button: at most 20 characters of title (Meta's limit), an id made by `libs.common.choices`."""

    id: str
    title: str


class ListRow(Model):
    """A row of a list message: title at most 24 characters, description at most 72 (Meta's limits)."""

    id: str
    title: str
    description: str = ""


class SourceRef(Model):
    """Where an answer comes from, as a person would name it."""

    source_id: str
    name: str
    heading: str = ""
    page: int | None = None
    chunk_id: str = ""


class ReplyReady(
    Event,
    topic="reply.ready",
    ordering=("conversation_id",),
    publishers=("responder", "booking", "ingest", "gateway"),
    consumers=("gateway", "ingest"),
):
    """Send this to the customer, record it, and close the turn it names.

    `author` decides whether it may still go out: an assistant's words only while their turn is open and nobody
    took over or stopped; `booking`'s facts also under take-over; a person's words always.
    """

    conversation_id: str
    turn: int | None = None  # the turn it closes; None: it closes none (a holding message, a fact by the way)
    said_in: int | None = None  # the turn it belongs to without closing it: an answer by the way
    author: Literal["assistant", "booking", "staff", "notice"]
    by: str | None = None  # the staff member who wrote it
    text: str
    choices: tuple[Choice, ...] = ()  # at most 3
    rows: tuple[ListRow, ...] = ()  # at most 10; then `button` opens the list
    button: str = ""
    asks: Asks | None = None
    asks_about: str | None = None  # the booking id that the question is about
    asks_date: Day | None = None  # the day that the question is about, so that "10" alone is an answer
    answers: tuple[str, ...] = ()  # queue ids of the entries it answers; empty: all that the turn had
    sources: tuple[SourceRef, ...] = ()
    hand_over: str | None = None  # why a person should take the conversation, if one should
    language: str | None = None


class ConversationRequested(
    Event,
    topic="conversation.requested",
    ordering=("conversation_id",),
    publishers=("gateway", "responder", "ingest"),
    consumers=("ingest",),
):
    """A person takes a conversation over or hands it back, or a customer stops or starts."""

    conversation_id: str
    act: Literal["take_over", "hand_back", "stop", "start"]
    by: str = ""  # the staff member; empty: the assistant asks for a person
    until: Instant | None = None
    reason: str = ""
    turn: int | None = None  # take over only while this turn is open; None: whatever is open
