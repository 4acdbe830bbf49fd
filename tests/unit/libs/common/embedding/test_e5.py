"""The embedding of the default installation, with its real weights."""

import asyncio
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libs.common.embedding import e5
from libs.common.embedding.e5 import CHARACTERS_MAX, QUESTIONS_AT_ONCE, E5Embedding, cpu_features, engine_text
from libs.common.embedding.port import Embedding
from libs.common.errors import Misconfigured


def cosine(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


@pytest.fixture
async def embedding() -> AsyncIterator[E5Embedding]:
    embedding = E5Embedding()
    yield embedding
    await embedding.close()


async def test_it_keeps_the_ports_shape(embedding: E5Embedding) -> None:
    """Vectors have the stated dimension and length 1."""
    port: Embedding = embedding
    for vector in [await port.embed_query("When do you open?"), *await port.embed_passages(["Open at nine.", ""])]:
        assert len(vector) == port.dimension
        assert cosine(vector, vector) == pytest.approx(1, abs=1e-5)


async def test_a_question_is_nearer_to_its_answer_in_any_language(embedding: E5Embedding) -> None:
    """English passages, questions in four languages."""
    opening, price = await embedding.embed_passages(
        ["We are open Monday to Friday from nine to five.", "A haircut costs 30 euros, a beard trim 15."]
    )
    for question in ["When are you open?", "¿Cuándo abren?", "Wann haben Sie geöffnet?", "आप कब खुले रहते हैं?"]:
        vector = await embedding.embed_query(question)
        assert cosine(vector, opening) > cosine(vector, price), question


async def test_passages_keep_their_order_and_do_not_depend_on_their_company(embedding: E5Embedding) -> None:
    """The vector of a text is the same alone and among others."""
    texts = ["one haircut", "two shaves", "three perms"]
    together = await embedding.embed_passages(texts)
    for text, vector in zip(texts, together, strict=True):
        [alone] = await embedding.embed_passages([text])
        assert cosine(vector, alone) == pytest.approx(1, abs=1e-4)


async def test_a_query_does_not_wait_for_a_batch(embedding: E5Embedding) -> None:
    """A question asked while a document is embedded is answered before the document is done."""
    batch = asyncio.create_task(embedding.embed_passages(["a passage of some words"] * 40))
    await embedding.embed_query("quick?")
    assert not batch.done()
    batch.cancel()


async def test_nothing_is_loaded_before_the_first_call_and_then_once_off_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ten calls at once share one engine, made by a thread of its own."""
    real = e5.load_engine
    loaded_in: list[threading.Thread] = []

    def load(threads: int) -> Any:
        loaded_in.append(threading.current_thread())
        return real(threads)

    monkeypatch.setattr(e5, "load_engine", load)
    embedding = E5Embedding()
    assert loaded_in == []
    await asyncio.gather(*(embedding.embed_query(f"question {number}") for number in range(10)))
    assert len(loaded_in) == 1
    assert loaded_in[0] is not threading.current_thread()
    await embedding.close()


class SlowEngine:
    """Notes how many texts each call brings; the first waits until it may go on."""

    def __init__(self) -> None:
        self.calls: list[int] = []
        self.entered = threading.Event()
        self.may_go_on = threading.Event()

    def encode(self, texts: list[str], is_query: bool) -> Any:
        self.calls.append(len(texts))
        self.entered.set()
        assert self.may_go_on.wait(10)
        return np.array([[float(len(text))] for text in texts])


async def test_questions_that_wait_go_to_the_engine_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few at a time, each gets its own vector; one that nobody waits for any more is left out."""
    engine = SlowEngine()
    monkeypatch.setattr(e5, "load_engine", lambda _: engine)
    embedding = E5Embedding()
    first = asyncio.create_task(embedding.embed_query("x"))
    await asyncio.to_thread(engine.entered.wait, 10)
    waiting = [asyncio.create_task(embedding.embed_query("x" * length)) for length in range(2, 22)]
    await asyncio.sleep(0)
    nobodys = waiting.pop()
    nobodys.cancel()
    await asyncio.wait([nobodys])
    engine.may_go_on.set()
    assert await first == [1.0]
    assert await asyncio.gather(*waiting) == [[float(length)] for length in range(2, 21)]
    await embedding.close()
    assert engine.calls == [1, QUESTIONS_AT_ONCE, QUESTIONS_AT_ONCE, 3]


async def test_a_question_has_the_same_vector_alone_and_among_others(embedding: E5Embedding) -> None:
    """To the last bit: whoever asks at the same moment changes no answer."""
    questions = [f"How much is treatment number {number}?" for number in range(12)]
    together = await asyncio.gather(*map(embedding.embed_query, questions))
    other = E5Embedding()
    assert [await other.embed_query(question) for question in questions] == together
    await other.close()


async def test_a_question_asked_again_is_remembered_and_cannot_be_spoilt(embedding: E5Embedding) -> None:
    """A caller that changes its vector changes nobody else's."""
    first = await embedding.embed_query("Do you take cards?")
    kept = list(first)
    first.clear()
    assert await embedding.embed_query("Do you take cards?") == kept


async def test_it_forgets_the_oldest_questions() -> None:
    """What is remembered is bounded, by use: the one asked again stays."""
    remembered = e5._Remembered(2)
    remembered.put("a", [1.0])
    remembered.put("b", [2.0])
    assert remembered.get("a") == [1.0]
    remembered.put("c", [3.0])
    assert remembered.get("b") is None
    assert remembered.get("a") == [1.0]


@pytest.mark.parametrize("text", ["\ufdfa" * 3000, "\0", "a\0b", "\ud800", "", "é" * 20_000, "👩‍👩‍👧" * 500])
async def test_hostile_text_gets_a_vector(embedding: E5Embedding, text: str) -> None:
    """What a customer types cannot crash the process."""
    assert len(await embedding.embed_query(text)) == embedding.dimension


@settings(deadline=None)
@given(st.text(max_size=300))
def test_the_engine_never_sees_what_it_cannot_hold(text: str) -> None:
    """Bounded, without NUL, encodable, and free of what the engine would expand past its memory."""
    safe = engine_text(text * 20)
    assert len(safe) <= CHARACTERS_MAX
    assert "\0" not in safe
    assert "\ufdfa" not in safe
    assert safe.encode().decode() == safe


async def test_after_close_no_call_is_taken() -> None:
    """Closing twice is harmless."""
    embedding = E5Embedding()
    await embedding.close()
    await embedding.close()
    with pytest.raises(RuntimeError):
        await embedding.embed_query("too late")


async def test_a_processor_that_cannot_run_it_is_told_before_it_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine's instructions would end the process; a sentence does not."""
    monkeypatch.setattr(e5, "cpu_features", lambda: {"sse2", "fma"})
    embedding = E5Embedding()
    with pytest.raises(Misconfigured, match="avx2"):
        await embedding.embed_query("hello")
    await embedding.close()


def test_processor_features_are_read_where_the_system_says_them(tmp_path: Path) -> None:
    """Linux on x86 lists them; elsewhere nothing is missing."""
    listing = tmp_path / "cpuinfo"
    listing.write_text("processor : 0\nflags\t\t: sse2 avx2\n")
    assert cpu_features(listing) == {"sse2", "avx2"}
    listing.write_text("processor : 0\nFeatures : asimd\n")
    assert cpu_features(listing) == e5.CPU_FEATURES
    assert cpu_features(tmp_path / "absent") == e5.CPU_FEATURES
