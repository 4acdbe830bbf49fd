"""The way in: one message, understood without a language model."""

from collections.abc import Sequence
from datetime import datetime, time

from .cues import Clause, clauses
from .day import Now
from .details import find_choice, find_name, find_reason
from .intents import Judged, judge
from .language import detect_language
from .lexicon.compiled import lexicon
from .symbols import read
from .understood import Asked, DayOrder, Intent, Understood
from .when import BUSINESS_DAY, Words, look, resolve

_VAGUE = frozenset(
    {Intent.unknown, Intent.person, Intent.greeting}
)  # "call me Ana" asks for no call where a name was asked


def understand(
    text: str,
    *,
    now: datetime,
    asked: Asked | None = None,
    language: str | None = None,
    day_order: DayOrder = "dmy",
    prefer_open: tuple[time, time] = BUSINESS_DAY,
) -> Understood:
    """What a customer's message says, as far as its words tell.

    `now` is aware, in the owner's timezone. `asked` is what the desk's last message left the customer with, so that
    "Thursday" or "10" is an answer; an answer that gives a detail reads as `Intent.book`, whatever the desk was about.
    `language` is the one spoken so far. `prefer_open` is the business day towards which "at four" leans.
    """
    spoken = detect_language(text, language)
    known = lexicon(spoken)
    setting = Now(now, day_order, asked)
    sentence = read(text, known)
    words = look(sentence, setting)
    parts = clauses(sentence.tokens, known)
    judged = judge(parts, _wishes(words, parts), known, asked, only_soon=words.only_soon)
    name = find_name(text, parts, known, asked_for_it=asked == "name")
    reason = find_reason(text, parts, known, asked_for_it=asked == "reason")
    choice = find_choice(text, parts, known) if asked == "choice" else None
    if judged.intent in _VAGUE and (choice or (asked in ("name", "reason") and (name or reason))):
        judged = Judged(Intent.book, 0.7)
    return Understood(
        intent=judged.intent,
        wish=resolve(words, text, setting, prefer_open, moving=judged.intent is Intent.move),
        name=name,
        reason=reason,
        choice=choice,
        language=spoken,
        confidence=judged.confidence,
        also_question=judged.also_question,
    )


def _wishes(words: Words, parts: Sequence[Clause]) -> list[int]:
    """How many days or times each clause names."""
    starts = words.starts()
    ends = [part.tokens[-1].end for part in parts]
    counts = [0] * len(parts)
    for start in starts:
        counts[next((at for at, end in enumerate(ends) if start < end), -1)] += 1
    return counts
