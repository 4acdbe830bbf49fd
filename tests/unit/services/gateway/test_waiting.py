"""While an answer takes long: "typing" again and again, and one honest word."""

from typing import Any

import pytest

from libs.common.bus.port import Delivery, Subscription
from libs.common.events import ReplyReady
from services.gateway.waiting import Waiting
from services.gateway.whatsapp.lines import ConnectedLines
from tests.fakes.graph import GraphApi
from tests.unit.services.gateway.room import Room


class Heard:
    """The holding messages that were published."""

    def __init__(self) -> None:
        self.replies: list[ReplyReady] = []

    async def __call__(self, delivery: Delivery) -> None:
        self.replies.append(ReplyReady.opened(delivery.envelope))


@pytest.fixture
async def heard(room: Room) -> Heard:
    heard = Heard()
    await room.parts.bus.listen([Subscription("ingest", ReplyReady.topic)], heard)
    return heard


@pytest.fixture
async def waiting(room: Room, graph: GraphApi, lines: ConnectedLines) -> Waiting:
    await room.owns(token=graph.number.token)
    return Waiting(room.parts, lines)


async def watch(room: Room, waiting: Waiting, seconds: int) -> None:
    for _ in range(seconds // 5):
        room.clock.passes(seconds=5)
        await waiting.look()


async def test_typing_is_shown_again_every_twenty_seconds(room: Room, graph: GraphApi, waiting: Waiting) -> None:
    """For as long as the turn is open."""
    await room.talks()
    await watch(room, waiting, 45)
    assert [mark.message_id for mark in graph.typing] == ["wamid.ana1"] * 2
    await room.talks(turn_open=False, turn_opened_at=None)
    await watch(room, waiting, 45)
    assert len(graph.typing) == 2


async def test_after_a_minute_there_is_one_honest_word(
    room: Room, waiting: Waiting, lines: ConnectedLines, heard: Heard
) -> None:
    """In the customer's language, and closing no turn; another process that says it too says the same event."""
    await room.talks(language="de")
    await watch(room, waiting, 55)
    assert not heard.replies
    await watch(room, waiting, 60)
    await Waiting(room.parts, lines).look()
    await room.parts.bus.stop(5)
    [reply, *again] = heard.replies
    assert {one.id for one in again} <= {reply.id}
    assert (reply.author, reply.turn) == ("assistant", None)
    assert reply.text.startswith("Danke")


@pytest.mark.parametrize("fields", [{"held_by": "maria"}, {"stopped": True}, {"turn_open": False}])
async def test_nobody_is_kept_waiting_by_a_turn_that_is_not_ours(
    room: Room, graph: GraphApi, waiting: Waiting, heard: Heard, fields: dict[str, Any]
) -> None:
    """A person has it, or the customer said stop."""
    await room.talks(**fields)
    await watch(room, waiting, 90)
    await room.parts.bus.stop(5)
    assert not graph.calls
    assert not heard.replies


async def test_owners_are_watched_only_while_their_customers_write(
    room: Room, graph: GraphApi, waiting: Waiting
) -> None:
    """After a while the turn has gone to a person."""
    room.clock.passes(minutes=16)
    await room.talks()
    await watch(room, waiting, 60)
    assert not graph.calls


async def test_a_line_that_fails_is_no_trouble(room: Room, graph: GraphApi, waiting: Waiting) -> None:
    """The next time it may work."""
    await room.talks()
    graph.faults.fail(131000, when="typing")
    await watch(room, waiting, 45)
    assert len(graph.typing) == 1
