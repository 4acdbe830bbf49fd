"""An answer comes: it is recorded, its turn closes, and what still waits gets the next one."""

import pytest

from libs.common.events import ConversationRequested
from libs.common.store.port import AlreadyExists
from services.ingest import handlers
from tests.unit.services.ingest.desk import NOON, OWNER, Desk, asked, reply, written


async def take_over(desk: Desk) -> ConversationRequested:
    conversation_id = (await desk.conversation()).conversation_id
    return ConversationRequested(user_id=OWNER, conversation_id=conversation_id, act="take_over", by="dana")


async def test_an_answer_closes_its_turn_and_settles_what_it_had(desk: Desk) -> None:
    await desk.writes("Hello")
    await desk.writes("Are you open?")
    desk.passes(seconds=3)
    outcome = await desk.answers("At nine.", language="de", sources=[{"source_id": "s", "name": "Hours", "page": 2}])
    conversation = await desk.conversation()
    assert asked(outcome) == []
    assert (conversation.turn_open, conversation.last_closed, conversation.language) == (False, 1, "de")
    assert await desk.waiting() == []
    assert {entry.processed_at for entry in await desk.entries()} == {desk.now}
    answer = (await desk.messages())[-1]
    assert (answer.role, answer.content, answer.created_at) == ("assistant", "At nine.", desk.now)
    assert answer.sources == ({"sourceId": "s", "name": "Hours", "heading": "", "chunkId": "", "page": "2"},)
    assert answer.message_id == f"{OWNER}:{conversation.closed_by[-1]}"


async def test_an_answer_costs_the_conversation_and_the_turns_entries(desk: Desk) -> None:
    await desk.writes("Hello")
    await desk.writes("Are you open?")
    await desk.answers()
    assert desk.reads == 1 + 2


async def test_what_an_answer_does_not_name_gets_the_next_turn(desk: Desk) -> None:
    """A message that came while the answer was made is not lost in it."""
    await desk.writes("Are you open?")
    (seen,) = await desk.entries()
    await desk.writes("And on Sunday?")
    outcome = await desk.answers(answers=[seen.queue_id])
    conversation = await desk.conversation()
    assert asked(outcome) == [2]
    assert (conversation.turn, conversation.turn_open, conversation.last_closed) == (2, True, 1)
    assert await desk.waiting() == ["And on Sunday?"]
    await desk.answers()
    assert await desk.waiting() == []


@pytest.mark.parametrize("meanwhile", ["taken over", "stopped", "answered", "the next turn"])
async def test_an_assistants_words_for_a_turn_that_is_over_were_never_said(desk: Desk, meanwhile: str) -> None:
    await desk.writes("Are you open?")
    late = reply(await desk.conversation(), "Too late.", author="assistant", turn=1)
    match meanwhile:
        case "taken over":
            await desk.writes("I am here myself", from_owner=True)
        case "stopped":
            await desk.writes("stop")
        case "answered":
            await desk.answers()
        case "the next turn":
            await desk.answers()
            await desk.writes("And on Sunday?")
    before = await desk.conversation()
    outcome = await desk.hears(late)
    assert (outcome.code, outcome.write, outcome.publish) == ("superseded", (), ())
    assert "Too late." not in await desk.said()
    assert await desk.conversation() == before


async def test_a_fact_from_booking_stands_whoever_has_the_conversation(desk: Desk) -> None:
    """It answers what asked for it, closes nothing of a person's, and gives the turn to nobody."""
    await desk.writes("Book me in at ten")
    (wish,) = await desk.entries()
    await desk.writes("I am here myself", from_owner=True)
    await desk.writes("And my son?")
    fact = {"author": "booking", "turn": 1, "answers": [wish.queue_id]}
    outcome = await desk.hears(reply(await desk.conversation(), "You are asked for at ten.", **fact))
    assert asked(outcome) == []
    assert (await desk.said())[-1] == "You are asked for at ten."
    assert await desk.waiting() == ["And my son?"]
    assert (await desk.conversation()).held_by == "owner phone"


async def test_a_fact_that_names_no_messages_answers_those_of_its_turn_and_before(desk: Desk) -> None:
    """What came after a person took over is not in it."""
    await desk.writes("Book me in at ten")
    await desk.handles(handlers.requested, desk.arrived(await take_over(desk)))
    await desk.writes("And my son?")
    await desk.answers("You are asked for at ten.", author="booking", turn=1)
    assert await desk.waiting() == ["And my son?"]


async def test_a_fact_by_the_way_leaves_the_turn_and_its_question_open(desk: Desk) -> None:
    await desk.writes("Book me in")
    await desk.answers("When?", author="booking", asks="time", asks_about="b-1")
    await desk.writes("hm")
    await desk.hears(reply(await desk.conversation(), "Your other visit is confirmed.", author="booking"))
    conversation = await desk.conversation()
    assert (conversation.turn, conversation.turn_open) == (2, True)
    assert (conversation.asks, conversation.asks_about) == ("time", "b-1")
    assert await desk.waiting() == ["hm"]


async def test_a_question_stands_until_the_next_answer(desk: Desk) -> None:
    await desk.writes("Book me in")
    await desk.answers("On which day?", asks="date", asks_about="b-1")
    assert ((await desk.conversation()).asks, (await desk.conversation()).asks_about) == ("date", "b-1")
    await desk.writes("Thursday")
    await desk.answers("Done.")
    assert ((await desk.conversation()).asks, (await desk.conversation()).asks_about) == (None, None)


async def test_choices_are_recorded_as_the_customer_reads_them(desk: Desk) -> None:
    await desk.writes("Book me in at ten")
    await desk.answers("At ten?", choices=[{"id": "1", "title": "Yes, book it"}, {"id": "2", "title": "No, thanks"}])
    asked_ = (await desk.messages())[-1]
    assert (asked_.content, asked_.choices) == ("At ten?", ("Yes, book it", "No, thanks"))
    assert (await desk.conversation()).recent[-1].content == "At ten?\n[Yes, book it]\n[No, thanks]"


async def test_a_hand_over_answers_the_turn_and_gives_what_follows_to_a_person(desk: Desk) -> None:
    await desk.writes("I want to talk to somebody")
    await desk.answers("A colleague will answer.", hand_over="The customer asks for a person.")
    conversation = await desk.conversation()
    assert (conversation.held_by, conversation.held_until) == ("staff", None)
    assert conversation.held_reason == "The customer asks for a person."
    assert (await desk.writes("Thanks")).code == "held"


async def test_a_staff_members_answer_closes_the_turn_and_takes_over(desk: Desk) -> None:
    await desk.writes("Are you open?")
    outcome = await desk.answers("We are!", author="staff", by="dana", turn=None)
    conversation = await desk.conversation()
    assert asked(outcome) == []
    assert (conversation.turn_open, conversation.held_by, conversation.last_closed) == (False, "dana", 1)
    assert await desk.waiting() == []
    answer = (await desk.messages())[-1]
    assert (answer.role, answer.author) == ("staff", "dana")


async def test_a_staff_members_answer_settles_all_that_waited_for_a_person(desk: Desk) -> None:
    await desk.writes("A person, please")
    await desk.answers("A colleague will answer.", hand_over="The customer asks for a person.")
    await desk.writes("Are you there?")
    await desk.writes("Hello?")
    await desk.answers("Here I am.", author="staff", by="dana", turn=None)
    assert await desk.waiting() == []
    assert (await desk.conversation()).held_by == "dana"


async def test_a_staff_members_word_by_the_way_takes_nothing_over(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await desk.answers()
    await desk.answers("We look forward to seeing you.", author="staff", by="dana", turn=None)
    assert (await desk.conversation()).held_by == ""
    assert asked(await desk.writes("And on Sunday?")) == [2]


async def test_a_holding_message_is_recorded_and_the_turn_stays_open(desk: Desk) -> None:
    await desk.writes("Are you open?")
    await desk.answers("One moment, please.", turn=None)
    assert (await desk.conversation()).turn_open
    assert await desk.waiting() == ["Are you open?"]
    await desk.answers()
    assert (await desk.answers("One moment, please.", turn=None)).code == "superseded"


async def test_a_reply_is_recorded_once_also_when_its_receipt_is_gone(desk: Desk) -> None:
    """Its message's id is made from the event, and the row is created, never set."""
    await desk.writes("Are you open?")
    fact = desk.arrived(reply(await desk.conversation(), "You are booked.", author="booking"))
    await desk.handles(handlers.replied, fact)
    with pytest.raises(AlreadyExists):
        await desk.handles(handlers.replied, fact)
    assert await desk.said() == ["Are you open?", "You are booked."]


async def test_a_reply_to_nobody_is_no_failure(desk: Desk) -> None:
    await desk.receives(written("Hello", sent_at=NOON))
    gone = (await desk.conversation()).changed(conversation_id=f"{OWNER}:gone")
    assert (await desk.hears(reply(gone, "Hello", author="booking"))).code == "unknown_conversation"


async def test_a_turn_whose_last_message_is_answered_by_the_way_is_over(desk: Desk) -> None:
    """A fact that was asked for before a person took over comes after they handed back."""
    await desk.writes("Book me in at ten")
    (wish,) = await desk.entries()
    conversation, taken = await desk.conversation(), await take_over(desk)
    await desk.handles(handlers.requested, desk.arrived(taken))
    await desk.handles(handlers.requested, desk.arrived(taken.changed(act="hand_back")))
    assert (await desk.conversation()).turn_open
    await desk.hears(reply(conversation, "You are booked.", author="booking", turn=1, answers=[wish.queue_id]))
    assert not (await desk.conversation()).turn_open
