"""Answers in the documents' own words: the sentences that answer, or nothing where no passage does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.responder.retrieval.index import Hit, SearchIndex
from services.responder.retrieval.judgement import POSSIBLE, Evidence, probability
from services.responder.retrieval.quotation import Asked, Quotation, quote


@dataclass(frozen=True)
class Answer:
    """A quotation. `confidence` is the probability that it answers: above judgement.CONFIDENT it may stand alone."""

    text: str
    source_name: str
    heading: str
    page: int | None
    chunk_id: str
    confidence: float


def answer(
    question: str,
    hits: Sequence[Hit],
    index: SearchIndex,
    *,
    e5: bool = True,
    nearness: Mapping[str, Sequence[float]] | None = None,
) -> Answer | None:
    """The best quotation from the hits of a search in this index, or None when it probably answers nothing.

    `e5` says that the index holds vectors of multilingual-e5-small, on whose cosines the judgement was fitted; with
    any other embedding, and for hits found by words alone, it judges by words. `nearness` holds, for chunk ids, the
    cosines of the question with quotation.quotable; knowing them for the first hit sharpens what is quoted.
    """
    asked = Asked(question, index)
    for place, hit in enumerate(hits):
        passage = index.passage(hit.chunk_id)
        quotation = quote(asked, passage, (nearness or {}).get(hit.chunk_id))
        if not quotation.text:
            continue
        confidence = probability(evidence(asked, hits, place, quotation, e5=e5))
        if confidence < POSSIBLE:
            return None
        return Answer(quotation.text, passage.source_name, passage.heading, passage.page, passage.chunk_id, confidence)
    return None


def evidence(asked: Asked, hits: Sequence[Hit], place: int, quotation: Quotation, *, e5: bool = True) -> Evidence:
    """What speaks for the passage of one hit, beside the others."""
    cosine = hits[place].vector_score
    if not e5 or cosine == 0:
        return Evidence(quotation.coverage, asked.foreign)
    others = [hit.vector_score for number, hit in enumerate(hits) if number != place]
    return Evidence(quotation.coverage, asked.foreign, cosine, cosine - max(others) if others else None)
