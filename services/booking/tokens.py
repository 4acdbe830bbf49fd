"""The queue of one date: numbers that only rise, how many may be given, and when each is likely to be called.

A day's ledger counts three kinds of numbers: active (waiting or being served), served, and given back (missed ones
among them). Capacity is
what the owner set; without dynamic allocation a number given back still counts, so its place is not sold again. With
it, the open minutes that the active ones leave bound it too: nobody is given a number that cannot be reached before
closing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from libs.common.entities import BookingDay, ConsultantConfig
from libs.common.entities.booking import QueueStep
from services.booking.hours import Week

PACE_AFTER = 5
"""From this many served on, today's own pace counts."""


@dataclass(frozen=True)
class Outlook:
    """What a number means to its holder: how many are before it, and about when it is called."""

    day: date
    number: int
    ahead: int
    at: datetime
    time: str  # the same, on the owner's clock


def give(day: BookingDay, holder: str) -> BookingDay:
    """The queue with the next number given out; the number is the result's `last_token`."""
    return day.changed(last_token=day.last_token + 1, active_tokens=(*day.active_tokens, holder))


def give_back(day: BookingDay, holder: str) -> BookingDay:
    """The queue without one who left unserved; harmless for one who is not in it."""
    if holder not in day.active_tokens:
        return day
    return _without(day, holder).changed(cancelled_tokens=day.cancelled_tokens + 1)


def call(day: BookingDay, holder: str, now: datetime) -> BookingDay:
    """The queue with this one being served; who was before is done."""
    after = done(day, day.serving, now)
    step = QueueStep(at=now) if after is day or after.last_step is None else after.last_step
    return after.changed(serving=holder, called_at=now, last_step=step.changed(called=holder))


def done(day: BookingDay, holder: str, now: datetime) -> BookingDay:
    """The queue after this one was served; how long it took since the call counts for today's pace."""
    if holder not in day.active_tokens:
        return day
    took, since = day.served_minutes, _served_since(day, holder)
    if since is not None:
        took = (*took, max(1, round((now - since) / timedelta(minutes=1))))
    step = QueueStep(at=now, left=holder, since=since)
    return _without(day, holder).changed(served_tokens=day.served_tokens + 1, served_minutes=took, last_step=step)


def missed(day: BookingDay, holder: str, now: datetime) -> BookingDay:
    """The queue without one who was not there; harmless for one who is not in it."""
    if holder not in day.active_tokens:
        return day
    step = QueueStep(at=now, left=holder, since=_served_since(day, holder))
    return give_back(day, holder).changed(missed_tokens=day.missed_tokens + 1, last_step=step)


def undone(day: BookingDay, order: Sequence[str], *, served: bool) -> BookingDay:
    """The queue as if its last press had not been. `order` is who waits then, by number; `served`: who left by that
    press was served, else missed."""
    step = day.last_step
    if step is None:
        return day
    serving = step.left if step.since else "" if step.called else day.serving
    before = day.changed(active_tokens=tuple(order), serving=serving, last_step=None)
    before = before.changed(called_at=step.since if step.since or step.called else day.called_at)
    if not step.left:
        return before
    if not served:
        return before.changed(cancelled_tokens=day.cancelled_tokens - 1, missed_tokens=day.missed_tokens - 1)
    took = day.served_minutes[:-1] if step.since else day.served_minutes
    return before.changed(served_tokens=day.served_tokens - 1, served_minutes=took)


def _served_since(day: BookingDay, holder: str) -> datetime | None:
    return day.called_at if day.serving == holder else None


def _without(day: BookingDay, holder: str) -> BookingDay:
    active = tuple(one for one in day.active_tokens if one != holder)
    if day.serving == holder:
        return day.changed(active_tokens=active, serving="", called_at=None)
    return day.changed(active_tokens=active)


def waiting(day: BookingDay) -> list[str]:
    """Who waits, in order."""
    return [one for one in day.active_tokens if one != day.serving]


def next_up(day: BookingDay) -> str | None:
    """Whose turn is next; None when nobody waits."""
    return next(iter(waiting(day)), None)


def pace(day: BookingDay, config: ConsultantConfig) -> int:
    """Minutes per token: the owner's figure, from the fifth served on the median seen today."""
    if len(day.served_minutes) < PACE_AFTER:
        return config.slot_duration
    return max(1, round(median(day.served_minutes)))


def open_minutes_left(week: Week, day: date, now: datetime) -> int:
    """Minutes of that date that are still ahead and open, breaks left out."""
    left = sum((ends - max(begins, now) for begins, ends in _open(week, day) if ends > now), timedelta())
    return left // timedelta(minutes=1)


def room(day: BookingDay, config: ConsultantConfig, week: Week, now: datetime) -> int:
    """How many more numbers may be given out for that date."""
    active, each = len(day.active_tokens), pace(day, config)
    left = open_minutes_left(week, day.date, now)
    unsold = max(0, config.max_tokens_per_day - active - day.served_tokens)
    if config.dynamic_allocation:
        return min(unsold, max(0, left - active * each) // each)
    return max(0, unsold - day.cancelled_tokens) if left > 0 else 0


def outlook(day: BookingDay, holder: str, number: int, config: ConsultantConfig, week: Week, now: datetime) -> Outlook:
    """How a number stands now; for one who is not in the queue, as if they joined at its end."""
    in_turn = [*([day.serving] if day.serving else []), *waiting(day)]  # whoever is being served goes first
    ahead = in_turn.index(holder) if holder in in_turn else len(in_turn)
    at = _after(week, day.date, ahead * pace(day, config), now)
    return Outlook(day.date, number, ahead, at, f"{at.astimezone(week.zone):%H:%M}")


def _after(week: Week, day: date, minutes: int, now: datetime) -> datetime:
    """The moment after so many open minutes: from opening, or from now once it is open; no later than closing."""
    left, at = timedelta(minutes=minutes), now
    for begins, ends in _open(week, day):
        at = max(begins, min(now, ends))
        if left < ends - at:
            return at + left
        left, at = left - (ends - at), ends
    return at


def _open(week: Week, day: date) -> list[tuple[datetime, datetime]]:
    return [(week.instant(day, part.start), week.instant(day, part.end)) for part in week.stretches(day)]
