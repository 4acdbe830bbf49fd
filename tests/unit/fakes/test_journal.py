"""Waiting for what a stand-in sees."""

import asyncio

import pytest

from tests.fakes.journal import Journal, NeverCame


async def test_a_wait_ends_with_the_entry_it_is_for() -> None:
    journal: Journal[str] = Journal("words", key=lambda word: word[0])
    waiting = asyncio.create_task(journal.wait_for(2, key="a"))
    for word in ("apple", "bean", "almond"):
        await journal.add(word)
    assert await waiting == ["apple", "almond"]
    assert list(journal.of("b")) == ["bean"]


async def test_a_wait_that_ends_in_vain_says_what_did_come() -> None:
    journal: Journal[str] = Journal("words")
    await journal.add("apple")
    with pytest.raises(NeverCame, match=r"2 words, 1 came(?s:.*)apple"):
        await journal.wait_for(2, timeout_seconds=0.01)
