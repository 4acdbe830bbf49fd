"""What a look for changes finds, and what it tells only once."""

from datetime import timedelta

import pytest

from libs.common.entities import (
    AiConfig,
    Booking,
    ConsultantConfig,
    DeadLetter,
    KnowledgeSource,
    Profile,
    SandboxMessage,
)
from libs.common.store.port import Delete
from services.gateway.api.feed.changes import CHANGES_MAX, LOOK_BACK, RESUMED_FOR, Changes
from tests.unit.services.gateway.room import ANA, MORNING, OWNER, Room


def changes_in(room: Room) -> Changes:
    return Changes(room.parts.store.reader(OWNER), room.clock())


async def look(changes: Changes, room: Room) -> list[tuple[str, str]]:
    return [(change.kind, change.id) for change in await changes.look(room.clock())]


async def test_a_change_is_told_once(room: Room):
    """And again when it changes again."""
    changes = changes_in(room)
    conversation = await room.talks()
    told = [("conversation", conversation.conversation_id)]
    assert await look(changes, room) == told
    room.clock.passes(seconds=1)
    assert await look(changes, room) == []
    await room.talks(updated_at=room.clock())
    assert await look(changes, room) == told


async def test_what_lands_late_is_told_all_the_same(room: Room):
    """A row's moment is when it was decided; by the time it is seen, a later one may have been told."""
    changes = changes_in(room)
    room.clock.passes(seconds=3)
    decided = room.clock()
    room.clock.passes(seconds=LOOK_BACK.total_seconds() - 1)
    assert await look(changes, room) == []
    await room.talks(updated_at=decided)
    assert await look(changes, room) == [("conversation", f"{OWNER}:c1")]


async def test_another_owners_changes_are_not_told(room: Room):
    changes = Changes(room.parts.store.reader("other"), room.clock())
    await room.talks()
    assert await look(changes, room) == []


async def test_a_phones_messages_are_told_as_its_customers(room: Room):
    changes = changes_in(room)
    await room.put(message(room, "1"), message(room, "2"))
    assert await look(changes, room) == [("phone", ANA)]


async def test_a_dead_letter_is_told_when_it_comes_and_when_it_is_tried_again(room: Room):
    """Each once, though it is one row with two moments."""
    changes = changes_in(room)
    told = [("deadLetter", f"{OWNER}:d1")]
    await room.put(letter(room))
    assert await look(changes, room) == told
    room.clock.passes(seconds=1)
    assert await look(changes, room) == []
    await room.put(letter(room).changed(replayed_at=room.clock(), replays=1))
    assert await look(changes, room) == told
    room.clock.passes(seconds=1)
    assert await look(changes, room) == []


@pytest.mark.parametrize(
    ("writer", "kind", "entity"),
    [("gateway", "profile", Profile), ("booking", "schedule", ConsultantConfig), ("responder", "assistant", AiConfig)],
)
async def test_settings_are_told_when_they_change(room: Room, writer: str, kind: str, entity: type[Profile]):
    """Each time once, and not those that stood before anybody watched."""
    await room.house.put(writer, OWNER, entity(user_id=OWNER, updated_at=room.clock()))
    room.clock.passes(minutes=1)
    changes = changes_in(room)
    assert await look(changes, room) == []
    for _ in range(2):
        await room.house.put(writer, OWNER, entity(user_id=OWNER, updated_at=room.clock()))
        assert await look(changes, room) == [(kind, "")]
        room.clock.passes(seconds=1)
        assert await look(changes, room) == []


async def test_a_document_is_told_of_until_it_is_searchable_and_when_it_is_gone(room: Room):
    """Its progress changes no moment of its own, and nothing is left of one that is removed."""
    changes = changes_in(room)
    document = source(room)
    told = [("document", document.source_id)]
    await room.house.put("knowledge", OWNER, document)
    assert await look(changes, room) == told
    room.clock.passes(seconds=20)
    await room.house.put("knowledge", OWNER, document.changed(progress=40))
    assert await look(changes, room) == told
    await room.house.put("knowledge", OWNER, document.changed(progress=100, status="indexed"))
    assert await look(changes, room) == told
    assert await look(changes, room) == []
    await room.house.put("knowledge", OWNER, Delete(KnowledgeSource, document.source_id))
    assert await look(changes, room) == [("document", "")]
    assert await look(changes, room) == []


async def test_of_very_many_changes_it_is_said_that_everything_changed(room: Room):
    changes = changes_in(room)
    await room.house.put("booking", OWNER, *(booking(room, number) for number in range(CHANGES_MAX + 1)))
    assert await look(changes, room) == [("everything", "")]


async def test_after_a_long_absence_everything_is_to_be_read(room: Room):
    changes = changes_in(room)
    room.clock.passes(seconds=(RESUMED_FOR + timedelta(seconds=1)).total_seconds())
    assert await look(changes, room) == [("everything", "")]
    assert await look(changes, room) == []


def message(room: Room, name: str) -> SandboxMessage:
    now = room.clock()
    return SandboxMessage(
        sandbox_message_id=f"{OWNER}:{name}",
        user_id=OWNER,
        phone_number_id=f"sandbox-{OWNER}",
        customer=ANA,
        outbound=True,
        payload="{}",
        sent_at=now,
        expires_at=now,
        updated_at=now,
    )


def letter(room: Room) -> DeadLetter:
    return DeadLetter(
        dead_letter_id=f"{OWNER}:d1",
        user_id=OWNER,
        service="booking",
        topic="booking.requested",
        attributes={},
        data="{}",
        code="unexpected",
        error="boom",
        attempts=5,
        given_up_at=MORNING,
    )


def source(room: Room) -> KnowledgeSource:
    now = room.clock()
    return KnowledgeSource(source_id=f"{OWNER}:s1", user_id=OWNER, source="prices.md", created_at=now, updated_at=now)


def booking(room: Room, number: int) -> Booking:
    now = room.clock()
    return Booking(booking_id=f"{OWNER}:b{number}", user_id=OWNER, date=MORNING.date(), created_at=now, updated_at=now)
