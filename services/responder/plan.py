"""What to do about a customer's words: one pure decision over what they said and what they were left with."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from libs.common.choices import ChoiceAct, ChoiceId, decoded
from libs.common.entities import Conversation
from libs.common.events.booking import BookingAct
from services.responder.understanding import DateWish, Intent, Understood

Phrase = Literal["greeting", "thanks", "goodbye", "off_topic", "all_right"]


@dataclass(frozen=True)
class AskBooking:
    """It is the calendar's to answer."""

    act: BookingAct
    booking_id: str | None = None
    date: dt.date | None = None
    time: str | None = None
    until: str | None = None
    part: Literal["morning", "afternoon", "evening"] | None = None
    earliest: bool = False
    name: str | None = None
    reason: str | None = None
    choice_id: str | None = None
    question_too: bool = False  # the words ask something besides


@dataclass(frozen=True)
class LookUp:
    """Answer from what the owner wrote."""


@dataclass(frozen=True)
class Say:
    """A phrase of our own."""

    phrase: Phrase


@dataclass(frozen=True)
class HandOver:
    """A person should take it."""

    reason: str


Plan = AskBooking | LookUp | Say | HandOver

_CALENDAR: dict[Intent, BookingAct] = {
    Intent.book: "book",
    Intent.move: "move",
    Intent.cancel: "cancel",
    Intent.availability: "show",
    Intent.show_bookings: "mine",
    Intent.queue_position: "mine",
}
_PHRASES: dict[Intent, Phrase] = {
    Intent.greeting: "greeting",
    Intent.thanks: "thanks",
    Intent.goodbye: "goodbye",
    Intent.off_topic: "off_topic",
}
_TAPS: dict[ChoiceAct, BookingAct] = {
    "book": "book",
    "yes": "book",
    "confirm": "book",
    "move": "move",
    "cancel": "cancel",
    "no": "cancel",
    "show": "show",
}
PERSON_ASKED = "The customer asked for a person."


def tapped(choice_id: str) -> Plan:
    """What a button or row stands for. One that is not ours, or of an older release, is looked at as words are."""
    choice = decoded(choice_id)
    if choice is None:
        return LookUp()
    if choice.act == "person":
        return HandOver(PERSON_ASKED)
    if choice.act == "keep":
        return Say("all_right")
    if choice.act == "no" and not choice.booking_id:
        return Say("all_right")
    return _chosen(choice, choice_id)


def _chosen(choice: ChoiceId, choice_id: str) -> AskBooking:
    return AskBooking(
        act=_TAPS[choice.act],
        booking_id=choice.booking_id or None,
        date=_date(choice.date),
        time=choice.time or None,
        choice_id=choice_id,
    )


def _date(text: str) -> dt.date | None:
    """A day out of an id that came back from a customer's phone; None where it is none, as we write one."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None  # weeks, and digits without dashes, are dates to Python too


def planned(said: Understood, conversation: Conversation) -> Plan:
    """What to do about words. The question that the customer was left with decides what a bare answer means."""
    if said.choice is not None and (choice_id := _offered_at(conversation.offered, said.choice)):
        return tapped(choice_id)
    if said.intent is Intent.person:
        return HandOver(PERSON_ASKED)
    if said.intent in (Intent.yes, Intent.no):
        return _answered(said.intent, said, conversation)
    if said.intent in _CALENDAR:
        return _calendar(_CALENDAR[said.intent], said, conversation)
    if said.intent in _PHRASES:
        return Say(_PHRASES[said.intent])
    return LookUp()


def _offered_at(offered: Sequence[str], place: int) -> str | None:
    """The place-th thing shown (1 is the first, -1 the last)."""
    at = place - 1 if place > 0 else len(offered) + place
    return offered[at] if 0 <= at < len(offered) else None


def _answered(intent: Intent, said: Understood, conversation: Conversation) -> Plan:
    """Yes or no to what was shown last."""
    wanted: tuple[ChoiceAct, ...] = ("yes", "person", "confirm") if intent is Intent.yes else ("no", "keep")
    if said.wish is not None and conversation.asks is not None:  # "no, eleven", "yes, at ten"
        return _calendar("book", said, conversation)
    for choice_id in conversation.offered:
        choice = decoded(choice_id)
        if choice is not None and choice.act in wanted:
            return tapped(choice_id)
    return Say("all_right") if intent is Intent.no else LookUp()


def _calendar(act: BookingAct, said: Understood, conversation: Conversation) -> AskBooking:
    wish = said.wish or DateWish(text="")
    answering = conversation.asks in ("date", "time", "choice")
    moving = act == "book" and answering and conversation.asks_about is not None
    date = wish.date
    if date is None and answering and (wish.time or wish.part):
        date = conversation.asks_date
    return AskBooking(
        act="move" if moving else act,
        booking_id=conversation.asks_about if moving or act in ("move", "cancel") else None,
        date=date,
        time=_clock(wish.time),
        until=_clock(wish.until),
        part=wish.part,
        earliest=wish.earliest,
        name=said.name,
        reason=said.reason,
        question_too=said.also_question,
    )


def _clock(time: dt.time | None) -> str | None:
    return time.strftime("%H:%M") if time else None
