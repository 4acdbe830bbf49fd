"""Blobs as files, one folder an owner: the embedded adapter of the port."""

import asyncio
import functools
import os
import secrets
import shutil
import time
from collections.abc import AsyncIterable, AsyncIterator, Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from libs.common.blobs.naming import file_name, owner_folder
from libs.common.blobs.port import BLOB_BYTES_MAX, PIECE_BYTES, BlobMissing
from libs.common.durable import sync_folder
from libs.common.errors import TooLarge, Unavailable

T = TypeVar("T")

DRAFTS = ".drafts"
DRAFT_SECONDS_MAX = 3600
"""A draft older than this was left by a process that died while it wrote."""


class FileBlobs:
    """Implements the port `Blobs` under one folder, made when first needed. Several processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, user_id: str, name: str, data: bytes, *, content_type: str = "") -> str:
        """See the port."""
        if len(data) > BLOB_BYTES_MAX:
            raise TooLarge(what="the file", size=len(data), limit=BLOB_BYTES_MAX)
        path = self._path(user_id, name)
        await _off_the_loop(lambda: self._write(path, data))
        return name

    async def put_stream(self, user_id: str, name: str, pieces: AsyncIterable[bytes], *, content_type: str = "") -> str:
        """See the port."""
        path = self._path(user_id, name)
        draft = await _off_the_loop(self._new_draft)
        try:
            size = 0
            async for piece in pieces:
                size += len(piece)
                if size > BLOB_BYTES_MAX:
                    raise TooLarge(what="the file", size=size, limit=BLOB_BYTES_MAX)
                await _off_the_loop(functools.partial(draft.write, piece))
            await _off_the_loop(lambda: _keep(draft, path))
        finally:
            await _off_the_loop(lambda: _discard(draft))
        return name

    async def get(self, user_id: str, reference: str) -> bytes:
        """See the port."""
        path = self._path(user_id, reference)
        data = await _off_the_loop(lambda: _read(path))
        if data is None:
            raise BlobMissing(f"this owner has no file {reference!r}")
        return data

    async def get_stream(
        self, user_id: str, reference: str, *, start: int = 0, length: int | None = None
    ) -> AsyncIterator[bytes]:
        """See the port."""
        path = self._path(user_id, reference)
        file = await _off_the_loop(lambda: _opened(path, start))
        if file is None:
            raise BlobMissing(f"this owner has no file {reference!r}")
        with file:
            left = BLOB_BYTES_MAX if length is None else length
            while left > 0 and (piece := await _off_the_loop(functools.partial(file.read, min(left, PIECE_BYTES)))):
                left -= len(piece)
                yield piece

    async def delete(self, user_id: str, reference: str) -> None:
        """See the port."""
        path = self._path(user_id, reference)
        await _off_the_loop(lambda: path.unlink(missing_ok=True))

    async def delete_all(self, user_id: str) -> None:
        """See the port. A file that is put meanwhile may stay."""
        folder = self._owner(user_id)
        await _off_the_loop(lambda: shutil.rmtree(folder) if folder.exists() else None)

    async def ready(self) -> None:
        """See the port. Removes what processes that died left half written."""
        await _off_the_loop(self._sweep)

    async def close(self) -> None:
        """See the port. Nothing is held open between calls."""

    def _owner(self, user_id: str) -> Path:
        return self._folder / owner_folder(user_id)

    def _path(self, user_id: str, name: str) -> Path:
        return self._owner(user_id) / file_name(name)

    def _write(self, path: Path, data: bytes) -> None:
        draft = self._new_draft()
        try:
            draft.write(data)
            _keep(draft, path)
        finally:
            _discard(draft)

    def _new_draft(self) -> BinaryIO:
        return (self._drafts() / secrets.token_hex(16)).open("xb")

    def _drafts(self) -> Path:
        _make_folder(self._folder / DRAFTS)
        return self._folder / DRAFTS

    def _sweep(self) -> None:
        for draft in self._drafts().iterdir():
            try:
                if time.time() - draft.stat().st_mtime > DRAFT_SECONDS_MAX:
                    draft.unlink()
            except FileNotFoundError:  # finished meanwhile
                continue


async def _off_the_loop(work: Callable[[], T]) -> T:
    """In a thread; what the disk refuses (full, gone, read-only) is no fault of the event that asked."""
    try:
        return await asyncio.to_thread(work)
    except OSError as error:
        raise Unavailable(f"the folder of files ({error.strerror})") from error


def _keep(draft: BinaryIO, path: Path) -> None:
    """Whole and durable, or not at all: the bytes are on disk before the name leads to them."""
    draft.flush()
    os.fsync(draft.fileno())
    _make_folder(path.parent)
    Path(draft.name).replace(path)
    sync_folder(path.parent)


def _discard(draft: BinaryIO) -> None:
    draft.close()
    Path(draft.name).unlink(missing_ok=True)


def _opened(path: Path, start: int) -> BinaryIO | None:
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return None
    file.seek(start)
    return file


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _make_folder(folder: Path) -> None:
    """Make it, and those above it, so that they are still there after a power cut."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)
