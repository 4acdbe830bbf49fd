"""Status webhooks of the Graph API stand-in."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.graph import Backoff, Failed, GraphApi, WebhookNotTaken
from tests.fakes.graph.exchange import Exchange
from tests.fakes.graph.webhook import WebhookSender
from tests.fakes.journal import NeverCame
from tests.unit.fakes.conftest import NOON, Client
from tests.unit.fakes.receiver import Receiver


@pytest.fixture
async def receiver(graph: GraphApi) -> AsyncIterator[Receiver]:
    async with Receiver(graph.app_secret) as receiver:
        graph.webhook = receiver.url
        yield receiver


async def reported(graph: GraphApi, receiver: Receiver) -> list[str]:
    await graph.statuses.settled()
    return [status["status"] for status in receiver.statuses]


async def test_a_message_is_reported_sent_delivered_and_read(
    graph: GraphApi, client: Client, receiver: Receiver
) -> None:
    """Signed with the app's secret, with the id WhatsApp gave and what the sender wanted to find again."""
    _, answer = await client.sends("Hello", biz_opaque_callback_data="delivery-7")
    assert await reported(graph, receiver) == ["sent", "delivered", "read"]
    assert receiver.signatures_right == [True, True, True]
    first = receiver.statuses[0]
    assert first["id"] == answer["messages"][0]["id"]
    assert first["biz_opaque_callback_data"] == "delivery-7"
    assert (first["recipient_id"], first["timestamp"]) == ("15550001001", str(int(NOON.timestamp())))


async def test_a_status_is_sent_again_until_it_is_taken(graph: GraphApi, client: Client) -> None:
    """Whatever the receiver answers, as Meta does."""
    async with Receiver(graph.app_secret, 500, 401, 503) as receiver:
        graph.webhook = receiver.url
        graph.statuses.always("sent")
        await client.sends("Hello")
        assert await reported(graph, receiver) == ["sent"]
    assert [delivery.status for delivery in graph.deliveries] == [500, 401, 503, 200]


async def test_statuses_can_be_repeated_reordered_or_left_out(
    graph: GraphApi, client: Client, receiver: Receiver
) -> None:
    graph.statuses.coming("read", "sent", "sent")
    graph.statuses.coming()
    for text in ("reordered and repeated", "silent", "usual"):
        await client.sends(text)
        await graph.statuses.settled()
    assert await reported(graph, receiver) == ["read", "sent", "sent", "sent", "delivered", "read"]


async def test_held_statuses_wait_for_the_test(graph: GraphApi, client: Client, receiver: Receiver) -> None:
    graph.statuses.hold()
    await client.sends("Hello")
    with pytest.raises(NeverCame, match="reports on 1 messages"):
        await graph.statuses.settled(timeout_seconds=0.05)
    assert not receiver.taken
    graph.statuses.release()
    assert len(await reported(graph, receiver)) == 3


async def test_a_message_can_fail_later(graph: GraphApi, client: Client, receiver: Receiver) -> None:
    graph.statuses.coming(Failed(131026))
    await client.sends("Hello")
    assert await reported(graph, receiver) == ["failed"]
    assert receiver.statuses[0]["errors"][0]["code"] == 131026


async def test_a_message_whose_answer_was_dropped_is_still_reported(
    graph: GraphApi, client: Client, receiver: Receiver
) -> None:
    """How a sender learns that a message it was not answered about went out."""
    graph.faults.drop_answer()
    with pytest.raises(aiohttp.ClientError):
        await client.sends("Hello", biz_opaque_callback_data="delivery-7")
    assert await reported(graph, receiver) == ["sent", "delivered", "read"]


async def test_a_numbers_own_webhook_and_secret_stand_before_the_common_ones(
    graph: GraphApi, client: Client, receiver: Receiver
) -> None:
    async with Receiver("own-secret") as own:
        graph.number.webhook, graph.number.app_secret = own.url, "own-secret"
        await client.sends("Hello")
        assert await reported(graph, own) == ["sent", "delivered", "read"]
        assert all(own.signatures_right)
    assert not receiver.taken


async def test_the_webhook_answers_the_challenge_only_with_the_right_token(graph: GraphApi, receiver: Receiver) -> None:
    assert await graph.verify("right")
    assert not await graph.verify("wrong")


async def test_a_webhook_that_is_never_taken_is_given_up() -> None:
    """The waits grow up to their limit, and end."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        await asyncio.sleep(0)

    sender = WebhookSender(Backoff(first_seconds=1, most_seconds=4, attempts_max=5), sleep)
    exchange = Exchange(sender, webhook="http://127.0.0.1:9/nobody", app_secret="s", clock=lambda: NOON)
    await sender.start()
    graph = GraphApi()
    with pytest.raises(WebhookNotTaken, match="attempt 5"):
        await exchange.post_until_taken(graph.number, {})
    await sender.stop()
    assert waits == [1, 2, 4, 4]
