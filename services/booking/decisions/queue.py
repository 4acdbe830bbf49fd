"""Running a day's queue from the desk: who is being served, who is next, and taking back a wrong press."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from libs.common.entities import Booking, BookingDay
from libs.common.events import BookingRequested
from services.booking import tokens
from services.booking.decisions.desk import Desk, settled
from services.booking.decisions.results import Called, Changed, Decided, Line, Refused, Update, Waiting
from services.booking.status import may
from services.booking.tokens import Outlook

UNDO_MINUTES = 15
"""How long a press can be taken back: later, whoever was told to come in or to go home has done so."""


def line(event: BookingRequested, desk: Desk) -> Decided:
    """How the queue of a day stands."""
    if event.actor.kind != "staff":
        return Refused("not_allowed")
    calendar, day = desk.calendar, event.date or desk.calendar.today
    queue, rows = calendar.ledger(day), _rows(desk)
    waiting = (rows[one] for one in tokens.waiting(queue) if one in rows)
    return Line(
        queue=queue,
        serving=rows.get(queue.serving),
        waiting=tuple(Waiting(one, _outlook(one, queue, desk)) for one in waiting),
        minutes_each=tokens.pace(queue, calendar.config),
        numbers_left=tokens.room(queue, calendar.config, calendar.week, desk.now),
        can_undo=_why_not_undone(queue, rows, day, desk.now) is None,
    )


def next_token(event: BookingRequested, desk: Desk) -> Decided:
    """The one being served is done, and the next is called, or the one that the request names; both are told."""
    if event.actor.kind != "staff":
        return Refused("not_allowed")
    day = desk.held.date if desk.held else event.date or desk.calendar.today
    queue, rows = desk.calendar.ledger(day), _rows(desk)
    if event.booking_id and event.booking_id not in tokens.waiting(queue):
        return Refused("settled", desk.held) if desk.held else Refused("not_found")
    served, waiting = rows.get(queue.serving), rows.get(event.booking_id or tokens.next_up(queue) or "")
    by, changes = event.actor.id or "staff", list[Changed]()
    if served is not None:
        after = settled(served, "completed", "staff", desk.now)
        queue_then = tokens.done(queue, served.booking_id, desk.now)
        changes.append(Changed("completed", Update(after, served.status), (queue_then,)))
    if waiting is not None:
        after = settled(waiting, "confirmed", "staff", desk.now)
        after = after.changed(confirmed_at=waiting.confirmed_at or desk.now, confirmed_by=waiting.confirmed_by or by)
        queue_then = tokens.call(queue, waiting.booking_id, desk.now)
        changes.append(Changed("token_turn", Update(after, waiting.status), (queue_then,)))
    return Called(tuple(changes)) if changes else Refused("nobody_waiting", day=day)


def undo(event: BookingRequested, desk: Desk) -> Decided:
    """Take back the last press: who left the queue by it is in it again under the same number, who was called waits
    again. The request names the booking that was called, or else that left, so that nothing else is taken back."""
    if event.actor.kind != "staff":
        return Refused("not_allowed")
    day = event.date or desk.calendar.today
    queue, rows = desk.calendar.ledger(day), _rows(desk)
    step = queue.last_step
    if step is None or event.booking_id not in (None, step.called or step.left):
        return Refused("nothing_to_undo")
    if refused := _why_not_undone(queue, rows, day, desk.now):
        return refused
    left, called = rows.get(step.left), rows.get(step.called)
    order = {one: rows[one].token_number or 0 for one in queue.active_tokens if one in rows}
    if left is not None:
        order[left.booking_id] = left.token_number or 0
    queue = tokens.undone(queue, sorted(order, key=order.__getitem__), served=bool(left and left.status == "completed"))
    if not _has_place(queue, desk):
        return Refused("tokens_gone", day=day)
    back = [_waits_again(one, queue, desk) for one in (called, left) if one is not None]
    return Called(tuple(back))


def _why_not_undone(queue: BookingDay, rows: Mapping[str, Booking], day: date, now: datetime) -> Refused | None:
    """Why the last press cannot be taken back: it is too long ago, or something became of it since."""
    step = queue.last_step
    if step is None or now - step.at > timedelta(minutes=UNDO_MINUTES):
        return Refused("nothing_to_undo")
    if step.called and queue.serving != step.called:
        return Refused("nothing_to_undo")
    left = rows.get(step.left)
    if step.left and (left is None or left.date != day or not may(left.status, "confirmed", "staff", undoing=True)):
        return Refused("nothing_to_undo")
    return None


def _has_place(queue: BookingDay, desk: Desk) -> bool:
    """Whether the place of who was missed has not been given to somebody else."""
    return len(queue.active_tokens) + queue.served_tokens <= desk.calendar.config.max_tokens_per_day


def _waits_again(booking: Booking, queue: BookingDay, desk: Desk) -> Changed:
    after = settled(booking, "confirmed", "staff", desk.now)
    after = after.changed(confirmed_at=booking.confirmed_at or desk.now, confirmed_by=booking.confirmed_by or "staff")
    told = Changed("token_turn", Update(after, booking.status), (queue,))
    if queue.serving == booking.booking_id:
        return told
    return replace(told, says="token_again", outlook=_outlook(booking, queue, desk))


def _outlook(booking: Booking, queue: BookingDay, desk: Desk) -> Outlook:
    calendar = desk.calendar
    number = booking.token_number or 0
    return tokens.outlook(queue, booking.booking_id, number, calendar.config, calendar.week, desk.now)


def _rows(desk: Desk) -> Mapping[str, Booking]:
    return {one.booking_id: one for one in desk.queue}
