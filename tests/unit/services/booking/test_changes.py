"""Moving, cancelling and looking up what is booked, as a customer meets it."""

from datetime import timedelta

import pytest

from libs.common.choices import ChoiceId
from tests.unit.services.booking.practice import MONDAY, Practice, titles

TUESDAY = MONDAY + timedelta(days=1)
WEDNESDAY = MONDAY + timedelta(days=2)


def test_a_move_takes_the_new_place_and_frees_the_old_one(practice: Practice) -> None:
    """Both days' ledgers change together; what was confirmed waits to be confirmed again."""
    ana, ben = practice.customer("ana"), practice.customer("ben")
    booking = ana.is_booked_for(TUESDAY, "10:00")
    reply = ana.does("move", date=WEDNESDAY, time="11:00")
    moved = practice.booking(booking.booking_id)
    assert (moved.status, moved.date, moved.time_slot) == ("pending", WEDNESDAY, "11:00")
    assert (moved.confirmed_at, moved.confirmed_by) == (None, None)
    assert "It was Tuesday 16 June at 10:00, it is now Wednesday 17 June at 11:00." in reply.text
    assert [(update.was, update.status) for update in practice.updates] == [("confirmed", "pending")]
    assert "is free" in ben.does("book", date=TUESDAY, time="10:00").text
    assert "already taken" in ben.does("book", date=WEDNESDAY, time="11:00").text


def test_a_move_onto_a_taken_place_changes_nothing_and_offers_the_nearest(practice: Practice) -> None:
    ana, ben = practice.customer("ana"), practice.customer("ben")
    booking = ana.is_booked_for(TUESDAY, "10:00")
    ben.has_asked_for(TUESDAY, "11:00")
    reply = ana.does("move", date=TUESDAY, time="11:00")
    assert "already taken" in reply.text
    assert practice.booking(booking.booking_id).time_slot == "10:00"
    ana.taps(reply, "Tue 16 Jun, 11:30")
    assert practice.booking(booking.booking_id).time_slot == "11:30"


def test_a_move_within_the_day_needs_only_a_time(practice: Practice) -> None:
    """ "Can you make it half past ten?" """
    ana = practice.customer("ana")
    booking = ana.is_booked_for(TUESDAY, "10:00")
    ana.does("move", time="10:30")
    assert practice.booking(booking.booking_id).starts_at == booking.starts_at + timedelta(minutes=30)  # type: ignore[operator]


def test_a_move_without_a_time_lists_where_to(practice: Practice) -> None:
    """Its own place counts as free, and a later page still moves."""
    ana = practice.customer("ana")
    booking = ana.is_booked_for(TUESDAY, "10:00")
    reply = ana.does("move", date=TUESDAY)
    assert reply.text == "Your booking: Tuesday 16 June at 10:00. When would you like to come instead?"
    later = ana.taps(reply, "Later times")
    ana.taps(later, "Tue 16 Jun, 16:30")
    assert practice.booking(booking.booking_id).time_slot == "16:30"


def test_a_move_to_where_it_is_already_says_so(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.is_booked_for(TUESDAY, "10:00")
    assert "already" in ana.does("move", date=TUESDAY, time="10:00").text
    assert [one.status for one in ana.bookings] == ["confirmed"]


def test_a_draft_can_move_and_stays_a_draft(practice: Practice) -> None:
    ana = practice.customer("ana")
    draft = ana.does("book", date=TUESDAY, time="10:00").asks_about
    reply = ana.does("move", booking_id=draft, time="11:00")
    assert "Tuesday 16 June at 11:00 is free" in reply.text
    assert [(one.status, one.time_slot) for one in ana.bookings] == [("draft", "11:00")]


def test_a_cancelled_booking_frees_its_place(practice: Practice) -> None:
    ana, ben = practice.customer("ana"), practice.customer("ben")
    ana.is_booked_for(TUESDAY, "10:00")
    reply = ana.does("cancel")
    assert reply.text == "Your booking for Tuesday 16 June at 10:00 is cancelled."
    assert "is free" in ben.does("book", date=TUESDAY, time="10:00").text


@pytest.mark.parametrize("act", ["cancel", "move"])
def test_which_of_several_is_asked_by_list(practice: Practice, act: str) -> None:
    ana = practice.customer("ana")
    ana.is_booked_for(TUESDAY, "10:00")
    ana.has_asked_for(WEDNESDAY, "11:00")
    reply = ana.does(act)
    assert reply.text == f"Which booking would you like to {act}?"
    assert titles(reply) == ["Tue 16 Jun, 10:00", "Wed 17 Jun, 11:00"]
    assert reply.asks == "choice"
    ana.taps(reply, "Wed 17 Jun, 11:00")
    assert practice.booking(ana.bookings[0].booking_id).status == "confirmed"


def test_a_date_says_which_of_several_to_cancel(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.is_booked_for(TUESDAY, "10:00")
    ana.is_booked_for(WEDNESDAY, "11:00")
    ana.does("cancel", date=WEDNESDAY)
    assert [one.status for one in ana.bookings] == ["confirmed", "cancelled"]


@pytest.mark.parametrize("act", ["cancel", "move", "mine"])
def test_who_has_nothing_booked_is_told_so(practice: Practice, act: str) -> None:
    assert practice.customer("ana").does(act).text == "You have no booking with us at the moment."


def test_what_is_over_cannot_be_moved_or_cancelled_any_more(practice: Practice) -> None:
    ana = practice.customer("ana")
    booking = ana.is_booked_for(MONDAY, "09:00")
    practice.passes(days=1)
    assert "already gone by" in ana.does("cancel", booking_id=booking.booking_id).text
    assert "already gone by" in ana.does("move", booking_id=booking.booking_id, date=WEDNESDAY, time="10:00").text
    assert practice.booking(booking.booking_id).status == "confirmed"


def test_mine_lists_what_is_ahead(practice: Practice) -> None:
    """A draft is not a booking yet; the receipt carries the rows for whoever waits."""
    ana = practice.customer("ana")
    booking = ana.is_booked_for(TUESDAY, "10:00")
    ana.does("book", date=WEDNESDAY, time="10:00")
    reply = ana.does("mine")
    assert reply.text == "Your bookings:\n• Tuesday 16 June at 10:00 – confirmed"
    assert [choice.title for choice in reply.choices] == ["Move it", "Cancel it"]
    assert practice.outcome.answer is not None
    assert [row["bookingId"] for row in practice.outcome.answer["bookings"]] == [booking.booking_id]


@pytest.mark.parametrize("act", ["book", "move", "cancel"])
def test_another_customers_booking_answers_as_if_there_were_none(practice: Practice, act: str) -> None:
    """A choice id comes back from a phone; who sent it decides."""
    ana, eve = practice.customer("ana"), practice.customer("eve")
    booking = ana.has_asked_for(TUESDAY, "10:00")
    stolen = eve.does(act, booking_id=booking.booking_id, date=TUESDAY, time="11:00")
    invented = eve.does(act, booking_id=f"{practice.user_id}:nothing", date=TUESDAY, time="11:00")
    assert stolen.text == invented.text == "I cannot find that booking."
    assert practice.booking(booking.booking_id) == booking


def test_a_choice_id_from_another_conversation_answers_as_if_there_were_none(practice: Practice) -> None:
    ana = practice.customer("ana")
    booking = ana.has_asked_for(TUESDAY, "10:00")
    choice = ChoiceId(act="cancel", booking_id=booking.booking_id).encoded()
    reply = ana.does("cancel", booking_id=booking.booking_id, choice_id=choice, conversation_id="elsewhere")
    assert reply.text == "I cannot find that booking."


def test_an_id_of_another_owner_answers_as_if_there_were_none(practice: Practice) -> None:
    other = Practice(practice.connection)
    booking = other.customer("ana").has_asked_for(TUESDAY, "10:00")
    assert practice.customer("ana").does("cancel", booking_id=booking.booking_id).text == "I cannot find that booking."


@pytest.mark.parametrize("act", ["confirm", "decline", "complete", "no_show", "expire"])
def test_what_is_staffs_or_the_desks_to_do_is_refused_to_customers(practice: Practice, act: str) -> None:
    ana = practice.customer("ana")
    booking = ana.has_asked_for(TUESDAY, "10:00")
    ana.does(act, booking_id=booking.booking_id)
    assert practice.booking(booking.booking_id).status == "pending"
