"""How many tokens a text is to an embedding, near enough to cut by, without its vocabulary."""

from bisect import bisect

_SCRIPTS = (
    (0x0000, 0.27),  # Latin, Greek, Cyrillic: 3.7 characters a token at worst in running text
    (0x0590, 0.36),  # Hebrew, Arabic, the scripts of India
    (0x0E00, 0.30),  # Thai, Lao
    (0x0F00, 0.40),
    (0x1E00, 0.27),  # more Latin and Greek
    (0x2000, 0.50),  # punctuation and signs
    (0x2E80, 0.75),  # Chinese and Japanese
    (0xAC00, 0.55),  # Korean
    (0xD7B0, 1.00),  # pictures and everything rare
)
"""From which code point on a character is how much of a token; by multilingual-e5-small's tokenizer, rounded up."""

_STARTS = [start for start, _ in _SCRIPTS]
_SHARES = [share for _, share in _SCRIPTS]


def estimated_tokens(text: str) -> float:
    """About how many tokens a text is: within a fifth for prose in one of the languages measured."""
    if text.isascii():
        return len(text) * _SHARES[0]
    return sum(_SHARES[bisect(_STARTS, ord(character)) - 1] for character in text)


def fitting(text: str, tokens_max: float) -> int:
    """How many of the text's first characters are at most so many tokens; at least one."""
    tokens = 0.0
    for place, character in enumerate(text):
        tokens += _SHARES[bisect(_STARTS, ord(character)) - 1]
        if tokens > tokens_max:
            return max(1, place)
    return len(text)
