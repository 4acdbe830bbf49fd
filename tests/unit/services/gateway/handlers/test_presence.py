"""The read mark and "typing": a courtesy, never a trouble."""

import asyncio
from datetime import datetime
from typing import Any

import pytest

from libs.common.entities import SandboxMessage
from libs.common.events import Inbound, MessageReceived
from libs.common.service import Outcome
from services.gateway.handlers import presence
from services.gateway.handlers.presence import ShowPresence
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.sandbox import message_row, number_id_of
from tests.fakes.graph import GraphApi
from tests.unit.services.gateway.room import ANA, MORNING, NUMBER, OWNER, Room


def message(number: str = NUMBER, **fields: Any) -> MessageReceived:
    inbound = Inbound.model_validate({"id": "wamid.1", "kind": "text", "sent_at": MORNING, "text": "Hello", **fields})
    return MessageReceived(user_id=OWNER, phone_number_id=number, sender=ANA, phone=ANA, message=inbound)


@pytest.fixture
def noted() -> list[str]:
    return []


@pytest.fixture
async def shows(room: Room, graph: GraphApi, lines: ConnectedLines, noted: list[str]) -> ShowPresence:
    await room.owns(token=graph.number.token)

    def note(user_id: str, _: datetime) -> None:
        noted.append(user_id)

    return ShowPresence(lines, note)


async def code_of(room: Room, shows: ShowPresence, event: MessageReceived) -> str:
    step = await room.runs(shows.effect(), room.delivered(event))
    assert isinstance(step, Outcome)
    return step.code


async def test_a_customer_sees_that_they_were_read_and_that_an_answer_comes(
    room: Room, graph: GraphApi, shows: ShowPresence, noted: list[str]
) -> None:
    """And is counted."""
    assert await code_of(room, shows, message()) == "shown"
    assert [(mark.message_id, mark.typing) for mark in graph.reads] == [("wamid.1", True)]
    assert noted == [OWNER]


async def test_what_wants_no_answer_is_read_without_typing(room: Room, graph: GraphApi, shows: ShowPresence) -> None:
    """A reaction, say."""
    await code_of(room, shows, message(kind="reaction", needs_no_answer=True))
    assert [mark.typing for mark in graph.reads] == [False]


@pytest.mark.parametrize(
    "fields", [{"from_owner": True}, {"echo_of_ours": True}, {"group_id": "g"}, {"kind": "system"}]
)
async def test_what_no_customer_wrote_to_us_is_left_alone(
    room: Room, graph: GraphApi, shows: ShowPresence, noted: list[str], fields: dict[str, Any]
) -> None:
    """The owner's own words above all."""
    assert await code_of(room, shows, message(**fields)) == "no_presence"
    assert not graph.calls
    assert not noted


async def test_a_mark_that_is_refused_is_no_trouble(room: Room, graph: GraphApi, shows: ShowPresence) -> None:
    """The event is handled all the same."""
    graph.faults.fail(131000, when="typing")
    assert await code_of(room, shows, message()) == "not_shown"


async def test_a_mark_that_takes_long_is_let_go_of(
    room: Room, graph: GraphApi, shows: ShowPresence, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The customer's next message does not wait for it."""
    monkeypatch.setattr(presence, "PATIENCE_SECONDS", 0.05)
    gate = graph.faults.hold(when="typing")
    async with asyncio.timeout(5):
        assert await code_of(room, shows, message()) == "not_shown"
    gate.release()


async def test_a_played_phone_shows_the_blue_ticks(room: Room, shows: ShowPresence) -> None:
    """The sandbox's message is read where it is kept."""
    await room.put(message_row(OWNER, ANA, {"id": "wamid.1"}, outbound=False, at=MORNING))
    assert await code_of(room, shows, message(number_id_of(OWNER))) == "shown"
    assert (await room.must_get(SandboxMessage, f"{OWNER}:wamid.1")).status == "read"
