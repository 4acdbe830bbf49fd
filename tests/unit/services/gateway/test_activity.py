"""The two counters of USER: gathered, then added."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from libs.common.entities import User
from libs.common.errors import Unavailable
from services.gateway.activity import FLUSH_SECONDS, Activity
from tests.unit.services.gateway.room import MORNING, OWNER, Room


async def test_many_messages_are_one_write(room: Room) -> None:
    """Added to what stands, the latest moment beside."""
    await room.owns()
    activity = Activity(room.parts)
    for minutes in (2, 5, 3):
        activity.note(OWNER, MORNING + timedelta(minutes=minutes))
    await activity.flush()
    activity.note(OWNER, MORNING + timedelta(minutes=6))
    await activity.flush()
    stands = await room.must_get(User, OWNER)
    assert (stands.interaction_count, stands.last_active) == (4, MORNING + timedelta(minutes=6))


async def test_nobody_is_made_by_being_counted(room: Room) -> None:
    """An owner who was removed stays removed."""
    activity = Activity(room.parts)
    activity.note("removed", MORNING)
    await activity.flush()
    assert await room.get(User, "removed") is None


async def test_what_could_not_be_written_is_written_the_next_time(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that does not answer loses nothing."""
    await room.owns()
    activity = Activity(room.parts)
    activity.note(OWNER, MORNING)

    async def silent(*_: object) -> None:
        raise Unavailable("the store")

    with monkeypatch.context() as patch:
        patch.setattr(room.parts.store, "transact", silent)
        await activity.flush()
    activity.note(OWNER, MORNING)
    await activity.flush()
    assert (await room.must_get(User, OWNER)).interaction_count == 2


async def test_it_is_written_every_ten_seconds(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not with every message."""
    activity = Activity(room.parts)
    flushed = asyncio.Event()

    async def flush() -> None:
        flushed.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(activity, "flush", flush)
    running = asyncio.create_task(activity.run())
    await flushed.wait()
    assert room.clock.slept == [FLUSH_SECONDS]
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
