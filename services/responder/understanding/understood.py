"""What understanding a customer's words yields: an intent, a wish about when, and the details they gave."""

import datetime as dt
from enum import StrEnum
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

Part: TypeAlias = Literal["morning", "afternoon", "evening"]
Asked: TypeAlias = Literal["date", "time", "name", "reason", "choice", "confirm"]
DayOrder: TypeAlias = Literal["dmy", "mdy"]


class DateWish(BaseModel):
    """What a customer's words say about when. Local to the owner's timezone, and never on a past date."""

    model_config = ConfigDict(frozen=True)

    date: dt.date | None = None
    time: dt.time | None = None
    until: dt.time | None = None  # the end of a range; alone for "before three"
    part: Part | None = None
    earliest: bool = False  # "as soon as possible"; with a date, from that day on ("next week")
    text: str


class Intent(StrEnum):
    """What a message is for. An answer that gives a date, a name or a reason reads as `book`."""

    greeting = "greeting"
    thanks = "thanks"
    goodbye = "goodbye"
    book = "book"
    move = "move"
    cancel = "cancel"
    show_bookings = "show_bookings"
    availability = "availability"
    queue_position = "queue_position"
    question = "question"
    person = "person"
    stop = "stop"
    start = "start"
    yes = "yes"
    no = "no"
    off_topic = "off_topic"
    unknown = "unknown"


class Understood(BaseModel):
    """One message, understood as far as its words allow."""

    model_config = ConfigDict(frozen=True)

    intent: Intent
    wish: DateWish | None = None
    name: str | None = None
    reason: str | None = None
    choice: int | None = None  # place in an offered list: 1 is the first, -1 the last
    language: str
    confidence: float
    also_question: bool = False
