"""A running Graph API, and a client that calls it with the right token."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from tests.fakes.graph import GraphApi

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


class Client:
    """Calls the Graph API as a product would."""

    def __init__(self, graph: GraphApi, session: aiohttp.ClientSession) -> None:
        self.graph = graph
        self.session = session

    @property
    def messages_url(self) -> str:
        return f"{self.graph.url}/v23.0/{self.graph.number.id}/messages"

    async def post(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        async with self.session.post(self.messages_url, json={"messaging_product": "whatsapp", **body}) as response:
            return response.status, await response.json()

    async def sends(self, body: str, to: str = "15550001001", **beside: Any) -> tuple[int, dict[str, Any]]:
        return await self.post({"to": to, "type": "text", "text": {"body": body}, **beside})

    async def offers(self, *titles: str, to: str = "15550001001") -> tuple[int, dict[str, Any]]:
        buttons = [{"type": "reply", "reply": {"id": f"id-{title}", "title": title}} for title in titles]
        interactive = {"type": "button", "body": {"text": "Choose"}, "action": {"buttons": buttons}}
        return await self.post({"to": to, "type": "interactive", "interactive": interactive})

    async def get(self, path: str, token: str | None = None) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with self.session.get(self.graph.url + path, headers=headers) as response:
            return response.status, await response.json()


@pytest.fixture
async def graph() -> AsyncIterator[GraphApi]:
    async with GraphApi(clock=lambda: NOON) as graph:
        yield graph


@pytest.fixture
async def client(graph: GraphApi) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {graph.number.token}"}) as session:
        yield Client(graph, session)
