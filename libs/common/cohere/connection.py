"""One client of Cohere's API, opened when it is first needed and closed with its owner."""

import asyncio
from contextlib import AsyncExitStack
from typing import Any


class CohereConnection:
    """Gives the client. The SDK takes a second to import, so it is imported off the event loop, on first use.

    `url` is for a stand-in or a private deployment; None is the SDK's own default.
    """

    def __init__(self, api_key: str, *, url: str | None, attempt_seconds: float, retries_max: int) -> None:
        self._api_key = api_key
        self._url = url
        self._attempt_seconds = attempt_seconds
        self._retries_max = retries_max
        self._client: Any = None
        self._opening = asyncio.Lock()
        self._open = AsyncExitStack()

    async def client(self) -> Any:
        """The AsyncClientV2, the same one each time."""
        async with self._opening:
            if self._client is None:
                client = await asyncio.to_thread(self._new_client)
                self._client = await self._open.enter_async_context(client)
            return self._client

    def _new_client(self) -> Any:
        from cohere import AsyncClientV2

        return AsyncClientV2(
            self._api_key,
            base_url=self._url,
            timeout=self._attempt_seconds,
            max_retries=self._retries_max,
            log_warning_experimental_features=False,
        )

    async def close(self) -> None:
        """Close its connections. Twice is harmless."""
        await self._open.aclose()
