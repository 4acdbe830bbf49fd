"""Media at the Graph API stand-in: uploaded, found, fetched, named in a message."""

import hashlib
from typing import Any

import aiohttp

from tests.fakes.graph import GraphApi
from tests.unit.fakes.conftest import Client

PNG = b"\x89PNG\r\n\x1a\n and so on"


async def upload(client: Client, data: bytes, mime_type: str) -> tuple[int, dict[str, Any]]:
    form = aiohttp.FormData({"messaging_product": "whatsapp"})
    form.add_field("file", data, content_type=mime_type, filename="file")
    async with client.session.post(client.messages_url.replace("/messages", "/media"), data=form) as response:
        return response.status, await response.json()


async def test_an_uploaded_file_can_be_sent_and_fetched(graph: GraphApi, client: Client) -> None:
    _, uploaded = await upload(client, PNG, "image/png")
    status, _ = await client.post({"to": "15550001001", "type": "image", "image": {"id": uploaded["id"]}})
    assert status == 200
    _, node = await client.get(f"/v23.0/{uploaded['id']}")
    assert node["sha256"] == hashlib.sha256(PNG).hexdigest()
    assert (node["mime_type"], node["file_size"], node["id"]) == ("image/png", len(PNG), uploaded["id"])
    async with client.session.get(node["url"]) as response:
        assert await response.read() == PNG


async def test_a_file_is_fetched_with_a_token_only(graph: GraphApi, client: Client) -> None:
    media = graph.media.add(graph.number.id, PNG, "image/png")
    _, node = await client.get(f"/v23.0/{media.id}")
    async with aiohttp.ClientSession() as stranger, stranger.get(node["url"]) as response:
        assert response.status == 401


async def test_a_file_of_another_number_is_not_there(graph: GraphApi, client: Client) -> None:
    other = graph.add_number("200", token="other-token", verified_name="Other")
    media = graph.media.add(other.id, PNG, "image/png")
    assert (await client.get(f"/v23.0/{media.id}"))[1]["error"]["code"] == 100
    _, answer = await client.post({"to": "15550001001", "type": "image", "image": {"id": media.id}})
    assert "is not a valid whatsapp business account media attachment ID" in answer["error"]["message"]


async def test_a_type_that_whatsapp_does_not_carry_is_refused(client: Client) -> None:
    status, answer = await upload(client, b"MZ", "application/x-msdownload")
    assert (status, answer["error"]["code"]) == (400, 100)


async def test_a_file_that_is_too_large_is_refused(client: Client) -> None:
    _, answer = await upload(client, b"x" * (500 * 1024 + 1), "image/webp")
    assert "at most 512000 bytes" in answer["error"]["message"]
