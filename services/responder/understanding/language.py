"""Which language a message is in, told by its script and its words."""

from functools import cache

from .lexicon.compiled import TABLES, lexicon
from .words import tokenise

_SCRIPTS = (  # first and last code point, language
    (0x0900, 0x097F, "hi"),
    (0x0600, 0x06FF, "ar"),
    (0x0400, 0x04FF, "ru"),
    (0x0370, 0x03FF, "el"),
    (0x0590, 0x05FF, "he"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0E00, 0x0E7F, "th"),
    (0x3040, 0x30FF, "ja"),
    (0xAC00, 0xD7AF, "ko"),
    (0x4E00, 0x9FFF, "zh"),
)
_LETTERS = {
    "ñ": "es",
    "¿": "es",
    "¡": "es",
    "ß": "de",
    "ã": "pt",
    "õ": "pt",
    "ğ": "tr",
    "ı": "tr",
    "ş": "tr",
    "œ": "fr",
}
_HABIT = 0.75  # how much the language spoken so far weighs, in words
_ENOUGH = 0.3  # less evidence than this is none


def detect_language(text: str, previous: str | None = None) -> str:
    """The BCP-47 code a message is most likely in. Words that say nothing ("10", "ok") leave it as it was."""
    if script := _script(text):
        return script
    votes: dict[str, float] = {previous: _HABIT} if previous else {}
    owners = _owners()
    for token in tokenise(text):
        languages = owners.get(token.text, ()) if token.kind == "word" else ()
        for language in languages:
            votes[language] = votes.get(language, 0.0) + 1 / len(languages)
    for letter, language in _LETTERS.items():
        if letter in text.lower():
            votes[language] = votes.get(language, 0.0) + 0.5
    best = max(votes, key=lambda language: votes[language], default=None)
    return best if best and votes[best] >= _ENOUGH else previous or "en"


def _script(text: str) -> str | None:
    """The language of the first script that is nobody's Latin, if most letters are in it."""
    counts: dict[str, int] = {}
    letters = [ord(char) for char in text if char.isalpha()]
    for code in letters:
        if code > 0x036F:
            language = next((name for first, last, name in _SCRIPTS if first <= code <= last), None)
            if language:
                counts[language] = counts.get(language, 0) + 1
    if not counts:
        return None
    if "ja" in counts:
        return "ja"
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] * 2 >= len(letters) else None


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Each known word and the languages that have it."""
    owners: dict[str, list[str]] = {}
    for language in TABLES:
        for word in lexicon(language).vocabulary:
            owners.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in owners.items()}
