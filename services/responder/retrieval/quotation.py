"""What of a passage to quote for a question: the sentences or rows that answer, of a FAQ entry its answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.responder.retrieval.grams import grams, normalised
from services.responder.retrieval.index import Passage, SearchIndex
from services.responder.retrieval.sentences import Unit, units
from services.responder.retrieval.stopwords import content_words

CHARACTERS_MAX = 400

SHARED_MIN = 0.08
"""Coverage below which a sentence shares no more with the question than chance: another language, usually."""

ALIKE = 0.9
"""Rows that match at least this well beside the best one are quoted with it."""

NEARNESS_WEIGHT = 5.0
"""Cosines of a passage's sentences differ by hundredths where coverages differ by tenths."""


class Asked:
    """A question's grams, weighted by how rare they are in the owner's documents, and whether it is foreign to them."""

    def __init__(self, question: str, index: SearchIndex) -> None:
        content = (gram for word in content_words(question) for gram in grams(word))
        self._weights = {gram: index.lexical.rarity(gram) for gram in content}
        self._total = sum(self._weights.values()) or 1.0
        self.foreign = not index.languages.include(normalised(question))

    def coverage(self, text: str) -> float:
        """The share of the weight of the question's content words that a text has."""
        return sum(self._weights.get(gram, 0.0) for gram in set(grams(text))) / self._total


@dataclass(frozen=True)
class Quotation:
    """What a passage says to a question, and how much of the question its best unit or heading has."""

    text: str
    coverage: float


def quotable(passage: Passage) -> list[str]:
    """The units of a passage as they are embedded: each with its heading, and an answer with its question."""
    heading = _own_heading(passage)
    texts: list[str] = []
    question = ""
    for part in units(passage.content):
        question = part.text if part.is_question else question
        said = [part.text] if part.is_question or not question else [question, part.text]
        texts.append(" ".join([f"{heading}:", *said] if heading else said))
    return texts


def quote(asked: Asked, passage: Passage, nearness: Sequence[float] | None = None) -> Quotation:
    """The part of a passage to quote. `nearness` is the cosine of the question and each text of `quotable`, where
    known: with it the right row is found in another language too."""
    parts = units(passage.content)
    coverages = [asked.coverage(part.text) for part in parts]
    heading = asked.coverage(_own_heading(passage))
    return Quotation(
        text=_excerpt(parts, coverages, nearness, heading),
        coverage=max([heading, *coverages]),
    )


def _own_heading(passage: Passage) -> str:
    return passage.heading.split(" > ")[-1]


def _excerpt(
    parts: Sequence[Unit], coverages: Sequence[float], nearness: Sequence[float] | None, heading: float
) -> str:
    """Whole sentences or rows. Where the heading or a question in the text matches best, what follows it is the answer;
    where nothing tells, the passage from its start."""
    if all(part.is_question for part in parts):
        return ""
    shared = max(coverages) >= SHARED_MIN and max(coverages) >= heading
    if not shared and not nearness:
        return _from(parts, 0)
    near = nearness or [0.0] * len(parts)
    matches = [covers + NEARNESS_WEIGHT * (cosine - max(near)) for covers, cosine in zip(coverages, near, strict=True)]
    best = max(range(len(parts)), key=matches.__getitem__)
    if parts[best].is_question:
        return _from(parts, best + 1) or _from(parts, 0)
    if parts[best].is_row:
        return _joined(_rows_alike(parts, coverages, matches, best))
    return _whole_answer(parts, best) or _from(parts, best)


def _rows_alike(parts: Sequence[Unit], coverages: Sequence[float], matches: Sequence[float], best: int) -> list[Unit]:
    """The best row and those that match as well: all rows about the same thing."""
    slack = (1 - ALIKE) * max(coverages[best], SHARED_MIN)
    return [part for part, match in zip(parts, matches, strict=True) if part.is_row and match >= matches[best] - slack]


def _whole_answer(parts: Sequence[Unit], best: int) -> str:
    """The answer that a unit belongs to, where the passage asks and answers, if it can be quoted from its start."""
    question = next((place for place in range(best, -1, -1) if parts[place].is_question), None)
    answer = "" if question is None else _from(parts, question)
    return answer if parts[best].text in answer else ""


def _from(parts: Sequence[Unit], start: int) -> str:
    """The text from one unit on, up to the next question; questions it starts with are skipped."""
    while start < len(parts) and parts[start].is_question:
        start += 1
    end = next((place for place in range(start, len(parts)) if parts[place].is_question), len(parts))
    return _joined(parts[start:end])


def _joined(parts: Sequence[Unit]) -> str:
    """As many whole units as fit, lines kept; a single one that is too long is cut at a word."""
    text = ""
    line = None
    for part in parts:
        longer = part.text if not text else text + (" " if part.line == line else "\n") + part.text
        if text and len(longer) > CHARACTERS_MAX:
            break
        text, line = longer, part.line
    return text if len(text) <= CHARACTERS_MAX else text[: CHARACTERS_MAX - 1].rsplit(None, 1)[0] + "…"
