"""The Cohere stand-in, driven by Cohere's own SDK."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from cohere import AsyncClientV2
from cohere.core.api_error import ApiError
from cohere.errors import BadRequestError, ServiceUnavailableError, TooManyRequestsError, UnauthorizedError

from tests.fakes.cohere import Answer, ChatRequest, CohereApi, ToolCall

MODEL = "command-a-03-2025"
DOCUMENTS: list[Any] = [
    {"id": "hours", "data": {"title": "Hours", "text": "We open at nine. We close at five."}},
    {"id": "parking", "data": {"title": "Parking", "text": "Parking is behind the house."}},
]
TOOLS: list[Any] = [
    {
        "type": "function",
        "function": {
            "name": "book",
            "description": "Book a time",
            "parameters": {"type": "object", "properties": {"date": {"type": "string"}}, "required": ["date"]},
        },
    }
]


@pytest.fixture
async def cohere() -> AsyncIterator[CohereApi]:
    async with CohereApi() as cohere:
        yield cohere


@pytest.fixture
async def sdk(cohere: CohereApi) -> AsyncIterator[AsyncClientV2]:
    async with httpx.AsyncClient() as http:
        yield AsyncClientV2(cohere.api_key, base_url=cohere.url, max_retries=0, httpx_client=http)


async def ask(sdk: AsyncClientV2, question: str = "When do you open?", **beside: Any) -> Any:
    messages: Any = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": question}]
    return await sdk.chat(model=MODEL, messages=beside.pop("messages", messages), **beside)


async def test_an_answer_comes_from_the_first_document_unless_told_otherwise(
    cohere: CohereApi, sdk: AsyncClientV2
) -> None:
    response = await ask(sdk, documents=DOCUMENTS)
    assert response.finish_reason == "COMPLETE"
    assert response.message.content[0].text == "We open at nine. We close at five."
    [citation] = response.message.citations
    assert (citation.start, citation.end) == (0, len(citation.text))
    assert citation.sources[0].document == {"id": "hours", **DOCUMENTS[0]["data"]}
    assert (cohere.chats[0].question, cohere.chats[0].system) == ("When do you open?", "Be brief.")


async def test_a_scripted_answer_cites_documents_by_their_place(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.answers("Park behind the house.", cites={"behind the house": [1]}, input_tokens=120, output_tokens=5)
    response = await ask(sdk, documents=DOCUMENTS)
    [citation] = response.message.citations
    assert (citation.start, citation.text, citation.sources[0].id) == (5, "behind the house", "parking")
    assert (response.usage.tokens.input_tokens, response.usage.tokens.output_tokens) == (120, 5)


async def test_scripted_replies_are_given_in_order_to_whom_they_are_for(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.answers("About parking.", when=lambda request: "park" in request.question)
    cohere.answers("First.")
    cohere.decides(lambda request: Answer(f"You asked: {request.question}"), times=1)
    assert cohere.script.unused == 3
    said = [(await ask(sdk, text)).message.content[0].text for text in ("a", "b", "Where do I park?", "c")]
    assert said == ["First.", "You asked: b", "About parking.", "I do not have that information."]
    assert cohere.script.unused == 0


async def test_a_tool_is_called_and_its_result_can_be_cited(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    """The whole conversation of a tool call, as the SDK's own types carry it."""
    cohere.calls_tool("book", {"date": "2026-05-05"}, plan="I will book.")
    first = await ask(sdk, "Tomorrow, please", tools=TOOLS)
    [call] = first.message.tool_calls
    assert first.finish_reason == "TOOL_CALL"
    assert (call.function.name, call.function.arguments) == ("book", '{"date": "2026-05-05"}')
    result = {"type": "document", "document": {"data": {"text": "Booked for 10:00."}}}
    messages = [
        {"role": "user", "content": "Tomorrow, please"},
        {"role": "assistant", "tool_calls": first.message.tool_calls, "tool_plan": first.message.tool_plan},
        {"role": "tool", "tool_call_id": call.id, "content": [result]},
    ]
    second = await ask(sdk, messages=messages, tools=TOOLS)
    assert second.message.content[0].text == "Booked for 10:00."
    assert second.message.citations[0].sources[0].tool_output == {"text": "Booked for 10:00."}


async def test_a_script_that_does_not_fit_the_request_says_so(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.calls_tool("dance")
    with pytest.raises(BadRequestError, match=r"calls 'dance'; on offer: \['book'\]"):
        await ask(sdk, tools=TOOLS)
    cohere.answers("Hello", cites=[2])
    with pytest.raises(BadRequestError, match="there are 2 documents"):
        await ask(sdk, documents=DOCUMENTS)


@pytest.mark.parametrize(
    "messages",
    [
        [{"role": "visitor", "content": "Hello"}],
        [{"role": "user", "content": ""}],
        [{"role": "user", "content": "Hello"}, {"role": "tool", "tool_call_id": "never", "content": "done"}],
    ],
)
async def test_messages_that_cohere_refuses_are_refused(sdk: AsyncClientV2, messages: Any) -> None:
    with pytest.raises(BadRequestError):
        await ask(sdk, messages=messages)


async def test_a_long_document_is_quoted_in_whole_sentences(sdk: AsyncClientV2) -> None:
    text = "One sentence here. " * 30
    said = (await ask(sdk, documents=[text])).message.content[0].text
    assert said == ("One sentence here. " * 15).strip()


async def test_a_wrong_key_is_refused(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.api_key = "another"
    with pytest.raises(UnauthorizedError, match="invalid api token"):
        await ask(sdk)
    assert not cohere.chats


async def test_too_many_calls_are_told_when_to_come_back(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.faults.rate_limit(retry_after_seconds=7)
    with pytest.raises(TooManyRequestsError) as refused:
        await ask(sdk)
    assert (refused.value.headers or {})["retry-after"] == "7"


async def test_a_fault_can_be_for_one_kind_of_call(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.faults.fail(503, when="rerank")
    await ask(sdk)
    with pytest.raises(ServiceUnavailableError):
        await sdk.rerank(model="rerank-v3.5", query="park", documents=["a"])


async def test_a_malformed_answer_is_an_error_of_the_sdk(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.faults.malformed()
    with pytest.raises(ApiError):
        await ask(sdk)


async def test_a_held_answer_comes_when_the_test_lets_it_go(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    gate = cohere.faults.hold(when="chat")
    asking = asyncio.create_task(ask(sdk))
    await gate.reached()
    assert not asking.done()
    gate.release()
    assert (await asking).finish_reason == "COMPLETE"


async def test_a_dropped_connection_reaches_the_caller(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    cohere.faults.drop_answer()
    with pytest.raises(httpx.TransportError):
        await ask(sdk)
    assert len(cohere.chats) == 1


async def vectors(sdk: AsyncClientV2, *texts: str, model: str = "embed-multilingual-v3.0", **beside: Any) -> Any:
    response = await sdk.embed(
        model=model, input_type="search_document", embedding_types=["float"], texts=list(texts), **beside
    )
    assert response.meta is not None
    assert response.meta.billed_units is not None
    assert response.meta.billed_units.input_tokens == sum(len(text.split()) for text in texts)
    return response.embeddings.float_


async def test_texts_that_share_words_have_near_vectors(sdk: AsyncClientV2) -> None:
    """So that a search over the stand-in's vectors finds what it should."""
    question, near, far = await vectors(sdk, "where can I park", "parking: you can park there", "vaccines for cats")

    def closeness(other: list[float]) -> float:
        return float(sum(a * b for a, b in zip(question, other, strict=True)))

    assert closeness(near) > closeness(far) + 0.2
    assert closeness(question) == pytest.approx(1, abs=1e-4)
    assert await vectors(sdk, "where can I park") == [question]


@pytest.mark.parametrize(
    ("model", "asked", "length"),
    [("embed-multilingual-v3.0", None, 1024), ("embed-v4.0", None, 1536), ("embed-v4.0", 256, 256)],
)
async def test_vectors_have_the_length_asked_for_or_the_models_own(
    sdk: AsyncClientV2, model: str, asked: int | None, length: int
) -> None:
    beside = {} if asked is None else {"output_dimension": asked}
    [vector] = await vectors(sdk, "hello", model=model, **beside)
    assert len(vector) == length


async def test_more_texts_than_cohere_takes_are_refused(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    with pytest.raises(BadRequestError, match="1 to 96 texts"):
        await vectors(sdk, *["x"] * 97)
    assert not cohere.embeds


async def test_documents_are_reranked_by_what_they_say_of_the_query(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    documents = ["We open at nine.", "You can park behind the house.", "Park somewhere."]
    response = await sdk.rerank(model="rerank-v3.5", query="can I park behind the house", documents=documents, top_n=2)
    assert [result.index for result in response.results] == [1, 2]
    assert 1 >= response.results[0].relevance_score > response.results[1].relevance_score > 0
    assert cohere.reranks[0]["top_n"] == 2


async def test_a_function_may_decide_by_what_was_asked(cohere: CohereApi, sdk: AsyncClientV2) -> None:
    def decide(request: ChatRequest) -> Answer | ToolCall:
        return ToolCall("book", {"date": "today"}) if "book" in request.tools else Answer("No tools.")

    cohere.decides(decide)
    assert (await ask(sdk)).message.content[0].text == "No tools."
    assert (await ask(sdk, tools=TOOLS)).finish_reason == "TOOL_CALL"
