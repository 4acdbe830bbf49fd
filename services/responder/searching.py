"""Finding passages for a question: what is asked of the embedding, and what it cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from libs.common.embedding.port import Embedding
from libs.common.errors import Failure, Misconfigured, Unavailable
from libs.common.logs import logger
from services.responder.library import Shelf
from services.responder.retrieval.grams import normalised
from services.responder.retrieval.index import Hit
from services.responder.retrieval.quotation import quotable

PASSAGES = 5
"""Passages that an answer may rest on."""
UNITS_MAX = 12
"""Sentences or rows of a passage that are compared with a question in another language, each an embedding."""

_log = logger("responder")


@dataclass(frozen=True)
class Spent:
    """What a model call used, in tokens."""

    model: str
    input_tokens: int
    output_tokens: int


@dataclass(frozen=True)
class Found:
    """The passages for one question, best first. `nearness`: per chunk, the cosine with each quotable part."""

    question: str
    hits: tuple[Hit, ...] = ()
    nearness: Mapping[str, Sequence[float]] = field(default_factory=dict)
    spent: tuple[Spent, ...] = ()


class Search:
    """Searches owners' shelves. Without the embedding it searches by words alone."""

    def __init__(self, embedding: Embedding) -> None:
        self._embedding = embedding

    async def find(self, shelf: Shelf, question: str) -> Found:
        """The best passages. Never raises what the embedding may."""
        if not len(shelf.index):
            return Found(question)
        billed: list[int] = []
        nearness: Mapping[str, Sequence[float]] = {}
        try:
            vector = await self._embedding.embed_query(question, billed=billed.append)
            hits = shelf.index.search(question, vector, PASSAGES)
            if not shelf.index.languages.include(normalised(question)):
                nearness = await self._nearness(shelf, hits[0], vector, billed)
        except (Unavailable, Failure, Misconfigured) as trouble:
            _log.warning("searched by words alone", why=type(trouble).__name__)
            hits = shelf.index.search(question, None, PASSAGES)
        spent = tuple(Spent(self._embedding.name, tokens, 0) for tokens in billed if tokens)
        return Found(question, tuple(hits), nearness, spent)

    async def _nearness(
        self, shelf: Shelf, hit: Hit, vector: Sequence[float], billed: list[int]
    ) -> Mapping[str, Sequence[float]]:
        """Which part of the best passage answers a question in another language: no word can tell."""
        texts = quotable(shelf.index.passage(hit.chunk_id))
        if not 2 <= len(texts) <= UNITS_MAX:
            return {}
        vectors = await self._embedding.embed_passages(texts, billed=billed.append)
        return {hit.chunk_id: [_dot(vector, one) for one in vectors]}


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return sum(one * other for one, other in zip(left, right, strict=True))
