"""What a test can make go wrong in the Graph API."""

import asyncio

import aiohttp
import pytest

from tests.fakes.graph import GraphApi
from tests.unit.fakes.conftest import Client


async def test_a_fault_is_met_by_the_next_calls_only(graph: GraphApi, client: Client) -> None:
    fault = graph.faults.fail(131016, times=2)
    answers = [await client.sends(str(number)) for number in range(3)]
    assert [status for status, _ in answers] == [503, 503, 200]
    assert answers[0][1]["error"]["code"] == 131016
    assert (fault.met, [sent.text for sent in graph.messages]) == (2, ["2"])


async def test_a_fault_for_sends_lets_read_marks_pass(graph: GraphApi, client: Client) -> None:
    """So that a test of sending does not depend on when the read mark goes out."""
    graph.faults.fail(131016)
    assert (await client.post({"status": "read", "message_id": "wamid.A"}))[0] == 200
    assert (await client.sends("Hello"))[0] == 503


async def test_a_fault_can_wait_for_the_call_it_is_for(graph: GraphApi, client: Client) -> None:
    graph.faults.fail(131056, when=lambda call: call.body.get("to") == "15550001002")
    assert (await client.sends("Hello", to="15550001001"))[0] == 200
    assert (await client.sends("Hello", to="15550001002"))[1]["error"]["code"] == 131056


async def test_too_many_messages_are_told_when_to_come_back(graph: GraphApi, client: Client) -> None:
    graph.faults.rate_limit(retry_after_seconds=7)
    body = {"messaging_product": "whatsapp", "to": "15550001001", "text": {"body": "Hello"}}
    async with client.session.post(client.messages_url, json=body) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        assert (await response.json())["error"]["code"] == 130429


async def test_a_message_whose_answer_was_dropped_counts_as_taken(graph: GraphApi, client: Client) -> None:
    graph.faults.drop_answer()
    with pytest.raises(aiohttp.ClientError):
        await client.sends("Hello")
    assert [sent.text for sent in graph.messages] == ["Hello"]
    assert graph.calls[0].status is None


async def test_a_call_that_was_dropped_counts_for_nothing(graph: GraphApi, client: Client) -> None:
    graph.faults.drop_call()
    with pytest.raises(aiohttp.ClientError):
        await client.sends("Hello")
    assert not graph.messages


async def test_a_held_call_is_taken_when_the_test_lets_it_go(graph: GraphApi, client: Client) -> None:
    gate = graph.faults.hold()
    sending = asyncio.create_task(client.sends("Hello"))
    await gate.reached()
    assert not graph.messages
    gate.release()
    assert (await sending)[0] == 200
    assert len(graph.messages) == 1


async def test_a_call_can_be_held_after_it_was_taken(graph: GraphApi, client: Client) -> None:
    gate = graph.faults.hold(after_taking=True)
    sending = asyncio.create_task(client.sends("Hello"))
    await gate.reached()
    assert len(graph.messages) == 1
    gate.release()
    assert (await sending)[0] == 200


async def test_a_slow_call_meets_the_next_fault_too(graph: GraphApi, client: Client) -> None:
    graph.faults.delay(0.001)
    graph.faults.fail(131000)
    assert (await client.sends("Hello"))[0] == 500


async def test_a_cleared_fault_is_over(graph: GraphApi, client: Client) -> None:
    graph.faults.fail(131000, times=None)
    graph.faults.clear()
    assert (await client.sends("Hello"))[0] == 200
