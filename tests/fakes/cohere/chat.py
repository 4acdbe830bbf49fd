"""A chat request, what to say to it, and the answer in Cohere's shape."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tests.fakes.cohere.errors import CohereError, required
from tests.fakes.cohere.words import words_of

Json = dict[str, Any]

EXTRACT_CHARACTERS = 300
UNKNOWN = "I do not have that information."


@dataclass(frozen=True)
class Document:
    """What an answer can cite: a document of the request, or what a tool said."""

    id: str
    data: Json
    from_tool: bool = False

    @property
    def text(self) -> str:
        """What can be quoted: the field named for it, else the longest."""
        texts = [value for value in self.data.values() if isinstance(value, str)]
        named = [self.data[name] for name in ("text", "content", "snippet") if isinstance(self.data.get(name), str)]
        return named[0] if named else max(texts, key=len, default=json.dumps(self.data))

    def source(self) -> Json:
        if self.from_tool:
            return {"type": "tool", "id": self.id, "tool_output": self.data}
        return {"type": "document", "id": self.id, "document": {"id": self.id, **self.data}}


@dataclass(frozen=True)
class ChatRequest:
    """One chat call. `body` is its JSON, the properties what a test asks about."""

    body: Json

    @property
    def question(self) -> str:
        """The last thing the user said."""
        said = [content_text(message) for message in self.body["messages"] if message["role"] == "user"]
        return said[-1] if said else ""

    @property
    def system(self) -> str:
        said = [content_text(message) for message in self.body["messages"] if message["role"] == "system"]
        return "\n".join(said)

    @property
    def tools(self) -> list[str]:
        """Names of the tools on offer."""
        return [tool["function"]["name"] for tool in self.body.get("tools") or []]

    @cached_property
    def documents(self) -> list[Document]:
        """What can be cited: the request's documents, then the tools' results, in order."""
        given = [_document(item, f"doc:{index}") for index, item in enumerate(self.body.get("documents") or [])]
        results = [
            result for message in self.body["messages"] if message["role"] == "tool" for result in _results(message)
        ]
        return given + results


@dataclass(frozen=True)
class Answer:
    """Say this. `cites` names documents by their place, for the whole text or for each quoted span of it."""

    text: str
    cites: Sequence[int] | Mapping[str, Sequence[int]] = ()
    input_tokens: int | None = None
    output_tokens: int | None = None
    finish_reason: str = "COMPLETE"


@dataclass(frozen=True)
class ToolCall:
    """Call this tool of those on offer."""

    name: str
    arguments: Json = field(default_factory=dict)
    plan: str = "I will use a tool."


Reply = Answer | ToolCall


def extract(request: ChatRequest) -> Reply:
    """What is said when no test said otherwise: the beginning of the first document, cited."""
    if not request.documents:
        return Answer(UNKNOWN)
    text = request.documents[0].text.strip()
    if len(text) > EXTRACT_CHARACTERS:
        text = text[:EXTRACT_CHARACTERS].rsplit(" ", 1)[0]
        text = re.sub(r"(?<=[.!?])\s+[^.!?]*$", "", text)  # whole sentences, where there are any
    return Answer(text, cites=[0])


def check_chat(body: Json) -> None:
    """Raise CohereError for a chat request that Cohere refuses."""
    required(body, "model", str)
    required(body, "messages", list)
    if body.get("stream"):
        raise CohereError(400, "invalid request: this stand-in does not stream")
    called: set[str] = set()
    for message in body["messages"]:
        _check_message(message, called)
        called.update(call["id"] for call in message.get("tool_calls") or [])
    for tool in body.get("tools") or []:
        if tool.get("type") != "function" or not tool.get("function", {}).get("name"):
            raise CohereError(400, "invalid request: each tool must be a function with a name")


def answer(request: ChatRequest, reply: Reply, number: int) -> Json:
    """The response's JSON. Raises CohereError for a reply that does not fit the request."""
    if isinstance(reply, ToolCall):
        message, finish_reason, said = _tool_call(request, reply, number), "TOOL_CALL", json.dumps(reply.arguments)
        given_in, given_out = None, None
    else:
        message, finish_reason, said = _said(request, reply), reply.finish_reason, reply.text
        given_in, given_out = reply.input_tokens, reply.output_tokens
    read = len(words_of(json.dumps([request.body["messages"], request.body.get("documents") or []])))
    billed = {"input_tokens": given_in or read, "output_tokens": given_out or max(1, len(words_of(said)))}
    tokens = billed if given_in is not None else {**billed, "input_tokens": read + 500}
    return {
        "id": f"chat-{number}",
        "finish_reason": finish_reason,
        "message": {"role": "assistant", **message},
        "usage": {"billed_units": billed, "tokens": tokens},
    }


def content_text(message: Json) -> str:
    """The words of a message, whether its content is a string or a list of parts."""
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "\n".join(part["text"] for part in content if part.get("type") == "text")


def _check_message(message: Json, called: set[str]) -> None:
    role = message.get("role")
    if role not in {"system", "user", "assistant", "tool"}:
        raise CohereError(400, f"invalid request: unknown role {role!r}")
    if not message.get("content") and not (role == "assistant" and message.get("tool_calls")):
        raise CohereError(400, f"invalid request: all elements in messages must have content, a {role} one has none")
    if role == "tool" and message.get("tool_call_id") not in called:
        raise CohereError(400, "invalid request: tool_call_id of a tool message must name an earlier tool call")


def _said(request: ChatRequest, reply: Answer) -> Json:
    spans = reply.cites if isinstance(reply.cites, Mapping) else {reply.text: reply.cites} if reply.cites else {}
    message: Json = {"content": [{"type": "text", "text": reply.text}]}
    if spans:
        message["citations"] = [_citation(request, reply.text, span, places) for span, places in spans.items()]
    return message


def _citation(request: ChatRequest, text: str, span: str, places: Sequence[int]) -> Json:
    start = text.find(span)
    if start < 0 or max(places, default=0) >= len(request.documents):
        raise CohereError(
            400, f"the script cites {list(places)} for {span!r}; there are {len(request.documents)} documents"
        )
    sources = [request.documents[place].source() for place in places]
    return {"start": start, "end": start + len(span), "text": span, "sources": sources, "type": "TEXT_CONTENT"}


def _tool_call(request: ChatRequest, reply: ToolCall, number: int) -> Json:
    if reply.name not in request.tools or request.body.get("tool_choice") == "NONE":
        raise CohereError(400, f"the script calls {reply.name!r}; on offer: {request.tools}")
    function = {"name": reply.name, "arguments": json.dumps(reply.arguments)}
    call = {"id": f"{reply.name}_{number}", "type": "function", "function": function}
    return {"tool_plan": reply.plan, "tool_calls": [call]}


def _document(item: Any, default_id: str, *, from_tool: bool = False) -> Document:
    if isinstance(item, str):
        return Document(default_id, {"text": item}, from_tool)
    data = item.get("data", {})
    return Document(item.get("id") or default_id, {"text": data} if isinstance(data, str) else data, from_tool)


def _results(message: Json) -> list[Document]:
    content = message["content"]
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
    results = []
    for index, part in enumerate(parts):
        item = part["document"] if part.get("type") == "document" else part.get("text", "")
        results.append(_document(item, f"{message['tool_call_id']}:{index}", from_tool=True))
    return results
