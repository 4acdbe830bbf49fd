"""The customer's side of the Graph API stand-in."""

import base64
import hashlib
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.graph import GraphApi, WebhookNotTaken
from tests.fakes.journal import NeverCame
from tests.unit.fakes.conftest import NOON, Client
from tests.unit.fakes.receiver import Receiver

FIXTURES = Path(__file__).parents[2] / "fixtures" / "whatsapp"


@pytest.fixture
async def receiver(graph: GraphApi) -> AsyncIterator[Receiver]:
    async with Receiver(graph.app_secret) as receiver:
        graph.webhook = receiver.url
        graph.statuses.always()
        yield receiver


def value(body: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = body["entry"][0]["changes"][0]["value"]
    return found


def shape(thing: Any) -> Any:
    """What is left when the values are taken away."""
    if isinstance(thing, dict):
        return {name: shape(part) for name, part in thing.items()}
    return [shape(part) for part in thing] if isinstance(thing, list) else type(thing).__name__


async def test_a_text_has_the_shape_of_a_real_one_and_is_signed(graph: GraphApi, receiver: Receiver) -> None:
    message_id = await graph.customer("Ana", phone="15550001001").writes("Hello")
    real = json.loads((FIXTURES / "inbound_text__netflie.json").read_text())
    assert shape(receiver.taken[0]) == shape(real)
    assert receiver.signatures_right == [True]
    [message] = value(receiver.taken[0])["messages"]
    assert message == {
        "from": "15550001001",
        "id": message_id,
        "timestamp": str(int(NOON.timestamp())),
        "text": {"body": "Hello"},
        "type": "text",
    }


async def test_message_ids_are_unique_and_the_same_in_every_run(receiver: Receiver) -> None:
    async def ids() -> list[str]:
        async with GraphApi(webhook=receiver.url) as graph:
            ana, ben = graph.customer("Ana"), graph.customer("Ben")
            return [await ana.writes("1"), await ana.writes("2"), await ben.writes("3")]

    first = await ids()
    assert len(set(first)) == 3
    assert first == await ids()


async def test_a_customer_may_have_a_user_id_beside_or_instead_of_the_phone(
    graph: GraphApi, receiver: Receiver
) -> None:
    ana = graph.customer("Ana", phone="15550001001", user_id="US.1")
    await ana.writes("with both")
    graph.becomes(ana, phone=None, user_id="US.1")
    await ana.writes("with the user id alone")
    both, alone = [value(body) for body in receiver.taken]
    assert (both["messages"][0]["from"], both["messages"][0]["from_user_id"]) == ("15550001001", "US.1")
    assert "from" not in alone["messages"][0]
    assert alone["contacts"] == [{"profile": {"name": "Ana"}, "user_id": "US.1"}]


async def test_a_tap_waits_for_the_offer_and_names_it(graph: GraphApi, client: Client, receiver: Receiver) -> None:
    ana = graph.customer("Ana", phone="15550001001")
    await client.offers("Yes", "No")
    await ana.taps("Yes")
    [message] = value(receiver.taken[0])["messages"]
    assert message["context"] == {"from": "15550783881", "id": graph.messages[0].id}
    assert message["interactive"] == {"type": "button_reply", "button_reply": {"id": "id-Yes", "title": "Yes"}}


async def test_a_second_tap_is_for_the_next_offer(graph: GraphApi, client: Client, receiver: Receiver) -> None:
    """An old button of the same name is not tapped by mistake; on purpose it can be."""
    ana = graph.customer("Ana", phone="15550001001")
    await client.offers("Yes")
    await ana.taps("Yes")
    with pytest.raises(NeverCame):
        await ana.taps("Yes", timeout_seconds=0.01)
    await ana.taps("Yes", on=graph.messages[0])
    await client.offers("Yes")
    await ana.taps("id-Yes")
    contexts = [value(body)["messages"][0]["context"]["id"] for body in receiver.taken]
    first, second = graph.messages
    assert contexts == [first.id, first.id, second.id]


async def test_a_tap_on_what_is_not_offered_says_what_is(graph: GraphApi, client: Client) -> None:
    await client.offers("Yes", "No")
    with pytest.raises(NeverCame, match=r"\[Yes\] \[No\]"):
        await graph.customer("Ben").taps("Maybe", on=graph.messages[0])


async def test_a_row_of_a_list_is_tapped_with_its_description(
    graph: GraphApi, client: Client, receiver: Receiver
) -> None:
    ana = graph.customer("Ana", phone="15550001001")
    row = {"id": "r1", "title": "10:00", "description": "Thursday"}
    action = {"button": "Times", "sections": [{"rows": [row]}]}
    interactive = {"type": "list", "body": {"text": "When?"}, "action": action}
    assert (await client.post({"to": "15550001001", "type": "interactive", "interactive": interactive}))[0] == 200
    await ana.taps("10:00")
    assert value(receiver.taken[0])["messages"][0]["interactive"] == {"type": "list_reply", "list_reply": row}


async def test_messages_are_read_in_order_and_what_was_tapped_counts_as_read(
    graph: GraphApi, client: Client, receiver: Receiver
) -> None:
    ana, ben = graph.customer("Ana", phone="15550001001"), graph.customer("Ben", phone="15550001002")
    await client.sends("Welcome")
    await client.sends("For Ben", to="15550001002")
    await client.offers("Yes")
    await client.sends("Booked")
    await ana.taps("Yes")
    assert [await ana.reads_next(), await ben.reads_next()] == ["Booked", "For Ben"]
    with pytest.raises(NeverCame, match="messages to Ana"):
        await ana.reads_next(timeout_seconds=0.01)


async def test_a_file_arrives_by_id_and_can_be_fetched(graph: GraphApi, client: Client, receiver: Receiver) -> None:
    await graph.customer("Ana").sends_document(b"%PDF-1.7", filename="report.pdf", caption="My report")
    document = value(receiver.taken[0])["messages"][0]["document"]
    assert (document["filename"], document["caption"]) == ("report.pdf", "My report")
    assert document["sha256"] == base64.b64encode(hashlib.sha256(b"%PDF-1.7").digest()).decode()
    _, node = await client.get(f"/v23.0/{document['id']}")
    assert node["mime_type"] == "application/pdf"


async def test_every_kind_of_message_is_of_its_kind(graph: GraphApi, receiver: Receiver) -> None:
    ana = graph.customer("Ana")
    await ana.sends_image(b"jpeg", caption="Look")
    await ana.sends_voice(b"opus")
    await ana.sends_location(49.2, 7.0, "Saarbrücken")
    await ana.sends_contact("Ben", "+15550001002")
    await ana.reacts("👍", to="wamid.A")
    await ana.sends_unsupported()
    await ana.sends("hologram", {"depth": 3})
    messages = [value(body)["messages"][0] for body in receiver.taken]
    kinds = ["image", "audio", "location", "contacts", "reaction", "unsupported", "hologram"]
    assert [message["type"] for message in messages] == kinds
    assert all(message["type"] in message or "errors" in message for message in messages)


async def test_a_repeated_message_is_the_same_to_the_last_byte(graph: GraphApi, receiver: Receiver) -> None:
    ana = graph.customer("Ana")
    await ana.repeats(await ana.writes("Hello"))
    assert receiver.taken[0] == receiver.taken[1]


async def test_a_busy_receiver_gets_the_message_again(graph: GraphApi) -> None:
    async with Receiver(graph.app_secret, 503, 500) as receiver:
        graph.webhook = receiver.url
        await graph.customer("Ana").writes("Hello")
        assert len(receiver.taken) == 1


async def test_a_refusal_is_told_at_once(graph: GraphApi) -> None:
    """A wrong secret or path is a mistake in the scene, which waiting does not mend."""
    async with Receiver(graph.app_secret, 401) as receiver:
        graph.webhook = receiver.url
        with pytest.raises(WebhookNotTaken, match="401"):
            await graph.customer("Ana").writes("Hello")


async def test_a_body_can_be_posted_with_a_wrong_signature(graph: GraphApi, receiver: Receiver) -> None:
    body = graph.customer("Ana").composes("text", {"body": "Hello"})
    assert (await graph.post(body, app_secret="wrong")).taken
    assert receiver.signatures_right == [False]


async def test_the_owner_can_write_from_their_own_phone(graph: GraphApi, receiver: Receiver) -> None:
    await graph.owner_writes(graph.customer("Ana", phone="15550001001"), "On my way")
    real = json.loads((FIXTURES / "account_echo_text__botpress.json").read_text())
    assert shape(receiver.taken[0]) == shape(real)
