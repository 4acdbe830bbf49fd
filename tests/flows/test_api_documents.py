"""Documents by the API: from the upload to an answer out of them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from services.gateway.documents import BYTES_MAX, TYPES
from services.knowledge.parsing.formats import FORMATS
from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House

PRICES = b"# Prices\n\nA check-up costs 60 euro.\n\n# Parking\n\nThe first hour in the garage is free."


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


async def indexed(console: ApiClient, source_id: str) -> Any:
    """The document once it is no longer on its way."""
    async with asyncio.timeout(15):
        while True:
            document = await console.get(f"~/documents/{source_id}")
            if document["status"] not in ("waiting", "indexing"):
                return document


async def test_an_uploaded_document_answers_a_question(console: ApiClient, house: House):
    """Stored when the upload is answered; searchable, readable by passages, and gone when removed."""
    uploaded = (await console.upload("prices.md", PRICES, "text/markdown")).must(202)
    assert (uploaded["status"], uploaded["size"]) == ("waiting", len(PRICES))
    await house.drained()
    document = await indexed(console, uploaded["sourceId"])
    assert (document["status"], document["progress"], document["chunks"]) == ("indexed", 100, 2)
    chunks = await console.get(f"~/documents/{document['sourceId']}/chunks")
    assert [chunk["heading"] for chunk in chunks["items"]] == ["Prices", "Parking"]
    tried = await console.post("~/questions", {"question": "What does a check-up cost?"})
    assert "60 euro" in tried["text"]
    assert tried["sources"][0]["name"] == "prices.md"
    assert tried["passages"][0]["score"] > 0
    gone = await console.ask("DELETE", f"~/documents/{document['sourceId']}")
    assert gone.status == 204
    assert (await console.get("~/documents"))["items"] == []
    assert (await console.post("~/questions", {"question": "What does a check-up cost?"}))["text"] is None


async def test_a_question_that_is_tried_leaves_nothing_behind(console: ApiClient, house: House):
    await console.post("~/questions", {"question": "May I come tomorrow at ten?"})
    await house.drained()
    assert (await console.get("~/conversations"))["items"] == []
    assert await house.bookings() == []


async def test_pasted_text_is_a_document(console: ApiClient, house: House):
    pasted = await console.post(
        "~/documents/text", {"name": "Parking", "text": "The first hour in the garage is free."}, status=202
    )
    await house.drained()
    document = await indexed(console, pasted["sourceId"])
    assert (document["name"], document["status"], document["size"]) == ("Parking", "indexed", None)


async def test_what_cannot_be_read_says_why(console: ApiClient, house: House):
    """A file that only calls itself a PDF."""
    uploaded = (await console.upload("scan.pdf", b"no PDF at all", "application/pdf")).must(202)
    await house.drained()
    document = await indexed(console, uploaded["sourceId"])
    assert document["status"] == "failed"
    assert "scan.pdf" in document["reason"]


async def test_a_file_that_is_too_large_is_refused_unread(console: ApiClient, house: House):
    """By what it says of itself; and where it says nothing, as soon as it is over the limit."""
    too_long = b"x" * (BYTES_MAX + 1)
    honest = await console.upload("long.txt", too_long)
    assert honest.must(413)["type"] == "urn:frontdesk:problem:too_large"

    boundary = "limit"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="long.txt"\r\n\r\n'.encode()

    async def unsaid() -> AsyncIterator[bytes]:
        yield head
        for _ in range(21):
            yield b"x" * 1024 * 1024

    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    secretive = await console.ask("POST", "~/documents", data=unsaid(), headers=headers)
    assert secretive.status == 413
    assert (await console.get("~/documents"))["items"] == []


@pytest.mark.parametrize("name", ["photo.png", "run.exe", "page.html", "nothing"])
async def test_a_file_of_another_kind_is_refused(console: ApiClient, name: str):
    """In words that say what is taken."""
    refused = await console.upload(name, b"data", "application/octet-stream")
    assert "PDF, Markdown or plain text" in refused.must(415)["detail"]


async def test_instructions_are_a_category_of_their_own(console: ApiClient):
    """The field stands before the file, which is read as it comes."""
    form = aiohttp.FormData({"category": "instructions"})
    form.add_field("file", b"Be brief.", filename="tone.txt", content_type="text/plain")
    assert (await console.ask("POST", "~/documents", data=form)).must(202)["category"] == "instructions"
    wrong = aiohttp.FormData({"category": "x" * 100_000})
    wrong.add_field("file", b"Be brief.", filename="tone.txt")
    refused = await console.ask("POST", "~/documents", data=wrong)
    assert [error["field"] for error in refused.must(422)["errors"]] == ["category"]


async def test_a_form_without_a_file_is_refused(console: ApiClient):
    for form in (aiohttp.FormData({"category": "knowledge"}), aiohttp.FormData({"file": "no file"})):
        form.add_field("more", b"x", filename="x")
        assert (await console.ask("POST", "~/documents", data=form)).status == 422
    for broken in ("multipart/form-data", "multipart/form-data; boundary=b"):
        unreadable = await console.ask("POST", "~/documents", data=b"file", headers={"Content-Type": broken})
        assert unreadable.status == 422
    assert (await console.ask("POST", "~/documents", json={})).status == 415
    assert (await console.upload("empty.txt", b"")).status == 422


def test_what_the_gateway_takes_is_what_knowledge_reads():
    """One list each, because neither imports the other; a new format belongs in both."""
    ours = {one.title: (set(one.extensions), set(one.mime_types)) for one in TYPES}
    for format in FORMATS:
        extensions, mime_types = ours.pop(format.title)
        assert extensions == format.extensions
        assert mime_types <= format.mime_types
    assert ours == {}
