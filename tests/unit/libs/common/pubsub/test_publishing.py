"""In which requests events travel to a topic."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.pubsub import publishing
from libs.common.pubsub.publishing import Topic
from tests.contract.recorder import event, events


class Server:
    """Answers a request when the test says so; knows them by the names of their events."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self._answers: list[asyncio.Future[None]] = []

    async def __call__(self, messages: Sequence[Any]) -> None:
        self.asked.append([Envelope.from_attributes(one.attributes, one.data).id for one in messages])
        answer: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._answers.append(answer)
        await answer

    async def requests(self) -> list[list[str]]:
        await turns()
        return self.asked

    async def answers(self, number: int, error: Exception | None = None) -> None:
        if error:
            self._answers[number].set_exception(error)
        else:
            self._answers[number].set_result(None)
        await turns()


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def ids(names: str) -> list[str]:
    return [envelope.id for envelope in events(names)]


async def test_what_one_caller_publishes_travels_in_one_request():
    server = Server()
    done = Topic(server).put(events("ana-1 ana-2 ben-1"))
    assert await server.requests() == [ids("ana-1 ana-2 ben-1")]
    assert not done.done()
    await server.answers(0)
    await done


async def test_another_key_does_not_wait_for_a_request_under_way():
    server, topic = Server(), None
    topic = Topic(server)
    topic.put(events("ana-1"))
    topic.put(events("ben-1"))
    assert await server.requests() == [ids("ana-1"), ids("ben-1")]


async def test_what_follows_of_a_key_goes_together_once_its_request_is_answered():
    server = Server()
    topic = Topic(server)
    topic.put(events("ana-1"))
    later = [topic.put(events("ana-2")), topic.put(events("ana-3"))]
    assert await server.requests() == [ids("ana-1")]
    await server.answers(0)
    assert await server.requests() == [ids("ana-1"), ids("ana-2 ana-3")]
    await server.answers(1)
    await asyncio.gather(*later)


async def test_a_burst_of_many_keys_travels_in_few_requests():
    server = Server()
    topic = Topic(server)
    for n in range(50):
        topic.put([event(f"c{n}-1")])
    at_first = publishing.UNDER_WAY_MAX
    assert [len(request) for request in await server.requests()] == [1] * at_first
    await server.answers(0)
    assert [len(request) for request in await server.requests()] == [1] * at_first + [50 - at_first]


async def test_a_caller_hears_of_the_failure_and_nothing_of_its_overtakes(monkeypatch):
    """Its later events are not sent; another caller's are."""
    monkeypatch.setattr(publishing, "REQUEST_EVENTS_MAX", 1)
    server = Server()
    topic = Topic(server)
    done = topic.put(events("ana-1 ana-2"))
    other = topic.put(events("ana-3"))
    await turns()
    await server.answers(0, Unavailable("Pub/Sub"))
    with pytest.raises(Unavailable):
        await done
    assert await server.requests() == [ids("ana-1"), ids("ana-3")]
    await server.answers(1)
    await other


async def test_a_request_stays_under_the_limits(monkeypatch):
    monkeypatch.setattr(publishing, "REQUEST_EVENTS_MAX", 3)
    monkeypatch.setattr(publishing, "REQUEST_BYTES_MAX", 2 * event("ana-1", text="x" * 10_000).size)
    server = Server()
    topic = Topic(server)
    topic.put(events("ana-1 ana-2 ana-3 ana-4"))
    topic.put([event(f"ben-{n}", text="x" * 10_000) for n in range(3)])
    assert [len(request) for request in await server.requests()] == [3, 2]


async def test_what_its_caller_gave_up_is_not_sent():
    server = Server()
    topic = Topic(server)
    topic.put(events("ana-1"))
    topic.put(events("ana-2")).cancel()
    topic.put(events("ana-3"))
    await turns()
    await server.answers(0)
    assert await server.requests() == [ids("ana-1"), ids("ana-3")]


@given(calls=st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=5), max_size=12), answered=st.randoms())
def test_a_key_keeps_its_order_whatever_is_answered_first(calls, answered):
    """And never has two requests under way."""

    async def play() -> None:
        sent: list[str] = []
        under_way: list[tuple[set[str], asyncio.Future[None]]] = []

        async def server(messages: Sequence[Any]) -> None:
            keys = {message.ordering_key for message in messages}
            assert not any(keys & others for others, _ in under_way)
            sent.extend(message.attributes["ce-id"] for message in messages)
            under_way.append((keys, asyncio.get_running_loop().create_future()))
            await under_way[-1][1]

        topic = Topic(server)
        given = [
            [event(f"{key}-{number}-{place}") for place, key in enumerate(keys)] for number, keys in enumerate(calls)
        ]
        waiting = [topic.put(call) for call in given]
        while not all(done.done() for done in waiting):
            await turns()
            if under_way:
                under_way.pop(answered.randrange(len(under_way)))[1].set_result(None)
        for key in {one.key for call in given for one in call}:
            wanted = [one.id for call in given for one in call if one.key == key]
            assert [one for one in sent if one in wanted] == wanted

    asyncio.run(play())
