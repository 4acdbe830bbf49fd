"""What ingest tells customers."""

import re
from typing import get_args

import pytest

from services.ingest import keywords, wording

LANGUAGES = {"en", "es", "de", "fr", "pt", "it", "nl", "tr", "hi", "id", "ar"}


@pytest.mark.parametrize("sentence", get_args(wording.Sentence))
def test_every_sentence_is_said_in_every_language(sentence: wording.Sentence) -> None:
    assert wording.languages(sentence) == LANGUAGES
    assert len({wording.say(sentence, language) for language in LANGUAGES}) == len(LANGUAGES)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_word_that_brings_a_customer_back_is_one_that_is_understood(language: str) -> None:
    (shouted,) = re.findall(r"\b[A-ZŞ]{4,}\b", wording.say("stopped", language))
    word = keywords.read(shouted)
    assert word is not None
    assert word.wish == "start"


def test_a_region_is_read_as_its_language_and_an_unknown_language_as_english() -> None:
    assert wording.say("started", "pt-BR") == wording.say("started", "pt")
    assert wording.say("started", "PT_br") == wording.say("started", "pt")
    assert wording.say("started", "xx") == wording.say("started", None) == wording.say("started", "en")
