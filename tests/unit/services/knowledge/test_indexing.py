"""A document becomes searchable, and a newer one takes its place whole."""

import asyncio
from pathlib import Path

from libs.common.embedding.e5 import E5Embedding
from libs.common.entities import KnowledgeChunk, KnowledgeSource
from libs.common.store.query import Query
from tests.embedded import embedded
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import OWNER, Desk, document, fact


async def test_an_uploaded_document_is_searchable(desk: Desk) -> None:
    """Its passages stand under its source's live version, each with a vector; whoever waited hears how many."""
    receipt = await desk.uploads_it("Opening hours\n\nWe open at nine.", mime_type="text/plain")

    source = await desk.source()
    assert (source.status, source.progress, source.chunks, source.embedding) == ("indexed", 100, 1, "words")
    assert await desk.searchable() == ["Opening hours\nWe open at nine."]
    assert all(chunk.embedding for chunk in await desk.stored())
    assert source.indexing is None
    assert receipt.code == "done"
    assert receipt.answer == {
        "sourceId": desk.source_id(),
        "chunks": 1,
        "message": "prices.txt is searchable: 1 passage.",
    }


async def test_the_others_hear_what_it_cost(desk: Desk) -> None:
    """The embedding's tokens, all batches together."""
    told = fact(await desk.uploads_it(document(70)))
    assert (told.status, told.chunks) == ("indexed", 70)
    assert told.embedding_tokens == sum(len(text.split()) for text in await desk.searchable())


async def test_a_file_has_its_row_and_pasted_text_has_none(desk: Desk) -> None:
    """What was typed is read as text, whatever a dot in its title looks like."""
    await desk.uploads_it("A cleaning costs 80 euros.", "prices.txt", mime_type="text/plain")
    await desk.uploads_it("We open at nine.", "Hours from 1.5", pasted=True)

    row = await desk.file("prices.txt")
    assert row is not None
    assert (row.source_name, row.mime_type, row.size) == ("prices.txt", "text/plain", 26)
    assert await desk.has_bytes(row.blob)
    assert await desk.file("Hours from 1.5") is None
    assert await desk.searchable("Hours from 1.5") == ["We open at nine."]


async def test_progress_rises_and_says_a_hundred_only_of_what_is_searchable(desk: Desk, words: WordEmbedding) -> None:
    """As whoever polls the source sees it, from batch to batch."""
    seen: list[KnowledgeSource] = []

    async def look() -> None:
        seen.append(await desk.source())

    words.before = look
    await desk.uploads_it(document(100))

    progress = [source.progress for source in seen]
    assert progress == [0, 32, 64, 96]
    assert {source.status for source in seen} == {"indexing"}
    assert (await desk.source()).progress == 100


async def test_a_newer_upload_takes_the_olders_place_and_leaves_nothing_of_it(desk: Desk) -> None:
    """Passages, bytes and file row are the newer one's; the source keeps its key and its first date."""
    await desk.uploads_it(document(40, "Cleaning"), mime_type="text/plain")
    old, old_file = await desk.source(), await desk.file()
    await desk.uploads_it(document(3, "Bleaching"), mime_type="text/markdown")
    new, new_file = await desk.source(), await desk.file()

    assert [chunk.version for chunk in await desk.stored()] == [new.version] * 3
    assert all("Bleaching" in text for text in await desk.searchable())
    assert old_file is not None
    assert new_file is not None
    assert not await desk.has_bytes(old.blob)
    assert await desk.has_bytes(new.blob)
    assert (new.created_at, new_file.created_at) == (old.created_at, old_file.created_at)
    assert (new_file.blob, new_file.mime_type) == (new.blob, "text/markdown")


async def test_a_search_meanwhile_sees_the_old_document_or_the_new_and_never_some_of_each(desk: Desk) -> None:
    """While passages are missing, the source's version tells that it moved on."""
    await desk.uploads_it(document(60, "Cleaning"))
    upload = asyncio.create_task(desk.uploads_it(document(90, "Bleaching")))
    seen: list[tuple[str, int]] = []
    while not upload.done():
        source = await desk.source()
        found = await desk.searchable()
        if (await desk.source()).version == source.version:
            subjects = {text.split()[0] for text in found}
            assert len(subjects) == 1
            assert len(found) == source.chunks
            seen.append((subjects.pop(), len(found)))
    await upload

    assert set(seen) <= {("Cleaning", 60), ("Bleaching", 90)}
    assert seen[0] == ("Cleaning", 60)
    assert (await desk.searchable())[0].startswith("Bleaching")


async def test_the_same_document_again_embeds_nothing(desk: Desk, words: WordEmbedding) -> None:
    """It is the same version; only its bytes lie elsewhere."""
    await desk.uploads_it(document(40))
    before, stored = await desk.source(), await desk.stored()
    receipt = await desk.uploads_it(document(40))

    assert words.passages == 40
    assert receipt.code == "done"
    assert fact(receipt).embedding_tokens == 0
    after = await desk.source()
    assert (after.version, after.status, after.progress) == (before.version, "indexed", 100)
    assert await desk.stored() == stored
    assert not await desk.has_bytes(before.blob)
    assert await desk.has_bytes(after.blob)


async def test_the_same_document_under_another_embedding_is_embedded_again(tmp_path: Path) -> None:
    """Vectors of two models are never compared."""
    async with embedded(tmp_path) as house:
        desk = Desk(house, tmp_path, WordEmbedding("words"))
        await desk.opens()
        await desk.listens()
        await desk.uploads_it(document(2))
        await house.bus.stop(5)

        desk.embedding = WordEmbedding("other words", dimension=24)
        await desk.listens()
        await desk.uploads_it(document(2))
        assert (await desk.source()).embedding == "other words"
        assert [len(chunk.embedding) for chunk in await desk.stored()] == [24, 24]


async def test_two_uploads_of_one_name_come_one_after_the_other(desk: Desk) -> None:
    """The later one stands in the end, also when it is there before the first was begun."""
    first = await desk.hands_in(document(50, "Cleaning"))
    second = await desk.hands_in(document(2, "Bleaching"))
    await desk.receipt(first)
    await desk.receipt(second)
    assert len(await desk.stored()) == 2
    assert all("Bleaching" in text for text in await desk.searchable())


async def test_the_built_in_embedding_finds_a_passage_by_what_it_means(tmp_path: Path) -> None:
    """With the engine that every installation has: another language, and no word in common."""
    engine = E5Embedding()
    async with embedded(tmp_path) as house:
        desk = Desk(house, tmp_path, engine)
        await desk.opens()
        await desk.listens()
        await desk.uploads_it(
            "# Parking\n\nCars may stand behind the house.\n\n# Fees\n\nA cleaning costs 80 euros.", "a.md"
        )
        asked = await engine.embed_query("¿Cuánto vale una limpieza dental?")
        nearest = await house.store.reader(OWNER).nearest(KnowledgeChunk, asked, 1)
        assert [near.item.content for near in nearest] == ["A cleaning costs 80 euros."]
        assert [near.item.heading for near in nearest] == ["Fees"]
        assert len((await house.store.reader(OWNER).find(Query(KnowledgeChunk))).items) == 2
    await engine.close()
