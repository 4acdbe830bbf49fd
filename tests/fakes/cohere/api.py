"""The stand-in for Cohere: one object that serves the API, keeps the requests, and says what a test tells it to."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from aiohttp import web

from tests.fakes.cohere.chat import Answer, ChatRequest, ToolCall, answer, check_chat
from tests.fakes.cohere.errors import CohereError
from tests.fakes.cohere.script import Decide, Script
from tests.fakes.cohere.script import When as WhenAsked
from tests.fakes.cohere.search import embed, rerank
from tests.fakes.faults import Fault, Faults, When
from tests.fakes.journal import Journal
from tests.fakes.loopback import CALL, Loopback

Json = dict[str, Any]

BODY_BYTES_MAX = 20 * 1024 * 1024
KINDS = {"/v2/chat": "chat", "/v2/embed": "embed", "/v2/rerank": "rerank"}


class CohereFaults(Faults):
    """Faults in Cohere's own words. Unless `when` says otherwise they are for every call.

    Kinds of call: chat, embed, rerank, unknown. The SDK itself tries 429 and 5xx again, twice unless told otherwise.
    """

    def __init__(self) -> None:
        super().__init__(lambda call: True)

    def fail(
        self,
        status: int = 500,
        message: str = "",
        *,
        times: int | None = 1,
        when: When | None = None,
        retry_after_seconds: int | None = None,
    ) -> Fault:
        """Answer with an error."""
        return self.answer(lambda: CohereError(status, message).response(retry_after_seconds), times=times, when=when)

    def rate_limit(self, *, retry_after_seconds: int = 1, times: int | None = 1, when: When | None = None) -> Fault:
        """Answer that there were too many calls, and when to come back."""
        return self.fail(429, times=times, when=when, retry_after_seconds=retry_after_seconds)

    def malformed(self, *, times: int | None = 1, when: When | None = None) -> Fault:
        """Answer 200 with JSON that ends halfway."""
        half = '{"id": "half", "message": {"role": "assistant", "content": ['
        return self.answer(lambda: web.Response(text=half, content_type="application/json"), times=times, when=when)


class CohereApi:
    """`async with CohereApi() as cohere:` listens on a random loopback port; `cohere.url` is the SDK's base URL.

    `chats`, `embeds` and `reranks` keep what was accepted, `calls` every request.
    """

    def __init__(self, *, api_key: str = "cohere-key", host: str = "127.0.0.1", port: int = 0) -> None:
        self.api_key = api_key
        self.chats: Journal[ChatRequest] = Journal("chats", show=lambda request: request.question)
        self.embeds: Journal[Json] = Journal("embeds")
        self.reranks: Journal[Json] = Journal("reranks", show=lambda body: body["query"])
        self.faults = CohereFaults()
        self.script = Script()
        self.server = Loopback(
            [
                web.post("/v2/chat", self._chat),
                web.post("/v2/embed", self._embed),
                web.post("/v2/rerank", self._rerank),
                web.route("*", "/{path:.*}", self._unknown),
            ],
            faults=self.faults,
            kind_of=lambda method, path, body: KINDS.get(path, "unknown"),
            error_response=lambda error: error.response() if isinstance(error, CohereError) else None,
            body_bytes_max=BODY_BYTES_MAX,
            host=host,
            port=port,
        )
        self.calls = self.server.calls

    async def __aenter__(self) -> Self:
        await self.server.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.server.stop()

    @property
    def url(self) -> str:
        return self.server.url

    def answers(
        self,
        text: str,
        *,
        cites: Sequence[int] | Mapping[str, Sequence[int]] = (),
        times: int | None = 1,
        when: WhenAsked | None = None,
        input_tokens: int | None = None,
        output_tokens: int | None = None,
        finish_reason: str = "COMPLETE",
    ) -> None:
        """Say this next. `cites=[0]` cites the first document for all of it, `cites={"at nine": [0]}` for a span."""
        reply = Answer(text, cites, input_tokens, output_tokens, finish_reason)
        self.script.add(lambda request: reply, times=times, when=when)

    def calls_tool(
        self,
        name: str,
        arguments: Json | None = None,
        *,
        plan: str = "I will use a tool.",
        times: int | None = 1,
        when: WhenAsked | None = None,
    ) -> None:
        """Call this tool next."""
        reply = ToolCall(name, arguments or {}, plan)
        self.script.add(lambda request: reply, times=times, when=when)

    def decides(self, decide: Decide, *, times: int | None = None, when: WhenAsked | None = None) -> None:
        """Let a function answer: it gets a ChatRequest and returns an Answer or a ToolCall."""
        self.script.add(decide, times=times, when=when)

    async def _chat(self, request: web.Request) -> web.Response:
        body = self._body(request)
        check_chat(body)
        chat = ChatRequest(body)
        response = answer(chat, self.script.reply(chat), len(self.chats) + 1)
        await self.chats.add(chat)
        return web.json_response(response)

    async def _embed(self, request: web.Request) -> web.Response:
        return await self._search(request, embed, self.embeds)

    async def _rerank(self, request: web.Request) -> web.Response:
        return await self._search(request, rerank, self.reranks)

    async def _search(
        self, request: web.Request, serve: Callable[[Json, int], Json], journal: Journal[Json]
    ) -> web.Response:
        body = self._body(request)
        response = serve(body, len(journal) + 1)
        await journal.add(body)
        return web.json_response(response)

    async def _unknown(self, request: web.Request) -> web.Response:
        raise CohereError(404)

    def _body(self, request: web.Request) -> Json:
        if request.headers.get("Authorization") != f"Bearer {self.api_key}":
            raise CohereError(401)
        return request[CALL].body
