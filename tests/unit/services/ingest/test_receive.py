"""A message comes in: it is written down once, and somebody has it."""

from datetime import timedelta
from typing import Any

from libs.common.entities import Conversation, ConversationTerm, Message, Participant
from libs.common.events import MediaRequested, ReplyReady, ReplyRequested
from libs.common.store.port import Delete
from libs.common.store.query import Query
from tests.unit.services.ingest.desk import ANA, NOON, NUMBER, OWNER, Desk, asked, reply, told, written


async def test_a_first_message_makes_the_customer_and_opens_the_first_turn(desk: Desk) -> None:
    outcome = await desk.writes("Are you open?", profile_name="Ana")
    conversation = await desk.conversation()
    assert asked(outcome) == [1]
    assert (conversation.turn, conversation.turn_open, conversation.turn_opened_at) == (1, True, NOON)
    assert (conversation.name, conversation.phone, conversation.address) == ("Ana", ANA, ANA)
    assert conversation.last_inbound_at == NOON
    assert await desk.said() == ["Are you open?"]
    (entry,) = await desk.entries()
    assert (entry.payload_text, entry.turn, entry.processed, entry.sent_at) == ("Are you open?", 1, False, NOON)


async def test_every_id_begins_with_its_owner(desk: Desk) -> None:
    await desk.writes("Hello")
    conversation, (message,) = await desk.conversation(), await desk.messages()
    (alias,) = (await desk.reader.find(Query(Participant))).items
    assert alias.alias_id == f"{OWNER}:{NUMBER}:phone:{ANA}"
    assert alias.participant_key == conversation.participant_key
    for made in (conversation.conversation_id, conversation.participant_key, message.message_id):
        assert made.startswith(f"{OWNER}:")


async def test_a_message_while_a_turn_is_open_joins_it(desk: Desk) -> None:
    await desk.writes("Hello")
    desk.passes(seconds=2)
    outcome = await desk.writes("Are you open?")
    assert (outcome.code, asked(outcome)) == ("joined", [])
    assert [entry.turn for entry in await desk.entries()] == [1, 1]


async def test_a_message_delivered_twice_is_one(desk: Desk) -> None:
    message = written("Hello")
    await desk.receives(message)
    before = await desk.conversation()
    outcome = await desk.receives(message)
    assert (outcome.code, outcome.write, outcome.publish) == ("duplicate", (), ())
    assert await desk.conversation() == before
    assert await desk.said() == ["Hello"]


async def test_a_message_of_an_open_turn_costs_five_reads_at_most(desk: Desk) -> None:
    """Three aliases, the message and the conversation."""
    named = {"user_scoped_id": "DE.1", "parent_scoped_id": "DE.ENT.1"}
    await desk.writes("Hello", **named)
    await desk.writes("Are you open?", **named)
    assert desk.reads == 5


async def test_a_customer_is_known_by_any_alias(desk: Desk) -> None:
    """Phone first, then phone and Meta's id, then the id alone: one conversation, answered on the phone."""
    await desk.writes("By phone")
    await desk.writes("By both", user_scoped_id="DE.1")
    await desk.writes("By id", sender="DE.1", user_scoped_id="DE.1")
    conversation = await desk.conversation()
    assert (conversation.phone, conversation.address) == (ANA, ANA)
    assert await desk.said() == ["By phone", "By both", "By id"]


async def test_two_customers_are_never_made_one(desk: Desk) -> None:
    """Meta's id of one beside the phone of another: the id decides, and both stay who they are."""
    await desk.writes("I am Ana")
    await desk.writes("I am Ben", sender="DE.2", user_scoped_id="DE.2")
    await desk.writes("Who am I?", user_scoped_id="DE.2")
    await desk.writes("Ana again")
    lines = {
        tuple(said.content for said in conversation.recent)
        for conversation in (await desk.reader.find(Query(Conversation))).items
    }
    assert lines == {("I am Ana", "Ana again"), ("I am Ben", "Who am I?")}


async def test_a_late_message_stands_where_it_belongs(desk: Desk) -> None:
    """By WhatsApp's timestamp; of one second, in the order of arrival."""
    for text, second in (("first", 0), ("third", 2), ("also third", 2), ("second", 1)):
        await desk.receives(written(text, sent_at=NOON + timedelta(seconds=second)))
    in_order = ["first", "second", "third", "also third"]
    assert await desk.said() == in_order
    assert [said.content for said in (await desk.conversation()).recent] == in_order
    assert (await desk.conversation()).last_inbound_at == NOON + timedelta(seconds=2)


async def test_a_late_message_is_answered_like_any_other(desk: Desk) -> None:
    await desk.writes("Hello")
    await desk.answers()
    outcome = await desk.receives(written("from before", sent_at=NOON - timedelta(days=2)))
    assert asked(outcome) == [2]


async def test_groups_and_echoes_of_our_own_leave_only_the_receipt(desk: Desk) -> None:
    for fields, code in (({"group_id": "g-1"}, "group"), ({"echo_of_ours": True, "from_owner": True}, "echo")):
        outcome = await desk.writes("Hello all", **fields)
        assert (outcome.code, outcome.write, outcome.publish) == (code, (), ())
    assert (await desk.reader.find(Query(Message))).items == []


async def test_a_reaction_is_kept_and_asks_nobody(desk: Desk) -> None:
    outcome = await desk.writes("👍", kind="reaction", needs_no_answer=True)
    assert asked(outcome) == []
    assert await desk.said() == ["[reaction] 👍"]
    assert await desk.entries() == []
    assert (await desk.conversation()).recent == ()


async def test_media_is_told_in_words_and_kept_by_its_id(desk: Desk) -> None:
    media = {"id": "m-1", "mime_type": "image/jpeg"}
    await desk.writes("my passport", kind="image", media=media)
    (message,), (entry,) = await desk.messages(), await desk.entries()
    assert (message.content, message.media) == ("[image] my passport", {"id": "m-1", "mime": "image/jpeg"})
    assert (entry.payload_type, entry.payload_ref, entry.payload_text) == ("image", "m-1", "my passport")


async def test_a_tap_is_an_entry_with_what_was_chosen(desk: Desk) -> None:
    """Also where the button's title is a word that stops."""
    await desk.writes("Stop", kind="interactive", choice_id="1|no|-|-|-")
    (entry,) = await desk.entries()
    assert (entry.choice_id, entry.payload_text) == ("1|no|-|-|-", "Stop")


async def test_the_owners_own_phone_takes_over_and_answers(desk: Desk) -> None:
    await desk.writes("Are you open?")
    outcome = await desk.writes("Yes, come by!", from_owner=True)
    conversation = await desk.conversation()
    assert (outcome.code, asked(outcome)) == ("taken_over", [])
    assert (conversation.turn_open, conversation.held_by) == (False, "owner phone")
    assert conversation.held_until == NOON + timedelta(hours=12)
    assert [message.role for message in await desk.messages()] == ["customer", "staff"]
    assert await desk.waiting() == []


async def test_what_comes_while_a_person_has_it_waits_for_them(desk: Desk) -> None:
    await desk.writes("Hello, this is the clinic", from_owner=True)
    outcome = await desk.writes("Thank you, when shall I come?")
    assert (outcome.code, asked(outcome)) == ("held", [])
    assert await desk.waiting() == ["Thank you, when shall I come?"]


async def test_a_hold_that_has_run_out_is_the_assistants_again(desk: Desk) -> None:
    """The next message opens a turn that takes up what waited too."""
    await desk.writes("Hello, this is the clinic", from_owner=True)
    await desk.writes("When shall I come?")
    desk.passes(hours=12)
    outcome = await desk.writes("Anybody there?")
    conversation = await desk.conversation()
    assert asked(outcome) == [1]
    assert (conversation.held_by, conversation.held_until, conversation.held_reason) == ("", None, "")
    await desk.answers()
    assert await desk.waiting() == []


async def test_stop_closes_the_turn_and_tells_once_how_to_come_back(desk: Desk) -> None:
    await desk.writes("Are you open?")
    outcome = await desk.writes(" STOP! ")
    conversation = await desk.conversation()
    assert (conversation.stopped, conversation.turn_open) == (True, False)
    assert await desk.waiting() == []
    (notice,) = outcome.publish
    assert isinstance(notice, ReplyReady)
    assert (notice.author, notice.turn) == ("notice", 1)
    assert "START" in notice.text
    again = await desk.writes("stop")
    assert again.publish == []


async def test_what_a_stopped_customer_writes_is_kept_and_opens_nothing(desk: Desk) -> None:
    await desk.writes("stop")
    outcome = await desk.writes("Are you open?")
    assert (asked(outcome), await desk.waiting()) == ([], [])
    assert await desk.said() == ["stop", "Are you open?"]


async def test_start_comes_back_with_a_notice_and_the_next_message_is_answered(desk: Desk) -> None:
    await desk.writes("BAJA")
    outcome = await desk.writes("alta")
    assert [text.split()[0] for text in told(outcome)] == ["¡Bienvenido"]
    assert asked(outcome) == []
    assert asked(await desk.writes("Are you open?")) == [1]


async def test_a_notice_is_recorded_like_any_answer(desk: Desk) -> None:
    outcome = await desk.writes("stop")
    (notice,) = outcome.publish
    assert isinstance(notice, ReplyReady)
    await desk.hears(notice)
    assert [(said.role, said.author) for said in await desk.messages()] == [("customer", ""), ("assistant", "notice")]


async def test_start_is_an_ordinary_word_to_a_customer_who_has_not_stopped(desk: Desk) -> None:
    assert asked(await desk.writes("Start")) == [1]


async def test_another_owners_customer_is_somebody_else(desk: Desk) -> None:
    """The same phone writes to two owners: neither sees the other's conversation."""
    await desk.writes("Hello clinic")
    await desk.receives(written("Hello law firm").changed(user_id="law", phone_number_id="2"))
    assert await desk.said() == ["Hello clinic"]
    (other,) = (await desk.house.store.reader("law").find(Query(Conversation))).items
    assert other.conversation_id.startswith("law:")
    assert (await desk.hears(reply(other, "You are booked.", author="booking"))).code == "unknown_conversation"


async def test_the_file_of_a_message_is_asked_for_once(desk: Desk) -> None:
    """By whom it belongs to, so that whoever fetches it needs to ask nobody; an edit brings no new one."""
    sent: dict[str, Any] = {"kind": "image", "media": {"id": "f1", "mime_type": "image/jpeg", "sha256": "x"}}
    message = written("My tooth", **sent)
    opened, asked_for = (await desk.receives(message)).publish
    assert isinstance(opened, ReplyRequested)
    assert isinstance(asked_for, MediaRequested)
    conversation, (row,) = await desk.conversation(), await desk.messages()
    assert (asked_for.message_id, asked_for.conversation_id) == (row.message_id, conversation.conversation_id)
    assert (asked_for.phone_number_id, asked_for.kind, asked_for.media.id) == (NUMBER, "image", "f1")
    assert (await desk.receives(message)).publish == ()
    edit = written("My other tooth", **{**sent, "kind": "edit"})
    assert not any(isinstance(event, MediaRequested) for event in (await desk.receives(edit)).publish)


async def test_the_file_of_a_customer_who_said_stop_is_kept_too(desk: Desk) -> None:
    """Their words are; so is what came with them."""
    await desk.writes("STOP")
    outcome = await desk.receives(written("", kind="image", media={"id": "f1"}))
    assert [type(event) for event in outcome.publish] == [MediaRequested]


async def terms(desk: Desk) -> list[str]:
    return sorted(row.term for row in (await desk.reader.find(Query(ConversationTerm))).items)


async def test_a_conversation_is_found_by_the_name_and_number_that_it_has_now(desk: Desk) -> None:
    """A row for each word; who is called otherwise is no longer found by the old name, and who is not costs nothing."""
    await desk.writes("Hello", profile_name="Zoë Keller")
    assert await terms(desk) == [f"e:{ANA[::-1]}", "n:keller", "n:zoe", f"p:{ANA}"]
    outcome = await desk.writes("Hello again", profile_name="Zoë Keller")
    assert not any(isinstance(row, ConversationTerm | Delete) for row in outcome.write)
    await desk.writes("I have married", profile_name="Zoë Sommer")
    assert await terms(desk) == [f"e:{ANA[::-1]}", "n:sommer", "n:zoe", f"p:{ANA}"]
    assert sorted((await desk.conversation()).terms) == await terms(desk)


async def test_a_conversation_of_before_is_found_once_its_customer_writes(desk: Desk) -> None:
    """Its row had no terms yet."""
    await desk.writes("Hello", profile_name="Ana")
    conversation = await desk.conversation()
    rows = (await desk.reader.find(Query(ConversationTerm))).items
    await desk.house.put("ingest", OWNER, conversation.changed(terms=()), *(Delete(type(row), row.key) for row in rows))
    await desk.writes("Hello?", profile_name="Ana")
    assert "n:ana" in await terms(desk)
