"""The owner's schedule: applied whole or refused whole, and never at the cost of what is booked."""

from datetime import timedelta
from typing import Any

import pytest

from libs.common.entities import Booking, BookingDay, ConsultantConfig, ConsultantDaySchedule, Timer
from libs.common.events import OwnerChanged, SettingsChanged
from libs.common.service import Again
from libs.common.store.query import Query
from services.booking import handlers
from tests.unit.services.booking.practice import MONDAY, Practice

TUESDAY = MONDAY + timedelta(days=1)


def unfit(practice: Practice) -> list[str]:
    assert practice.outcome.answer is not None
    return [row["timeSlot"] for row in practice.outcome.answer["noLongerFit"]]


def test_a_new_owner_is_open_on_weekdays_from_nine_to_five(practice: Practice) -> None:
    days = {day.day_name: day for day in practice.find(Query(ConsultantDaySchedule))}
    assert sorted(name for name, day in days.items() if day.enabled) == [
        "friday", "monday", "thursday", "tuesday", "wednesday"
    ]  # fmt: skip
    assert (days["monday"].start_time, days["monday"].end_time) == ("09:00", "17:00")
    assert practice.config.timezone == "Europe/Berlin"


def test_a_zone_that_nobody_knows_becomes_utc(practice: Practice) -> None:
    assert Practice(practice.connection, timezone="Mars/Olympus").config.timezone == "UTC"


def test_what_is_not_named_stays(practice: Practice) -> None:
    practice.sets(slotDuration=20, days=[{"dayName": "saturday", "enabled": True, "endTime": "12:00"}])
    assert practice.outcome.code == "applied"
    assert (practice.config.slot_duration, practice.config.timezone) == (20, "Europe/Berlin")
    saturday = next(day for day in practice.find(Query(ConsultantDaySchedule)) if day.day_name == "saturday")
    assert (saturday.enabled, saturday.start_time, saturday.end_time) == (True, "09:00", "12:00")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"bookingType": "walk-in"}, "bookingType"),
        ({"slotDuration": 0}, "slotDuration"),
        ({"slotDuration": "30"}, "slotDuration"),
        ({"slotDuration": True}, "slotDuration"),
        ({"maxTokensPerDay": 0}, "maxTokensPerDay"),
        ({"dynamicAllocation": "yes"}, "dynamicAllocation"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": "../etc/passwd"}, "timezone"),
        ({"timezone": "Europe"}, "timezone"),
        ({"enabled": 1}, "enabled"),
        ({"colour": "blue"}, "colour"),
        ({"days": "monday"}, "days"),
        ({"days": [{"dayName": "someday"}]}, "days"),
        ({"days": [{"dayName": "monday"}, {"dayName": "monday"}]}, "days"),
        ({"days": [{"dayName": "monday", "startTime": "9"}]}, "days.monday.startTime"),
        ({"days": [{"dayName": "monday", "startTime": None}]}, "days.monday.startTime"),
        ({"days": [{"dayName": "monday", "startTime": "18:00"}]}, "days.monday.endTime"),
        ({"days": [{"dayName": "monday", "breakStart": "12:00"}]}, "days.monday.breakEnd"),
        ({"days": [{"dayName": "monday", "breakEnd": "12:00"}]}, "days.monday.breakStart"),
        ({"days": [{"dayName": "monday", "breakStart": "14:00", "breakEnd": "13:00"}]}, "days.monday.breakEnd"),
        ({"days": [{"dayName": "monday", "breakStart": "08:00", "breakEnd": "10:00"}]}, "days.monday.breakStart"),
        ({"days": [{"dayName": "monday", "enabled": "on"}]}, "days.monday.enabled"),
    ],
)
def test_what_makes_no_sense_is_refused_whole_with_the_field_named(
    practice: Practice, values: dict[str, Any], field: str
) -> None:
    practice.sets(**{"slotDuration": 20, **values} if "slotDuration" not in values else values)
    assert practice.outcome.code == "refused"
    assert practice.outcome.answer is not None
    assert [error["field"] for error in practice.outcome.answer["errors"]] == [field]
    assert practice.outcome.answer["errors"][0]["problem"].endswith(".")
    assert practice.config.slot_duration == 30


def test_a_midnight_end_and_an_empty_break_are_fine(practice: Practice) -> None:
    day = {"dayName": "monday", "startTime": "18:00", "endTime": "24:00", "breakStart": None, "breakEnd": None}
    practice.sets(days=[day])
    assert practice.outcome.code == "applied"
    assert "Monday 15 June at 23:30 is free" in practice.customer("ana").does("book", date=MONDAY, time="23:30").text


@pytest.mark.parametrize(
    ("change", "left_outside"),
    [
        ({"days": [{"dayName": "tuesday", "enabled": False}]}, ["10:30", "16:00"]),
        ({"days": [{"dayName": "tuesday", "endTime": "16:00"}]}, ["16:00"]),
        ({"days": [{"dayName": "tuesday", "breakStart": "10:00", "breakEnd": "11:00"}]}, ["10:30"]),
        ({"slotDuration": 60}, ["10:30"]),
        ({"timezone": "Asia/Kolkata"}, ["10:30", "16:00"]),
        ({"bookingType": "token"}, ["10:30", "16:00"]),
        ({"slotDuration": 15, "enabled": False}, []),
    ],
)
def test_a_change_lists_the_bookings_that_no_longer_fit_and_keeps_them(
    practice: Practice, change: dict[str, Any], left_outside: list[str]
) -> None:
    ana = practice.customer("ana")
    ana.is_booked_for(TUESDAY, "10:30")
    ana.has_asked_for(TUESDAY, "16:00")
    practice.sets(**change)
    assert unfit(practice) == left_outside
    assert [one.status for one in practice.bookings] == ["confirmed", "pending"]


def test_a_booking_off_the_new_grid_still_holds_its_minutes(practice: Practice) -> None:
    """Overlap is arithmetic, whatever the slots were when it was made."""
    practice.customer("ana").is_booked_for(TUESDAY, "10:30")
    practice.sets(slotDuration=60)
    assert "already taken" in practice.customer("ben").does("book", date=TUESDAY, time="10:00").text
    assert "is free" in practice.customer("ben").does("book", date=TUESDAY, time="11:00").text


def test_other_sections_are_not_bookings(practice: Practice) -> None:
    practice.handles(
        handlers.settings, SettingsChanged(user_id=practice.user_id, section="profile", values={"description": "x"})
    )
    assert practice.outcome.code == "not_mine"


def test_a_removed_owners_calendar_is_erased_in_steps(practice: Practice) -> None:
    practice.customer("ana").is_booked_for(TUESDAY, "10:00")
    practice.customer("ben").does("book", date=TUESDAY, time="11:00")
    gone = OwnerChanged(user_id=practice.user_id, act="removed")
    steps = 1
    while isinstance(practice.handles(handlers.owner, gone), Again):
        steps += 1
    assert steps == 3
    for kind in (Booking, BookingDay, Timer, ConsultantConfig, ConsultantDaySchedule):
        assert list(practice.find(Query(kind))) == []
