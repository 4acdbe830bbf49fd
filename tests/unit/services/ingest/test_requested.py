"""People, the clock and dead letters move a conversation between the assistant and a person."""

from datetime import timedelta
from typing import Any

from libs.common.entities import Conversation, ConversationTerm, Message, MessageQueue, Participant
from libs.common.events import ClockTicked, ConversationRequested, DeadLettered, OwnerChanged
from libs.common.service import Again, Outcome
from libs.common.store.query import Query
from services.ingest import handlers
from tests.unit.services.ingest.desk import NOON, OWNER, Desk, asked, told, written


async def request(desk: Desk, act: str, **fields: Any) -> Outcome:
    conversation_id = (await desk.conversation()).conversation_id
    named = {"user_id": OWNER, "conversation_id": conversation_id, "act": act, **fields}
    return await handled(desk, ConversationRequested.model_validate(named))


async def handled(desk: Desk, event: ConversationRequested) -> Outcome:
    outcome = await desk.handles(handlers.requested, desk.arrived(event))
    assert isinstance(outcome, Outcome)
    return outcome


async def tick(desk: Desk) -> list[ConversationRequested]:
    outcome = await desk.handles(handlers.tick, desk.arrived(ClockTicked(minute=desk.now)))
    assert isinstance(outcome, Outcome)
    assert outcome.write == ()
    return [event for event in outcome.publish if isinstance(event, ConversationRequested)]


async def given_up(desk: Desk, turn: int | None) -> Outcome:
    conversation = await desk.conversation()
    letter = DeadLettered(
        user_id=OWNER,
        service="responder",
        attributes={},
        data="{}",
        code="failed",
        error="no",
        attempts=5,
        given_up_at=desk.now,
        conversation_id=conversation.conversation_id,
        turn=turn,
    )
    outcome = await desk.handles(handlers.dead_letter, desk.arrived(letter))
    assert isinstance(outcome, Outcome)
    return outcome


async def test_a_take_over_closes_the_turn_and_what_waits_is_the_persons(desk: Desk) -> None:
    await desk.writes("Are you open?")
    outcome = await request(desk, "take_over", by="dana", reason="I know her")
    conversation = await desk.conversation()
    assert (conversation.turn_open, conversation.held_by, conversation.held_reason) == (False, "dana", "I know her")
    assert await desk.waiting() == ["Are you open?"]
    assert (asked(outcome), told(outcome)) == ([], [])


async def test_what_a_person_left_unanswered_is_the_assistants_next_turn_when_handed_back(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await request(desk, "take_over", by="dana")
    await desk.writes("Hello?")
    assert asked(await request(desk, "hand_back", by="dana")) == [2]
    await desk.answers()
    assert await desk.waiting() == []


async def test_handed_back_with_nothing_left_asks_nobody(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await request(desk, "take_over", by="dana")
    await desk.answers("We are.", author="staff", by="dana", turn=None)
    assert asked(await request(desk, "hand_back", by="dana")) == []
    assert (await desk.conversation()).held_by == ""


async def test_a_hold_until_a_moment_ends_by_the_clock(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await request(desk, "take_over", by="dana", until=NOON + timedelta(hours=1))
    assert await tick(desk) == []
    desk.passes(hours=1, seconds=1)
    (hand_back,) = await tick(desk)
    assert asked(await handled(desk, hand_back)) == [2]


async def test_a_hold_prolonged_after_the_clock_looked_stays(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await request(desk, "take_over", by="dana", until=NOON + timedelta(hours=1))
    desk.passes(hours=2)
    (hand_back,) = await tick(desk)
    await request(desk, "take_over", by="dana")
    assert (await handled(desk, hand_back)).code == "nothing"
    assert (await desk.conversation()).held_by == "dana"


async def test_a_turn_open_for_15_minutes_goes_to_a_person_and_the_customer_is_told(desk: Desk) -> None:
    await desk.writes("Are you open?")
    desk.passes(minutes=15)
    assert await tick(desk) == []
    desk.passes(seconds=1)
    (take_over,) = await tick(desk)
    outcome = await handled(desk, take_over)
    conversation = await desk.conversation()
    assert (conversation.held_by, conversation.turn_open) == ("staff", False)
    assert conversation.held_reason == "No answer was ready within 15 minutes."
    assert [text.split(".")[1].strip() for text in told(outcome)] == ["One of our team will answer you here"]
    assert await desk.waiting() == ["Are you open?"]
    assert await tick(desk) == []


async def test_the_clock_sees_every_owners_turns(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await desk.receives(written("Hello").changed(user_id="law", phone_number_id="2"))
    desk.passes(minutes=16)
    assert sorted(event.user_id for event in await tick(desk)) == [OWNER, "law"]


async def test_a_turn_answered_after_the_clock_looked_stays_the_assistants(desk: Desk) -> None:
    await desk.writes("Are you open?")
    desk.passes(minutes=16)
    (take_over,) = await tick(desk)
    await desk.answers()
    await desk.writes("And on Sunday?")
    assert (await handled(desk, take_over)).code == "nothing"
    assert (await desk.conversation()).turn_open


async def test_the_desk_asking_for_a_person_changes_nothing_where_one_has_it(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await request(desk, "take_over", by="dana")
    await request(desk, "take_over", reason="The customer is angry.")
    assert (await desk.conversation()).held_by == "dana"


async def test_staff_stop_and_start_like_the_customer_does(desk: Desk) -> None:
    await desk.writes("Are you open?")
    assert len(told(await request(desk, "stop", by="dana"))) == 1
    conversation = await desk.conversation()
    assert (conversation.stopped, conversation.turn_open, await desk.waiting()) == (True, False, [])
    assert told(await request(desk, "stop", by="dana")) == []
    assert len(told(await request(desk, "start", by="dana"))) == 1
    assert told(await request(desk, "start", by="dana")) == []
    assert asked(await desk.writes("Hello")) == [2]


async def test_a_turn_that_was_given_up_goes_to_a_person(desk: Desk) -> None:
    await desk.writes("Are you open?")
    outcome = await given_up(desk, turn=1)
    conversation = await desk.conversation()
    assert (conversation.held_by, conversation.turn_open) == ("staff", False)
    assert conversation.held_reason == "responder could not handle this turn (failed)."
    assert len(told(outcome)) == 1


async def test_an_answer_that_could_not_be_sent_goes_to_a_person(desk: Desk) -> None:
    """Its turn is closed already, and the customer has read nothing."""
    await desk.writes("Are you open?")
    await desk.answers()
    await given_up(desk, turn=1)
    assert (await desk.conversation()).held_by == "staff"


async def test_a_turn_given_up_long_ago_changes_nothing(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await desk.answers()
    await desk.writes("And on Sunday?")
    assert (await given_up(desk, turn=1)).code == "past"
    assert (await given_up(desk, turn=None)).code == "no_turn"
    assert (await desk.conversation()).turn_open


async def test_a_removed_owner_leaves_nothing_and_another_everything(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await desk.receives(written("Hello").changed(user_id="law", phone_number_id="2"))
    removed = OwnerChanged(user_id=OWNER, act="removed")
    steps = 0
    while isinstance(outcome := await desk.handles(handlers.owner, desk.arrived(removed)), Again):
        steps += 1
        assert steps <= 5
    assert outcome.code == "erased"
    assert (await desk.reader.find(Query(ConversationTerm))).items == []
    for kind in (Conversation, Message, MessageQueue, Participant):
        assert (await desk.reader.find(Query(kind))).items == []
        assert len((await desk.house.store.reader("law").find(Query(kind))).items) == 1


async def test_a_new_owner_has_nothing_to_make(desk: Desk) -> None:
    outcome = await desk.handles(handlers.owner, desk.arrived(OwnerChanged(user_id=OWNER, act="made")))
    assert isinstance(outcome, Outcome)
    assert outcome.code == "nothing"
