"""A sign of danger is found by its words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest.danger import rule
from services.ingest.danger.phrases import PHRASES
from tests.unit.services.ingest.desk import Desk

EVERY_PHRASE = [(code, phrase) for code, phrases in PHRASES.items() for phrase in phrases.split("|")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("My father has CHEST PAIN!!", "en"),
        ("i cant breathe", "en"),
        ("She can’t breathe properly", "en"),
        ("he took too many pills, what do I do", "en"),
        ("I want to kill myself", "en"),
        ("Mir geht es schlecht, starke Schmerzen in der Brust", "de"),
        ("mein Mann atmet nicht mehr", "de"),
        ("me duele el pecho desde hace una hora", "es"),
        ("no puedo respirar", "es"),
        ("No, no puedo respirar", "es"),
        ("Ma mère ne respire plus", "fr"),
        ("j'ai une douleur à la poitrine", "fr"),
        ("estou com dor no peito", "pt"),
        ("mia moglie non respira", "it"),
        ("hij is bewusteloos", "nl"),
        ("nefes alamıyorum", "tr"),
        ("मेरे पिता बेहोश हैं", "hi"),
        ("papa ko seene mein dard hai", "hi"),
        ("ibu saya pingsan", "id"),
        ("ابي لا يتنفس", "ar"),
        ("عندي الم في صدري", "ar"),
    ],
)
def test_signs_of_danger_are_found(text: str, language: str) -> None:
    """However it is written: in capitals, without accents or apostrophes, in the middle of a sentence."""
    sign = rule.find(text)
    assert sign is not None
    assert language in sign.languages


def test_a_sign_is_found_at_the_end_of_the_longest_message_that_can_be_typed() -> None:
    """Whoever is in danger may tell the whole story first."""
    story = "We came home from the sea, and all was well. "
    text = (story * rule.READ_MAX)[: rule.READ_MAX - 20] + " she is unconscious"
    assert rule.find(text) is not None


@pytest.mark.parametrize(
    "text", ["No, chest pain since an hour", "no. She is unconscious", "Nein! Starke Blutung", "لا، بدون. ألم في الصدر"]
)
def test_a_no_that_answers_something_else_denies_nothing(text: str) -> None:
    """It reaches no further than its clause."""
    assert rule.find(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "do you repair my chest freezer?",
        "I am dying to see you!",
        "that price nearly gave me a heart attack",
        "unconscious bias training on Friday, please",
        "this film is breathtaking",
        "is there a choking hazard for small children?",
        "no chest pain, only a check-up please",
        "Ohne Brustschmerzen, nur zur Kontrolle",
        "sin dolor en el pecho",
        "bu filme bayıldı",
        "I'd kill for a haircut tomorrow",
        "my phone died, can I come at 10?",
        "a blood test on an empty stomach?",
        "breathe in, breathe out: yoga at nine?",
        "",
    ],
)
def test_harmless_words_are_none(text: str) -> None:
    assert rule.find(text) is None


@pytest.mark.parametrize("language", PHRASES)
def test_every_phrase_is_found_in_its_own_language(language: str) -> None:
    for phrase in PHRASES[language].split("|"):
        sign = rule.find(f"... {phrase.upper()}!")
        assert sign is not None, phrase
        assert language in sign.languages


@given(st.sampled_from(EVERY_PHRASE), st.text(max_size=20), st.text(max_size=20))
def test_a_part_of_a_word_is_never_a_sign(pair: tuple[str, str], before: str, after: str) -> None:
    """Letters on either side make it another word."""
    _, phrase = pair
    assert rule.find(f"xq{phrase.replace(' ', 'q')}xq") is None
    assert rule.find(f"{before}\n. {phrase} .\n{after}") is not None


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert rule.find(text) == rule.find(unicodedata.normalize("NFC", text))


async def test_the_owners_words_are_read_once_in_half_a_minute(desk: Desk) -> None:
    """A message costs no document for them while they are fresh."""
    await desk.writes("Hello")
    await desk.writes("Are you there?")
    before = desk.reads
    desk.passes(seconds=31)
    await desk.writes("Still?")
    assert desk.reads == before + 1
