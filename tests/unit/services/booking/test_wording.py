"""Every language says everything, within WhatsApp's limits, and means the same values."""

import re
from datetime import UTC, date, datetime, timedelta
from string import Formatter
from typing import get_args

import pytest

from libs.common.entities import Booking
from libs.common.events.booking import BookingStatus
from services.booking.decisions.results import Later, Listed, Offered, Queues, Which
from services.booking.hours import Place
from services.booking.reply import Said, said
from services.booking.tokens import Outlook
from services.booking.wording import LANGUAGES, language, long_date, say, short_when, when
from services.booking.wording.phrases import Button, Phrase
from tests.unit.services.booking.practice import MONDAY, Practice

YEAR = [date(2026, 1, 1) + timedelta(days=day) for day in range(365)]
THURSDAY = date(2026, 6, 18)
every_language = pytest.mark.parametrize("code", sorted(LANGUAGES))


def holes(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def test_the_eleven_languages_are_there() -> None:
    assert set(LANGUAGES) == {"en", "es", "de", "fr", "pt", "it", "nl", "tr", "hi", "id", "ar"}


@every_language
def test_every_phrase_button_and_status_is_said(code: str) -> None:
    words = LANGUAGES[code]
    assert set(words.phrases) == set(get_args(Phrase))
    assert set(words.buttons) == set(get_args(Button))
    assert set(words.statuses) == set(get_args(BookingStatus))
    counts = [len(names) for names in (words.weekdays, words.weekdays_short, words.months, words.months_short)]
    assert counts == [7, 7, 12, 12]


@every_language
def test_no_phrase_leaves_a_value_out(code: str) -> None:
    """Nor names one that English does not."""
    english, words = LANGUAGES["en"], LANGUAGES[code]
    assert {name: holes(text) for name, text in words.phrases.items()} == {
        name: holes(text) for name, text in english.phrases.items()
    }


@every_language
def test_what_is_tapped_fits_whatsapp(code: str) -> None:
    """Buttons 20 characters, rows 24 and 72, whatever the day."""
    words = LANGUAGES[code]
    assert all(len(title) <= 20 for title in words.buttons.values())
    assert all(len(short_when(words, Place(day, 1410, 1440))) <= 24 for day in YEAR)
    for day in YEAR:
        later = date(2027, day.month, day.day)
        assert len(when(words, Place(later, 1410, 1440), THURSDAY)) <= 72
    look = Outlook(THURSDAY, 1000, 999, datetime(2026, 6, 18, 23, 30, tzinfo=UTC), "23:30")
    queues = said(Queues("tokens_days", THURSDAY, (look,)), code, THURSDAY)
    assert queues.rows[0].description.endswith(say(words, "token_stands", ahead=999, time="23:30"))


@every_language
def test_a_full_list_has_ten_rows_and_a_draft_three_buttons(practice: Practice, code: str) -> None:
    places = tuple(Place(THURSDAY, start, start + 30) for start in range(540, 810, 30))
    offered = said(Offered("free_on", places, day=THURSDAY, later=Later(THURSDAY, "13:30")), code, THURSDAY)
    assert len(offered.rows) == 10
    assert len({row.title for row in offered.rows}) == 10
    assert_fits(offered)
    customer = practice.customer("ana")
    customer.language = code
    reply = customer.does("book", date=MONDAY + timedelta(days=1), time="10:00")
    assert len(reply.choices) == 3
    assert "10:00" in reply.text
    assert reply.language == code


@every_language
def test_what_a_customer_has_booked_fits(practice: Practice, code: str) -> None:
    booking = practice.customer("ana").has_asked_for(MONDAY, "10:00").changed(reason="x" * 300)
    which = said(Which("move", (booking,) * 12), code, MONDAY)
    assert len(which.rows) == 10
    assert_fits(which)
    assert_fits(said(Listed((booking,)), code, MONDAY))


def assert_fits(reply: Said) -> None:
    assert len(reply.button) <= 20
    assert all(len(row.title) <= 24 and len(row.description) <= 72 for row in reply.rows)
    assert all(len(choice.title) <= 20 for choice in reply.choices)
    ids = [row.id for row in reply.rows] + [choice.id for choice in reply.choices]
    assert all(len(one.encode()) <= 200 for one in ids)


@pytest.mark.parametrize(
    ("code", "natural"),
    [
        ("en", "Thursday 18 June at 10:00"),
        ("es", "jueves 18 de junio a las 10:00"),
        ("de", "Donnerstag, 18. Juni, 10:00 Uhr"),
        ("fr", "jeudi 18 juin à 10:00"),
        ("pt", "quinta-feira, 18 de junho, às 10:00"),
        ("it", "giovedì 18 giugno alle 10:00"),
        ("nl", "donderdag 18 juni om 10:00"),
        ("tr", "18 Haziran Perşembe saat 10:00"),
        ("hi", "गुरुवार, 18 जून को 10:00 बजे"),
        ("id", "Kamis, 18 Juni pukul 10:00"),
        ("ar", "الخميس 18 يونيو الساعة 10:00"),
    ],
)
def test_a_moment_is_written_as_people_write_it(code: str, natural: str) -> None:
    assert when(LANGUAGES[code], Place(THURSDAY, 600, 630), THURSDAY) == natural


def test_another_year_is_named_and_this_one_is_not() -> None:
    assert long_date(language("en"), date(2027, 1, 1), THURSDAY) == "Friday 1 January 2027"
    assert long_date(language("fr"), date(2027, 1, 1), THURSDAY) == "vendredi 1er janvier 2027"


def test_a_language_that_has_no_table_reads_english() -> None:
    assert language("pt-BR") is LANGUAGES["pt"]
    assert language("sw") is LANGUAGES["en"]


def test_a_sentence_begins_with_a_capital() -> None:
    assert say(language("it"), "taken", when="giovedì 18 giugno alle 10:00").startswith("Giovedì")


@every_language
def test_every_sentence_begins_with_a_capital(code: str) -> None:
    """Also where the sentence begins with a value: a weekday is written small in most languages."""
    words = LANGUAGES[code]
    moment = when(words, Place(THURSDAY, 600, 630), THURSDAY)
    values = dict.fromkeys(("when", "was", "date", "status", "number", "ahead", "time", "minutes", "count"), moment)
    for phrase in get_args(Phrase):
        text = say(words, phrase, **values).replace(moment, moment.replace(".", ""))
        starts = [sentence.lstrip("¿¡")[:1] for sentence in re.split(r"(?<=[.?!])\s+", text)]
        assert not any(start.islower() for start in starts), text


def test_the_day_of_a_confirmed_booking_begins_its_sentence() -> None:
    text = say(language("es"), "confirmed", when="martes 9 de junio a las 10:00")
    assert text == "Buenas noticias: su cita está confirmada. Martes 9 de junio a las 10:00."


def test_a_booking_without_a_time_is_named_by_its_number() -> None:
    booking = Booking(
        booking_id="x", user_id="x", date=THURSDAY, token_number=7,
        created_at=datetime(2026, 6, 1, tzinfo=UTC), updated_at=datetime(2026, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    assert when(language("de"), booking, THURSDAY) == "Nummer 7 am Donnerstag, 18. Juni"
    assert short_when(language("de"), booking) == "Do, 18. Juni, #7"
