"""Days are counted on the owner's clock, and those that are over once."""

from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from libs.common.entities import ConsultantConfig, Message, UsageLog
from services.gateway import usage
from services.gateway.usage import Usage
from tests.embedded import at
from tests.unit.services.gateway.room import OWNER, Room


async def said(room: Room, name: str, role: str, moment: datetime) -> None:
    row: dict[str, Any] = {
        "message_id": f"{OWNER}:{name}",
        "conversation_id": f"{OWNER}:c1",
        "user_id": OWNER,
        "role": role,
        "content": "Hello",
        "created_at": moment,
    }
    await room.house.put("ingest", OWNER, Message.model_validate(row))


async def used(room: Room, name: str, tokens: int, moment: datetime, purpose: str = "answer") -> None:
    row = UsageLog(
        usage_id=f"{OWNER}:{name}",
        user_id=OWNER,
        input_tokens=tokens,
        output_tokens=1,
        created_at=moment,
        purpose=purpose,
    )
    await room.house.put("responder", OWNER, row)


async def test_a_day_ends_at_the_owners_midnight(room: Room):
    """23:30 in Berlin is this day's, half an hour later is the next's."""
    room.clock.now = at("2026-05-05T09:00:00+02:00")
    config = ConsultantConfig(user_id=OWNER, timezone="Europe/Berlin", updated_at=room.clock())
    await room.house.put("booking", OWNER, config)
    await said(room, "late", "customer", at("2026-05-04T23:30:00+02:00"))
    await said(room, "early", "assistant", at("2026-05-05T00:00:00+02:00"))
    await said(room, "staff", "staff", at("2026-05-05T08:00:00+02:00"))
    days = await Usage(room.parts).days(OWNER, 2)
    assert [(day.received, day.answered, day.written) for day in days] == [(1, 0, 0), (0, 1, 1)]


async def test_tokens_are_summed_over_pages(room: Room):
    for number in range(5):
        await used(room, f"u{number}", 10, room.clock() - timedelta(minutes=number))
    with patch.object(usage, "PAGE", 2):
        (today,) = await Usage(room.parts).days(OWNER, 1)
    assert (today.input_tokens, today.output_tokens) == (50, 5)


async def test_what_made_documents_searchable_is_told_from_what_a_language_model_read(room: Room):
    """An owner without a language model may have used tokens all the same."""
    await used(room, "read", 30, room.clock())
    await used(room, "searched", 12, room.clock(), "embedding")
    (today,) = await Usage(room.parts).days(OWNER, 1)
    assert (today.input_tokens, today.embedding_tokens) == (42, 12)


async def test_a_day_that_is_over_is_counted_once(room: Room):
    """Today is counted anew each time."""
    counts = Usage(room.parts)
    await counts.days(OWNER, 3)
    await said(room, "yesterday", "customer", room.clock() - timedelta(days=1))
    await said(room, "today", "customer", room.clock())
    assert [day.received for day in await counts.days(OWNER, 3)] == [0, 0, 1]
    assert [day.received for day in await Usage(room.parts).days(OWNER, 3)] == [0, 1, 1]
