"""Opening hours as a person writes them."""

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.cli.hours import DAYS, GRAMMAR, Hours, Span, Unclear, hours_of, week_of

MONDAY_TO_FRIDAY = DAYS[:5]


@st.composite
def all_hours(draw: st.DrawFn) -> Hours:
    """Any opening hours that make sense."""
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, unique=True))
    edges = sorted(draw(st.lists(st.integers(0, 24 * 60), min_size=4, max_size=4, unique=True)))
    opens, begins, ends, closes = edges
    return Hours(tuple(days), Span(opens, closes), draw(st.none() | st.just(Span(begins, ends))))


@settings(deadline=None)
@given(all_hours())
def test_what_is_written_is_read_back(hours: Hours):
    """Writing opening hours out and reading them gives the same, whatever they are."""
    assert hours_of(str(hours)) == hours


@settings(deadline=None)
@given(st.text(string.printable, max_size=60) | st.text(max_size=30))
def test_any_text_is_hours_or_told_what_hours_look_like(text: str):
    """Nothing that is typed ends in anything else; and what is read makes sense."""
    try:
        hours = hours_of(text)
    except Unclear as unclear:
        refusal = str(unclear)
    else:
        assert_sensible(hours)
        return
    assert refusal.endswith(GRAMMAR)


def assert_sensible(hours: Hours) -> None:
    edges = [hours.open.start, *([hours.pause.start, hours.pause.end] if hours.pause else []), hours.open.end]
    assert all(earlier <= later for earlier, later in pairwise([0, *edges, 24 * 60]))
    assert len(set(hours.days)) == len(hours.days) > 0


@settings(deadline=None)
@given(all_hours())
def test_days_that_are_not_named_are_closed(hours: Hours):
    """All seven days come out, in order, each once."""
    week = week_of([hours])
    assert [day["dayName"] for day in week] == list(DAYS)
    assert {day["dayName"] for day in week if day["enabled"]} == set(hours.days)


@pytest.mark.parametrize(
    ("text", "days", "spans"),
    [
        ("mon-fri 09:00-17:00 break 13:00-14:00", MONDAY_TO_FRIDAY, ("09:00-17:00", "13:00-14:00")),
        ("sat,sun 9:00-12:30", ("saturday", "sunday"), ("09:00-12:30", "None")),
        ("fri-mon 10:00-24:00", ("friday", "saturday", "sunday", "monday"), ("10:00-24:00", "None")),
        ("  Monday ,WED 09:00 - 17:00 BREAK 12:00 - 12:30 ", ("monday", "wednesday"), ("09:00-17:00", "12:00-12:30")),
        ("tues - thurs 00:00-06:00", ("tuesday", "wednesday", "thursday"), ("00:00-06:00", "None")),
    ],
)
def test_the_ways_in_which_people_write_them(text: str, days: tuple[str, ...], spans: tuple[str, str]):
    hours = hours_of(text)
    assert hours.days == days
    assert (str(hours.open), str(hours.pause)) == spans


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is not opening hours"),
        ("mon-fri", "is not opening hours"),
        ("09:00-17:00", "is not opening hours"),
        ("someday 09:00-17:00", "'someday' is not a weekday"),
        ("m 09:00-17:00", "'m' is not a weekday"),
        ("mon,mon 09:00-17:00", "Monday is named twice"),
        ("mon 9-17", "'9' is not a time of day"),
        ("mon 09:60-17:00", "'09:60' is not a time of day"),
        ("mon 09:00-24:01", "'24:01' is not a time of day"),
        ("mon 17:00-09:00", "ends before it begins"),
        ("mon 09:00-09:00", "ends before it begins"),
        ("mon 09:00-17:00 break 08:00-10:00", "does not lie within"),
        ("mon 09:00-17:00 break 14:00-13:00", "ends before it begins"),
        ("mon 09:00-17:00 pause 13:00-14:00", "is not opening hours"),
    ],
)
def test_what_cannot_be_meant_is_named(text: str, problem: str):
    with pytest.raises(Unclear, match=problem):
        hours_of(text)


def test_a_day_in_two_openings_is_refused():
    """Which of them should hold is not ours to guess."""
    with pytest.raises(Unclear, match="Wednesday is named twice"):
        week_of([hours_of("mon-wed 09:00-12:00"), hours_of("wed-fri 13:00-17:00")])
