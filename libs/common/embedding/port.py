"""What every embedding promises."""

from collections.abc import Callable, Sequence
from typing import Protocol

Meter = Callable[[int], None]
"""Told the input tokens that a call was billed for, as soon as they are known."""


def unmetered(tokens: int) -> None:
    """For a caller that does not keep account."""


class Embedding(Protocol):
    """Turns texts into vectors. Vectors of two embeddings with different names must never be compared.

    Vectors: `dimension` floats of length 1, so that a dot product is the cosine.
    Input: any string, also an empty one or one no encoding can hold; what lies past an adapter's limit is not read.
    Loading: nothing heavy happens before the first call, and none of it on the event loop.
    Concurrency: any number of tasks and threads may call at once; a query never waits for a whole batch of passages.
    Fails: Unavailable when a service does not answer in time, Failure when it refuses this input,
    Misconfigured when the machine cannot run it. A batch fails as a whole: no vector is returned for part of it.
    """

    @property
    def name(self) -> str:
        """The model and its precision: what must be equal for vectors to be comparable."""
        ...

    @property
    def dimension(self) -> int:
        """How many floats a vector has."""
        ...

    async def embed_query(self, text: str, *, billed: Meter = unmetered) -> list[float]:
        """The vector of a question, to be compared with vectors of passages."""
        ...

    async def embed_passages(self, texts: Sequence[str], *, billed: Meter = unmetered) -> list[list[float]]:
        """The vectors of passages, in the order given; any number of them, sent in bounded batches."""
        ...

    async def close(self) -> None:
        """Let go of threads and connections once running calls are done. Twice is harmless; no call may follow."""
        ...
