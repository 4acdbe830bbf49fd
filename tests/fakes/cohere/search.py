"""Embed and rerank: the requests Cohere takes, and its answers."""

from typing import Any

from tests.fakes.cohere.errors import CohereError, required
from tests.fakes.cohere.words import relevance, vector_of, words_of

Json = dict[str, Any]

TEXTS_MAX = 96
RERANK_DOCUMENTS_MAX = 1000
DIMENSIONS = {256, 512, 1024, 1536}
INPUT_TYPES = {"search_document", "search_query", "classification", "clustering", "image"}


def embed(body: Json, number: int) -> Json:
    """One vector a text. Raises CohereError for a request that Cohere refuses."""
    required(body, "model", str)
    if body.get("input_type") not in INPUT_TYPES:
        raise CohereError(400, f"invalid request: input_type must be one of {sorted(INPUT_TYPES)}")
    if body.get("embedding_types") != ["float"]:
        raise CohereError(400, "invalid request: this stand-in makes embedding_types ['float'] only")
    texts = body.get("texts") or [_text_of(item) for item in body.get("inputs") or []]
    if not texts or len(texts) > TEXTS_MAX:
        raise CohereError(400, f"invalid request: 1 to {TEXTS_MAX} texts a call, not {len(texts)}")
    dimension = _dimension(body)
    return {
        "id": f"embed-{number}",
        "response_type": "embeddings_by_type",
        "embeddings": {"float": [vector_of(text, dimension) for text in texts]},
        "texts": texts,
        "meta": _meta(input_tokens=sum(len(words_of(text)) for text in texts)),
    }


def rerank(body: Json, number: int) -> Json:
    """The documents by relevance, the best first. Raises CohereError for a request that Cohere refuses."""
    required(body, "model", str)
    required(body, "query", str)
    required(body, "documents", list)
    documents = body["documents"]
    if len(documents) > RERANK_DOCUMENTS_MAX:
        raise CohereError(400, f"invalid request: at most {RERANK_DOCUMENTS_MAX} documents, not {len(documents)}")
    scored = [
        {"index": index, "relevance_score": relevance(body["query"], document)}
        for index, document in enumerate(documents)
    ]
    scored.sort(key=lambda result: -result["relevance_score"])
    results = scored[: body.get("top_n") or len(scored)]
    return {"id": f"rerank-{number}", "results": results, "meta": _meta(search_units=1)}


def _dimension(body: Json) -> int:
    """What was asked for, else the model's own: 1536 for embed-v4, 384 for the light ones, 1024 for the others."""
    asked = body.get("output_dimension")
    if asked is None:
        model = body["model"]
        return 1536 if model.startswith("embed-v4") else 384 if "light" in model else 1024
    if asked not in DIMENSIONS:
        raise CohereError(400, f"invalid request: output_dimension must be one of {sorted(DIMENSIONS)}")
    return int(asked)


def _text_of(item: Json) -> str:
    return " ".join(part["text"] for part in item["content"] if part.get("type") == "text")


def _meta(**billed_units: int) -> Json:
    return {"api_version": {"version": "2"}, "billed_units": billed_units}
