"""A business's WhatsApp numbers by the API: connected, checked, and let go of."""

from collections.abc import AsyncIterator

import pytest

from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


async def test_the_list_says_what_the_server_offers(console: ApiClient, house: House):
    """The address for an app of one's own, and whether the server has one."""
    numbers = await console.get("~/numbers")
    assert numbers["sharedApp"] is True
    assert numbers["ownWebhook"] == f"/webhooks/whatsapp/{house.owner}"
    assert sorted(one["channel"] for one in numbers["items"]) == ["sandbox", "whatsapp"]


async def test_a_disconnected_number_is_let_go_of_and_can_be_connected_again(console: ApiClient, house: House):
    """A message to it is answered 200 and nothing comes of it, nobody writes from it, and what was said stays."""
    ana, number = house.graph.customer("Ana"), house.graph.number.id
    await ana.writes("Hello!")
    await ana.reads_next()
    await house.graph.statuses.settled()
    await house.drained()
    talk = f"~/conversations/{(await house.conversation()).conversation_id}"
    said = await console.get(f"{talk}/messages")

    assert (await console.ask("DELETE", f"~/numbers/{number}", headers=KEY)).status == 204
    assert (await console.ask("DELETE", f"~/numbers/{number}", headers=KEY)).status == 204
    assert (await console.ask("DELETE", f"~/numbers/{number}")).status == 404
    assert [one["channel"] for one in (await console.get("~/numbers"))["items"]] == ["sandbox"]

    await ana.writes("Are you there?")
    await house.drained()
    assert await console.get(f"{talk}/messages") == said
    refused = await console.post(f"{talk}/messages", {"text": "We are."}, status=409)
    assert "connect it again" in refused["detail"]
    assert ana.unread == []

    await console.post("~/numbers", {"phoneNumberId": number, "token": "graph-token"}, status=201)
    await ana.writes("And now?")
    assert await ana.reads_next()


async def test_the_sandbox_number_is_not_disconnected(console: ApiClient, house: House):
    """And its refusal says what it is."""
    refused = (await console.ask("DELETE", f"~/numbers/sandbox-{house.owner}")).must(409)
    assert refused["type"].endswith("sandbox_stays")
    assert "phone inside Frontdesk" in refused["detail"]
    assert len((await console.get("~/numbers"))["items"]) == 2


KEY = {"Idempotency-Key": "disconnect-1"}
