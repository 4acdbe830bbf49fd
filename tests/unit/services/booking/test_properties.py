"""Laws of the calendar, whatever is asked in whatever order, across daylight saving in several zones."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from libs.common.entities import Booking, ConsultantDaySchedule
from libs.common.store.query import Query
from services.booking.decisions.desk import place_of
from services.booking.hours import DAY_MINUTES, DAY_NAMES, Place, Week, time_of
from services.booking.status import HOLDING, LEGAL, Change
from tests.unit.services.booking.practice import Practice

CLOCK_CHANGES = {
    "Europe/Berlin": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 4, 5), date(2026, 10, 4)),  # by half an hour
    "America/Santiago": (date(2026, 4, 4), date(2026, 9, 6)),  # at midnight
    "Pacific/Apia": (date(2011, 12, 30), date(2011, 9, 24)),  # a whole day was skipped
    "Asia/Kathmandu": (date(2026, 6, 15),),  # none, at a quarter's offset
}


@st.composite
def zones_and_days(draw: st.DrawFn) -> tuple[str, date]:
    """A zone, and a date on or beside one of its clock changes."""
    zone = draw(st.sampled_from(sorted(CLOCK_CHANGES)))
    return zone, draw(st.sampled_from(CLOCK_CHANGES[zone])) + timedelta(days=draw(st.integers(-1, 1)))


@st.composite
def hours(draw: st.DrawFn) -> dict[str, str | None]:
    """A day's opening hours, to the quarter, with or without a break."""
    marks = sorted(draw(st.sets(st.integers(0, DAY_MINUTES // 15), min_size=4, max_size=4)))
    opens, begins, ends, closes = (time_of(15 * mark) for mark in marks)
    pause = draw(st.booleans())
    return {
        "startTime": opens,
        "endTime": closes,
        "breakStart": begins if pause else None,
        "breakEnd": ends if pause else None,
    }


ASKS = st.fixed_dictionaries(
    {
        "who": st.sampled_from(["ana", "ben", "cem", "staff"]),
        "act": st.sampled_from(
            [
                "book",
                "book",
                "book",
                "yes",
                "yes",
                "move",
                "cancel",
                "confirm",
                "decline",
                "complete",
                "no_show",
                "wait",
            ]
        ),
        "day": st.integers(-1, 3),
        "time": st.integers(0, 47).map(lambda half: time_of(30 * half)) | st.none(),
        "back": st.sampled_from([1, 1, 1, 2, 3]),  # mostly the booking made last
        "row": st.integers(0, 9),
        "minutes": st.sampled_from([1, 9, 11, 90, 1000]),
    }
)


def play(practice: Practice, asked: dict[str, Any], day: date) -> None:
    """One thing that somebody does; what does not apply is refused, which is part of the game."""
    act = asked["act"]
    if act == "wait":
        practice.passes(minutes=asked["minutes"])
        practice.ticks()
        return
    by_staff = asked["who"] == "staff"
    customer = practice.customer(asked["who"])
    known = practice.bookings if by_staff else customer.bookings
    named = {"booking_id": known[-min(asked["back"], len(known))].booking_id} if known and act != "book" else {}
    wish = {"date": day + timedelta(days=asked["day"]), "time": asked["time"]} if act in ("book", "move") else {}
    fields: dict[str, Any] = {**named, **wish}
    if by_staff:
        practice.staff("book" if act == "yes" else act, **fields)
        return
    reply = customer.does("book" if act == "yes" else act, **fields)
    if reply.rows:
        customer.taps_id(reply.rows[asked["row"] % len(reply.rows)].id)


@given(
    where=zones_and_days(),
    opening=hours(),
    step=st.sampled_from([15, 20, 30, 45, 60, 90]),
    dynamic=st.booleans(),
    asks=st.lists(ASKS, min_size=5, max_size=30),
)
@settings(max_examples=100)
def test_a_place_has_one_holder_and_lies_in_opening_hours(
    connection: sqlite3.Connection,
    where: tuple[str, date],
    opening: dict[str, str | None],
    step: int,
    dynamic: bool,
    asks: list[dict[str, Any]],
) -> None:
    """The law the whole service stands on, on the clock on the wall and in real time."""
    zone, day = where
    practice = Practice(
        connection, timezone=zone, now=datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    )
    week = [{"dayName": name, "enabled": True, **opening} for name in DAY_NAMES]
    practice.sets(slotDuration=step, dynamicAllocation=dynamic, days=week)
    changes = list[Change]()
    for asked in asks:
        play(practice, asked, day)
        changes += [Change(update.was, update.status) for update in practice.updates]
    stored = Week.of(practice.config, practice.find(Query(ConsultantDaySchedule)))
    holders = [one for one in practice.bookings if holds(one, practice.now)]
    places = [place for one in holders if (place := place_of(one))]
    assert len(places) == len(holders)
    assert all(stored.is_open(place) for place in places)
    assert apart([(place.date, place.start, place.end) for place in places])
    assert apart([("", one.starts_at, one.ends_at) for one in holders])
    assert_ledgers_agree(practice, holders)
    assert all(change in LEGAL or change.was == change.status for change in changes)


def holds(booking: Booking, now: datetime) -> bool:
    """Whether a place is the booking's now."""
    return booking.status in HOLDING and (booking.held_until is None or booking.held_until > now)


def apart(stretches: list[Any]) -> bool:
    """Whether none overlaps the next."""
    return all(one[0] != next_[0] or one[2] <= next_[1] for one, next_ in pairwise(sorted(stretches)))


def assert_ledgers_agree(practice: Practice, holders: list[Booking]) -> None:
    """Who is in a ledger with a hold that runs is exactly who holds a place; nobody is in two."""
    ledgers = [practice.ledger(day) for day in {one.date for one in practice.bookings}]
    taken = [interval for ledger in ledgers if ledger for interval in ledger.taken]
    found = [one.holder for one in taken if one.expires is None or one.expires > practice.now]
    assert sorted(found) == sorted(one.booking_id for one in holders)


@given(where=zones_and_days(), opening=hours(), step=st.integers(5, 180))
@example(where=("Europe/Berlin", date(2026, 3, 29)), opening={"startTime": "00:00", "endTime": "24:00"}, step=90)
@example(where=("America/New_York", date(2026, 3, 8)), opening={"startTime": "00:00", "endTime": "03:15"}, step=13)
@example(where=("Pacific/Apia", date(2011, 12, 30)), opening={"startTime": "00:00", "endTime": "24:00"}, step=30)
@settings(max_examples=300)
def test_places_are_real_apart_and_in_order(where: tuple[str, date], opening: dict[str, str | None], step: int) -> None:
    """Each exists on the wall clock, keeps its whole length, and never overlaps the next in real time."""
    zone, day = where
    row = ConsultantDaySchedule.model_validate(
        {"scheduleId": "x", "userId": "x", "dayName": DAY_NAMES[day.weekday()], **opening}
    )
    week = Week(ZoneInfo(zone), step, (row,))
    places = week.places(day)
    spans = [week.spans(place) for place in places]
    assert all(ends - starts == timedelta(minutes=step) for starts, ends in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    walls = [starts.astimezone(week.zone) for starts, _ in spans]
    assert [(wall.date(), f"{wall:%H:%M}") for wall in walls] == [(place.date, place.time) for place in places]
    assert len(set(walls)) == len(walls)
    assert all(week.is_open(place) for place in places)


def test_a_slot_that_the_clock_change_skips_does_not_exist() -> None:
    """Berlin, 29 March 2026: two o'clock is followed by three."""
    week = night("Europe/Berlin", date(2026, 3, 29), 30)
    assert [place.time for place in week.places(date(2026, 3, 29))][3:6] == ["01:30", "03:00", "03:30"]


def test_a_slot_that_the_clock_change_repeats_exists_once() -> None:
    """Berlin, 25 October 2026: half past two comes twice; the slot is the first."""
    week = night("Europe/Berlin", date(2026, 10, 25), 30)
    places = week.places(date(2026, 10, 25))
    assert [place.time for place in places][4:7] == ["02:00", "02:30", "03:00"]
    assert week.instant(date(2026, 10, 25), 150) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert week.instant(date(2026, 10, 25), 180) == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_a_slot_that_the_clock_change_cuts_short_does_not_exist() -> None:
    """From half past one to three is half an hour that night: no ninety minutes fit."""
    week = night("Europe/Berlin", date(2026, 3, 29), 90)
    assert [place.time for place in week.places(date(2026, 3, 29))][:2] == ["00:00", "03:00"]
    assert not week.is_open(Place(date(2026, 3, 29), 90, 180))


def test_a_day_that_was_skipped_has_no_places() -> None:
    """Samoa went from the 29th to the 31st of December 2011."""
    week = night("Pacific/Apia", date(2011, 12, 30), 30)
    assert week.places(date(2011, 12, 30)) == []


def night(zone: str, day: date, step: int) -> Week:
    """Open around the clock."""
    row = ConsultantDaySchedule(
        schedule_id="x", user_id="x", day_name=DAY_NAMES[day.weekday()], start_time="00:00", end_time="24:00"
    )
    return Week(ZoneInfo(zone), step, (row,))
