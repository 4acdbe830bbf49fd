"""A file on its way from the disk to the search, and how far it is."""

import asyncio
import mimetypes
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from libs.common.blobs.port import BLOB_BYTES_MAX
from libs.common.entities import KnowledgeSource, Receipt
from libs.common.events import DocUploaded
from services.cli.house import GivenUp, House, Unanswered
from services.cli.shown import Misused, plain

LOOK_SECONDS = 0.5
STILL_SECONDS = 180.0
"""A document that makes no progress for this long is waited for no longer."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What a file is called, its source, and the event that says it is there."""

    name: str
    source_id: str
    event_id: str


def readable(files: Sequence[str]) -> list[Path]:
    """The files, all of which can be read: nothing is uploaded of a list that holds a mistake. Raises Misused."""
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


async def upload(house: House, owner: str, path: Path) -> Upload:
    """Store a file and say that it is there. Each call is an act of its own: a removed file can be added again."""
    data = await asyncio.to_thread(path.read_bytes)
    act = secrets.token_hex(16)
    source_id = KnowledgeSource.id_for(owner, "knowledge", path.name)
    mime_type = mimetypes.guess_type(path.name)[0] or ""
    name = KnowledgeSource.blob_for(source_id, act)
    blob = await house.parts.blobs.put(owner, name, data, content_type=mime_type)
    event = DocUploaded(
        user_id=owner, source_id=source_id, name=path.name, mime_type=mime_type, blob=blob, size=len(data)
    )
    [event_id] = await house.publisher.publish(event, cause=act)
    return Upload(path.name, source_id, event_id)


async def indexed(house: House, owner: str, upload: Upload) -> str:
    """Wait for one document and show how far it is. Gives why it was not taken; empty when it is searchable."""
    progress = Progress(upload.name)
    try:
        receipt = await _receipt(house, owner, upload, progress)
    except (Unanswered, GivenUp) as trouble:
        progress.show("not searchable", last=True)
        return f"{plain(upload.name)}: {trouble}"
    answer = receipt.answer or {}
    if receipt.code != "done":
        progress.show("not taken", last=True)
        return str(answer.get("message") or f"{plain(upload.name)} was not taken.")
    progress.show(f"searchable, passages: {answer.get('chunks', 0)}", last=True)
    return ""


async def _receipt(house: House, owner: str, upload: Upload, progress: "Progress") -> Receipt:
    """However long it takes, as long as it goes on. Raises Unanswered, GivenUp."""
    reader = house.parts.store.reader(owner)
    still = 0.0
    while True:
        try:
            return await house.receipt("knowledge", upload.event_id, seconds=LOOK_SECONDS)
        except Unanswered:
            source = await reader.get(KnowledgeSource, upload.source_id)
        under_way = source is not None and source.indexing is not None and source.indexing.upload == upload.event_id
        went_on = progress.show(f"{source.progress} %" if source and under_way else "waits for its turn")
        still = 0.0 if went_on else still + LOOK_SECONDS
        if still >= STILL_SECONDS:
            raise Unanswered(service="knowledge", seconds=STILL_SECONDS)


class Progress:
    """How far one file is, on stderr: one line that changes at a terminal, a line per change elsewhere."""

    def __init__(self, name: str) -> None:
        self._name = plain(name)
        self._shown = ""

    def show(self, how_far: str, *, last: bool = False) -> bool:
        """Say it, unless it was said; gives whether it was news."""
        if how_far == self._shown:
            return False
        self._shown = how_far
        terminal = sys.stderr.isatty()
        start, end = "\r\033[K" if terminal else "", "" if terminal and not last else "\n"
        print(f"{start}{self._name}: {how_far}", end=end, file=sys.stderr, flush=True)
        return True
