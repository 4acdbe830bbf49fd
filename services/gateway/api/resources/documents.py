"""What the assistant may answer from: upload, see, remove."""

from dataclasses import dataclass
from typing import Literal, cast

from aiohttp import BodyPartReader, web
from pydantic import Field

from libs.common.entities import AiConfigFile, KnowledgeChunk, KnowledgeSource
from libs.common.entities.knowledge import Category
from libs.common.events import DocUploaded
from libs.common.model import Instant, Model
from libs.common.store.query import Query
from services.gateway.api import asking, forms
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import FieldProblem, Invalid, NotFound, WrongType
from services.gateway.api.resources.asked import PageQuery
from services.gateway.api.routing import OWNER, Routes
from services.gateway.documents import BYTES_MAX, TYPES, is_taken, types_in_words

NAME_CHARACTERS_MAX = 200
TEXT_CHARACTERS_MAX = 100_000
CATEGORY_CHARACTERS_MAX = 100
A_DOCUMENT = "A document"
FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "category": {"type": "string", "enum": ["knowledge", "instructions"], "default": "knowledge"},
        "file": {"type": "string", "format": "binary", "description": "At most 20 MB. Fields before it are read."},
    },
}

routes = Routes("Documents", "What the assistant may answer from.")


class DocumentShown(Model):
    """A document. `status` `waiting`: it is stored and its turn has not come. With `indexed`, a `reason` says why a
    newer upload of it was not taken. `progress` in percent."""

    source_id: str
    name: str
    category: Category
    status: Literal["waiting", "indexing", "indexed", "failed", "removing"]
    progress: int
    reason: str
    code: str
    chunks: int
    size: int | None = None  # bytes; none for pasted text
    mime_type: str = ""
    language: str
    created_at: Instant
    updated_at: Instant


class Taken(Model):
    """What can be uploaded."""

    extensions: list[str]
    mime_types: list[str]
    bytes_max: int
    words: str


class Documents(Model):
    """Documents, the latest first, and what can be uploaded."""

    items: list[DocumentShown]
    next: str | None = None
    takes: Taken


class ChunkShown(Model):
    """A passage that is searched as one piece."""

    chunk_id: str
    index: int
    heading: str
    page: int | None
    content: str


class Chunks(Model):
    """A document's passages, in its order."""

    items: list[ChunkShown]
    next: str | None = None


class TextToAdd(Model):
    """Text that is typed or pasted."""

    name: str = Field(min_length=1, max_length=NAME_CHARACTERS_MAX)
    text: str = Field(min_length=1, max_length=TEXT_CHARACTERS_MAX)
    category: Category = "knowledge"


@dataclass(frozen=True)
class _Upload:
    name: str
    mime_type: str
    data: bytes
    category: Category = "knowledge"
    pasted: bool = False


@routes.get(f"{OWNER}/documents")
async def list_documents(call: Call, query: PageQuery) -> Documents:
    """List the documents, the latest first."""
    asked = Query(KnowledgeSource, order="-updated_at", limit=query.limit, after=cursor_of(query.after))
    page = await call.reader.find(asked)
    files = await call.reader.get_many(AiConfigFile, [row.source_id for row in page.items])
    items = [_shown(row, file) for row, file in zip(page.items, files, strict=True)]
    extensions = [extension for one in TYPES for extension in one.extensions]
    takes = Taken(
        extensions=extensions,
        mime_types=[mime for one in TYPES for mime in one.mime_types],
        bytes_max=BYTES_MAX,
        words=types_in_words(),
    )
    return Documents(items=items, next=marked(page.next), takes=takes)


@routes.get(f"{OWNER}/documents/{{sourceId}}")
async def read_document(call: Call) -> DocumentShown:
    """Read where one document stands."""
    row = await _source(call)
    return _shown(row, await call.reader.get(AiConfigFile, row.source_id))


@routes.get(f"{OWNER}/documents/{{sourceId}}/chunks")
async def list_chunks(call: Call, query: PageQuery) -> Chunks:
    """List the passages of a document that are searched now."""
    row = await _source(call)
    live: dict[str, str | int | float | bool] = {"source_id": row.source_id, "version": row.version}
    asked = Query(KnowledgeChunk, equal=live, order="index", limit=query.limit, after=cursor_of(query.after))
    page = await call.reader.find(asked)
    items = [ChunkShown.model_validate(chunk.model_dump(exclude={"embedding"})) for chunk in page.items]
    return Chunks(items=items if row.version else [], next=marked(page.next))


@routes.post(f"{OWNER}/documents", access="owner", status=202, kind="upload", form=FORM, refuses=(413, 415))
async def upload_document(call: Call) -> DocumentShown:
    """Upload a file. One of the same name is replaced once this one is searchable.

    It is stored when this is answered, and indexed after; the list and the feed tell how far it is.
    """
    return await _take(call, await _read(call.request))


@routes.post(f"{OWNER}/documents/text", access="owner", status=202)
async def add_text(call: Call, body: TextToAdd) -> DocumentShown:
    """Add text that is typed or pasted."""
    return await _take(call, _Upload(body.name, "", body.text.encode(), body.category, pasted=True))


@routes.delete(f"{OWNER}/documents/{{sourceId}}", access="owner", status=204, waits=True)
async def remove_document(call: Call) -> None:
    """Take a document out of what is searched, and delete it."""
    row = await _source(call)
    event = DocUploaded(
        user_id=call.user_id, source_id=row.source_id, act="remove", name=row.source, category=row.category
    )
    await call.ask("knowledge", event)


async def _take(call: Call, upload: _Upload) -> DocumentShown:
    source_id = KnowledgeSource.id_for(call.user_id, upload.category, upload.name)
    blob = await call.parts.blobs.put(
        call.user_id, KnowledgeSource.blob_for(source_id, call.key), upload.data, content_type=upload.mime_type
    )
    event = DocUploaded(
        user_id=call.user_id,
        source_id=source_id,
        name=upload.name,
        category=upload.category,
        mime_type=upload.mime_type,
        blob=blob,
        size=len(upload.data),
        pasted=upload.pasted,
    )
    await asking.tell(call.parts, event, cause=call.cause)
    return DocumentShown(
        source_id=source_id,
        name=upload.name,
        category=upload.category,
        status="waiting",
        progress=0,
        reason="",
        code="",
        chunks=0,
        size=None if upload.pasted else len(upload.data),
        mime_type=upload.mime_type,
        language="",
        created_at=call.now,
        updated_at=call.now,
    )


async def _read(request: web.Request) -> _Upload:
    """The file of a form, read no further than its limit. Raises TooLong, WrongType, Invalid."""
    category: Category = "knowledge"
    async for part in forms.parts_of(request, what=A_DOCUMENT, bytes_max=BYTES_MAX):
        if part.name == "category":
            category = _category(await forms.text_of(part, characters_max=CATEGORY_CHARACTERS_MAX))
        elif part.name == "file":
            return await _file(part, category)
    raise forms.no_file()


async def _file(part: BodyPartReader, category: Category) -> _Upload:
    name = (part.filename or "").replace("\\", "/").rpartition("/")[2].strip()
    mime_type = part.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if not 1 <= len(name) <= NAME_CHARACTERS_MAX:
        raise Invalid([FieldProblem(field="file", problem="The file needs a name.")])
    if not is_taken(name, mime_type):
        raise WrongType(problem=f"{name} is not a document that can be read. Upload {types_in_words()}.")
    data = await forms.file_of(part, what=A_DOCUMENT, bytes_max=BYTES_MAX)
    return _Upload(name, mime_type, data, category)


def _category(given: str) -> Category:
    if given not in ("knowledge", "instructions"):
        raise Invalid([FieldProblem(field="category", problem="This is either knowledge or instructions.")])
    return cast("Category", given)


async def _source(call: Call) -> KnowledgeSource:
    row = await call.reader.get(KnowledgeSource, call.named("sourceId"))
    if row is None:
        raise NotFound(what="document")
    return row


def _shown(row: KnowledgeSource, file: AiConfigFile | None) -> DocumentShown:
    about = {"size": file.size, "mime_type": file.mime_type} if file else {}
    return DocumentShown.model_validate({**row.model_dump(), "name": row.source, **about})
