"""A sign of danger goes to a person, and its customer is told whom to call."""

from libs.common.entities import ConsultantConfig, Profile
from tests.unit.services.ingest.desk import NOON, OWNER, Desk, asked, told


async def settled(desk: Desk, timezone: str = "Europe/Berlin", phone: str = "+49 30 5550 1234") -> None:
    await desk.house.put("booking", OWNER, ConsultantConfig(user_id=OWNER, timezone=timezone, updated_at=NOON))
    await desk.house.put("gateway", OWNER, Profile(user_id=OWNER, contact_phone=phone, updated_at=NOON))


async def test_a_person_has_it_at_once_and_the_customer_is_told_whom_to_call(desk: Desk) -> None:
    """No model reads it: no turn is opened. What was written waits for the person."""
    await settled(desk)
    outcome = await desk.writes("My husband has chest pain")
    assert told(outcome) == [
        "This sounds like an emergency. Please call 112 now, and do not wait for an answer here. "
        "You reach us at: +49 30 5550 1234. Our team has been told about your message."
    ]
    assert (outcome.code, asked(outcome)) == ("danger", [])
    conversation = await desk.conversation()
    assert (conversation.held_by, conversation.held_reason) == ("staff", "A sign of danger: chest pain.")
    assert await desk.waiting() == ["My husband has chest pain"]


async def test_an_open_turn_ends_and_its_answer_is_never_said(desk: Desk) -> None:
    await desk.writes("Are you open today?")
    turn = (await desk.conversation()).turn
    await desk.writes("I can't breathe")
    assert not (await desk.conversation()).turn_open
    assert (await desk.answers(turn=turn)).code == "superseded"


async def test_it_is_told_once_while_a_person_has_it_for_this(desk: Desk) -> None:
    assert len(told(await desk.writes("chest pain"))) == 1
    assert told(await desk.writes("chest pain, please answer")) == []


async def test_who_has_the_conversation_already_learns_of_it(desk: Desk) -> None:
    """It stays theirs, and the customer is told all the same."""
    await desk.writes("Hello")
    conversation = await desk.conversation()
    held = conversation.changed(held_by="rita", turn_open=False, held_reason="rita answered.")
    await desk.house.put("ingest", OWNER, held)
    outcome = await desk.writes("ich bekomme keine Luft")
    assert told(outcome)[0].startswith("Das klingt nach einem Notfall. Rufen Sie jetzt den örtlichen Notruf an")
    after = await desk.conversation()
    assert (after.held_by, after.held_reason) == ("rita", "A sign of danger: bekomme keine luft.")


async def test_after_stop_nothing_is_written_but_a_person_has_it(desk: Desk) -> None:
    await desk.writes("STOP")
    outcome = await desk.writes("chest pain")
    assert told(outcome) == []
    assert (await desk.conversation()).held_by == "staff"


async def test_a_button_is_nobodys_words(desk: Desk) -> None:
    outcome = await desk.writes("Chest pain consultation", kind="interactive", choice_id="1.book")
    assert outcome.code == "opened"
