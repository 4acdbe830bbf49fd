"""Whole turns where Pub/Sub pushes: as on Cloud Run, each service at its own address, every push with its token."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from libs.common.entities import ConsultantConfig, Receipt
from libs.common.events import SettingsChanged, seal
from tests.fakes.push import wrapped
from tests.flows.pushed import Pushed, pushed_house
from tests.flows.test_turns import PRICES

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(120)]

ANSWERS = "gateway.reply.ready"
QUESTIONS = "responder.reply.requested"
SETTINGS = "booking.settings.changed"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def pushed(
    tmp_path_factory: pytest.TempPathFactory, firestore_host: str, pubsub_host: str
) -> AsyncIterator[Pushed]:
    """Started once for all of these."""
    async with pushed_house(tmp_path_factory.mktemp("pushed"), firestore_host, pubsub_host) as opened:
        yield opened


async def test_a_question_is_answered_and_a_booking_made_and_confirmed(pushed: Pushed) -> None:
    """Through all five, and each push is proven."""
    assert (await pushed.house.uploads("prices.md", PRICES)).code != "dead_letter"
    ana = pushed.graph.customer("Ana")
    await ana.writes("How much is a dental cleaning?")
    assert "85 euros" in await ana.reads_next(timeout_seconds=30)
    await ana.writes("Can I come tomorrow at 10?")
    assert "10:00" in await ana.reads_next(timeout_seconds=30)
    await ana.taps("Yes, book it")
    await ana.reads_next(timeout_seconds=30)
    (booking,) = await pushed.house.bookings()
    assert (booking.status, booking.time_slot) == ("pending", "10:00")
    await pushed.house.staff.confirms(booking, note="Bring your reports")
    assert "Bring your reports" in await ana.reads_next(timeout_seconds=30)
    assert {answer.subscription.split(".")[0] for answer in pushed.door.answers} == set(pushed.processes)
    assert {answer.status for answer in pushed.door.answers} == {204}


async def test_who_does_not_prove_to_be_pubsub_is_refused_and_nothing_is_handled(pushed: Pushed) -> None:
    """401 without Google's token, 403 with another account's; the same event is then taken from Pub/Sub."""
    house, key = pushed.house, pushed.key
    edited = SettingsChanged(user_id=house.owner, section="schedule", values={"slotDuration": 60})
    event = seal(edited, cause="forged", source="gateway", at=house.parts.clock())

    async def push(**headers: str) -> int:
        return await pushed.door.post("booking", SETTINGS, wrapped(event), **headers)

    assert await push() == 401
    assert await push(Authorization="Bearer not.a.token") == 401
    assert await push(Authorization=f"Bearer {key.token(aud='https://else.example.com')}") == 401
    assert await push(Authorization=f"Bearer {key.token(email='else@project.iam.gserviceaccount.com')}") == 403
    assert await house.parts.store.system().get(Receipt, Receipt.id_for("booking", event.id)) is None
    config = await house.parts.store.reader(house.owner).get(ConsultantConfig, house.owner)
    assert config is not None
    assert config.slot_duration == 30
    assert await push(Authorization=f"Bearer {key.token()}") == 204
    assert await house.parts.store.system().get(Receipt, Receipt.id_for("booking", event.id)) is not None


async def test_what_cannot_be_done_now_is_pushed_again_and_its_key_waits(pushed: Pushed) -> None:
    """WhatsApp does not answer: the push ends in 503, and what follows of the conversation is sent after it."""
    ana = pushed.graph.customer("Anita")
    before = len(pushed.door.answers)
    silence = pushed.graph.faults.rate_limit(times=None)
    await ana.writes("Hello!")
    (refused, *_) = await pushed.door.answers.wait_for(
        key=ANSWERS, when=lambda answer: answer.status == 503, timeout_seconds=30
    )
    await ana.writes("How much is a dental cleaning?")
    await pushed.door.answers.wait_for(
        2,
        key="ingest.reply.ready",
        when=lambda answer: answer.key == refused.key and answer.status == 204,
        timeout_seconds=30,
    )  # both answers stand
    silence.end()
    assert "Smile Dental" in await ana.reads_next(timeout_seconds=40)
    assert "85 euros" in await ana.reads_next(timeout_seconds=40)
    of_key = [
        answer
        for answer in list(pushed.door.answers)[before:]
        if answer.subscription == ANSWERS and answer.key == refused.key
    ]
    done = [answer.event_id for answer in of_key if answer.status == 204]
    assert done[0] == refused.event_id
    assert {answer.event_id for answer in of_key if answer.status == 503} == {refused.event_id}


async def test_a_process_killed_in_mid_turn_loses_nothing(pushed: Pushed) -> None:
    """The responder, with pushes in its hands: started again it gets them again, all are answered, and nobody twice."""
    customers = [pushed.graph.customer(f"Customer {number}") for number in range(8)]
    already, begun = len(pushed.graph.messages), len(pushed.door.begun.of(QUESTIONS))

    async def is_killed() -> None:
        await pushed.door.begun.wait_for(begun + 3, key=QUESTIONS, timeout_seconds=30)
        await pushed.processes["responder"].kill()
        await pushed.processes["responder"].start()

    await asyncio.gather(is_killed(), *(customer.writes("Hello!") for customer in customers))
    await pushed.graph.wait_for(already + len(customers), timeout_seconds=60)
    await pushed.graph.statuses.settled()
    assert 502 in {answer.status for answer in pushed.door.answers.of(QUESTIONS)}, "nothing was in its hands"
    addresses = [message.to for message in list(pushed.graph.messages)[already:]]
    assert sorted(addresses) == sorted(customer.address for customer in customers)
