"""`frontdesk document`: what the assistant may answer from."""

import asyncio
import mimetypes
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from libs.common.blobs.port import BLOB_BYTES_MAX
from libs.common.entities import KnowledgeSource, Receipt
from libs.common.envelope import deterministic_id
from libs.common.errors import Refusal
from libs.common.events import DocUploaded
from libs.common.store.query import Query
from services.cli.house import GivenUp, House, Unanswered
from services.cli.shown import Misused, Shown, cursor_of, listing, plain, stored

PAGE = 500
LOOK_SECONDS = 0.5
STILL_SECONDS = 180.0
"""A document that makes no progress for this long is waited for no longer."""
COLUMNS = {"NAME": "source", "STATUS": "status", "PASSAGES": "chunks", "UPDATED": "updatedAt", "SOURCE": "sourceId"}


class NoSuchDocument(Refusal, code="no_such_document"):
    """There is no document {source}. `frontdesk document list` shows what there is."""


class SeveralDocuments(Refusal, code="several_documents"):
    """Several documents are named {source}. Name one by its id: {ids}"""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way: what it is called, its source, and the event that says it is there."""

    name: str
    source_id: str
    event_id: str


async def add(house: House, *, owner: str, files: list[str]) -> Shown:
    """Store the files, and wait until each is searchable or refused."""
    await house.owner(owner)
    paths = _readable(files)
    uploads = [await _upload(house, owner, path) for path in paths]
    refused = [problem for upload in uploads if (problem := await _indexed(house, owner, upload))]
    reader = house.parts.store.reader(owner)
    found = await reader.get_many(KnowledgeSource, [upload.source_id for upload in uploads])
    sources = [stored(source) for source in found if source is not None]
    shown = listing(sources, COLUMNS, empty="Nothing was added.")
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


def source_id_of(owner: str, name: str, category: str = "knowledge") -> str:
    """Made from owner, category and name: the same file again replaces what it said before."""
    return f"{owner}:{deterministic_id('source', category, name)}"


def _readable(files: Sequence[str]) -> list[Path]:
    """The files, all of which can be read: nothing is uploaded of a list that holds a mistake."""
    paths = [Path(file).expanduser() for file in files]
    for path in paths:
        try:
            with path.open("rb"):
                size = path.stat().st_size
        except OSError as error:
            raise Misused(f"{path} cannot be read: {error.strerror}.") from None
        if size > BLOB_BYTES_MAX:
            raise Misused(f"{path} has {size:,} bytes; at most {BLOB_BYTES_MAX:,} are taken. Split it into parts.")
    names = [path.name for path in paths]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise Misused(f"Two of these files are named {twice}; the second would replace the first.")
    return paths


async def _upload(house: House, owner: str, path: Path) -> Upload:
    data = await asyncio.to_thread(path.read_bytes)
    source_id = source_id_of(owner, path.name)
    mime_type = mimetypes.guess_type(path.name)[0] or ""
    blob = await house.parts.blobs.put(
        owner, f"documents/{source_id}/{secrets.token_hex(8)}", data, content_type=mime_type
    )
    event = DocUploaded(
        user_id=owner, source_id=source_id, name=path.name, mime_type=mime_type, blob=blob, size=len(data)
    )
    [event_id] = await house.publisher.publish(event, cause=secrets.token_hex(16))
    return Upload(path.name, source_id, event_id)


async def _indexed(house: House, owner: str, upload: Upload) -> str:
    """Wait for one document and show how far it is. Gives why it was refused; empty when it is searchable."""
    progress = Progress(upload.name)
    reader = house.parts.store.reader(owner)
    still, seen = 0.0, None
    receipt: Receipt | None = None
    try:
        while receipt is None:
            try:
                receipt = await house.receipt("knowledge", upload.event_id, seconds=LOOK_SECONDS)
            except Unanswered:
                source = await reader.get(KnowledgeSource, upload.source_id)
                now = (source.version, source.progress) if source else None
                still, seen = (still + LOOK_SECONDS, seen) if now == seen else (0.0, now)
                if still >= STILL_SECONDS:
                    raise Unanswered(service="knowledge", seconds=STILL_SECONDS) from None
                progress.show(f"{source.progress} %" if source and source.status == "indexing" else "waiting")
    except (Unanswered, GivenUp) as trouble:
        progress.end("not searchable")
        return f"{upload.name}: {trouble}"
    problem = await _problem(house, owner, upload, receipt)
    source = await reader.get(KnowledgeSource, upload.source_id)
    progress.end("refused" if problem else f"searchable, {source.chunks if source else 0} passages")
    return problem


async def _problem(house: House, owner: str, upload: Upload, receipt: Receipt) -> str:
    """Why a document is not searchable, in the words of whoever refused it."""
    answer: dict[str, Any] = receipt.answer or {}
    source = await house.parts.store.reader(owner).get(KnowledgeSource, upload.source_id)
    if source is not None and source.status == "failed":
        return source.reason or f"{upload.name} cannot be read."
    return str(answer.get("reason") or answer.get("message") or "")


async def _named(house: House, owner: str, source: str) -> KnowledgeSource:
    """The document of an id or a name. Raises NoSuchDocument, SeveralDocuments."""
    reader = house.parts.store.reader(owner)
    row = await reader.get(KnowledgeSource, source)
    if row is not None:
        return row
    found: list[KnowledgeSource] = []
    page = await reader.find(Query(KnowledgeSource, limit=PAGE))
    while True:
        found += [one for one in page.items if one.source == source]
        if page.next is None:
            break
        page = await reader.find(Query(KnowledgeSource, limit=PAGE, after=page.next))
    if not found:
        raise NoSuchDocument(source=plain(source))
    if len(found) > 1:
        raise SeveralDocuments(source=plain(source), ids=", ".join(one.source_id for one in found))
    return found[0]


class Progress:
    """How far one file is, on stderr: one line that changes at a terminal, a line per change elsewhere."""

    def __init__(self, name: str) -> None:
        self._name = plain(name)
        self._said = ""

    def show(self, how_far: str) -> None:
        """Say it, unless it was said."""
        if how_far != self._said:
            self._said = how_far
            start, end = ("\r\033[K", "") if sys.stderr.isatty() else ("", "\n")
            print(f"{start}{self._name}: {how_far}", end=end, file=sys.stderr, flush=True)

    def end(self, how_far: str) -> None:
        """The last of it."""
        self.show(how_far)
        if sys.stderr.isatty():
            print(file=sys.stderr)
