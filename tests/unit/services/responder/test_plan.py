"""What to do about a customer's words, and what a bare answer means."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from libs.common.choices import ChoiceId
from libs.common.entities import Conversation
from services.responder.plan import AskBooking, HandOver, LookUp, Say, planned, tapped
from services.responder.understanding import Understood, understand

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)  # a Monday
TODAY = NOW.date()


def conversation(**fields: Any) -> Conversation:
    given: dict[str, Any] = {
        "conversation_id": "ana:c1",
        "user_id": "ana",
        "channel": "whatsapp",
        "participant_key": "ana:p1",
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Conversation.model_validate(given | fields)


def heard(text: str, left_with: Conversation) -> Understood:
    return understand(text, now=NOW, asked=left_with.asks, language="en")


def plan(text: str, **left_with: Any) -> object:
    thread = conversation(**left_with)
    return planned(heard(text, thread), thread)


@pytest.mark.parametrize(
    ("text", "act", "date", "time"),
    [
        ("Can I come tomorrow at 10?", "book", dt.date(2026, 3, 3), "10:00"),
        ("What times are free on Friday?", "show", dt.date(2026, 3, 6), None),
        ("I need to move my appointment to Thursday", "move", dt.date(2026, 3, 5), None),
        ("Please cancel my appointment", "cancel", None, None),
    ],
)
def test_the_calendar_is_asked_what_the_words_wish(text: str, act: str, date: dt.date | None, time: str | None) -> None:
    asked = plan(text)
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.date, asked.time) == (act, date, time)


def test_a_time_alone_is_on_the_day_that_was_talked_about() -> None:
    asked = plan("at 3 pm", asks="time", asks_date=dt.date(2026, 3, 5))
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.date, asked.time) == ("book", dt.date(2026, 3, 5), "15:00")


def test_a_time_alone_moves_the_booking_that_was_talked_about() -> None:
    asked = plan("at 3 pm", asks="time", asks_date=dt.date(2026, 3, 5), asks_about="ana:b1")
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.booking_id) == ("move", "ana:b1")


def test_another_time_instead_of_a_yes_is_a_new_wish() -> None:
    """The draft is not moved: a new wish replaces it."""
    asked = plan("no, make it 11:30 tomorrow", asks="confirm", asks_about="ana:b1", offered=[yes("ana:b1")])
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.time, asked.booking_id) == ("book", "11:30", None)


def yes(booking_id: str) -> str:
    return ChoiceId(act="yes", booking_id=booking_id).encoded()


def no(booking_id: str) -> str:
    return ChoiceId(act="no", booking_id=booking_id).encoded()


def test_a_written_yes_is_the_button_yes() -> None:
    asked = plan("Yes please", asks="confirm", offered=[yes("ana:b1"), no("ana:b1")])
    assert asked == tapped(yes("ana:b1"))
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.booking_id) == ("book", "ana:b1")


def test_a_written_no_lets_the_draft_go() -> None:
    asked = plan("no thanks", asks="confirm", offered=[yes("ana:b1"), no("ana:b1")])
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.booking_id) == ("cancel", "ana:b1")


def test_a_yes_to_nothing_books_nothing() -> None:
    assert plan("yes") == LookUp()


def test_yes_to_asking_the_team_asks_the_team() -> None:
    assert isinstance(plan("yes please", offered=[ChoiceId(act="person").encoded()]), HandOver)


def test_the_second_one_is_the_second_row() -> None:
    rows = [ChoiceId(act="book", date="2026-03-03", time=time).encoded() for time in ("09:00", "09:30", "10:00")]
    asked = plan("the second one", asks="choice", offered=rows)
    assert isinstance(asked, AskBooking)
    assert (asked.act, asked.time) == ("book", "09:30")


def test_who_wants_a_person_gets_one() -> None:
    assert isinstance(plan("Can I talk to a human please"), HandOver)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("Hello!", "greeting"), ("Thank you so much", "thanks"), ("Write me an essay about Rome", "off_topic")],
)
def test_a_phrase_of_our_own(text: str, phrase: str) -> None:
    assert plan(text) == Say(phrase)  # type: ignore[arg-type]


def test_a_question_is_looked_up() -> None:
    assert plan("How much is a cleaning?") == LookUp()


@given(st.text(max_size=200))
def test_whatever_id_comes_back_from_a_phone_means_something_harmless(text: str) -> None:
    """An id is a wish: it is never trusted, and never breaks anything."""
    assert isinstance(tapped(text), AskBooking | HandOver | LookUp | Say)


@given(st.sampled_from(["book", "yes", "move", "show"]), st.text("0123456789-W", max_size=12))
@example("book", "000101010-")
@example("book", "2026-W01-1")
def test_a_date_that_is_none_is_left_out(act: str, date: str) -> None:
    if date == "-":
        return
    asked = tapped(ChoiceId.model_validate({"act": act, "date": date}).encoded())
    assert isinstance(asked, AskBooking)
    assert asked.date is None or asked.date.isoformat() == date
