"""Who waits for whom before the same documents."""

import asyncio

import pytest

from libs.common.firestore.lines import Lines, MustQueue


async def test_a_free_contended_place_is_taken_without_waiting() -> None:
    lines = Lines()
    async with lines.turn(()) as first, lines.turn(()) as second:
        await first.take("days/a", contended=True)
        with pytest.raises(MustQueue, match="days/a"):
            await second.take("days/a", contended=True)


async def test_a_place_that_nobody_disputes_is_not_held() -> None:
    lines = Lines()
    async with lines.turn(()) as first, lines.turn(()) as second:
        await first.take("profiles/a", contended=False)
        await second.take("profiles/a", contended=False)


async def test_whoever_comes_to_a_line_joins_it() -> None:
    """Also at a place that is not declared contended, once there is a line."""
    lines = Lines()
    async with lines.turn({"rows/a"}), lines.turn(()) as other:
        with pytest.raises(MustQueue):
            await other.take("rows/a", contended=False)


async def test_turns_come_in_the_order_of_arrival() -> None:
    lines = Lines()
    served: list[int] = []

    async def come(number: int) -> None:
        async with lines.turn({"rows/a"}):
            served.append(number)
            await asyncio.sleep(0)

    await asyncio.gather(*map(come, range(20)))
    assert served == list(range(20))


async def test_crossing_needs_never_wait_for_each_other_for_ever() -> None:
    """Each holds one place and finds the other taken: both let go, and stand in line for both."""
    lines = Lines()
    done: list[str] = []

    async def both(one: str, other: str) -> None:
        wanted: set[str] = set()
        while True:
            async with lines.turn(wanted) as turn:
                try:
                    for place in (one, other):
                        await turn.take(place, contended=True)
                        await asyncio.sleep(0)
                    done.append(one)
                    return
                except MustQueue as behind:
                    wanted |= {behind.place, *turn.held}

    async with asyncio.timeout(5):
        await asyncio.gather(*(both(*pair) for pair in [("a", "b"), ("b", "a")] * 10))
    assert sorted(done) == ["a"] * 10 + ["b"] * 10


async def test_one_who_gives_up_waiting_leaves_nothing_behind() -> None:
    """Those behind move up, and an empty line is forgotten."""
    lines = Lines()

    async def wait() -> None:
        async with lines.turn({"rows/a", "rows/b"}):
            pass

    async with lines.turn({"rows/b"}):
        waiting = asyncio.create_task(wait())
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    async with lines.turn(()) as turn:
        await turn.take("rows/a", contended=True)
        await turn.take("rows/b", contended=True)
