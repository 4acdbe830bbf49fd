"""One function per event that booking handles. Each reads, asks a pure rule, and describes what should be."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from libs.common.entities import Booking, BookingDay, ConsultantConfig, ConsultantDaySchedule, Timer
from libs.common.events import Actor, BookingRequested, ClockTicked, OwnerChanged, SettingsChanged
from libs.common.service import Again, Outcome
from libs.common.store.port import Delete, Reader, Transaction, Write
from libs.common.store.query import Query, Range
from services.booking.decisions.decide import decide
from services.booking.decisions.results import Refused
from services.booking.hours import DAY_NAMES, Week
from services.booking.outcome import as_json, outcome_of
from services.booking.reading import read_desk, read_settings, schedule_id
from services.booking.schedule import Problem, days_to_come, misfits, opening_settings, revised

DUE_MAX = 200
"""Holds that one tick looks after, of all owners; the rest is the next minute's. A hold that ran out is free for
everybody already: only its booking's status waits."""

ERASED_MAX = 190
"""Rows erased in one step: each may have a timer beside it, and a transaction takes 400 writes."""

REVIEWED_MAX = 1000
"""Bookings that are looked at when the schedule changes, soonest first."""

LISTED_MAX = 200
"""Bookings that one receipt lists in full; beside them stands how many there are."""


async def book(event: BookingRequested, tx: Transaction, now: datetime) -> Outcome:
    """Answer one request: give a place, move it, free it, change its status, say what is free, or say why not.

    May run again from the top, so it only reads and describes.
    """
    desk = await read_desk(event, tx, now)
    if desk is None:
        return outcome_of(event, Refused("not_taking"), None, now.date())
    return outcome_of(event, decide(event, desk), desk, desk.calendar.today)


async def tick(event: ClockTicked, tx: Transaction, now: datetime) -> Outcome:
    """Ask for what has fallen due: one request per booking, decided in its owner's order."""
    due = (await tx.find(Query(Timer, range=Range("due_at", below=now), limit=DUE_MAX))).items
    asked = [
        BookingRequested(
            user_id=timer.user_id,
            act="expire",
            actor=Actor(kind="desk"),
            asked_at=event.minute,
            booking_id=timer.booking_id,
        )
        for timer in due
    ]
    return Outcome(write=[Delete(Timer, timer.timer_id) for timer in due], publish=asked)


async def settings(event: SettingsChanged, tx: Transaction, now: datetime) -> Outcome:
    """Apply a change of the schedule whole, or refuse it whole and say per field why.

    What is booked stays booked: the answer lists the bookings that no longer fit. A preview changes nothing, and lists
    the places of the next seven days too.
    """
    if event.section != "schedule":
        return Outcome(code="not_mine")
    config, days = await read_settings(tx, event.user_id) or opening_settings(event.user_id, "UTC", now)
    if event.edited_from not in (None, config.updated_at):
        return Outcome(code="stale")
    revision = revised(config, days, event.values, now)
    if isinstance(revision, list):
        return Outcome(code="refused", answer={"errors": [_as_error(problem) for problem in revision]})
    config, days = revision
    week = Week.of(config, days)
    unfit = misfits(await _booked_ahead(tx, week, now), config, week, now)
    answer: dict[str, Any] = {"noLongerFit": [as_json(one) for one in unfit[:LISTED_MAX]]}
    answer["noLongerFitCount"] = len(unfit)
    if event.preview:
        return Outcome(code="preview", answer={**answer, "days": days_to_come(config, week, now)})
    return Outcome(write=[config, *days], code="applied", answer=answer)


def _as_error(problem: Problem) -> dict[str, str]:
    return {"field": problem.field, "problem": problem.words}


async def _booked_ahead(reader: Reader, week: Week, now: datetime) -> Sequence[Booking]:
    page = await reader.find(
        Query(
            Booking,
            one_of={"status": ("pending", "confirmed")},
            range=Range("date", at_least=week.today(now)),
            limit=REVIEWED_MAX,
        )
    )
    return page.items


async def owner(event: OwnerChanged, tx: Transaction, now: datetime) -> Outcome | Again:
    """Open a calendar for a new owner, on ordinary office hours; erase a removed owner's in steps."""
    if event.act == "made":
        if await tx.get(ConsultantConfig, event.user_id) is not None:
            return Outcome(code="already")
        config, days = opening_settings(event.user_id, event.timezone, now)
        return Outcome(write=[config, *days])
    bookings = await tx.find(Query(Booking, limit=ERASED_MAX))
    if bookings.items:
        keys = [one.booking_id for one in bookings.items]
        return Again(write=[*(Delete(Booking, key) for key in keys), *(Delete(Timer, key) for key in keys)])
    ledgers = await tx.find(Query(BookingDay, limit=ERASED_MAX))
    if ledgers.items:
        return Again(write=[Delete(BookingDay, one.day_id) for one in ledgers.items])
    week: list[Write] = [Delete(ConsultantDaySchedule, schedule_id(event.user_id, name)) for name in DAY_NAMES]
    return Outcome(write=[Delete(ConsultantConfig, event.user_id), *week])
