"""Whom to call is said in every language in which a sign is known."""

from services.ingest.danger.phrases import PHRASES
from services.ingest.danger.wording import warning

LANGUAGES = ["en", "es", "de", "fr", "pt", "it", "nl", "tr", "hi", "id", "ar"]


def test_there_are_words_and_warnings_in_every_language() -> None:
    assert sorted(PHRASES) == sorted(LANGUAGES)
    for code in LANGUAGES:
        known = warning(code, number="112", contact="+49 30 1")
        assert "112" in known
        assert "+49 30 1" in known
        assert "{" not in known + warning(code, number=None, contact="")
    assert warning("sw", number="112", contact="") == warning("en", number="112", contact="")
