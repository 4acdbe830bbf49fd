"""What happens when nobody answers in time."""

from datetime import timedelta

from libs.common.events import Actor
from tests.unit.services.booking.practice import MONDAY, Practice

TUESDAY = MONDAY + timedelta(days=1)


def test_a_hold_that_runs_out_frees_its_place_at_once(practice: Practice) -> None:
    """Before any clock has ticked."""
    practice.customer("ana").does("book", date=TUESDAY, time="10:00")
    practice.passes(minutes=10)
    assert "is free" in practice.customer("ben").does("book", date=TUESDAY, time="10:00").text


def test_a_draft_expires_on_the_tick_after_its_hold_and_its_customer_is_told(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.does("book", date=TUESDAY, time="10:00")
    practice.passes(minutes=9)
    assert practice.ticks() == []
    practice.passes(minutes=1)
    (asked,) = practice.ticks()
    assert (asked.act, asked.actor.kind) == ("expire", "desk")
    assert [one.status for one in ana.bookings] == ["expired"]
    (reply,) = practice.replies
    assert (reply.conversation_id, reply.turn) == ("conversation-ana", None)
    assert "Would you still like it?" in reply.text
    assert [(update.was, update.status, update.by) for update in practice.updates] == [("draft", "expired", "desk")]
    practice.passes(minutes=1)
    assert practice.ticks() == []


def test_an_expired_draft_is_taken_again_while_its_place_is_free(practice: Practice) -> None:
    ana = practice.customer("ana")
    ana.does("book", date=TUESDAY, time="10:00")
    practice.passes(minutes=11)
    practice.ticks()
    (told,) = practice.replies
    assert "as soon as it is confirmed" in ana.taps(told, "Yes, book it").text
    assert "already taken" in practice.customer("ben").does("book", date=TUESDAY, time="10:00").text


def test_an_expired_draft_whose_place_is_gone_gets_the_nearest_offered(practice: Practice) -> None:
    ana = practice.customer("ana")
    asked = ana.does("book", date=TUESDAY, time="10:00")
    practice.passes(minutes=11)
    practice.customer("ben").has_asked_for(TUESDAY, "10:00")
    reply = ana.taps(asked, "Yes, book it")
    assert reply.text.startswith("Tuesday 16 June at 10:00 is already taken.")
    assert len(reply.rows) == 9


def test_a_request_that_nobody_confirmed_expires_when_its_time_comes(practice: Practice) -> None:
    ana = practice.customer("ana")
    booking = ana.has_asked_for(MONDAY, "10:00")
    practice.passes(hours=1, minutes=50)
    assert practice.ticks() == []
    practice.passes(minutes=15)
    practice.ticks()
    assert practice.booking(booking.booking_id).status == "expired"
    assert "was not confirmed in time" in practice.replies[0].text


def test_what_is_confirmed_never_expires(practice: Practice) -> None:
    booking = practice.customer("ana").is_booked_for(MONDAY, "10:00")
    assert list(practice.timers) == []
    practice.passes(days=3)
    practice.ticks()
    assert practice.booking(booking.booking_id).status == "confirmed"


def test_an_expiry_that_comes_too_early_changes_nothing_and_is_asked_again(practice: Practice) -> None:
    """The clock that ticked was ahead of the one that decided."""
    draft = practice.customer("ana").does("book", date=TUESDAY, time="10:00").asks_about
    practice.requests("expire", Actor(kind="desk"), booking_id=draft)
    assert [one.status for one in practice.bookings] == ["draft"]
    assert [timer.booking_id for timer in practice.timers] == [draft]
