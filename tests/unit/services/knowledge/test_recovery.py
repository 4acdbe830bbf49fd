"""An upload that was interrupted goes on where it was, and leaves one of everything."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from libs.common.errors import Unavailable
from tests.embedded import embedded
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import Desk, document, fact

ROOT = Path(__file__).parents[4]

STAYS: dict[int, Exception] = dict.fromkeys(range(2, 7), RuntimeError("a bug that stays"))
"""Each attempt at the second batch fails, until the upload is given up."""


async def one_of_each(desk: Desk, passages: int) -> None:
    """Every passage once, in order, of one version, each with its vector."""
    source = await desk.source()
    stored = await desk.stored()
    assert (source.status, source.chunks, source.indexing) == ("indexed", passages, None)
    assert sorted(chunk.index for chunk in stored) == list(range(passages))
    assert {chunk.version for chunk in stored} == {source.version}
    assert all(chunk.embedding for chunk in stored)


async def test_a_silence_in_the_middle_costs_no_passage_twice(desk: Desk, words: WordEmbedding) -> None:
    """The service answers again, and the next batch is the one that was missing."""
    words.failing = {2: Unavailable("the embedding")}
    await desk.uploads_it(document(70))
    await one_of_each(desk, 70)
    assert words.passages == 70


@pytest.mark.parametrize("at_batch", [1, 2, 3])
async def test_an_error_in_a_step_starts_that_step_again(desk: Desk, words: WordEmbedding, at_batch: int) -> None:
    """Whichever it is."""
    words.failing = {at_batch: RuntimeError("a bug that shows once")}
    receipt = await desk.uploads_it(document(70))
    await one_of_each(desk, 70)
    assert words.passages == 70
    assert fact(receipt).embedding_tokens == sum(len(text.split()) for text in await desk.searchable())


async def test_another_process_goes_on_after_a_kill(tmp_path: Path) -> None:
    """Killed while it embeds, with some batches stored: these are not embedded again."""
    async with embedded(tmp_path) as house:
        words = WordEmbedding()
        desk = Desk(house, tmp_path, words)
        await desk.opens()
        upload = await desk.hands_in(document(100))
        dying = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.unit.services.knowledge.dying", str(tmp_path), cwd=ROOT, stdout=PIPE
        )
        assert dying.stdout is not None
        async with asyncio.timeout(20):
            assert await dying.stdout.readline() == b"at the third batch\n"
        assert (await desk.source()).progress == 64
        os.kill(dying.pid, signal.SIGKILL)
        await dying.wait()
        assert await desk.searchable() == []

        await desk.listens()
        await desk.receipt(upload)
        await one_of_each(desk, 100)
        assert words.passages == 36


async def test_an_upload_that_was_given_up_leaves_nothing_to_the_next(desk: Desk, words: WordEmbedding) -> None:
    """Its passages and bytes go."""
    words.failing = STAYS
    given_up = await desk.uploads_it(document(40, "Cleaning"))
    assert given_up.code == "dead_letter"
    assert len(await desk.stored()) == 32
    left = (await desk.source()).indexing
    assert left is not None

    await desk.uploads_it(document(2, "Bleaching"))
    await one_of_each(desk, 2)
    assert not await desk.has_bytes(left.blob)


async def test_the_same_document_after_one_that_was_given_up_takes_over_its_passages(
    desk: Desk, words: WordEmbedding
) -> None:
    """They are of the same version."""
    words.failing = STAYS
    assert (await desk.uploads_it(document(40))).code == "dead_letter"
    await desk.uploads_it(document(40))
    await one_of_each(desk, 40)
    assert words.passages == 40
