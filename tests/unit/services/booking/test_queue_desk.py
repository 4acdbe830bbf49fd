"""A morning at the desk: who is being served, who waits, and wrong presses taken back."""

from datetime import timedelta
from typing import Any

import pytest

from libs.common.entities import Booking
from tests.unit.services.booking.practice import MONDAY, Practice


@pytest.fixture
def practice(practice: Practice) -> Practice:
    """Ana, Ben and Cem have numbers for today, half an hour each; it is nine."""
    practice.sets(bookingType="token", maxTokensPerDay=10)
    for name in ("ana", "ben", "cem"):
        practice.customer(name).does("book", date=MONDAY)
    practice.passes(hours=1)
    return practice


def line(practice: Practice) -> dict[str, Any]:
    practice.staff("queue")
    assert practice.outcome.answer is not None
    return practice.outcome.answer["queue"]  # type: ignore[no-any-return]


def booking(practice: Practice, name: str) -> Booking:
    return practice.customer(name).bookings[-1]


def waiting(practice: Practice) -> list[tuple[str, int, str]]:
    return [(one["booking"]["name"], one["ahead"], one["time"]) for one in line(practice)["waiting"]]


def test_the_queue_says_who_is_served_and_when_the_others_are_called(practice: Practice) -> None:
    practice.staff("next_token")
    called = practice.now
    shown = line(practice)
    assert (shown["serving"]["name"], shown["since"]) == ("ana", called.isoformat(timespec="microseconds")[:26] + "Z")
    assert waiting(practice) == [("ben", 1, "09:30"), ("cem", 2, "10:00")]
    assert {name: shown[name] for name in ("date", "given", "served", "missed", "gaveUp", "left", "minutesEach")} == {
        "date": "2026-06-15", "given": 3, "served": 0, "missed": 0, "gaveUp": 0, "left": 7, "minutesEach": 30,
    }  # fmt: skip
    assert (practice.replies, practice.updates, practice.outcome.write) == ([], [], [])


def test_the_day_is_counted(practice: Practice) -> None:
    """Who gave up is told from who was not there."""
    practice.staff("next_token")
    practice.staff("complete", booking(practice, "ana"))
    practice.staff("no_show", booking(practice, "ben"))
    practice.customer("cem").does("cancel")
    shown = line(practice)
    assert (shown["served"], shown["missed"], shown["gaveUp"], shown["serving"]) == (1, 1, 1, None)


def test_a_number_is_called_out_of_order(practice: Practice) -> None:
    """Who is first is not there yet: the others keep their order behind whoever is served."""
    practice.staff("next_token", booking(practice, "ben"))
    assert [reply.text for reply in practice.replies] == ["Number 2, it is your turn now. Please come in."]
    assert waiting(practice) == [("ana", 1, "09:30"), ("cem", 2, "10:00")]
    practice.staff("next_token")
    assert line(practice)["serving"]["name"] == "ana"


def test_who_does_not_wait_any_more_is_not_called(practice: Practice) -> None:
    practice.staff("no_show", booking(practice, "ben"))
    practice.staff("next_token", booking(practice, "ben"))
    assert (practice.outcome.code, practice.replies) == ("settled", [])


def test_a_next_that_was_too_early_is_taken_back(practice: Practice) -> None:
    """Who was thought to be done is served on, since when they were; who was called is told to wait."""
    practice.staff("next_token")
    since = line(practice)["since"]
    practice.passes(minutes=10)
    practice.staff("next_token")
    practice.staff("undo", booking(practice, "ben"))
    assert [(reply.conversation_id, reply.text) for reply in practice.replies] == [
        (
            "conversation-ben",
            "That was our mistake: number 2 is still waiting. People ahead of you: 1. Your turn is at about 09:40.",
        )
    ]
    shown = line(practice)
    assert (shown["serving"]["name"], shown["since"], shown["served"], shown["undo"]) == ("ana", since, 0, None)
    assert booking(practice, "ana").status == "confirmed"


def test_a_first_call_is_taken_back(practice: Practice) -> None:
    practice.staff("next_token")
    practice.staff("undo")
    assert line(practice)["serving"] is None
    assert [name for name, *_ in waiting(practice)] == ["ana", "ben", "cem"]


@pytest.mark.parametrize(
    ("called", "told"),
    [
        (
            False,
            "That was our mistake: number 1 is still waiting. People ahead of you: 0. Your turn is at about 09:00.",
        ),
        (True, "Number 1, it is your turn now. Please come in."),
    ],
)
def test_who_was_not_missing_after_all_is_told(practice: Practice, called: bool, told: str) -> None:
    if called:
        practice.staff("next_token")
    practice.staff("no_show", booking(practice, "ana"))
    practice.staff("undo")
    assert [reply.text for reply in practice.replies] == [told]
    assert (line(practice)["missed"], booking(practice, "ana").token_number) == (0, 1)


def test_only_the_press_that_is_meant_is_taken_back(practice: Practice) -> None:
    """Two people at the desk: the other's press in between stands."""
    practice.staff("next_token")
    practice.staff("next_token")
    practice.staff("undo", booking(practice, "ana"))
    assert (practice.outcome.code, practice.replies) == ("nothing_to_undo", [])
    assert line(practice)["serving"]["name"] == "ben"


def test_a_press_is_taken_back_only_while_it_is_fresh(practice: Practice) -> None:
    practice.staff("next_token")
    assert line(practice)["undo"]["bookingId"] == booking(practice, "ana").booking_id
    practice.passes(minutes=16)
    assert line(practice)["undo"] is None
    practice.staff("undo")
    assert practice.outcome.code == "nothing_to_undo"


def test_what_was_called_and_then_cancelled_stays_cancelled(practice: Practice) -> None:
    practice.staff("next_token")
    practice.customer("ana").does("cancel")
    practice.staff("undo")
    assert practice.outcome.code == "nothing_to_undo"


def test_a_place_that_was_sold_again_is_not_given_back(practice: Practice) -> None:
    """Three of three numbers stand; the missed one would be a fourth."""
    practice.sets(dynamicAllocation=True, maxTokensPerDay=3)
    practice.staff("no_show", booking(practice, "cem"))
    practice.customer("dora").does("book", date=MONDAY)
    practice.staff("undo")
    assert practice.outcome.code == "tokens_gone"


def test_only_staff_run_the_queue(practice: Practice) -> None:
    for act in ("queue", "undo", "next_token"):
        assert practice.customer("ana").does(act).text == "Only our staff can do that."


def test_staff_move_a_number_to_another_day_with_a_note(practice: Practice) -> None:
    """The customer reads both numbers and the note."""
    practice.staff("move", booking(practice, "ana"), date=MONDAY + timedelta(days=1), note="The doctor is ill today.")
    (reply,) = practice.replies
    assert reply.text == (
        "We have moved your booking. It was number 1 on Monday 15 June, it is now number 1 on Tuesday 16 June."
        "\n\nThe doctor is ill today."
    )
    moved = booking(practice, "ana")
    assert (moved.actor, moved.staff_note) == ("staff", "The doctor is ill today.")
