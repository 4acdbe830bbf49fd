"""Documents of strangers, read in a process of their own."""

import asyncio
import signal
import time
import zlib
from asyncio.subprocess import Process
from pathlib import Path
from typing import Any

import pytest

from services.knowledge.parsing.bounded import parse_document
from services.knowledge.parsing.document import BYTES_MAX
from services.knowledge.parsing.formats import parse
from services.knowledge.parsing.refusals import DocumentRefused, EncryptedDocument, FileTooLarge, TooComplex
from tests.unit.services.knowledge.parsing.pdf_files import build, encrypted, page_content, pdf

SLOW = build([page_content([(700, 10, "word")] * 1_000_000)])


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> asyncio.Queue[Process]:
    """The reading processes, as they are started."""
    start = asyncio.create_subprocess_exec
    processes: asyncio.Queue[Process] = asyncio.Queue()

    async def watched(*arguments: Any, **options: Any) -> Process:
        process = await start(*arguments, **options)
        processes.put_nowait(process)
        return process

    monkeypatch.setattr(asyncio, "create_subprocess_exec", watched)
    return processes


def environment(process: Process) -> bytes:
    return Path(f"/proc/{process.pid}/environ").read_bytes()


async def test_it_reads_what_the_parser_reads() -> None:
    """The way through another process changes nothing."""
    data = pdf([[(700, 20, "Prices"), (680, 10, "A haircut costs 30 euros.")]])
    assert await parse_document(data, "a.pdf") == parse(data, "a.pdf")
    assert await parse_document("Café ☕".encode(), "ä.txt", "text/plain") == parse("Café ☕".encode(), "ä.txt")


async def test_a_refusal_comes_back_whole() -> None:
    """Its class, its values and so its words."""
    with pytest.raises(EncryptedDocument) as refused:
        await parse_document(encrypted(pdf([[(700, 10, "x")]]), password="secret"), "a.pdf")
    assert refused.value.values == {"name": "a.pdf"}
    with pytest.raises(FileTooLarge):
        await parse_document(b"a" * (BYTES_MAX + 1), "a.txt")


async def test_a_slow_document_is_given_up_and_its_process_ended(started: asyncio.Queue[Process]) -> None:
    """A page of a million drawing commands does not hold the service."""
    begun = time.monotonic()
    with pytest.raises(TooComplex) as refused:
        await parse_document(SLOW, "a.pdf", seconds_max=1.0)
    assert time.monotonic() - begun < 5
    assert refused.value.values["seconds"] == 1.0
    assert started.get_nowait().returncode == -signal.SIGKILL


async def test_a_document_that_unpacks_without_end_is_refused() -> None:
    """Thirty kilobytes that claim to be gigabytes meet a limit, not this process's memory."""
    packed = zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9)
    data = build([b""])
    page = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    bomb = data.replace(b"6 0 obj\n" + data.split(b"6 0 obj\n")[1].split(b"\nendobj")[0], b"6 0 obj\n" + page)
    with pytest.raises(DocumentRefused):
        await parse_document(bomb, "a.pdf", seconds_max=20)


async def test_memory_is_bounded() -> None:
    """More than it may have is refused as too complex."""
    with pytest.raises(TooComplex):
        await parse_document(b"- a\n" * 400_000, "a.md", megabytes_max=150)


async def test_cancelling_ends_the_process(started: asyncio.Queue[Process]) -> None:
    """A service that stops leaves nothing running."""
    reading = asyncio.create_task(parse_document(SLOW, "a.pdf"))
    process = await started.get()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert process.returncode == -signal.SIGKILL


async def test_the_reading_process_sees_no_credentials(
    monkeypatch: pytest.MonkeyPatch, started: asyncio.Queue[Process]
) -> None:
    """What is in this process's environment is not in its."""
    monkeypatch.setenv("CO_API_KEY", "secret")
    reading = asyncio.create_task(parse_document(b"hello", "a.txt"))
    seen = environment(await started.get())
    await reading
    assert b"PYTHONPATH" in seen
    assert b"secret" not in seen
