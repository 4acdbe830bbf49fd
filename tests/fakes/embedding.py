"""An embedding that takes no time: texts that share words lie near each other, the same text always in one place."""

import asyncio
import hashlib
import math
from collections.abc import Sequence

from libs.common.embedding.port import Meter, unmetered


class WordEmbedding:
    """Implements the port `Embedding`. Bills a token a word, and yields to the event loop at each passage.

    `passages` counts those embedded; `failing` raises its errors, one a call, before it embeds again.
    """

    def __init__(self, name: str = "words", dimension: int = 16) -> None:
        self.name = name
        self.dimension = dimension
        self.passages = 0
        self.failing: list[Exception] = []

    async def embed_query(self, text: str, *, billed: Meter = unmetered) -> list[float]:
        """See the port."""
        if self.failing:
            raise self.failing.pop(0)
        return self._vector(text)

    async def embed_passages(self, texts: Sequence[str], *, billed: Meter = unmetered) -> list[list[float]]:
        """See the port."""
        if self.failing:
            raise self.failing.pop(0)
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
