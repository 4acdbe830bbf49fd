"""From a decision's result to what the runtime stores and publishes, and to what stands in the receipt."""

from datetime import date
from typing import Any

from libs.common.entities import Booking, Timer
from libs.common.events import BookingRequested, BookingUpdated, Event
from libs.common.model import sortable
from libs.common.service import Outcome
from libs.common.store.port import Create, Delete, Write
from services.booking.decisions.desk import Desk
from services.booking.decisions.results import (
    Called,
    Changed,
    Decided,
    Line,
    Listed,
    Offered,
    Queues,
    Refused,
    Update,
    Which,
)
from services.booking.decisions.settle import falls_due
from services.booking.reply import addressed, said
from services.booking.status import is_told

CODES: dict[str, str] = {
    "taken": "slot_taken",
    "free_on": "offered",
    "free_next": "offered",
    "tokens_left": "offered",
    "tokens_days": "offered",
}
"""Codes of the receipt that are named otherwise than the phrase that is said."""


def outcome_of(event: BookingRequested, result: Decided, desk: Desk | None, today: date) -> Outcome:
    """What should be, now that this is the result."""
    publish: list[Event] = [_updated(update, event) for update in _updates(result)]
    for told in result.changes if isinstance(result, Called) else (result,):
        to, language = _addressee(event, told)
        if to and _is_told(event, told):
            publish.append(addressed(event, said(told, language, today), code=language, to=to))
    return Outcome(
        write=[*_writes(result), *_kept_timer(event, result, desk)],
        publish=publish,
        code=_code(result),
        answer=_answer(event, result, today),
    )


def _addressee(event: BookingRequested, result: Decided) -> tuple[str, str]:
    """Where the reply goes, and in which language. What staff or the desk change is told to the booking's customer;
    what staff are refused or shown stands in the receipt alone."""
    if event.actor.kind == "customer":
        return event.conversation_id or "", event.language
    if isinstance(result, Changed):
        return result.booking.conversation_id, result.booking.language
    return "", event.language


def _is_told(event: BookingRequested, result: Decided) -> bool:
    """A customer who asked is always answered; else the table of statuses says so. A move is told."""
    if event.actor.kind == "customer" or not isinstance(result, Changed):
        return True
    was, status = result.update.was, result.booking.status
    return was == status or is_told(was, status)


def _updates(result: Decided) -> tuple[Update, ...]:
    return tuple(update for one in _changes(result) for update in (*one.dropped, one.update))


def _changes(result: Decided) -> tuple[Changed, ...]:
    if isinstance(result, Called):
        return result.changes
    return (result,) if isinstance(result, Changed) else ()


def _writes(result: Decided) -> list[Write]:
    days = {day.date: day for one in _changes(result) for day in one.days}  # the last stands
    writes: list[Write] = list(days.values())
    for booking, was in _updates(result):
        writes += [Create(booking) if was is None else booking, _timer(booking)]
    return writes


def _timer(booking: Booking) -> Write:
    due = falls_due(booking)
    if due is None:
        return Delete(Timer, booking.booking_id)
    return Timer(timer_id=booking.booking_id, user_id=booking.user_id, booking_id=booking.booking_id, due_at=due)


def _kept_timer(event: BookingRequested, result: Decided, desk: Desk | None) -> list[Write]:
    """The clock took the timer when it asked; a booking that is not due yet needs it again."""
    if event.act != "expire" or isinstance(result, Changed) or desk is None or desk.held is None:
        return []
    return [_timer(desk.held)]


def _updated(update: Update, event: BookingRequested) -> BookingUpdated:
    booking = update.booking
    return BookingUpdated(
        user_id=booking.user_id,
        booking_id=booking.booking_id,
        was=update.was,
        status=booking.status,
        by="desk" if booking.status == "expired" else event.actor.kind,
        date=booking.date,
        time_slot=booking.time_slot,
        token_number=booking.token_number,
    )


def _code(result: Decided) -> str:
    if isinstance(result, Offered | Queues | Refused):
        return CODES.get(result.says, result.says)
    return "which" if isinstance(result, Which) else "done"


def _answer(event: BookingRequested, result: Decided, today: date) -> dict[str, Any] | None:
    """What whoever waits for the receipt reads: staff, and who asked for their bookings."""
    if isinstance(result, Listed):
        return {"bookings": [as_json(one) for one in result.bookings]}
    if event.actor.kind != "staff":
        return None
    if isinstance(result, Line):
        return {"queue": line_as_json(result)}
    if changes := _changes(result):
        earlier = {"completed": as_json(changes[0].booking)} if changes[0].says == "completed" else {}
        return {"booking": as_json(changes[-1].booking)} | (earlier if isinstance(result, Called) else {})
    answer: dict[str, Any] = {"words": said(result, event.language, today).text}
    if isinstance(result, Offered):
        answer["free"] = [{"date": place.date.isoformat(), "time": place.time} for place in result.places]
    if isinstance(result, Queues):
        answer["free"] = [
            {"date": one.day.isoformat(), "number": one.number, "ahead": one.ahead, "time": one.time}
            for one in result.outlooks
        ]
    return answer


def line_as_json(line: Line) -> dict[str, Any]:
    """How a day's queue stands, as the API tells it."""
    queue, step = line.queue, line.queue.last_step if line.can_undo else None
    return {
        "date": queue.date.isoformat(),
        "serving": as_json(line.serving) if line.serving else None,
        "since": sortable(queue.called_at) if queue.called_at else None,
        "waiting": [
            {"booking": as_json(one.booking), "ahead": one.outlook.ahead, "time": one.outlook.time,
             "at": sortable(one.outlook.at)}
            for one in line.waiting
        ],
        "given": queue.last_token,
        "served": queue.served_tokens,
        "missed": queue.missed_tokens,
        "gaveUp": queue.cancelled_tokens - queue.missed_tokens,
        "left": line.numbers_left,
        "minutesEach": line.minutes_each,
        "undo": {"bookingId": step.called or step.left, "at": sortable(step.at)} if step else None,
    }  # fmt: skip


def as_json(booking: Booking) -> dict[str, Any]:
    """A booking as it is stored."""
    return booking.model_dump(mode="json", by_alias=True)
