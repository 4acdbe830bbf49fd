"""What staff decide, and how their customer hears of it."""

from datetime import timedelta

import pytest

from tests.unit.services.booking.practice import MONDAY, Practice

TUESDAY = MONDAY + timedelta(days=1)


def test_a_confirmation_is_told_to_its_customer(practice: Practice) -> None:
    """In their language, in their conversation, closing no turn; the receipt holds the booking."""
    ana = practice.customer("ana")
    booking = ana.has_asked_for(TUESDAY, "10:00")
    practice.staff("confirm", booking, note="Bring your reports")
    (reply,) = practice.replies
    assert reply.text == ("Good news: your booking is confirmed. Tuesday 16 June at 10:00.\n\nBring your reports")
    assert (reply.conversation_id, reply.turn, reply.answers, reply.author) == ("conversation-ana", None, (), "booking")
    confirmed = practice.booking(booking.booking_id)
    assert (confirmed.status, confirmed.confirmed_by, confirmed.staff_note) == (
        "confirmed",
        "rita",
        "Bring your reports",
    )
    assert practice.outcome.code == "done"
    assert practice.outcome.answer == {"booking": confirmed.model_dump(mode="json", by_alias=True)}


@pytest.mark.parametrize(
    ("act", "status", "words"),
    [
        ("decline", "declined", "Sorry, we cannot take your booking for Tuesday 16 June at 10:00."),
        ("cancel", "cancelled", "We are sorry, but we had to cancel your booking for Tuesday 16 June at 10:00."),
    ],
)
def test_what_staff_turn_down_frees_its_place(practice: Practice, act: str, status: str, words: str) -> None:
    ana, ben = practice.customer("ana"), practice.customer("ben")
    booking = ana.has_asked_for(TUESDAY, "10:00")
    practice.staff(act, booking)
    assert [reply.text for reply in practice.replies] == [words]
    assert practice.booking(booking.booking_id).status == status
    assert "is free" in ben.does("book", date=TUESDAY, time="10:00").text


@pytest.mark.parametrize(("act", "status"), [("complete", "completed"), ("no_show", "no_show")])
def test_a_visit_is_marked_as_it_went(practice: Practice, act: str, status: str) -> None:
    booking = practice.customer("ana").is_booked_for(TUESDAY, "10:00")
    practice.staff(act, booking)
    assert practice.booking(booking.booking_id).status == status
    assert len(practice.replies) == 1


def test_a_decision_that_is_not_open_any_more_is_refused_in_the_receipt(practice: Practice) -> None:
    """Nobody is written to."""
    booking = practice.customer("ana").has_asked_for(TUESDAY, "10:00")
    practice.staff("decline", booking)
    practice.staff("confirm", booking)
    assert (practice.outcome.code, practice.replies) == ("settled", [])
    assert practice.outcome.answer == {"words": "This booking cannot be changed: Tuesday 16 June at 10:00, declined."}


def test_staff_book_by_hand_and_it_is_confirmed_at_once(practice: Practice) -> None:
    """Somebody rang up: there is no conversation, so nobody is written to."""
    practice.staff("book", date=TUESDAY, time="10:00", name="Cem", phone="+49151000")
    assert practice.replies == []
    (booking,) = practice.bookings
    assert (booking.status, booking.name, booking.phone) == ("confirmed", "Cem", "+49151000")
    assert (booking.confirmed_by, booking.actor) == ("rita", "staff")
    assert "already taken" in practice.customer("ana").does("book", date=TUESDAY, time="10:00").text


def test_staff_who_book_a_taken_place_read_what_is_free(practice: Practice) -> None:
    practice.customer("ana").has_asked_for(TUESDAY, "10:00")
    practice.staff("book", date=TUESDAY, time="10:00", name="Cem")
    assert (practice.outcome.code, practice.replies) == ("slot_taken", [])
    assert practice.outcome.answer is not None
    assert practice.outcome.answer["words"].startswith("Tuesday 16 June at 10:00 is already taken.")
    assert {"date": "2026-06-16", "time": "10:30"} in practice.outcome.answer["free"]


def test_staff_see_what_is_free_in_the_receipt(practice: Practice) -> None:
    practice.sets(enabled=False)
    practice.staff("show", date=TUESDAY)
    assert practice.outcome.answer is not None
    assert practice.outcome.answer["free"][0] == {"date": "2026-06-16", "time": "09:00"}


def test_what_staff_move_stays_confirmed(practice: Practice) -> None:
    booking = practice.customer("ana").is_booked_for(TUESDAY, "10:00")
    practice.staff("move", booking, date=TUESDAY, time="11:00", note="Dr. Roth is away in the morning.")
    moved = practice.booking(booking.booking_id)
    assert (moved.status, moved.time_slot) == ("confirmed", "11:00")
    (reply,) = practice.replies
    assert reply.text == (
        "We have moved your booking. It was Tuesday 16 June at 10:00, it is now Tuesday 16 June at 11:00."
        "\n\nDr. Roth is away in the morning."
    )
    assert moved.staff_note == "Dr. Roth is away in the morning."


def test_a_booking_that_does_not_exist_is_refused(practice: Practice) -> None:
    practice.staff("confirm", booking_id="nothing")
    assert practice.outcome.code == "not_found"
