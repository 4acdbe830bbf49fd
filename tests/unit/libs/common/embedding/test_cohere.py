"""Cohere's embedding, by its own SDK, against a stand-in that speaks its API."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace

import pytest

from libs.common.embedding import cohere as adapter
from libs.common.embedding.cohere import BATCH_MAX, CohereEmbedding, EmbeddingRefused, sendable, unit
from libs.common.embedding.port import Embedding
from libs.common.errors import Unavailable
from tests.fakes.cohere import CohereApi


@pytest.fixture
async def api() -> AsyncIterator[CohereApi]:
    async with CohereApi() as api:
        yield api


@pytest.fixture
async def embedding(api: CohereApi) -> AsyncIterator[CohereEmbedding]:
    embedding = CohereEmbedding(api.api_key, url=api.url)
    yield embedding
    await embedding.close()


async def test_it_keeps_the_ports_shape(embedding: CohereEmbedding) -> None:
    """Vectors have the stated dimension and length 1."""
    port: Embedding = embedding
    for vector in [await port.embed_query("When do you open?"), *await port.embed_passages(["Open at nine."])]:
        assert len(vector) == port.dimension
        assert sum(value * value for value in vector) == pytest.approx(1)


async def test_questions_and_passages_are_told_apart(embedding: CohereEmbedding, api: CohereApi) -> None:
    """The model places them differently."""
    await embedding.embed_query("When?")
    await embedding.embed_passages(["At nine."])
    assert [body["input_type"] for body in api.embeds] == ["search_query", "search_document"]


async def test_passages_go_in_bounded_batches_and_keep_their_order(embedding: CohereEmbedding, api: CohereApi) -> None:
    """Two full batches and the rest; none for nothing."""
    texts = [f"passage {number}" for number in range(2 * BATCH_MAX + 1)]
    vectors = await embedding.embed_passages(texts)
    assert [len(body["texts"]) for body in api.embeds] == [BATCH_MAX, BATCH_MAX, 1]
    assert [body["texts"][0] for body in api.embeds] == [
        "passage 0",
        f"passage {BATCH_MAX}",
        f"passage {2 * BATCH_MAX}",
    ]
    assert len(vectors) == len(texts)
    assert await embedding.embed_passages([]) == []


async def test_what_was_billed_is_told(embedding: CohereEmbedding) -> None:
    """Once a batch, so that a call that fails later is still counted."""
    tokens: list[int] = []
    await embedding.embed_passages(["one two three"] * (BATCH_MAX + 1), billed=tokens.append)
    assert tokens == [3 * BATCH_MAX, 3]


async def test_a_hiccup_is_tried_again(embedding: CohereEmbedding, api: CohereApi) -> None:
    """One rate limit and the answer comes all the same."""
    api.faults.rate_limit(retry_after_seconds=1)
    assert await embedding.embed_query("When?")
    assert len(api.calls) == 2


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
async def test_a_service_that_cannot_serve_is_unavailable(
    embedding: CohereEmbedding, api: CohereApi, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    """Also when it is the key that is refused: the question is not at fault, and waits."""
    monkeypatch.setattr(adapter, "RETRIES_MAX", 0)
    api.faults.fail(status, times=None)
    with pytest.raises(Unavailable, match=f"Cohere.*{status}"):
        await embedding.embed_query("When?")


async def test_a_refused_text_is_the_texts_fault(embedding: CohereEmbedding, api: CohereApi) -> None:
    """It is not tried again."""
    api.faults.fail(400, "invalid request: too odd", times=None)
    with pytest.raises(EmbeddingRefused, match="too odd"):
        await embedding.embed_passages(["odd"])
    assert len(api.calls) == 1


async def test_silence_is_unavailable_within_the_deadline(
    embedding: CohereEmbedding, api: CohereApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the service would hold the call."""
    monkeypatch.setattr(adapter, "QUERY_SECONDS", 0.3)
    api.faults.hold()
    async with asyncio.timeout(5):
        with pytest.raises(Unavailable):
            await embedding.embed_query("When?")


async def test_a_wait_longer_than_the_deadline_is_not_waited_for(
    embedding: CohereEmbedding, api: CohereApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Retry-After is honoured as far as a person can wait; the runtime does the rest."""
    monkeypatch.setattr(adapter, "QUERY_SECONDS", 0.5)
    api.faults.rate_limit(retry_after_seconds=50, times=None)
    async with asyncio.timeout(5):
        with pytest.raises(Unavailable):
            await embedding.embed_query("When?")


async def test_a_broken_connection_is_unavailable(
    embedding: CohereEmbedding, api: CohereApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the answer, and halfway through it."""
    monkeypatch.setattr(adapter, "RETRIES_MAX", 0)
    api.faults.drop_call()
    with pytest.raises(Unavailable):
        await embedding.embed_query("When?")
    api.faults.malformed()
    with pytest.raises(Unavailable):
        await embedding.embed_query("When?")


async def test_an_answer_without_a_vector_for_each_text_is_refused(
    embedding: CohereEmbedding, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Vectors are never given to the wrong passages."""

    async def embed(**_: object) -> SimpleNamespace:
        return SimpleNamespace(meta=None, embeddings=SimpleNamespace(float_=[[0.0] * embedding.dimension]))

    monkeypatch.setattr(embedding._cohere, "_client", SimpleNamespace(embed=embed))
    with pytest.raises(EmbeddingRefused, match="one vector for each"):
        await embedding.embed_passages(["one", "two"])


def test_text_that_json_or_cohere_cannot_take_is_made_fit() -> None:
    """Half a surrogate pair and nothing at all."""
    assert sendable("a\ud800") == "a?"
    assert sendable(" \n") == "-"


def test_a_vector_of_nothing_stays_itself() -> None:
    """No division by zero."""
    assert unit([0.0, 0.0]) == [0.0, 0.0]
    assert unit([3.0, 4.0]) == pytest.approx([0.6, 0.8])
