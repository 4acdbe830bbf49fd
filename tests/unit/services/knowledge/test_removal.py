"""What is removed leaves nothing: not a passage, not a byte."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from libs.common.entities import KnowledgeSource, User
from libs.common.events import DocUploaded, OwnerChanged
from libs.common.service import Again, Claimed, Decided, Later, Outcome
from libs.common.store.port import Delete, Transaction, Write
from services.knowledge import handlers
from services.knowledge.handlers import Discarding, Work
from tests.embedded import embedded
from tests.fakes.embedding import WordEmbedding
from tests.unit.services.knowledge.desk import Desk, document, fact


async def test_a_removed_document_leaves_nothing(desk: Desk) -> None:
    """Another one of the same owner stays."""
    await desk.uploads_it(document(250))
    await desk.uploads_it("We open at nine.", "hours.txt")
    blob = (await desk.source()).blob
    receipt = await desk.removes()

    assert receipt.code == "done"
    assert fact(receipt).status == "removed"
    assert [source.source for source in await desk.sources()] == ["hours.txt"]
    assert [chunk.content for chunk in await desk.stored()] == ["We open at nine."]
    assert await desk.file() is None
    assert not await desk.has_bytes(blob)


async def test_it_leaves_the_search_before_its_passages_go(tmp_path: Path) -> None:
    """So no search ever sees some of them."""
    async with embedded(tmp_path) as house:
        desk = Desk(house, tmp_path, WordEmbedding())
        await desk.opens()
        await desk.listens()
        await desk.uploads_it(document(3))
        await house.bus.stop(5)

        removal = DocUploaded(user_id=desk.owner, source_id=desk.source_id(), act="remove")
        event = removal.delivered(at=house.clock())

        async def step(tx: Transaction) -> tuple[Decided | Claimed[Work], Sequence[Write]]:
            decided = await handlers.claim(event, tx, house.clock())
            return decided, decided.write if isinstance(decided, Again) else ()

        first = await house.store.transact("knowledge", desk.owner, step)
        assert isinstance(first, Again)
        (left,) = first.write
        assert isinstance(left, KnowledgeSource)
        assert (left.status, left.version) == ("removing", "")
        assert await desk.searchable() == []
        assert len(await desk.stored()) == 3

        second = await house.store.transact("knowledge", desk.owner, step)
        assert isinstance(second, Again)
        assert all(isinstance(write, Delete) for write in second.write)
        third = await house.store.transact("knowledge", desk.owner, step)
        assert isinstance(third, Claimed)
        assert isinstance(third.work, Discarding)


async def test_what_is_not_there_cannot_be_removed(desk: Desk) -> None:
    """Whoever asked is told; the others are not."""
    receipt = await desk.removes("unheard-of.txt")
    assert receipt.code == "no_such_source"
    assert receipt.outputs == ()


async def test_an_upload_behind_a_removal_keeps_its_bytes(desk: Desk) -> None:
    """They are stored before the removal is handled, under the same name."""
    await desk.uploads_it("We open at nine.")
    removal = asyncio.create_task(desk.removes())
    upload = asyncio.create_task(desk.uploads_it("We open at ten."))
    await asyncio.gather(removal, upload)
    assert await desk.searchable() == ["We open at ten."]
    assert await desk.has_bytes((await desk.source()).blob)


async def test_a_removed_owner_leaves_nothing_and_nobody_elses_goes(desk: Desk) -> None:
    """Also what was still being indexed when the owner went."""
    other = Desk(desk.house, desk.path, desk.embedding, owner="studio")
    await other.opens()
    await other.uploads_it("We are a studio.")
    await desk.uploads_it(document(250), "long.txt")
    blob = (await desk.source("long.txt")).blob
    under_way = [await desk.hands_in(document(60), f"{number}.txt") for number in range(6)]
    await desk.house.put("gateway", None, Delete(User, desk.owner))
    gone = OwnerChanged(user_id=desk.owner, act="removed")
    assert (await desk.house.handled("knowledge", gone, cause="gone")).code == "erased"

    for upload in under_way:
        assert (await desk.receipt(upload)).code == "no_such_owner"
    assert await desk.sources() == []
    assert await desk.stored() == []
    assert await desk.file("long.txt") is None
    assert not await desk.has_bytes(blob)
    for number in range(6):
        source_id = desk.source_id(f"{number}.txt")
        assert not await desk.has_bytes(KnowledgeSource.blob_for(source_id, f"upload-{number + 2}"))
    assert await other.searchable() == ["We are a studio."]
    assert await desk.has_bytes((await other.source()).blob) is False
    assert await other.has_bytes((await other.source()).blob)


async def test_an_erasure_waits_until_nothing_of_the_owner_can_begin_behind_it(desk: Desk) -> None:
    """While the owner's own row stands, an upload might; after an hour it waits no longer."""
    now = desk.house.clock()
    event = OwnerChanged(user_id=desk.owner, act="removed").delivered(at=now)

    async def asked(at: datetime) -> Decided | Claimed[Discarding]:
        async def step(tx: Transaction) -> tuple[Decided | Claimed[Discarding], Sequence[Write]]:
            return await handlers.claim_erasure(event, tx, at), ()

        return await desk.house.store.transact("knowledge", desk.owner, step)

    assert await asked(now) == Later(now + timedelta(seconds=1))
    assert isinstance(await asked(now + timedelta(hours=1)), Outcome)
    await desk.house.put("gateway", None, Delete(User, desk.owner))
    assert isinstance(await asked(now), Outcome)


async def test_a_new_owner_begins_with_nothing(desk: Desk) -> None:
    """There is nothing to make."""
    made = OwnerChanged(user_id=desk.owner, act="made")
    assert (await desk.house.handled("knowledge", made, cause="made")).code == "nothing"
    assert await desk.sources() == []
