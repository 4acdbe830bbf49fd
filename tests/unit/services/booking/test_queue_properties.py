"""Laws of the queue, whatever is asked in whatever order."""

import sqlite3
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.booking.status import LEGAL, Change
from tests.unit.services.booking.practice import MONDAY, Practice

ASKS = st.fixed_dictionaries(
    {
        "who": st.sampled_from(["ana", "ben", "cem", "dora", "staff"]),
        "act": st.sampled_from(
            ["book"] * 5
            + ["move", "cancel", "confirm", "decline", "complete", "no_show"]
            + ["next_token"] * 3
            + ["undo"] * 2
            + ["wait"]
        ),
        "day": st.integers(0, 1) | st.none(),
        "back": st.integers(1, 4),
        "minutes": st.sampled_from([5, 40, 500]),
    }
)


def play(practice: Practice, asked: dict[str, Any]) -> None:
    """One thing that somebody does."""
    act = asked["act"]
    if act == "wait":
        practice.passes(minutes=asked["minutes"])
        practice.ticks()
        return
    by_staff = asked["who"] == "staff" or act in ("next_token", "undo")
    customer = practice.customer(asked["who"])
    known = practice.bookings if by_staff else customer.bookings
    fields: dict[str, Any] = {}
    if act in ("book", "move") and asked["day"] is not None:
        fields["date"] = MONDAY + timedelta(days=asked["day"])
    if act == "undo" and asked["day"] is not None:
        fields["date"] = MONDAY + timedelta(days=asked["day"])
    if known and act not in ("book", "next_token", "undo"):
        fields["booking_id"] = known[-min(asked["back"], len(known))].booking_id
    if by_staff:
        practice.staff(act, **fields)
    else:
        customer.does(act, **fields)


@given(asks=st.lists(ASKS, min_size=10, max_size=40), dynamic=st.booleans(), most=st.integers(1, 5))
@settings(max_examples=80)
def test_numbers_only_rise_and_never_past_the_limit(
    connection: sqlite3.Connection, asks: list[dict[str, Any]], dynamic: bool, most: int
) -> None:
    """No number of a day is given twice, in either mode; the queue is who waits, in the order of their numbers."""
    practice = Practice(connection)
    practice.sets(bookingType="token", maxTokensPerDay=most, dynamicAllocation=dynamic)
    given_out = dict[Any, list[tuple[int | None, str]]]()
    for asked in asks:
        play(practice, asked)
        for update in practice.updates:
            assert update.was == update.status or Change(update.was, update.status) in LEGAL
            numbers = given_out.setdefault(update.date, [])
            if (update.token_number, update.booking_id) not in numbers:
                assert update.token_number == len(numbers) + 1
                numbers.append((update.token_number, update.booking_id))
    for day in given_out:
        assert_the_queue_agrees(practice, day, most, dynamic=dynamic)


def assert_the_queue_agrees(practice: Practice, day: Any, most: int, *, dynamic: bool) -> None:
    ledger = practice.ledger(day)
    assert ledger is not None
    rows = [one for one in practice.bookings if one.date == day]
    waiting = sorted(
        (one for one in rows if one.status in ("pending", "confirmed")), key=lambda one: one.token_number or 0
    )
    assert list(ledger.active_tokens) == [one.booking_id for one in waiting]
    assert ledger.served_tokens == sum(one.status == "completed" for one in rows)
    assert ledger.missed_tokens == sum(one.status == "no_show" for one in rows)
    assert len(ledger.active_tokens) + ledger.served_tokens <= most
    assert dynamic or ledger.last_token <= most
    assert ledger.serving in ("", *ledger.active_tokens)


@given(
    asks=st.lists(ASKS, max_size=25),
    press=st.sampled_from(["next_token", "complete", "no_show"]),
    which=st.integers(0, 4),
    dynamic=st.booleans(),
)
@settings(max_examples=80)
def test_a_press_taken_back_leaves_the_queue_as_it_was(
    connection: sqlite3.Connection, asks: list[dict[str, Any]], press: str, which: int, dynamic: bool
) -> None:
    """Whoever was called or gone by it; who took a number meanwhile keeps it."""
    practice = Practice(connection)
    practice.sets(bookingType="token", maxTokensPerDay=9, dynamicAllocation=dynamic)
    for asked in [{"act": "book", "who": "ana", "day": 0, "back": 1, "minutes": 5}, *asks]:
        play(practice, asked)
    before = practice.ledger(MONDAY)
    assert before is not None
    if not before.active_tokens:
        return
    named = practice.booking(before.active_tokens[which % len(before.active_tokens)])
    practice.staff(press, None if press == "next_token" else named, date=MONDAY)
    if practice.outcome.code != "done":
        return
    practice.customer("late").does("book", date=MONDAY)
    late = [one.booking_id for one in practice.bookings if one.name == "late" and one.status == "pending"]
    practice.staff("undo", date=MONDAY)
    after = practice.ledger(MONDAY)
    assert after is not None
    assert practice.outcome.code == "done"
    assert after == before.changed(
        active_tokens=(*before.active_tokens, *late), last_token=before.last_token + len(late), last_step=None
    )
