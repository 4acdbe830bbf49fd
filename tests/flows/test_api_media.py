"""Files of customers by the API: from WhatsApp, or from the played phone, to a page that shows them."""

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from libs.common.blobs.port import BlobMissing
from libs.common.entities import MediaFile
from libs.common.model import sortable
from libs.common.store.query import Query
from tests.fakes.graph import Customer
from tests.flows.api_client import BASE, ApiClient, signed_in
from tests.flows.house import House

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 20
ZOE = "15550100042"
PICTURES = f"~/phone/customers/{ZOE}/pictures"


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


@pytest.fixture
def ana(house: House) -> Customer:
    return house.graph.customer("Ana")


async def thread(console: ApiClient) -> list[dict[str, Any]]:
    """The only conversation's messages, the latest first."""
    (conversation,) = (await console.get("~/conversations"))["items"]
    page = await console.get(f"~/conversations/{conversation['conversationId']}/messages")
    items: list[dict[str, Any]] = page["items"]
    return items


async def last_of(console: ApiClient, role: str = "customer") -> dict[str, Any]:
    return next(message for message in await thread(console) if message["role"] == role)


async def file_of(console: ApiClient, message: dict[str, Any], **headers: str) -> tuple[int, bytes, Any]:
    return await fetched(console, f"~/messages/{message['messageId']}/media", **headers)


async def fetched(console: ApiClient, path: str, **headers: str) -> tuple[int, bytes, Any]:
    """A file as it comes."""
    where = BASE + path.replace("~", f"/owners/{console.owner}")
    async with console.session.get(where, headers=headers) as response:
        return response.status, await response.read(), response.headers


async def test_a_picture_is_in_the_thread_as_the_customer_sent_it(house: House, console: ApiClient, ana: Customer):
    """Under its own type, and unable to act as a page of ours. The assistant is as polite as before."""
    await ana.sends_image(PNG, mime_type="image/png", caption="My tooth")
    assert await ana.reads_next()
    await house.drained()
    message = await last_of(console)
    assert message["content"] == "[image] My tooth"
    shown = message["media"]
    assert (shown["state"], shown["mime"], shown["size"], shown["shownAs"]) == (
        "fetched",
        "image/png",
        len(PNG),
        "image",
    )
    status, data, headers = await file_of(console, message)
    assert (status, data) == (200, PNG)
    assert headers["Content-Type"] == "image/png"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox")
    assert headers["Content-Disposition"].startswith("inline")
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("mime_type", ["text/html", "image/svg+xml", "application/pdf", "text/html; charset=utf-8"])
async def test_a_document_is_saved_and_never_drawn(house: House, console: ApiClient, ana: Customer, mime_type: str):
    """Whatever it says it is, under the name that the customer gave it."""
    await ana.sends_document(b"<script>alert(1)</script>", filename='Rö\r\nntgen".html', mime_type=mime_type)
    await house.drained()
    message = await last_of(console)
    assert message["media"]["shownAs"] == "file"
    _, data, headers = await file_of(console, message)
    assert data == b"<script>alert(1)</script>"
    told = "application/pdf" if mime_type == "application/pdf" else "application/octet-stream"
    assert headers["Content-Type"] == told
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''R%C3%B6%0D%0Antgen%22.html"


async def test_a_player_asks_for_a_part(house: House, console: ApiClient, ana: Customer):
    """As browsers do to play sound and films: from the middle, to the end, past it, or in no known way."""
    await ana.sends_voice(JPEG)
    await house.drained()
    message = await last_of(console)
    assert message["media"]["shownAs"] == "audio"
    for asked, expected in (("bytes=10-19", JPEG[10:20]), ("bytes=5000-", JPEG[5000:]), ("bytes=-7", JPEG[-7:])):
        status, data, headers = await file_of(console, message, Range=asked)
        assert (status, data) == (206, expected)
        assert headers["Content-Type"] == "audio/ogg"
        assert headers["Content-Range"].endswith(f"/{len(JPEG)}")
    assert (await file_of(console, message, Range="bytes=999999-"))[0] == 416
    assert (await file_of(console, message, Range="lines=1-2"))[:2] == (200, JPEG)


async def test_a_file_that_whatsapp_has_no_longer_is_said_to_be_gone(house: House, console: ApiClient, ana: Customer):
    """In words, and no dead letter: the message itself stands."""
    gate = house.graph.faults.hold(when="media")
    await ana.sends_image(JPEG)
    (call,) = await gate.reached()
    house.graph.media.forget(call.path.rpartition("/")[2])
    gate.release()
    await house.drained()
    message = await last_of(console)
    assert message["media"]["state"] == "gone"
    assert message["media"]["reason"] == "WhatsApp has this file no longer."
    assert (await file_of(console, message))[0] == 404
    assert (await console.get("~/dead-letters"))["items"] == []


async def test_a_slow_file_holds_up_nobody(house: House, console: ApiClient, ana: Customer):
    """The answer, the read mark and the next message go on while it is on its way; meanwhile it is said to be."""
    gate = house.graph.faults.hold(when="download")
    wamid = await ana.sends_image(JPEG, caption="When are you open?")
    await gate.reached()
    await house.graph.typing.wait_for(when=lambda mark: mark.message_id == wamid)
    assert await ana.reads_next()
    next_one = await ana.writes("Hello?")
    await house.graph.reads.wait_for(when=lambda mark: mark.message_id == next_one)
    assert await ana.reads_next()
    shown = [message["media"]["state"] for message in await thread(console) if message["media"]]
    assert shown == ["waiting"]
    gate.release()
    await house.drained()
    assert [message["media"]["state"] for message in await thread(console) if message["media"]] == ["fetched"]


async def test_who_watches_a_conversation_sees_the_file_appear(house: House, console: ApiClient, ana: Customer):
    """The feed tells of it, though no message was added."""
    gate = house.graph.faults.hold(when="download")
    await ana.sends_image(JPEG)
    await gate.reached()
    await ana.reads_next()
    (conversation,) = (await console.get("~/conversations"))["items"]
    async with console.session.get(f"{BASE}/owners/{console.owner}/feed") as feed:
        gate.release()
        moment = sortable((await file_row(house)).updated_at).encode()
        async with asyncio.timeout(10):
            async for line in feed.content:
                if conversation["conversationId"].encode() in line and moment in line:
                    return
    raise AssertionError("the feed ended")


async def file_row(house: House) -> MediaFile:
    async with asyncio.timeout(10):
        while True:
            rows = (await house.parts.store.reader(house.owner).find(Query(MediaFile))).items
            if rows and rows[0].state == "fetched":
                return rows[0]
            await house.parts.sleep(0.02)


async def test_nobody_elses_file_can_be_read(house: House, console: ApiClient, ana: Customer):
    """Not without a session, not by the id of another business's message."""
    await ana.sends_image(JPEG)
    await house.drained()
    message = await last_of(console)
    other = await console.post("/owners", {"name": "Other", "timezone": "Europe/Berlin"}, status=201)
    stranger = ApiClient(console.session, other["userId"])
    assert (await file_of(stranger, message))[0] == 404
    async with aiohttp.ClientSession(house.url) as nobody:
        assert (await file_of(ApiClient(nobody, house.owner), message))[0] == 401


async def test_a_file_is_fetched_on_each_way_to_run_it(any_house: House):
    """The same on Google's emulators."""
    await any_house.graph.customer("Ana").sends_image(JPEG, caption="My tooth")
    row = await file_row(any_house)
    assert await any_house.parts.blobs.get(row.user_id, row.blob) == JPEG


def picture(data: bytes, **beside: str) -> aiohttp.FormData:
    form = aiohttp.FormData(beside)
    form.add_field("file", io.BytesIO(data), filename="tooth", content_type="text/html")
    return form


async def test_a_played_customer_sends_a_picture(house: House, console: ApiClient):
    """It is on the phone and in the thread, by its true type; the same act again is the same message."""
    key = {"Idempotency-Key": "picture-act-1"}
    first, again = [
        (await console.ask("POST", PICTURES, data=picture(JPEG, name="Zoe", caption="My tooth"), headers=key)).must(201)
        for _ in range(2)
    ]
    assert first == again
    await house.drained()
    screen = await console.get(f"~/phone/customers/{ZOE}/messages")
    (shown,) = [one for one in screen["items"] if not one["outbound"]]
    assert shown["payload"]["id"] == first["id"]
    image = shown["payload"]["image"]
    assert (image["caption"], image["mime_type"]) == ("My tooth", "image/jpeg")
    status, data, headers = await fetched(console, f"~/phone/messages/{shown['sandboxMessageId']}/picture")
    assert (status, data, headers["Content-Type"]) == (200, JPEG, "image/jpeg")
    message = await last_of(console)
    assert message["media"]["state"] == "fetched"
    assert (await file_of(console, message))[1] == JPEG
    assert (await last_of(console, "assistant"))["content"]


@pytest.mark.parametrize(
    ("beginning", "size", "status"), [(b"GIF89a", 6, 415), (b"", 0, 422), (b"\xff\xd8\xff", 5 * 1024 * 1024 + 1, 413)]
)
async def test_what_a_phone_would_not_send_is_refused(console: ApiClient, beginning: bytes, size: int, status: int):
    """And leaves nothing behind."""
    refused = await console.ask("POST", PICTURES, data=picture(beginning.ljust(size, b"x")))
    assert refused.status == status, refused.body
    assert (await console.get("~/phone/customers"))["items"] == []


async def test_a_form_that_is_none_is_refused(console: ApiClient):
    """With words for a person."""
    assert (await console.ask("POST", PICTURES, json={})).status == 415
    bare = aiohttp.FormData({"name": "Zoe"}, default_to_multipart=True)
    assert (await console.ask("POST", PICTURES, data=bare)).status == 422
    long = await console.ask("POST", PICTURES, data=picture(JPEG, caption="x" * 1025))
    assert long.must(422)["errors"][0]["field"] == "caption"


async def test_a_message_without_a_picture_has_none(console: ApiClient):
    assert (await fetched(console, f"~/phone/messages/{console.owner}:wamid.x/picture"))[0] == 404
    assert (await fetched(console, "~/messages/nothing/media"))[0] == 404


async def test_a_removed_owners_files_are_gone(house: House, console: ApiClient, ana: Customer):
    """With everything else of theirs."""
    await ana.sends_image(JPEG)
    await house.drained()
    row = await file_row(house)
    (await console.ask("DELETE", "~")).must(204)
    with pytest.raises(BlobMissing):
        await house.parts.blobs.get(row.user_id, row.blob)
