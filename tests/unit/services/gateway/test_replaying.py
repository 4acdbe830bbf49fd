"""What was given up is kept whole, and tried again when a person says so."""

import asyncio

import pytest

from libs.common.bus.port import Delivery, Subscription
from libs.common.entities import DeadLetter, Receipt
from libs.common.envelope import Envelope
from libs.common.events import DeadLettered, SettingsChanged, seal
from services.gateway.handlers.dead_letters import keep
from services.gateway.replaying import (
    REPLAYABLE_FOR,
    NoSuchDeadLetter,
    TooOldToReplay,
    came_of,
    dead_letters,
    replay,
    replayable_until,
    untried,
)
from tests.unit.services.gateway.room import OWNER, Room

ORIGINAL = SettingsChanged(user_id=OWNER, section="schedule", values={"slotDuration": 20})


async def given_up(room: Room, cause: str = "1") -> DeadLetter:
    """A letter of booking's, as it is kept."""
    sealed = seal(ORIGINAL, cause=cause, source="gateway", at=room.clock())
    event = DeadLettered(
        user_id=OWNER,
        service="booking",
        attributes=sealed.attributes(),
        data=sealed.data.decode(),
        code="failed",
        error="Handling failed",
        attempts=5,
        given_up_at=room.clock(),
    )
    outcome = await room.decides(keep, room.delivered(event))
    [row] = outcome.write
    assert isinstance(row, DeadLetter)
    return row


async def test_a_letter_is_kept_once_and_shown_the_latest_first(room: Room) -> None:
    """To its owner, and to the operator."""
    first = await given_up(room)
    assert (first.topic, first.service) == ("settings.changed", "booking")
    room.clock.passes(minutes=1)
    later = await given_up(room, "2")
    await given_up(room, "2")
    for owner in (OWNER, None):
        page = await dead_letters(room.parts, owner)
        assert [row.dead_letter_id for row in page.items] == [later.dead_letter_id, first.dead_letter_id]
    assert not (await dead_letters(room.parts, "other")).items


async def test_a_replay_goes_to_the_one_that_gave_up_under_a_new_id(room: Room) -> None:
    """And is counted."""
    heard: asyncio.Queue[Envelope] = asyncio.Queue()

    async def hear(delivery: Delivery) -> None:
        await heard.put(delivery.envelope)

    await room.parts.bus.listen([Subscription("booking", SettingsChanged.topic)], hear)
    letter = await given_up(room)
    event_id = await replay(room.parts, letter.dead_letter_id)
    async with asyncio.timeout(5):
        again = await heard.get()
    assert (again.id, again.only, SettingsChanged.opened(again).values) == (event_id, "booking", ORIGINAL.values)
    assert event_id != letter.attributes["ce-id"]
    assert (await room.must_get(DeadLetter, letter.dead_letter_id)).replays == 1
    assert await replay(room.parts, letter.dead_letter_id) != event_id


async def test_two_clicks_are_one_replay(room: Room) -> None:
    """Both saw the same count."""
    letter = await given_up(room)
    ids = await asyncio.gather(*(replay(room.parts, letter.dead_letter_id) for _ in range(2)))
    assert (await room.must_get(DeadLetter, letter.dead_letter_id)).replays == len(set(ids))


async def test_what_is_older_than_receipts_is_not_replayed(room: Room) -> None:
    """Nobody would know any more what it had done."""
    letter = await given_up(room)
    room.clock.passes(days=30, seconds=1)
    with pytest.raises(TooOldToReplay, match="2026-05-04"):
        await replay(room.parts, letter.dead_letter_id)
    with pytest.raises(NoSuchDeadLetter):
        await replay(room.parts, "clinic:nothing")


async def handled(room: Room, event_id: str, code: str) -> None:
    """Booking's receipt of an event."""
    receipt = Receipt(
        receipt_id=Receipt.id_for("booking", event_id),
        user_id=OWNER,
        service="booking",
        event_id=event_id,
        topic=SettingsChanged.topic,
        code=code,
        handled_at=room.clock(),
        expires_at=room.clock() + REPLAYABLE_FOR,
    )
    await room.house.put("booking", OWNER, receipt)


async def test_what_came_of_a_letter_is_what_came_of_its_last_replay(room: Room) -> None:
    """Not of the event itself, which was given up, and not of a replay before."""
    letter, other = await given_up(room), await given_up(room, "2")
    await handled(room, letter.attributes["ce-id"], "dead_letter")
    assert await came_of(room.parts, [letter, other]) == [None, None]
    await handled(room, await replay(room.parts, letter.dead_letter_id), "dead_letter")
    again = await replay(room.parts, letter.dead_letter_id)
    letter = await room.must_get(DeadLetter, letter.dead_letter_id)
    assert await came_of(room.parts, [letter, other]) == [None, None]
    await handled(room, again, "applied")
    found = await came_of(room.parts, [other, letter])
    assert [receipt and receipt.code for receipt in found] == [None, "applied"]


async def test_those_that_nobody_has_tried_again_are_counted_while_they_can_be(room: Room) -> None:
    """Of this owner's alone."""
    letter = await given_up(room)
    assert replayable_until(letter) == room.clock() + REPLAYABLE_FOR
    room.clock.passes(days=1)
    later = await given_up(room, "2")
    assert (await untried(room.parts, OWNER), await untried(room.parts, "other")) == (2, 0)
    await replay(room.parts, later.dead_letter_id)
    assert await untried(room.parts, OWNER) == 1
    room.clock.passes(days=29, seconds=1)
    assert await untried(room.parts, OWNER) == 0
