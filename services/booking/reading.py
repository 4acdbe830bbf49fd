"""What a decision needs, read in as few round trips as it takes: settings and week, bookings, then the ledgers."""

from datetime import date, datetime, timedelta

from libs.common.choices import decoded
from libs.common.entities import Booking, BookingDay, ConsultantConfig, ConsultantDaySchedule
from libs.common.events import BookingAct, BookingRequested
from libs.common.store.port import Reader
from libs.common.store.query import Query, Range
from services.booking import ledger
from services.booking.availability import NEAR_DAYS, Calendar, window
from services.booking.decisions.decide import PLACES_WANTED
from services.booking.decisions.desk import Desk
from services.booking.hours import DAY_NAMES, Week
from services.booking.status import LIVE

THEIRS_MAX = 50
"""Unsettled bookings of one customer that are looked at; more than anybody may have waiting, by far."""


QUEUE_ACTS: frozenset[BookingAct] = frozenset({"next_token", "queue", "undo"})
"""Acts on a day's queue. They read all of it: as many rows as the owner gives numbers a day, at most."""


def schedule_id(user_id: str, day_name: str) -> str:
    """The key of one weekday's opening hours."""
    return f"{user_id}:{day_name}"


async def read_settings(
    reader: Reader, user_id: str
) -> tuple[ConsultantConfig, tuple[ConsultantDaySchedule, ...]] | None:
    """The owner's settings and weekdays; None for one who has none."""
    config = await reader.get(ConsultantConfig, user_id)
    if config is None:
        return None
    days = await reader.get_many(ConsultantDaySchedule, [schedule_id(user_id, name) for name in DAY_NAMES])
    return config, tuple(day for day in days if day is not None)


async def read_desk(event: BookingRequested, reader: Reader, now: datetime) -> Desk | None:
    """The desk for one request; None for an owner who has no settings."""
    found = await read_settings(reader, event.user_id)
    if found is None:
        return None
    config, rows = found
    week = Week.of(config, rows)
    held = await _held(event, reader)
    theirs = await _theirs(event, reader, now)
    days = _days(event, held, week, now)
    dates = {*days, *(one.date for one in theirs), event.date or week.today(now)}
    ledgers = await _ledgers(event.user_id, sorted(dates | ({held.date} if held else set())), reader)
    queue = await _queue(ledgers[_queue_date(event, held, week, now)], reader) if event.act in QUEUE_ACTS else ()
    return Desk(Calendar(config, week, now, days, ledgers), held, theirs, queue)


async def _held(event: BookingRequested, reader: Reader) -> Booking | None:
    """The booking that the request names. To a customer, another's does not exist; nor does, by a tap, one of another
    conversation: a choice id comes back from a phone and is no proof."""
    tapped = decoded(event.choice_id) if event.choice_id else None
    booking_id = event.booking_id or (tapped.booking_id if tapped else "")
    booking = await reader.get(Booking, booking_id) if booking_id else None
    if booking is None or event.actor.kind != "customer":
        return booking
    if not event.participant_key or booking.participant_key != event.participant_key:
        return None
    elsewhere = bool(booking.conversation_id) and booking.conversation_id != event.conversation_id
    return None if event.choice_id and elsewhere else booking


async def _theirs(event: BookingRequested, reader: Reader, now: datetime) -> tuple[Booking, ...]:
    """What the customer has that is not settled, by time; a day back, for what goes past midnight."""
    if not event.participant_key:
        return ()
    page = await reader.find(
        Query(
            Booking,
            equal={"participant_key": event.participant_key},
            one_of={"status": LIVE},
            range=Range("starts_at", at_least=now - timedelta(days=1)),
            limit=THEIRS_MAX,
        )
    )
    return tuple(page.items)


def _days(event: BookingRequested, held: Booking | None, week: Week, now: datetime) -> list[date]:
    """The dates that may be offered."""
    if event.act not in PLACES_WANTED:
        return []
    today = week.today(now)
    day = event.date or (held.date if held else today)
    before = NEAR_DAYS if event.act != "show" and (event.time or held) else 0
    return list(window(day, week, today, before=before))


def _queue_date(event: BookingRequested, held: Booking | None, week: Week, now: datetime) -> date:
    named = held if event.act == "next_token" else None
    return named.date if named else event.date or week.today(now)


async def _queue(day: BookingDay, reader: Reader) -> tuple[Booking, ...]:
    """Who is being served, who waits, and who left the queue last."""
    left = day.last_step.left if day.last_step else ""
    ids = [one for one in dict.fromkeys((day.serving, *day.active_tokens, left)) if one]
    return tuple(one for one in await reader.get_many(Booking, ids) if one is not None)


async def _ledgers(user_id: str, dates: list[date], reader: Reader) -> dict[date, BookingDay]:
    found = await reader.get_many(BookingDay, [BookingDay.id_for(user_id, day) for day in dates])
    return {day: row or ledger.empty(user_id, day) for day, row in zip(dates, found, strict=True)}
