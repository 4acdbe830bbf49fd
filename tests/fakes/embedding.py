"""An embedding that takes no time: texts that share words lie near each other, the same text always in one place."""

import asyncio
import hashlib
import math
from collections.abc import Awaitable, Callable, Sequence

from libs.common.embedding.port import Meter, unmetered


class WordEmbedding:
    """Implements the port `Embedding`. Bills a token a word, and yields to the event loop at each passage.

    `calls` and `passages` count what was asked for and done. `failing` says which calls fail, counted from 1, and how;
    `before` is awaited at the beginning of each.
    """

    def __init__(self, name: str = "words", dimension: int = 16) -> None:
        self.name = name
        self.dimension = dimension
        self.calls = 0
        self.passages = 0
        self.failing: dict[int, Exception] = {}
        self.before: Callable[[], Awaitable[None]] | None = None

    async def embed_query(self, text: str, *, billed: Meter = unmetered) -> list[float]:
        """See the port."""
        self.calls += 1
        if self.before is not None:
            await self.before()
        if self.calls in self.failing:
            raise self.failing[self.calls]
        return self._vector(text)

    async def embed_passages(self, texts: Sequence[str], *, billed: Meter = unmetered) -> list[list[float]]:
        """See the port."""
        self.calls += 1
        if self.before is not None:
            await self.before()
        if self.calls in self.failing:
            raise self.failing[self.calls]
        vectors = []
        for text in texts:
            await asyncio.sleep(0)
            vectors.append(self._vector(text))
        self.passages += len(texts)
        billed(sum(len(text.split()) for text in texts))
        return vectors

    async def close(self) -> None:
        """See the port."""

    def _vector(self, text: str) -> list[float]:
        numbers = [0.0] * self.dimension
        for word in text.lower().split():
            digest = hashlib.sha256(word.encode()).digest()
            numbers[digest[0] % self.dimension] += 1 if digest[1] % 2 else -1
        length = math.sqrt(sum(number * number for number in numbers))
        return [number / length for number in numbers] if length else [1.0, *[0.0] * (self.dimension - 1)]
