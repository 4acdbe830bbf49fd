"""From a result to what its customer reads: the words, and the buttons or rows where there is a choice."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from libs.common.choices import ChoiceAct, ChoiceId
from libs.common.entities import Booking
from libs.common.events import BookingRequested, Choice, ListRow, ReplyReady
from services.booking.decisions.desk import HOLD_MINUTES
from services.booking.decisions.results import (
    Called,
    Changed,
    Decided,
    Later,
    Line,
    Listed,
    Offered,
    Queues,
    Refused,
    Which,
)
from services.booking.hours import Place
from services.booking.tokens import Outlook
from services.booking.wording import language, long_date, say, short_date, short_when, when
from services.booking.wording.phrases import Button, Language, Phrase

Asks = Literal["date", "time", "choice", "confirm"]
ROWS_MAX = 10
DESCRIPTION_MAX = 72


@dataclass(frozen=True)
class Said:
    """A reply before it is addressed."""

    text: str
    choices: tuple[Choice, ...] = ()
    rows: tuple[ListRow, ...] = ()
    button: str = ""
    asks: Asks | None = None
    about: str | None = None
    day: date | None = None


def said(result: Decided, code: str, today: date) -> Said:
    """The result in a language."""
    words = language(code)
    match result:
        case Changed():
            return _changed(result, words, today)
        case Offered():
            return _offered(result, words, today)
        case Which(act=act, bookings=bookings):
            rows = tuple(_booking_row(one, act, words, today) for one in bookings[:ROWS_MAX])
            text = say(words, "which_move" if act == "move" else "which_cancel")
            return Said(text, rows=rows, button=words.buttons["bookings"], asks="choice")
        case Queues():
            return _queues(result, words, today)
        case Called():
            return _changed(result.changes[-1], words, today)
        case Line():
            return Said("")  # staff read it in the receipt; nobody is written to
        case Listed():
            return _listed(result, words, today)
        case Refused():
            return Said(_refused(result, words, today))


def addressed(event: BookingRequested, reply: Said, *, code: str, to: str) -> ReplyReady:
    """The reply as an event. It closes the turn that asked only where it goes to the conversation that asked."""
    answering = to == event.conversation_id
    return ReplyReady(
        user_id=event.user_id,
        conversation_id=to,
        turn=event.turn if answering else None,
        author="booking",
        text=reply.text,
        choices=reply.choices,
        rows=reply.rows,
        button=reply.button,
        asks=reply.asks,
        asks_about=reply.about,
        asks_date=reply.day,
        answers=event.answers if answering else (),
        language=code,
    )


def _changed(result: Changed, words: Language, today: date) -> Said:
    booking = result.booking
    values: dict[str, object] = {
        "when": when(words, booking, today),
        "was": when(words, result.before or booking, today),
        "minutes": HOLD_MINUTES,
        "number": booking.token_number,
    }
    if result.outlook:
        values |= _stands(result.outlook, words, today)
    text = say(words, result.says, **values)
    if result.note:
        text = f"{text}\n\n{result.note}"
    if result.says in ("held", "draft_expired"):
        return Said(text, choices=_draft_choices(booking, words), asks="confirm", about=booking.booking_id)
    if result.says == "request_expired":
        again = _choice("show", "other", words, date=booking.date.isoformat())
        return Said(text, choices=(again,), asks="date")
    return Said(text)


def _draft_choices(booking: Booking, words: Language) -> tuple[Choice, ...]:
    return (
        _choice("yes", "yes", words, booking_id=booking.booking_id),
        _choice("show", "other", words, booking_id=booking.booking_id, date=booking.date.isoformat()),
        _choice("no", "no", words, booking_id=booking.booking_id),
    )


def _offered(result: Offered, words: Language, today: date) -> Said:
    says: Phrase = "move_to" if result.moving and result.says in ("free_on", "free_next") else result.says
    moving = result.moving
    text = say(
        words,
        says,
        date=long_date(words, result.day or today, today),
        when=when(words, result.wanted, today) if result.wanted else "",
        was=when(words, moving, today) if moving else "",
    )
    if result.places and result.says not in ("free_on", "free_next"):
        text = f"{text} {words.phrases['instead']}"
    rows = [_place_row(place, moving, words, today) for place in result.places]
    if result.later:
        rows.append(_later_row(result.later, moving, words, today))
    return Said(
        text,
        rows=tuple(rows),
        button=words.buttons["times"] if rows else "",
        asks="time" if result.says == "free_on" else "date",
        about=moving.booking_id if moving else None,
        day=result.day,
    )


def _stands(outlook: Outlook, words: Language, today: date) -> dict[str, object]:
    return {
        "date": long_date(words, outlook.day, today),
        "number": outlook.number,
        "ahead": outlook.ahead,
        "time": outlook.time,
    }


def _queues(result: Queues, words: Language, today: date) -> Said:
    moving = result.moving
    if result.says == "tokens_left":
        (only,) = result.outlooks
        text = say(words, "tokens_left", **_stands(only, words, today))
        take, other = _queue_id(only.day, moving), ChoiceId(act="show", booking_id=moving.booking_id if moving else "")
        choices = (
            Choice(id=take, title=words.buttons["token"]),
            Choice(id=other.encoded(), title=words.buttons["days"]),
        )
        return Said(text, choices=choices, asks="confirm")
    says: Phrase = "move_to" if moving and result.says == "tokens_days" else result.says
    text = say(words, says, date=long_date(words, result.day, today), was=when(words, moving, today) if moving else "")
    if result.outlooks and result.says != "tokens_days":
        text = f"{text} {words.phrases['tokens_days']}"
    rows = tuple(_queue_row(one, moving, words, today) for one in result.outlooks)
    return Said(text, rows=rows, button=words.buttons["days"] if rows else "", asks="date")


def _queue_id(day: date, moving: Booking | None) -> str:
    booking_id = moving.booking_id if moving else ""
    return ChoiceId(act="move" if moving else "book", booking_id=booking_id, date=day.isoformat()).encoded()


def _queue_row(outlook: Outlook, moving: Booking | None, words: Language, today: date) -> ListRow:
    description = f"#{outlook.number} – {say(words, 'token_stands', **_stands(outlook, words, today))}"
    return ListRow(
        id=_queue_id(outlook.day, moving),
        title=short_date(words, outlook.day),
        description=description[:DESCRIPTION_MAX],
    )


def _listed(result: Listed, words: Language, today: date) -> Said:
    stands = {(one.day, one.number): one for one in result.outlooks}
    lines = []
    for one in result.bookings:
        line = f"• {when(words, one, today)} – {words.statuses[one.status]}"
        if outlook := stands.get((one.date, one.token_number or 0)):
            line = f"{line}. {say(words, 'token_stands', **_stands(outlook, words, today))}"
        lines.append(line)
    text = "\n".join([say(words, "yours"), *lines])
    if len(result.bookings) > 1:
        return Said(text)
    only = result.bookings[0].booking_id
    return Said(
        text,
        choices=(_choice("move", "move", words, booking_id=only), _choice("cancel", "cancel", words, booking_id=only)),
        about=only,
    )


def _refused(result: Refused, words: Language, today: date) -> str:
    booking = result.booking
    return say(
        words,
        result.says,
        when=when(words, booking, today) if booking else "",
        status=words.statuses[booking.status] if booking else "",
        date=long_date(words, result.day or today, today),
        count=result.count,
    )


def _choice(act: ChoiceAct, button: Button, words: Language, *, booking_id: str = "", date: str = "") -> Choice:
    return Choice(id=ChoiceId(act=act, booking_id=booking_id, date=date).encoded(), title=words.buttons[button])


def _place_row(place: Place, moving: Booking | None, words: Language, today: date) -> ListRow:
    act: ChoiceAct = "move" if moving else "book"
    choice = ChoiceId(
        act=act, booking_id=moving.booking_id if moving else "", date=place.date.isoformat(), time=place.time
    )
    return ListRow(id=choice.encoded(), title=short_when(words, place), description=when(words, place, today))


def _later_row(later: Later, moving: Booking | None, words: Language, today: date) -> ListRow:
    choice = ChoiceId(
        act="show",
        booking_id=moving.booking_id if moving else "",
        date=later.date.isoformat(),
        time=later.time,
    )
    title = words.buttons["later" if later.time else "days"]
    return ListRow(id=choice.encoded(), title=title, description=long_date(words, later.date, today))


def _booking_row(booking: Booking, act: ChoiceAct, words: Language, today: date) -> ListRow:
    choice = ChoiceId(act=act, booking_id=booking.booking_id)
    description = f"{words.statuses[booking.status]} {booking.reason}".strip()
    return ListRow(id=choice.encoded(), title=short_when(words, booking), description=description[:DESCRIPTION_MAX])
