"""A document whose upload or removal was given up says so, and can be had all the same later."""

from dataclasses import dataclass
from unittest.mock import DEFAULT, patch

from libs.common.entities import KnowledgeSource, Receipt
from libs.common.envelope import Envelope, deterministic_id
from libs.common.events import DeadLettered, DocUploaded, seal
from libs.common.finish.receipts import outputs_of
from libs.common.retry import ATTEMPTS_MAX
from services.knowledge import handlers, sources
from services.knowledge.indexer import PASSAGES_MAX
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import OWNER, Desk, document, fact


def broken(first: int = 1) -> dict[int, Exception]:
    """The embedding's calls of one event's attempts, from its first that fails."""
    return {call: RuntimeError("boom") for call in range(first, first + ATTEMPTS_MAX)}


@dataclass
class Letter:
    """The dead letter of an upload or removal, and what knowledge made of it."""

    event: DeadLettered
    receipt: Receipt


async def letter_of(desk: Desk, event_id: str) -> Letter:
    """Wait until the event is given up, and until its letter is read."""
    given_up = await desk.receipt(event_id)
    assert given_up.code == "dead_letter"
    (output,) = outputs_of(given_up)
    return Letter(DeadLettered.opened(output), await desk.receipt(output.id))


async def replay(desk: Desk, letter: Letter) -> Receipt:
    """As the console's "Try again" does."""
    sealed = Envelope.from_attributes(letter.event.attributes, letter.event.data.encode())
    again = sealed.again_for("knowledge", "replay")
    await desk.house.bus.publish(again)
    return await desk.receipt(again.id)


async def test_an_upload_that_was_given_up_is_failed_with_its_reason(desk: Desk, words: WordEmbedding) -> None:
    """Nobody waits for it any more; the others hear it."""
    words.failing = broken()
    letter = await letter_of(desk, await desk.hands_in("We open at nine."))
    source = await desk.source()
    assert (source.status, source.code, source.progress) == ("failed", "given_up", 0)
    assert source.reason == (
        "Reading this was given up after 5 attempts: RuntimeError: boom. Have it tried again, or upload it again."
    )
    told = fact(letter.receipt)
    assert (told.status, told.code, told.reason) == ("failed", "given_up", source.reason)


async def test_a_replay_makes_it_searchable_and_takes_the_reason_away(desk: Desk, words: WordEmbedding) -> None:
    """Its bytes have been kept for that."""
    words.failing = broken()
    letter = await letter_of(desk, await desk.hands_in("We open at nine."))
    words.failing = {}
    assert (await replay(desk, letter)).code == "done"
    source = await desk.source()
    assert (source.status, source.code, source.reason, source.indexing) == ("indexed", "", "", None)
    assert await desk.searchable() == ["We open at nine."]


async def test_passages_that_were_paid_for_are_reported_once_and_not_embedded_again(
    desk: Desk, words: WordEmbedding
) -> None:
    """The first batch was stored before the trouble began."""
    words.failing = broken(2)
    text = document(PASSAGES_MAX + 8)
    letter = await letter_of(desk, await desk.hands_in(text))
    first = fact(letter.receipt).embedding_tokens
    assert first > PASSAGES_MAX * 100
    embedded = words.passages
    again = await replay(desk, letter)
    assert words.passages - embedded == 8
    assert 0 < fact(again).embedding_tokens < first


async def test_the_copy_from_before_stays_searchable(desk: Desk, words: WordEmbedding) -> None:
    """The reason stands beside it, as with any newer upload that is not taken."""
    await desk.uploads_it("We open at nine.")
    words.failing = broken(2)
    await letter_of(desk, await desk.hands_in("We open at ten."))
    source = await desk.source()
    assert (source.status, source.progress, source.code) == ("indexed", 100, "given_up")
    assert await desk.searchable() == ["We open at nine."]


async def test_a_newer_upload_leaves_nothing_of_one_that_was_given_up(desk: Desk, words: WordEmbedding) -> None:
    """Neither its bytes nor its reason."""
    words.failing = broken()
    await letter_of(desk, await desk.hands_in("We open at nine."))
    given_up = await desk.source()
    assert given_up.indexing is not None
    assert await desk.has_bytes(given_up.indexing.blob)
    words.failing = {}
    await desk.uploads_it("We open at ten.")
    source = await desk.source()
    assert (source.status, source.reason, await desk.searchable()) == ("indexed", "", ["We open at ten."])
    assert not await desk.has_bytes(given_up.indexing.blob)


async def test_an_upload_that_could_not_even_begin_is_in_the_list_all_the_same(desk: Desk) -> None:
    """Else it would be gone without a word."""
    until_given_up = [*[RuntimeError("boom")] * ATTEMPTS_MAX, DEFAULT]
    with patch.object(sources, "begun", wraps=sources.begun, side_effect=until_given_up):
        await letter_of(desk, await desk.hands_in("We open at nine."))
    assert (await desk.source()).status == "failed"
    file = await desk.file()
    assert file is not None
    assert file.size == len("We open at nine.")


async def test_a_removal_that_was_given_up_can_be_asked_for_again(desk: Desk) -> None:
    """It is out of the search at once, and says that it is not gone."""
    await desk.uploads_it("We open at nine.")
    with patch.object(handlers, "_delete", side_effect=RuntimeError("boom")):
        removal = DocUploaded(user_id=OWNER, source_id=desk.source_id(), act="remove", name="prices.txt")
        await letter_of(desk, await desk.house.publish(removal, cause="removal"))
    source = await desk.source()
    assert (source.status, source.code, source.version) == ("failed", "given_up", "")
    assert source.reason.endswith("Nothing is answered from it; remove it again.")
    await desk.removes()
    assert await desk.sources() == []


async def read(desk: Desk, **fields: object) -> Receipt:
    """What knowledge makes of a letter about the upload of prices.txt, as it came."""
    upload = DocUploaded(user_id=OWNER, source_id=desk.source_id(), name="prices.txt", blob="b")
    sealed = seal(upload, cause="an upload", source="gateway", at=desk.house.clock())
    told = {
        "user_id": OWNER,
        "service": "knowledge",
        "attributes": sealed.attributes(),
        "data": sealed.data.decode(),
        "code": "unexpected",
        "error": "boom",
        "attempts": 5,
        "given_up_at": desk.house.clock(),
    }
    letter = DeadLettered.model_validate({**told, **fields})
    return await desk.house.handled("knowledge", letter, cause=deterministic_id(*map(str, fields)))


async def test_an_upload_that_was_given_up_long_before_says_nothing_of_a_newer_one(desk: Desk) -> None:
    """Its letter came late."""
    before = desk.house.clock()
    await desk.uploads_it("We open at ten.")
    assert (await read(desk, given_up_at=before)).code == "past"
    assert (await desk.source()).reason == ""


async def test_other_services_letters_and_unreadable_ones_are_passed_over(desk: Desk) -> None:
    assert (await read(desk, service="responder")).code == "not_mine"
    assert (await read(desk, data="{")).code == "not_mine"
    assert await desk.sources() == []


async def test_nothing_is_kept_of_an_owner_who_is_gone(desk: Desk) -> None:
    assert (await read(desk, user_id="nobody")).code == "no_such_owner"
    found = await desk.house.store.system().get(KnowledgeSource, desk.source_id())
    assert found is None
