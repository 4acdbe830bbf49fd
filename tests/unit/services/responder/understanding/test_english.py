"""What customers who write English mean: when, what for, and what they answered."""

from datetime import UTC, date, datetime, time

import pytest

from services.responder.understanding import Intent, find_when, understand
from services.responder.understanding.understood import DayOrder

NOW = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("could I come tomorrow at 9", date(2026, 3, 13), time(9)),
        ("Fri 4pm would suit me", date(2026, 3, 13), time(16)),
        ("quarter to five please", None, time(16, 45)),
        ("half past ten on the 20th", date(2026, 3, 20), time(10, 30)),
        ("in the evening, 6:15", None, time(18, 15)),
        ("the 7th", date(2026, 4, 7), None),
        ("March 1st", date(2027, 3, 1), None),
        ("march 12th at four", date(2026, 3, 12), time(16)),
        ("the day after tomorrow, noon", date(2026, 3, 14), time(12)),
        ("next tuesday around 2", date(2026, 3, 17), time(14)),
        ("tuesday next week", date(2026, 3, 17), None),
        ("in two weeks", date(2026, 3, 26), None),
        ("in 30 minutes", date(2026, 3, 12), time(11, 30)),
        ("a week from friday", date(2026, 3, 20), None),
        ("2026-04-02 14:30", date(2026, 4, 2), time(14, 30)),
        ("thursday at 10", date(2026, 3, 19), time(10)),  # ten has passed today
        ("thursday at 3", date(2026, 3, 12), time(15)),
        ("not monday, tuesday at 3", date(2026, 3, 17), time(15)),
        ("may I come on May 5th at 5?", date(2026, 5, 5), time(17)),
        ("Friday the 13th", date(2026, 3, 13), None),
        ("twenty past nine", None, time(9, 20)),
        ("half ten", None, time(10, 30)),
    ],
)
def test_days_and_times_are_read(text: str, day: date | None, at: time | None) -> None:
    """A day or a clock time, alone or together, resolves ahead of now."""
    wish = find_when(text, now=NOW, language="en")
    assert wish is not None
    assert (wish.date, wish.time) == (day, at)


@pytest.mark.parametrize(
    "text",
    [
        "do you answer 24/7?",
        "I have 3 children",
        "call me on 555-123-4567",
        "it costs $45, right?",
        "just a second",
        "I sat outside",
        "may I ask something",
        "we live at 10 Orchard Street",
        "I was there last friday",
        "good morning",
        "which one is better",
        "a table for 4",
        "you were closed yesterday",
        "the 3rd floor",
        "I am 42 years old",
    ],
)
def test_words_about_other_things_are_no_wish(text: str) -> None:
    """Prices, phones, ages, counts, greetings and the past ask for no day and no time."""
    assert find_when(text, now=NOW, language="en") is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I want to book a haircut for saturday", Intent.book),
        ("can I come in on friday?", Intent.book),
        ("anything free on thursday?", Intent.availability),
        ("what times do you have tomorrow?", Intent.availability),
        ("I need to reschedule", Intent.move),
        ("could we move it to monday", Intent.move),
        ("sorry, I can't make it", Intent.cancel),
        ("please cancel my appointment", Intent.cancel),
        ("I can't make it on Friday, can we do Monday?", Intent.move),
        ("when is my appointment?", Intent.show_bookings),
        ("how long is the wait right now", Intent.queue_position),
        ("let me talk to a real person", Intent.person),
        ("STOP", Intent.stop),
        ("START", Intent.start),
        ("what are your opening hours tomorrow?", Intent.question),
        ("how much is a cleaning?", Intent.question),
        ("is there a fee if I cancel late?", Intent.question),
        ("write me a poem about autumn", Intent.off_topic),
        ("hello there", Intent.greeting),
        ("thank you so much", Intent.thanks),
        ("bye", Intent.goodbye),
        ("yes please", Intent.yes),
        ("no thanks", Intent.no),
        ("👍", Intent.yes),
        ("", Intent.unknown),
    ],
)
def test_an_intent_is_told_by_its_words(text: str, intent: Intent) -> None:
    assert understand(text, now=NOW).intent is intent


def test_an_answer_to_what_the_desk_asked_is_understood() -> None:
    """Bare words mean what was asked for."""
    assert understand("15", now=NOW, asked="date").wish is not None
    assert understand("10", now=NOW, asked="time").wish is not None
    assert understand("10", now=NOW).wish is None
    assert understand("Maria Lopez", now=NOW, asked="name").name == "Maria Lopez"
    assert understand("my knee hurts", now=NOW, asked="reason").reason == "my knee hurts"
    assert understand("the second one", now=NOW, asked="choice").choice == 2
    assert understand("no, friday instead", now=NOW, asked="confirm").intent is Intent.no


def test_details_are_taken_from_the_request() -> None:
    """A name and a reason given in passing are kept."""
    understood = understand("My name is Tom Baker, I need an appointment for a root canal on monday", now=NOW)
    assert (understood.name, understood.reason) == ("Tom Baker", "root canal")


def test_a_question_beside_the_booking_is_noticed() -> None:
    assert understand("Book me tomorrow at 10. Do you take cards?", now=NOW).also_question
    assert understand("book me tomorrow at 10 and how much is it?", now=NOW).also_question
    assert not understand("Can you book me tomorrow at 10?", now=NOW).also_question


def test_a_moved_booking_goes_to_the_second_day() -> None:
    """Of the day left and the day wanted, the wish is the day wanted."""
    wish = understand("move my appointment from monday to wednesday", now=NOW).wish
    assert wish is not None
    assert wish.date == date(2026, 3, 18)


def test_a_range_keeps_both_ends() -> None:
    wish = find_when("between 2 and 4 on friday", now=NOW, language="en")
    assert wish is not None
    assert (wish.date, wish.time, wish.until) == (date(2026, 3, 13), time(14), time(16))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("this weekend", date(2026, 3, 14)),
        ("sometime next week", date(2026, 3, 16)),
        ("later this week", date(2026, 3, 12)),
        ("in November", date(2026, 11, 1)),
        ("as soon as possible", None),
    ],
)
def test_a_period_asks_for_the_earliest_place_from_its_first_day(text: str, day: date | None) -> None:
    wish = find_when(text, now=NOW, language="en")
    assert wish is not None
    assert (wish.date, wish.earliest) == (day, True)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("04/05", "dmy", date(2026, 5, 4)),
        ("04/05", "mdy", date(2026, 4, 5)),
        ("25/04", "mdy", date(2026, 4, 25)),  # only one order makes a date
    ],
)
def test_a_numeric_date_follows_the_owners_order(text: str, order: DayOrder, day: date) -> None:
    wish = find_when(text, now=NOW, language="en", day_order=order)
    assert wish is not None
    assert wish.date == day


def test_only_an_end_is_kept_as_an_end() -> None:
    wish = find_when("before 3pm tomorrow", now=NOW, language="en")
    assert wish is not None
    assert (wish.time, wish.until) == (None, time(15))


def test_an_open_hour_leans_towards_the_business_day() -> None:
    """ "At eight" is in the morning for a clinic and in the evening for a restaurant."""
    clinic = find_when("at 8", now=NOW, language="en", prefer_open=(time(8), time(17)))
    restaurant = find_when("at 8", now=NOW, language="en", prefer_open=(time(17), time(23)))
    assert clinic is not None
    assert restaurant is not None
    assert (clinic.time, restaurant.time) == (time(8), time(20))


def test_a_farewell_that_names_the_day_books_nothing() -> None:
    assert understand("Thanks! See you on Monday", now=NOW).intent is not Intent.book


def test_people_and_questions_are_no_reason() -> None:
    assert understand("Could I book a cleaning for my son on March 20?", now=NOW).reason == "cleaning"
    assert understand("I have a question", now=NOW).reason is None
    assert understand("Call me Priya", now=NOW, asked="name").name == "Priya"
    assert understand("why do you need it?", now=NOW, asked="name").name is None
