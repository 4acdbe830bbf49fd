"""`frontdesk document`: what the assistant may answer from."""

import secrets

from libs.common.entities import KnowledgeSource
from libs.common.errors import Refusal
from libs.common.events import DocUploaded
from libs.common.store.query import Query
from services.cli.house import House
from services.cli.shown import Shown, cursor_of, listing, plain, stored
from services.cli.uploading import indexed, readable, upload

PAGE = 500
COLUMNS = {"NAME": "source", "STATUS": "status", "PASSAGES": "chunks", "UPDATED": "updatedAt", "SOURCE": "sourceId"}


class NoSuchDocument(Refusal, code="no_such_document"):
    """There is no document {source}. `frontdesk document list` shows what there is."""


async def add(house: House, *, owner: str, files: list[str]) -> Shown:
    """Store the files, and wait until each is searchable or refused."""
    await house.owner(owner)
    uploads = [await upload(house, owner, path) for path in readable(files)]
    refused = [why for one in uploads if (why := await indexed(house, owner, one))]
    reader = house.parts.store.reader(owner)
    found = await reader.get_many(KnowledgeSource, [one.source_id for one in uploads])
    shown = listing([stored(source) for source in found if source], COLUMNS, empty="Nothing was added.")
    return Shown(shown.text, shown.data, refused)


async def show_all(house: House, *, owner: str, after: str | None) -> Shown:
    """The documents, the latest first."""
    await house.owner(owner)
    query = Query(KnowledgeSource, order="-updated_at", limit=PAGE, after=cursor_of(after))
    page = await house.parts.store.reader(owner).find(query)
    empty = "There is no document yet. Add one: frontdesk document add --help"
    return listing([stored(source) for source in page.items], COLUMNS, empty=empty, after=page.next)


async def remove(house: House, *, owner: str, source: str) -> Shown:
    """Take a document out of what is searched."""
    await house.owner(owner)
    row = await _named(house, owner, source)
    event = DocUploaded(user_id=owner, source_id=row.source_id, act="remove", name=row.source, category=row.category)
    [event_id] = await house.publisher.publish(event, cause=secrets.token_hex(16))
    await house.receipt("knowledge", event_id)
    return Shown(f"Removed {plain(row.source)}.", {"sourceId": row.source_id, "source": row.source})


async def _named(house: House, owner: str, source: str) -> KnowledgeSource:
    """The document of an id, or of a name: a file's, else an instruction's. Raises NoSuchDocument."""
    ids = [source, *(KnowledgeSource.id_for(owner, category, source) for category in ("knowledge", "instructions"))]
    rows = await house.parts.store.reader(owner).get_many(KnowledgeSource, ids)
    found = next((row for row in rows if row is not None), None)
    if found is None:
        raise NoSuchDocument(source=plain(source))
    return found
