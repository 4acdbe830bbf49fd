"""STOP and START, in whatever script and shouting, but only as the whole message."""

import pytest

from services.ingest import keywords


@pytest.mark.parametrize(
    ("text", "wish", "language"),
    [
        ("STOP", "stop", None),
        ("  Stop!! ", "stop", None),
        ("/stop", "stop", None),
        ("🛑 Stop", "stop", None),
        ("ＳＴＯＰ", "stop", None),
        ("Baja", "stop", "es"),
        ("Stopp.", "stop", "de"),
        ("ARRÊT", "stop", "fr"),
        ("Parar", "stop", "pt"),
        ("Annulla  iscrizione", "stop", "it"),
        ("Afmelden", "stop", "nl"),
        ("DURDUR", "stop", "tr"),
        ("बंद करें", "stop", "hi"),
        ("Berhenti", "stop", "id"),
        ("إيقاف", "stop", "ar"),
        ("start", "start", None),
        ("BAŞLAT", "start", "tr"),
        ("शुरू करें", "start", "hi"),
        ("ابدأ", "start", "ar"),
    ],
)
def test_a_word_alone_is_a_wish(text: str, wish: str, language: str | None) -> None:
    word = keywords.read(text)
    assert word is not None
    assert (word.wish, word.language) == (wish, language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!",
        "Please stop by at ten",
        "stop?",
        "Does the bus stop at your door",
        "cancel",  # that is about a booking
        "end",
        "बंद?",
        "stop " * 900,
    ],
)
def test_anything_else_is_a_message(text: str) -> None:
    assert keywords.read(text) is None
