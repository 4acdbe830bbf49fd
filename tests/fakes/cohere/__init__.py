"""A stand-in for Cohere's API, version 2: chat, embed and rerank, as the official SDK calls them.

`async with CohereApi() as cohere:`, then `AsyncClientV2(cohere.api_key, base_url=cohere.url)` talks to it.
"""

from tests.fakes.cohere.api import CohereApi
from tests.fakes.cohere.chat import Answer, ChatRequest, Document, ToolCall

__all__ = ["Answer", "ChatRequest", "CohereApi", "Document", "ToolCall"]
