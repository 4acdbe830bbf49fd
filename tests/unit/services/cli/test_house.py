"""What a command asks for is handled, whoever runs the handlers."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from libs.common.entities import ConsultantConfig, Receipt
from libs.common.events import OwnerChanged, SettingsChanged
from libs.common.running import running
from libs.common.runtime import foundation
from libs.common.settings import Settings
from libs.common.sqlite.lock import Occupied, ServiceLock
from services.booking.service import build as booking
from services.cli.house import GivenUp, House, Unanswered, builds, event_id_of, house
from services.gateway.owners import NoSuchOwner, add_owner


def silent(text: str, *, end: str = "\n") -> None:
    """Nobody reads it."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, quiet_seconds=0)


@pytest.fixture
async def opened(settings: Settings) -> AsyncIterator[House]:
    async with house(settings, silent) as desk:
        yield desk


async def shortened(desk: House, *, owner: str = "ana", cause: str = "one") -> str:
    """Ask for slots of 20 minutes; gives the event's id."""
    event = SettingsChanged(user_id=owner, section="schedule", values={"slotDuration": 20})
    [event_id] = await desk.publisher.publish(event, cause=cause)
    return event_id


def is_free(settings: Settings, service: str) -> bool:
    """Whether nobody runs a service's handlers."""
    try:
        ServiceLock(settings.data, service).release()
    except Occupied:
        return False
    return True


async def test_where_nobody_runs_a_service_the_command_does(opened: House):
    receipt = await opened.receipt("booking", await shortened(opened))
    assert receipt.code == "applied"


async def test_a_running_server_is_left_its_work(settings: Settings, opened: House):
    """The command's answer is the server's, and the server goes on afterwards."""
    async with foundation(settings) as built, running(built, [booking(built.parts)]):
        assert (await opened.receipt("booking", await shortened(opened))).code == "applied"
        await opened.leave()
        assert not is_free(settings, "booking")
        assert (await opened.receipt("booking", await shortened(opened, cause="two"))).code == "applied"


async def test_a_server_that_stops_is_stood_in_for(settings: Settings, opened: House):
    """Its work is taken over while the command waits."""
    server = ServiceLock(settings.data, "booking")
    waiting = asyncio.create_task(opened.receipt("booking", await shortened(opened)))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.shield(waiting), 0.1)
    server.release()
    assert (await waiting).code == "applied"


async def test_what_nobody_answers_is_said_and_kept(settings: Settings, opened: House):
    """The person is told how long was waited; the work is done by whoever comes next."""
    server = ServiceLock(settings.data, "booking")
    event_id = await shortened(opened)
    with pytest.raises(Unanswered, match=r"booking service did not answer within 0.05 seconds.*is kept"):
        await opened.receipt("booking", event_id, seconds=0.05)
    server.release()
    assert (await opened.receipt("booking", event_id)).code == "applied"


async def test_what_was_given_up_is_a_refusal(opened: House):
    """It stands among the dead letters, and the command says where."""
    now = opened.parts.clock()
    given_up = Receipt(
        receipt_id=Receipt.id_for("booking", "e1"),
        user_id="ana",
        service="booking",
        event_id="e1",
        topic="settings.changed",
        code="dead_letter",
        answer={"code": "failed", "error": "Handling failed: the disk is full."},
        handled_at=now,
        expires_at=now + timedelta(days=30),
    )
    await opened.parts.store.stage("booking", "ana", [given_up])
    with pytest.raises(GivenUp, match=r"the disk is full\. .* `frontdesk dead-letters list`"):
        await opened.receipt("booking", "e1")


async def test_settled_means_that_every_service_is_done(opened: House):
    """A new owner has a calendar when the command returns, although booking is another service."""
    owner = await add_owner(opened.parts, "City Clinic", "Europe/Berlin")
    await opened.settled(OwnerChanged.topic, event_id_of(OwnerChanged, owner, cause=f"owner made:{owner}"))
    config = await opened.parts.store.reader(owner).get(ConsultantConfig, owner)
    assert config is not None
    assert config.timezone == "Europe/Berlin"


async def test_nothing_is_held_once_the_command_has_left(settings: Settings, opened: House):
    """A server can be started the moment after."""
    await opened.receipt("booking", await shortened(opened))
    assert not is_free(settings, "booking")
    await opened.leave()
    assert is_free(settings, "booking")


async def test_an_owner_who_is_not_there_is_a_refusal(opened: House):
    with pytest.raises(NoSuchOwner):
        await opened.owner("nobody")


async def test_all_five_can_be_built(opened: House):
    assert [build(opened.parts).name for build in builds()] == [
        "gateway",
        "ingest",
        "responder",
        "booking",
        "knowledge",
    ]
