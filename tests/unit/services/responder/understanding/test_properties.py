"""What holds for any text at all."""

import time as clock
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.responder.understanding import detect_language, find_when, understand
from services.responder.understanding.lexicon.compiled import TABLES, lexicon
from services.responder.understanding.understood import Asked
from services.responder.understanding.words import LONGEST, digits, tokenise

ZONES = [ZoneInfo("Asia/Kolkata"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland"), UTC]
minutes = st.integers(0, 20 * 366 * 24 * 60)
moments = st.tuples(minutes, st.sampled_from(ZONES)).map(
    lambda pair: (datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=pair[0])).astimezone(pair[1])
)
languages = st.sampled_from(sorted(TABLES))
asked = st.sampled_from([None, *get_args(Asked)])


@st.composite
def talk(draw: st.DrawFn) -> tuple[str, str]:
    """A language and a jumble of its own date and time words, numbers and marks."""
    language = draw(languages)
    words = sorted(lexicon(language).forms)
    pieces = st.one_of(
        st.sampled_from(words),
        st.integers(0, 9999).map(str),
        st.sampled_from([":", ".", "/", "-", ",", "?", "th", "am", "pm", "h", "31", "29", "02", "00", "24"]),
    )
    glue = draw(st.sampled_from([" ", ""]))
    return language, glue.join(draw(st.lists(pieces, max_size=9)))


@given(text=st.text(max_size=120), now=moments, asked=asked)
@settings(deadline=None, max_examples=150)
def test_any_text_is_understood_somehow(text: str, now: datetime, asked: Asked | None) -> None:
    """No text of any script raises, and the language is always told."""
    assert understand(text, now=now, asked=asked).language


@given(said=talk(), now=moments, asked=asked)
@settings(deadline=None, max_examples=400)
def test_a_wish_is_never_on_a_past_date(said: tuple[str, str], now: datetime, asked: Asked | None) -> None:
    """Whatever is said about days, what comes out lies ahead, and the text it came from is part of the message."""
    language, text = said
    wish = find_when(text, now=now, language=language, asked=asked)
    if wish is not None:
        assert wish.date is None or wish.date >= now.date()
        assert wish.text in text


@given(said=talk(), now=moments)
@settings(deadline=None, max_examples=100)
def test_reading_twice_says_the_same(said: tuple[str, str], now: datetime) -> None:
    language, text = said
    assert understand(text, now=now, language=language) == understand(text, now=now, language=language)


@given(text=st.text(alphabet=st.characters(categories=["Nd", "Ll", "Zs"]), max_size=60))
def test_digits_of_any_script_become_0_to_9_once(text: str) -> None:
    """Translating digits keeps the length and doing it again changes nothing."""
    assert digits(digits(text)) == digits(text)
    assert len(digits(text)) == len(text)


@given(text=st.text(max_size=200))
def test_tokens_stand_where_they_say(text: str) -> None:
    """Spans follow each other and lie inside the message."""
    tokens = tokenise(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))


@pytest.mark.parametrize("text", ["9 " * LONGEST, "१" * 5000, "tomorrow at 10 " * 400, "the " * 3000, "a.m. " * 900])
def test_the_longest_message_is_read_in_bounded_time(text: str) -> None:
    """A message as long as WhatsApp allows, made of date words alone, costs no more than a moment."""
    began = clock.perf_counter()
    understand(text, now=datetime(2026, 3, 12, 11, tzinfo=UTC))
    assert timedelta(seconds=clock.perf_counter() - began) < timedelta(seconds=3)


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_language_has_the_words_a_desk_needs(language: str) -> None:
    """Seven weekdays, twelve months, today and tomorrow, and the cues of the common intents."""
    letters = [(letter, value) for forms in lexicon(language).forms.values() for _, letter, value in forms]
    assert {value for letter, value in letters if letter in "Ww"} == set(range(7))
    assert {value for letter, value in letters if letter in "Mm"} == set(range(1, 13))
    assert {"0", "1", "2"} <= {value for letter, value in letters if letter == "R"}
    assert {value for letter, value in letters if letter == "n"} >= set(range(1, 13))
    names = {name for cues in lexicon(language).cues.values() for _, name in cues}
    assert names >= {"book_verb", "cancel_verb", "move_verb", "yes", "no", "thanks", "greeting", "ask", "human", "stop"}


def test_a_language_without_a_table_is_read_as_english() -> None:
    assert detect_language("привет, завтра в 10:30") == "ru"
    assert understand("привет 10:30", now=datetime(2026, 3, 12, 11, tzinfo=UTC)).wish is not None
