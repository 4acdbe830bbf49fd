"""Who may call the Graph API stand-in, and for what."""

import pytest

from tests.fakes.graph import GraphApi
from tests.unit.fakes.conftest import Client


async def test_a_wrong_token_gives_code_190(graph: GraphApi, client: Client) -> None:
    """The error a product must recognise to tell the owner that their token ran out."""
    status, answer = await client.get(f"/v23.0/{graph.number.id}", token="somebody-else")
    assert (status, answer["error"]["code"]) == (401, 190)
    assert answer["error"]["message"] == "Invalid OAuth access token - Cannot parse access token"


async def test_a_wrong_token_sends_nothing(graph: GraphApi, client: Client) -> None:
    graph.number.token = "renewed"
    assert (await client.sends("Hello"))[1]["error"]["code"] == 190
    assert not graph.messages


@pytest.mark.parametrize("version", ["v17.0", "v23.0", "v99.0"])
async def test_a_number_shows_itself_in_any_version(graph: GraphApi, client: Client, version: str) -> None:
    status, answer = await client.get(f"/{version}/{graph.number.id}")
    assert status == 200
    assert answer["id"] == graph.number.id
    assert answer["verified_name"] == "Lucky Shrub"
    assert answer["quality_rating"] == "GREEN"


async def test_only_the_fields_asked_for_are_shown(graph: GraphApi, client: Client) -> None:
    _, answer = await client.get(f"/v23.0/{graph.number.id}?fields=display_phone_number")
    assert answer == {"display_phone_number": "+1 555-078-3881", "id": graph.number.id}


async def test_a_field_that_does_not_exist_is_refused(graph: GraphApi, client: Client) -> None:
    _, answer = await client.get(f"/v23.0/{graph.number.id}?fields=favourite_colour")
    assert answer["error"]["code"] == 100


async def test_a_token_does_not_reach_another_owners_number(graph: GraphApi, client: Client) -> None:
    """The answer is the same as for a number that does not exist."""
    graph.add_number("200", token="other-token", verified_name="Other")
    _, foreign = await client.get("/v23.0/200")
    _, absent = await client.get("/v23.0/999")
    assert foreign["error"]["code"] == absent["error"]["code"] == 100
    assert foreign["error"]["error_subcode"] == absent["error"]["error_subcode"] == 33


async def test_a_token_does_not_send_from_another_owners_number(graph: GraphApi, client: Client) -> None:
    graph.number.token = "other-token"
    graph.add_number("200", token="graph-token", verified_name="The client's own")
    status, answer = await client.sends("Hello")
    assert (status, answer["error"]["code"], answer["error"]["error_subcode"]) == (400, 100, 33)
    assert not graph.messages


async def test_a_path_that_does_not_exist_is_a_graph_error(client: Client) -> None:
    status, answer = await client.get("/v23.0/a/b/c")
    assert (status, answer["error"]["code"]) == (400, 2500)
