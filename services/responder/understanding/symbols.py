"""A message as a row of letters: the grammar's view of its words.

Each token or known phrase becomes one letter (`lexicon.compiled.SIGNS` and below), so that a rule of the grammar is a
regular expression over a short string and stays the same in every language.

    N number of one or two digits    Y of four digits    J any other    n number word    O 7th    o seventh
    7 "to" as in "quarter to"
    9 hours, as "heures" or "horas"    8 "until" after its time
    W weekday (w: needs support)     M month (m)         R relative day    P part of the day    H noon
    F half, quarter    K half as in "halb zehn"    A am, pm    U unit of time
    c : between numbers    i . between numbers    l /    h - or –    j ,    z end of sentence    $ money, percent
    f another small word of the language    u a word of content    = already read as a day    _ as a time
"""

from dataclasses import dataclass

from .lexicon.compiled import Lexicon, Value
from .words import Token, tokenise

_MARKS = {":": "c", "/": "l", "-": "h", "–": "h", "—": "h", ",": "j", "،": "j", "~": "h", "@": "t"}
_ENDS = frozenset(".!?;\n¿¡؟।…()[]")
_MONEY = frozenset("$€£₹%¥₺+#&*=")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One letter of the row: its value, and where it stands in the message."""

    letter: str
    value: Value
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message tagged: `letters[i]` is the letter of `symbols[i]`."""

    letters: str
    symbols: tuple[Symbol, ...]
    tokens: tuple[Token, ...]
    lexicon: Lexicon


def read(text: str, lexicon: Lexicon) -> Sentence:
    """The row of letters of a message in one language."""
    tokens = tokenise(text)
    symbols: list[Symbol] = []
    at = 0
    while at < len(tokens):
        symbol, taken = _symbol(tokens, at, lexicon)
        symbols.append(symbol)
        at += taken
    return Sentence("".join(symbol.letter for symbol in symbols), tuple(symbols), tuple(tokens), lexicon)


def _symbol(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Symbol, int]:
    token = tokens[at]
    phrase = _phrase(tokens, at, lexicon)
    if phrase and (token.kind == "word" or phrase[2] > 1):
        letter, value, length = phrase
        return Symbol(letter, value, token.text, token.start, tokens[at + length - 1].end), length
    if token.kind == "number":
        return _number(tokens, at, lexicon)
    if token.kind == "mark":
        return Symbol(_mark(tokens, at), None, token.text, token.start, token.end), 1
    letter = "f" if token.text in lexicon.common else "u"
    return Symbol(letter, None, token.text, token.start, token.end), 1


def _phrase(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[str, Value, int] | None:
    """The longest known form that begins here: its letter, its value, and how many tokens it takes."""
    for rest, letter, value in lexicon.forms.get(tokens[at].text, ()):
        following = tokens[at + 1 : at + 1 + len(rest)]
        if len(following) == len(rest) and all(t.text == word for t, word in zip(following, rest, strict=True)):
            return letter, value, len(rest) + 1
    return None


def _number(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[Symbol, int]:
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if len(token.text) <= 2:
        if following and following.glued and following.text in lexicon.ordinal_endings:
            return Symbol("O", token.number, token.text, token.start, following.end), 2
        return Symbol("N", token.number, token.text, token.start, token.end), 1
    letter = "Y" if len(token.text) == 4 else "J"
    return Symbol(letter, token.number, token.text, token.start, token.end), 1


def _mark(tokens: list[Token], at: int) -> str:
    token = tokens[at]
    if token.text == "." and _joins_number(tokens, at):
        return "i"
    if token.text in _MARKS:
        return _MARKS[token.text]
    if token.text in _ENDS:
        return "z"
    return "$" if token.text in _MONEY else "j"


def _joins_number(tokens: list[Token], at: int) -> bool:
    """A point glued to the number before it ("10.30", "12.03.", "7. März"), or between a word and one ("Oct. 17")."""
    if at == 0 or not tokens[at].glued:
        return False
    return tokens[at - 1].kind == "number" or (at + 1 < len(tokens) and tokens[at + 1].kind == "number")
