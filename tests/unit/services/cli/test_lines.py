"""Lines that are typed or piped in."""

import asyncio
import os
from pathlib import Path

import pytest

from services.cli.lines import lines_of


async def read(descriptor: int) -> list[str]:
    return [line async for line in lines_of(descriptor)]


async def test_a_pipe_gives_lines_as_they_come():
    """A line that arrives in pieces is one; what follows the last line end counts too."""
    reading, writing = os.pipe()
    lines = lines_of(reading)
    os.write(writing, b"Hello\nHow mu")
    assert await anext(lines) == "Hello"
    os.write(writing, "ch is ünë?\r\nlast".encode())
    assert await anext(lines) == "How much is ünë?"
    os.close(writing)
    assert [line async for line in lines] == ["last"]
    os.close(reading)


async def test_a_file_is_read_to_its_end(tmp_path: Path):
    path = tmp_path / "script.txt"
    path.write_text("one\ntwo\n")
    descriptor = os.open(path, os.O_RDONLY)
    assert await read(descriptor) == ["one", "two"]
    os.close(descriptor)


async def test_nothing_is_no_lines():
    descriptor = os.open(os.devnull, os.O_RDONLY)
    assert await read(descriptor) == []
    os.close(descriptor)


async def test_waiting_can_be_given_up_at_once():
    """Ctrl-C does not wait for somebody to press Enter."""
    reading, writing = os.pipe()
    waiting = asyncio.ensure_future(read(reading))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    os.close(writing)
    os.close(reading)
