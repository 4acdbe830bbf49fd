"""Text into words: spans in the original, compared without case, accents or script-specific digits."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 4096  # WhatsApp's own limit for a text message, in characters

# Combining marks that \w leaves out but that belong to a word: Latin accents, Devanagari vowels, Arabic harakat.
_MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u064b-\u065f\u0670"
_MERIDIEM = r"[aApP]\.\s?[mM]\b\.?"
_ADDRESS = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\w+"
_TOKEN = re.compile(rf"{_ADDRESS}|{_MERIDIEM}|(?:[^\W\d_]|[{_MARKS}])+|\d+|\n|[^\s\w]|_")
_IS_MERIDIEM = re.compile(_MERIDIEM).fullmatch
# Marks nobody agrees on whether to write; quotes join what they stand between ("o'clock", "10'da").
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_ALIKE = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ı": "i", "ß": "ss", "ø": "o", "ł": "l"})
_QUOTES = frozenset("'’‘`´\"“”ʼ")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark, and where it stands in the message."""

    text: str  # folded
    start: int
    end: int
    kind: str  # "word", "number" or "mark"
    glued: bool  # nothing stands between it and the token before

    @property
    def number(self) -> int:
        """The value of a number token; -1 for one too long to be a date, a time or a count."""
        return int(self.text) if len(self.text) <= 9 else -1


def fold(word: str) -> str:
    """The form in which words are compared: lower case, no accents, letters that are typed alike made alike."""
    if word.isascii():
        return word.lower()
    lowered = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold())).translate(_ALIKE)
    return unicodedata.normalize("NFC", lowered)


def digits(text: str) -> str:
    """The text with every decimal digit of any script written 0 to 9; the length stays."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def tokenise(text: str) -> list[Token]:
    """The tokens of a message's first `LONGEST` characters. Quotes, and hyphens inside words, only separate."""
    tokens: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(digits(text[:LONGEST])):
        raw = match.group()
        glued = match.start() == end
        if raw in _QUOTES:
            end = match.end() if glued else end
            continue
        kind = _kind(raw)
        if kind == "word" and len(tokens) > 1 and tokens[-1].text == "-" and tokens[-2].kind == "word":
            tokens.pop()
        tokens.append(Token(_form(raw, kind), match.start(), match.end(), kind, glued))
        end = match.end()
    return tokens


def _kind(raw: str) -> str:
    if raw[0].isdecimal():
        return "number"
    return "word" if raw[0].isalpha() or unicodedata.category(raw[0])[0] == "M" else "mark"


def _form(raw: str, kind: str) -> str:
    if kind != "word":
        return raw
    return raw[0].lower() + "m" if _IS_MERIDIEM(raw) else fold(raw)
