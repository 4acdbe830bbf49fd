"""A removed owner's rows are gone, and nobody else's."""

import pytest

from libs.common.blobs.port import BlobMissing
from libs.common.entities import Delivery, MediaFile, Profile, SandboxMessage, User, WhatsappCred
from libs.common.events import OwnerChanged
from libs.common.service import Again, Outcome
from libs.common.store.query import Query
from services.gateway.handlers.owners import EraseOwner, claim
from services.gateway.whatsapp.sandbox import blob_of, message_row
from tests.unit.services.gateway.room import ANA, OWNER, Room


async def test_a_removed_owner_is_erased_in_steps(room: Room) -> None:
    """However much there is: no step is larger than a transaction."""
    await room.owns(token="t")
    await room.owns("other", "2", token="t")
    now = room.clock()
    for start in range(0, 900, 300):
        await room.put(
            *(
                Delivery(
                    delivery_id=f"{OWNER}:{place}", user_id=OWNER, conversation_id="c", claimed_at=now, expires_at=now
                )
                for place in range(start, start + 300)
            )
        )
    event = room.delivered(OwnerChanged(user_id=OWNER, act="removed"))
    erasing, steps = EraseOwner(room.parts.blobs), 0
    while isinstance(step := await room.runs(erasing.effect(), event), Again):
        steps += 1
        assert len(step.write) <= 400
    assert isinstance(step, Outcome)
    assert step.code == "erased"
    assert steps > 3
    reader = room.parts.store.reader(OWNER)
    assert [await reader.count(Query(kind)) for kind in (Delivery, User, Profile, WhatsappCred)] == [0, 0, 0, 0]
    assert await room.parts.store.reader("other").count(Query(WhatsappCred)) == 1


async def test_a_new_owner_needs_nothing_more_here(room: Room) -> None:
    """Their rows were made before this was said."""
    outcome = await room.decides(claim, room.delivered(OwnerChanged(user_id=OWNER, act="made")))
    assert isinstance(outcome, Outcome)
    assert not outcome.write


async def test_a_removed_owners_files_are_deleted_with_the_rows_that_led_to_them(room: Room) -> None:
    """What customers sent, and what was sent on the played phone; another owner's stay."""
    await room.owns()
    await room.owns("other", None)
    for user_id in (OWNER, "other"):
        for name in ("media/m1", blob_of("p1")):
            await room.parts.blobs.put(user_id, name, b"tooth")
    now = room.clock()
    picture = {"id": "wamid.1", "type": "image", "image": {"id": "p1", "mime_type": "image/png"}}
    await room.put(
        MediaFile(
            message_id=f"{OWNER}:m1",
            user_id=OWNER,
            conversation_id=f"{OWNER}:c1",
            media_id="1",
            state="fetched",
            blob="media/m1",
            created_at=now,
            updated_at=now,
        ),
        message_row(OWNER, ANA, picture, outbound=False, at=now),
        message_row(OWNER, ANA, {"id": "wamid.2", "type": "text"}, outbound=False, at=now),
    )
    event = room.delivered(OwnerChanged(user_id=OWNER, act="removed"))
    erasing = EraseOwner(room.parts.blobs)
    while isinstance(await room.runs(erasing.effect(), event), Again):
        pass
    reader = room.parts.store.reader(OWNER)
    assert [await reader.count(Query(kind)) for kind in (MediaFile, SandboxMessage)] == [0, 0]
    for name in ("media/m1", blob_of("p1")):
        with pytest.raises(BlobMissing):
            await room.parts.blobs.get(OWNER, name)
        assert await room.parts.blobs.get("other", name) == b"tooth"
