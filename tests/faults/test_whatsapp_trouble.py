"""WhatsApp is slow, refuses, repeats itself, or takes a message and does not say so: one answer all the same."""

from libs.common.entities import Delivery
from libs.common.store.query import Query
from tests.fakes.graph import Failed
from tests.flows.house import House


async def deliveries(house: House) -> list[Delivery]:
    return list((await house.parts.store.reader(house.owner).find(Query(Delivery))).items)


async def test_an_answer_that_was_taken_without_a_word_is_not_sent_again(house: House) -> None:
    """The connection drops after WhatsApp took it; the status that carries our id tells, and no second one goes out."""
    ana = house.graph.customer("Ana")
    house.graph.faults.drop_answer()
    await ana.writes("Hello!")
    await ana.reads_next()
    await house.graph.statuses.settled()
    await ana.writes("Thank you")
    await ana.reads_next()
    assert [message.text for message in house.graph.messages][1:] == ["You're welcome!"]
    assert all(not row.maybe_twice for row in await deliveries(house))


async def test_an_answer_that_was_not_taken_is_sent_again_at_once(house: House) -> None:
    """The connection drops before WhatsApp took a byte, or it says that it is at its limit."""
    ana = house.graph.customer("Ana")
    house.graph.faults.rate_limit()
    await ana.writes("Hello!")
    assert "Smile Dental" in await ana.reads_next(timeout_seconds=30)
    assert len(house.graph.messages) == 1


async def test_a_message_that_meta_repeats_is_answered_once(house: House) -> None:
    ana = house.graph.customer("Ana")
    wamid = await ana.writes("Hello!")
    await ana.reads_next()
    await ana.repeats(wamid)
    await ana.repeats(wamid)
    await ana.writes("Thank you")
    await ana.reads_next()
    assert len(house.graph.messages) == 2


async def test_statuses_in_any_order_and_twice_end_where_they_should(house: House) -> None:
    """Read stays read, whatever comes late."""
    ana = house.graph.customer("Ana")
    house.graph.statuses.always("read", "sent", "delivered", "sent", "read")
    await ana.writes("Hello!")
    await ana.reads_next()
    await house.graph.statuses.settled()
    await house.drained()
    first = min(await deliveries(house), key=lambda row: row.claimed_at)
    assert (first.state, first.status) == ("sent", "read")


async def test_what_whatsapp_will_never_take_is_not_tried_for_ever(house: House) -> None:
    """It stands with its code for the staff, and the conversation goes on."""
    ana = house.graph.customer("Ana")
    house.graph.faults.fail(131026, status=400)
    await ana.writes("Hello!")
    await house.drained()
    await ana.writes("Thank you")
    assert "welcome" in await ana.reads_next(timeout_seconds=30)
    assert [(row.state, row.error_code) for row in await deliveries(house) if row.error_code] == [("failed", 131026)]


async def test_a_late_refusal_is_written_down(house: House) -> None:
    """WhatsApp took the message and then could not deliver it."""
    ana = house.graph.customer("Ana")
    house.graph.statuses.always("sent", Failed(131026))
    await ana.writes("Hello!")
    await ana.reads_next()
    await house.graph.statuses.settled()
    await house.drained()
    assert {row.error_code for row in await deliveries(house)} == {131026}


async def test_one_customers_trouble_is_no_others(house: House) -> None:
    """An answer that hangs holds back its own conversation only."""
    ana, ben = house.graph.customer("Ana"), house.graph.customer("Ben")
    gate = house.graph.faults.hold(times=1)
    await ana.writes("Hello!")
    await gate.reached()
    await ben.writes("Hello!")
    assert "Smile Dental" in await ben.reads_next()
    gate.release()
    assert "Smile Dental" in await ana.reads_next()
