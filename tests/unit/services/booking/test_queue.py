"""Booking by number, as a customer and the desk meet it."""

from datetime import timedelta

import pytest

from tests.unit.services.booking.practice import MONDAY, Practice, titles

TUESDAY = MONDAY + timedelta(days=1)
SATURDAY = MONDAY + timedelta(days=5)


@pytest.fixture
def practice(practice: Practice) -> Practice:
    """The same practice, giving out numbers; each takes half an hour."""
    practice.sets(bookingType="token", maxTokensPerDay=4)
    return practice


def numbers(practice: Practice) -> list[int | None]:
    return [one.token_number for one in practice.bookings]


def test_a_number_is_given_at_once(practice: Practice) -> None:
    """With how many are before it and about when it is called."""
    practice.customer("ana").does("book", date=TUESDAY)
    ben = practice.customer("ben")
    reply = ben.does("book", date=TUESDAY)
    assert reply.text == ("Your number on Tuesday 16 June is 2. People ahead of you: 1. Your turn is at about 09:30.")
    (booking,) = ben.bookings
    assert (booking.status, booking.token_number, booking.time_slot) == ("pending", 2, None)


def test_without_a_date_it_is_for_the_first_day_that_has_one_left(practice: Practice) -> None:
    practice.customer("ana").does("book")
    practice.passes(hours=10)
    practice.customer("ben").does("book")
    assert [one.date for one in practice.bookings] == [MONDAY, TUESDAY]


def test_numbers_only_rise(practice: Practice) -> None:
    """A number given back is never given again."""
    ana, ben = practice.customer("ana"), practice.customer("ben")
    ana.does("book", date=TUESDAY)
    ana.does("cancel")
    ben.does("book", date=TUESDAY)
    assert numbers(practice) == [1, 2]


@pytest.mark.parametrize(("resold", "given"), [(False, 4), (True, 5)])
def test_a_place_given_back_is_sold_again_where_the_desk_allocates(
    practice: Practice, resold: bool, given: int
) -> None:
    practice.sets(dynamicAllocation=resold)
    practice.customer("ana").does("book", date=TUESDAY)
    practice.customer("ana").does("cancel")
    for number in range(6):
        practice.customer(f"guest{number}").does("book", date=TUESDAY)
    assert numbers(practice) == list(range(1, given + 1))


def test_a_full_day_says_so_and_offers_the_next(practice: Practice) -> None:
    for number in range(4):
        practice.customer(f"guest{number}").does("book", date=TUESDAY)
    ana = practice.customer("ana")
    reply = ana.does("book", date=TUESDAY)
    assert reply.text.startswith("No numbers are left for Tuesday 16 June.")
    assert titles(reply)[0] == "Wed 17 Jun"
    assert "is 1." in ana.taps(reply, "Wed 17 Jun").text


def test_where_the_desk_allocates_no_number_is_given_that_cannot_be_reached(practice: Practice) -> None:
    """An hour before closing there is room for two half hours."""
    practice.sets(dynamicAllocation=True, maxTokensPerDay=40)
    practice.passes(hours=7, minutes=59)
    for number in range(3):
        practice.customer(f"guest{number}").does("book", date=MONDAY)
    assert numbers(practice) == [1, 2]


def test_the_break_is_left_out_of_the_estimate(practice: Practice) -> None:
    practice.sets(days=[{"dayName": "tuesday", "breakStart": "09:30", "breakEnd": "11:00"}])
    practice.customer("ana").does("book", date=TUESDAY)
    assert "at about 11:00" in practice.customer("ben").does("book", date=TUESDAY).text


def test_one_number_a_day_is_enough(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.does("book", date=TUESDAY)
    assert "already asked for number 1" in ana.does("book", date=TUESDAY).text
    assert numbers(practice) == [1]


def test_what_is_left_is_shown_before_it_is_taken(practice: Practice) -> None:
    ana = practice.customer("ana")
    reply = ana.does("show", date=TUESDAY)
    assert reply.text.startswith("On Tuesday 16 June the next number is 1.")
    assert "Your number on Tuesday 16 June is 1." in ana.taps(reply, "Take a number").text


def test_the_days_that_have_numbers_left_are_listed(practice: Practice) -> None:
    reply = practice.customer("ana").does("show")
    assert titles(reply)[:2] == ["Mon 15 Jun", "Tue 16 Jun"]
    assert reply.rows[0].description == "#1 – Ahead of you: 0, your turn at about 09:00"


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (SATURDAY, "We are closed on Saturday 20 June."),
        (MONDAY - timedelta(days=1), "Sunday 14 June has already gone by."),
    ],
)
def test_a_day_without_a_queue_is_refused_in_words(practice: Practice, day: object, why: str) -> None:
    assert practice.customer("ana").does("book", date=day).text.startswith(why)


def test_after_closing_no_number_is_given(practice: Practice) -> None:
    practice.passes(hours=10)
    reply = practice.customer("ana").does("book", date=MONDAY)
    assert reply.text.startswith("No more numbers are given out on Monday 15 June.")


def test_the_desk_calls_one_after_the_other(practice: Practice) -> None:
    """Who was served is thanked, who is next is called; the receipt holds both."""
    for name in ("ana", "ben"):
        practice.customer(name).does("book", date=MONDAY)
    practice.passes(hours=1)
    practice.staff("next_token")
    assert [reply.text for reply in practice.replies] == ["Number 1, it is your turn now. Please come in."]
    practice.passes(minutes=12)
    practice.staff("next_token")
    assert [(reply.conversation_id, reply.text) for reply in practice.replies] == [
        ("conversation-ana", "Thank you for coming. See you next time."),
        ("conversation-ben", "Number 2, it is your turn now. Please come in."),
    ]
    assert practice.outcome.answer is not None
    assert practice.outcome.answer["booking"]["tokenNumber"] == 2
    assert practice.outcome.answer["completed"]["tokenNumber"] == 1
    practice.staff("next_token")
    assert [one.status for one in practice.bookings] == ["completed", "completed"]
    practice.staff("next_token")
    assert practice.outcome.code == "nobody_waiting"


def test_from_the_fifth_served_todays_pace_counts(practice: Practice) -> None:
    """Each took ten minutes instead of thirty."""
    practice.sets(maxTokensPerDay=40)
    for number in range(7):
        practice.customer(f"guest{number}").does("book", date=MONDAY)
    practice.passes(hours=1)
    for _ in range(5):
        practice.staff("next_token")
        practice.passes(minutes=10)
    practice.staff("next_token")  # the fifth is done: it is ten to ten, and two are before a newcomer
    assert "People ahead of you: 2. Your turn is at about 10:10." in practice.customer("ana").does("book").text


def test_a_customer_asks_where_they_stand(practice: Practice) -> None:
    practice.customer("ana").does("book", date=TUESDAY)
    ben = practice.customer("ben")
    ben.does("book", date=TUESDAY)
    assert ben.does("mine").text == (
        "Your bookings:\n• number 2 on Tuesday 16 June – waiting to be confirmed. "
        "Ahead of you: 1, your turn at about 09:30"
    )


def test_a_move_is_a_number_on_another_day(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.does("book", date=TUESDAY)
    practice.staff("confirm", ana.bookings[0])
    reply = ana.does("move", date=TUESDAY + timedelta(days=1))
    assert "It was number 1 on Tuesday 16 June, it is now number 1 on Wednesday 17 June." in reply.text
    assert [(one.status, one.date) for one in ana.bookings] == [("pending", TUESDAY + timedelta(days=1))]
    tuesday = practice.ledger(TUESDAY)
    assert tuesday is not None
    assert (tuesday.active_tokens, tuesday.last_token, tuesday.cancelled_tokens) == ((), 1, 1)


def test_staff_give_a_number_by_hand(practice: Practice) -> None:
    practice.staff("book", name="Cem", date=TUESDAY)
    assert [(one.status, one.token_number) for one in practice.bookings] == [("confirmed", 1)]
    assert practice.replies == []


def test_a_number_nobody_called_expires_when_its_day_is_over(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.does("book", date=MONDAY)
    practice.passes(hours=8)
    assert practice.ticks() == []
    practice.passes(hours=1, minutes=1)
    practice.ticks()
    assert [one.status for one in ana.bookings] == ["expired"]
