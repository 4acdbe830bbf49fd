"""A removed owner's rows are gone, and nobody else's."""

from libs.common.entities import Delivery, Profile, User, WhatsappCred
from libs.common.events import OwnerChanged
from libs.common.service import Again, Outcome
from libs.common.store.query import Query
from services.gateway.handlers.owners import owner
from tests.unit.services.gateway.room import OWNER, Room


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
    steps = 0
    while isinstance(step := await room.decides(owner, event), Again):
        steps += 1
        assert len(step.write) <= 400
    assert step.code == "erased"
    assert steps > 3
    reader = room.parts.store.reader(OWNER)
    assert [await reader.count(Query(kind)) for kind in (Delivery, User, Profile, WhatsappCred)] == [0, 0, 0, 0]
    assert await room.parts.store.reader("other").count(Query(WhatsappCred)) == 1


async def test_a_new_owner_needs_nothing_more_here(room: Room) -> None:
    """Their rows were made before this was said."""
    outcome = await room.decides(owner, room.delivered(OwnerChanged(user_id=OWNER, act="made")))
    assert isinstance(outcome, Outcome)
    assert not outcome.write
