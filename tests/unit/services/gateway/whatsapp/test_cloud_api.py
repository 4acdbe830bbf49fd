"""The Cloud API's line against a stand-in that speaks HTTP: what came of a send is never guessed."""

from collections.abc import AsyncIterator

import pytest

from services.gateway.whatsapp.cloud_api import GraphApi
from services.gateway.whatsapp.cloud_line import CloudLine
from services.gateway.whatsapp.transport import Refused, Silent, Taken
from tests.fakes.graph import GraphApi as StandIn
from tests.unit.services.gateway.room import ANA, HandClock

HELLO = {"type": "text", "text": {"body": "Hello"}}


async def keep_nothing(*_: object) -> None:
    """These lines bring no files."""


class Ticks:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
async def api(graph: StandIn, ticks: Ticks) -> AsyncIterator[GraphApi]:
    api = GraphApi(graph.url, "v23.0", HandClock(), ticks)
    yield api
    await api.close()


@pytest.fixture
def line(graph: StandIn, api: GraphApi) -> CloudLine:
    return CloudLine(api, graph.number.id, graph.number.token, keep_nothing)


async def test_a_message_is_taken_under_an_id_and_carries_its_delivery(graph: StandIn, line: CloudLine) -> None:
    """So that its reports find it."""
    taken = await line.send(ANA, HELLO, "clinic:1")
    [sent] = graph.messages
    assert taken == Taken(sent.id)
    assert (sent.text, sent.to, sent.opaque) == ("Hello", ANA, "clinic:1")


async def test_a_customer_without_a_phone_is_written_to_by_user_id(graph: StandIn, line: CloudLine) -> None:
    """Since April 2026."""
    assert isinstance(await line.send("US.13491208655302741918", HELLO, "clinic:1"), Taken)
    assert graph.messages[0].user_id == "US.13491208655302741918"


async def test_a_refusal_is_certain_and_says_when_to_come_back(graph: StandIn, line: CloudLine) -> None:
    """Nothing was sent."""
    graph.faults.rate_limit(retry_after_seconds=9)
    refused = await line.send(ANA, HELLO, "clinic:1")
    assert isinstance(refused, Refused)
    assert (refused.code, refused.retry, refused.retry_after) == (130429, "later", 9.0)
    assert not graph.messages


async def test_a_wrong_token_is_refused_for_good(graph: StandIn, api: GraphApi) -> None:
    """Trying again would not make it right."""
    refused = await CloudLine(api, graph.number.id, "not the token", keep_nothing).send(ANA, HELLO, "clinic:1")
    assert isinstance(refused, Refused)
    assert (refused.code, refused.retry) == (190, "never")


async def test_an_answer_that_never_comes_is_a_silence(graph: StandIn, line: CloudLine) -> None:
    """Whether the message was taken or not: the line cannot know."""
    graph.faults.drop_answer()
    graph.faults.drop_call(when=lambda call: call.body.get("to") == "15550001009")
    assert isinstance(await line.send(ANA, HELLO, "clinic:1"), Silent)
    assert isinstance(await line.send("15550001009", HELLO, "clinic:2"), Silent)
    assert len(graph.messages) == 1


async def test_a_line_that_is_dead_is_a_certain_refusal() -> None:
    """No byte left."""
    api = GraphApi("http://127.0.0.1:9", "v23.0", HandClock())
    refused = await CloudLine(api, "1", "t", keep_nothing).send(ANA, HELLO, "clinic:1")
    assert isinstance(refused, Refused)
    assert refused.retry == "later"
    await api.close()


async def test_after_some_silences_nobody_waits_until_a_moment_has_passed(
    graph: StandIn, line: CloudLine, ticks: Ticks
) -> None:
    """Then it is tried again, and one answer makes it well."""
    graph.faults.drop_call(times=3)
    for place in range(3):
        assert isinstance(await line.send(ANA, HELLO, f"clinic:{place}"), Silent)
    refused = await line.send(ANA, HELLO, "clinic:4")
    assert isinstance(refused, Refused)
    assert refused.retry_after is not None
    assert len(graph.calls) == 3
    ticks.now += 60
    assert isinstance(await line.send(ANA, HELLO, "clinic:5"), Taken)


async def test_a_message_is_marked_as_read_with_and_without_typing(graph: StandIn, line: CloudLine) -> None:
    """False where WhatsApp does not know the message."""
    assert await line.mark_read("wamid.1", typing=True)
    assert await line.mark_read("wamid.2", typing=False)
    assert [(mark.message_id, mark.typing) for mark in graph.reads] == [("wamid.1", True), ("wamid.2", False)]
    assert not await line.mark_read("not one of theirs", typing=False)
