"""Cohere's Embed v4: used when the operator has set a key."""

import asyncio
import math
from collections.abc import Sequence
from typing import Any, Literal

from libs.common.cohere.connection import CohereConnection
from libs.common.embedding.port import Meter, unmetered
from libs.common.errors import Failure, Unavailable

MODEL = "embed-v4.0"
DIMENSION = 1024
"""One of the sizes v4 offers (256, 512, 1024, 1536). Firestore indexes at most 2048."""

BATCH_MAX = 96
"""Texts per call: the API's own limit."""

ATTEMPT_SECONDS = 20.0
QUERY_SECONDS = 15.0
PASSAGES_SECONDS = 60.0
"""How long one batch may take, retries and what Retry-After asks for included."""

RETRIES_MAX = 2

NOT_THE_INPUTS_FAULT = {401, 402, 403, 408, 409, 429, 498, 499}
"""Statuses that say nothing about the texts: a key or plan that is refused waits for the operator, a limit for time."""


class EmbeddingRefused(Failure, code="embedding_refused"):
    """Cohere refused to embed a text (status {status}): {reason}"""


class CohereEmbedding:
    """Implements the port `Embedding` on Cohere's API, which cuts what it cannot take at the end of a text.

    `url` is for a stand-in or a private deployment; None is the SDK's own default.
    """

    name = f"{MODEL}-{DIMENSION}"
    dimension = DIMENSION

    def __init__(self, api_key: str, *, url: str | None = None) -> None:
        self._cohere = CohereConnection(api_key, url=url, attempt_seconds=ATTEMPT_SECONDS, retries_max=RETRIES_MAX)

    async def embed_query(self, text: str, *, billed: Meter = unmetered) -> list[float]:
        """See the port."""
        [vector] = await self._embed([text], "search_query", seconds=QUERY_SECONDS, billed=billed)
        return vector

    async def embed_passages(self, texts: Sequence[str], *, billed: Meter = unmetered) -> list[list[float]]:
        """See the port."""
        vectors: list[list[float]] = []
        for start in range(0, len(texts), BATCH_MAX):
            batch = texts[start : start + BATCH_MAX]
            vectors += await self._embed(batch, "search_document", seconds=PASSAGES_SECONDS, billed=billed)
        return vectors

    async def close(self) -> None:
        """See the port."""
        await self._cohere.close()

    async def _embed(
        self, texts: Sequence[str], kind: Literal["search_query", "search_document"], *, seconds: float, billed: Meter
    ) -> list[list[float]]:
        client = await self._cohere.client()
        try:
            async with asyncio.timeout(seconds):
                answer = await client.embed(
                    model=MODEL,
                    input_type=kind,
                    texts=[sendable(text) for text in texts],
                    output_dimension=DIMENSION,
                    embedding_types=["float"],
                    truncate="END",
                )
        except Exception as error:
            raise _explained(error) from error
        billed(_tokens(answer))
        vectors = answer.embeddings.float_ or []
        if len(vectors) != len(texts) or any(len(vector) != DIMENSION for vector in vectors):
            raise EmbeddingRefused(status=200, reason="the answer does not hold one vector for each text")
        return [unit(vector) for vector in vectors]


def sendable(text: str) -> str:
    """The text as JSON can carry it; Cohere refuses an empty one."""
    return text.encode("utf-8", "replace").decode() if text.strip() else "-"


def unit(vector: Sequence[float]) -> list[float]:
    """The vector at length 1: a shortened v4 vector is not, by itself."""
    length = math.sqrt(sum(value * value for value in vector))
    return [value / length for value in vector] if length else list(vector)


def _tokens(answer: Any) -> int:
    units = answer.meta.billed_units if answer.meta else None
    return int(units.input_tokens or 0) if units else 0


def _explained(error: Exception) -> Exception:
    """The house's word for what went wrong in a call; a fault in our own code stays what it is."""
    from cohere.core.api_error import ApiError
    from httpx import TransportError

    if isinstance(error, TimeoutError | TransportError):
        return Unavailable("Cohere")
    if not isinstance(error, ApiError):
        return error
    status = error.status_code or 0
    if 400 <= status < 500 and status not in NOT_THE_INPUTS_FAULT:
        return EmbeddingRefused(status=status, reason=str(error.body)[:200])
    return Unavailable(f"Cohere (status {status})")
