"""The owner's words of danger: what may be set, with the reason per field where it may not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from libs.common.entities import DangerWords

WORDS_MAX = 100
WORD_CHARS_MAX = 80
WORD_CHARS_MIN = 3
CONTACT_CHARS_MAX = 200
_FIELDS = ("enabled", "words", "contact")


def revised(
    before: DangerWords | None, user_id: str, values: Mapping[str, Any], now: datetime
) -> tuple[DangerWords, list[dict[str, str]]]:
    """The words with some fields replaced, and what is wrong with the new ones (then nothing is replaced)."""
    before = before or DangerWords(user_id=user_id, updated_at=now)
    errors = [{"field": name, "problem": problem} for name, value in values.items() if (problem := _wrong(name, value))]
    if errors:
        return before, errors
    tidy = {name: _tidy(value) for name, value in values.items()}
    return before.changed(**tidy, updated_at=now), []


def _tidy(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    return tuple(dict.fromkeys(_tidy(one) for one in value)) if isinstance(value, list) else value


def _wrong(name: str, value: object) -> str:
    """What is wrong with a field; empty where nothing is."""
    match name, value:
        case ("enabled", bool()):
            return ""
        case ("contact", str()):
            too_long = len(value) > CONTACT_CHARS_MAX
            return f"This is {len(value):,} characters long; the limit is {CONTACT_CHARS_MAX}." if too_long else ""
        case ("words", list()):
            return _wrong_words(value)
        case _ if name in _FIELDS:
            return {"enabled": "This must be yes or no.", "words": "This must be a list of words."}.get(
                name, "This must be text."
            )
    return f"There is no such setting; there are {', '.join(_FIELDS)}."


def _wrong_words(words: list[object]) -> str:
    if len(words) > WORDS_MAX:
        return f"These are {len(words)} phrases; the limit is {WORDS_MAX}."
    for word in words:
        if not isinstance(word, str):
            return "Every phrase must be text."
        if not WORD_CHARS_MIN <= len(" ".join(word.split())) <= WORD_CHARS_MAX:
            return f"A phrase has {WORD_CHARS_MIN} to {WORD_CHARS_MAX} characters: {word[:WORD_CHARS_MAX]!r} has not."
    return ""
