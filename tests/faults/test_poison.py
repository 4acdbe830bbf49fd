"""An event that nobody can handle: it is shown, its turn goes to a person, and everything else goes on."""

from libs.common.entities import DeadLetter, MessageQueue
from libs.common.events import ReplyRequested, seal
from libs.common.store.query import Query
from services.gateway.replaying import replay
from tests.flows.house import House


async def dead_letters(house: House) -> list[DeadLetter]:
    return list((await house.parts.store.reader(house.owner).find(Query(DeadLetter, order="-given_up_at"))).items)


async def test_an_unreadable_event_is_given_up_and_its_turn_goes_to_a_person(house: House) -> None:
    """The customer is told that someone will answer, and the letter holds the event whole."""
    ana = house.graph.customer("Ana")
    await ana.writes("Hello!")
    await ana.reads_next()
    await house.drained()
    conversation = await house.conversation()
    opened = conversation.changed(turn=2, turn_open=True, turn_opened_at=house.parts.clock())
    await house.put("ingest", opened)
    event = ReplyRequested(
        user_id=house.owner,
        conversation_id=conversation.conversation_id,
        turn=2,
        opened_at=house.parts.clock(),
    )
    sealed = seal(event, cause="poison", source="ingest", at=house.parts.clock())
    poisoned = sealed._replace(data=sealed.data.replace(b'"openedAt":"2', b'"openedAt":"x'))
    await house.parts.bus.publish(poisoned)
    assert "team" in await ana.reads_next()
    await house.drained()
    (letter,) = await dead_letters(house)
    assert (letter.service, letter.topic, letter.code) == ("responder", "reply.requested", "unparseable")
    assert letter.data == poisoned.data.decode()
    assert (await house.conversation()).held_by == "staff"


async def test_a_replayed_letter_is_handled_when_its_cause_is_gone(house: House) -> None:
    """By the service that gave it up, under a new id."""
    event = ReplyRequested(user_id=house.owner, conversation_id="nobody", turn=1, opened_at=house.parts.clock())
    sealed = seal(event, cause="poison", source="ingest", at=house.parts.clock())
    await house.parts.bus.publish(sealed._replace(data=b"not json"))
    await house.drained()
    (letter,) = await dead_letters(house)
    await house.put("gateway", letter.changed(data=sealed.data.decode()))
    await replay(house.parts, letter.dead_letter_id)
    await house.drained()
    (letter,) = await dead_letters(house)
    assert (letter.replays, letter.replayed_at is not None) == (1, True)
    waiting = await house.parts.store.reader(house.owner).find(Query(MessageQueue))
    assert waiting.items == []
