"""A document that is not taken says why, and takes nothing away."""

import pytest

from libs.common.errors import Failure, Misconfigured
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import Desk, document, fact
from tests.unit.services.knowledge.parsing.pdf_files import pdf

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


async def test_a_refused_document_has_its_reason_in_words(desk: Desk) -> None:
    """In the source for the console, in the receipt for who waits, in the fact for the others."""
    receipt = await desk.uploads_it(pdf([[]], picture=True), "letter.pdf")
    source = await desk.source("letter.pdf")

    assert (source.status, source.code, source.version) == ("failed", "document_scanned", "")
    assert "OCR" in source.reason
    assert receipt.code == "document_scanned"
    assert receipt.answer is not None
    assert receipt.answer["message"] == source.reason
    told = fact(receipt)
    assert (told.status, told.code, told.reason) == ("failed", "document_scanned", source.reason)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b" \n ", "empty.txt", "document_empty"),
        (PNG, "picture.png", "document_unsupported"),
        (b"not a PDF", "letter.pdf", "document_damaged"),
        (bytes(20_000_001), "big.txt", "document_too_large"),
    ],
)
async def test_whatever_cannot_be_read_is_refused_once(desk: Desk, data: bytes, name: str, code: str) -> None:
    """It is no fault that another attempt could mend."""
    assert (await desk.uploads_it(data, name)).code == code
    assert (await desk.source(name)).status == "failed"
    assert await desk.stored() == []


async def test_a_refused_newer_upload_leaves_the_older_one_searchable(desk: Desk) -> None:
    """With the reason beside it; the refused bytes are not kept."""
    await desk.uploads_it("We open at nine.", "hours.txt")
    before = await desk.source("hours.txt")
    receipt = await desk.uploads_it(PNG, "hours.txt")

    after = await desk.source("hours.txt")
    assert (after.status, after.progress, after.version) == ("indexed", 100, before.version)
    assert after.code == receipt.code == "document_unsupported"
    assert after.reason
    assert await desk.searchable("hours.txt") == ["We open at nine."]
    assert receipt.answer is not None
    assert receipt.answer["message"].endswith("The copy from before stays searchable.")
    assert after.blob == before.blob
    assert await desk.has_bytes(before.blob)
    assert not await desk.has_bytes(f"documents/{after.source_id}/upload-2")


async def test_a_reason_is_gone_once_a_document_was_taken(desk: Desk) -> None:
    """Also the refused bytes that stood in its place."""
    await desk.uploads_it(PNG, "hours.txt")
    failed = await desk.source("hours.txt")
    assert await desk.has_bytes(failed.blob)
    await desk.uploads_it("We open at nine.", "hours.txt")
    source = await desk.source("hours.txt")
    assert (source.status, source.code, source.reason) == ("indexed", "", "")
    assert not await desk.has_bytes(failed.blob)


async def test_bytes_that_are_gone_are_asked_for_again(desk: Desk) -> None:
    """A replay may come after a newer upload has cleared them away."""
    receipt = await desk.uploads_it("We open at nine.", "hours.txt", blob="documents/elsewhere")
    assert receipt.code == "document_bytes_missing"
    assert (await desk.source("hours.txt")).reason == "The file of hours.txt is no longer there. Upload it again."


@pytest.mark.parametrize("error", [Failure(reason="no such model"), Misconfigured("This processor lacks avx2.")])
async def test_an_embedding_that_refuses_is_told_to_the_owner(
    desk: Desk, words: WordEmbedding, error: Exception
) -> None:
    """Rather than tried until it is given up."""
    words.failing = {1: error}
    receipt = await desk.uploads_it("We open at nine.")
    assert receipt.code in ("failed", "misconfigured")
    assert (await desk.source()).reason == str(error)


async def test_what_was_paid_before_a_refusal_is_reported(desk: Desk, words: WordEmbedding) -> None:
    """The first batch was embedded, the second refused; nothing of either stays."""
    words.failing = {2: Failure(reason="no credit left")}
    receipt = await desk.uploads_it(document(40))
    assert fact(receipt).status == "failed"
    assert fact(receipt).embedding_tokens > 32 * 100
    assert await desk.stored() == []
