"""Making a data folder from a backup. Nothing is believed of what the file says but what it should say."""

import gzip
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from libs.common.durable import sync_folder
from libs.common.errors import Misconfigured
from libs.common.sqlite.backup.contents import ABOUT, BLOBS, Far, Kept
from libs.common.sqlite.database import FILE_NAME, prepare
from libs.common.sqlite.migrations import VERSION

PIECE_BYTES = 1024 * 1024
ABOUT_BYTES_MAX = 10_000


def restore(file: Path, folder: Path, far: Far) -> Kept:
    """Make a folder's data from a backup. A backup that is damaged leaves nothing behind.

    Raises Misconfigured where the folder holds data, or the file is no whole backup, or a newer release's.
    """
    if (folder / FILE_NAME).exists() or any((folder / BLOBS).glob("*")):
        raise Misconfigured(
            f"{folder} holds data already. Set FRONTDESK_DATA to another folder, or move it away first."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restoring-", dir=folder) as made:
            with _damage_told(file):
                kept = _unpack(file, Path(made), far)
                _check(Path(made) / FILE_NAME)
            if (Path(made) / BLOBS).exists():
                (Path(made) / BLOBS).replace(folder / BLOBS)
            (Path(made) / FILE_NAME).replace(folder / FILE_NAME)  # last: without it, the folder holds no data
            sync_folder(folder)
    except OSError as error:
        raise Misconfigured(f"{file} cannot be restored to {folder}: {error}.") from error
    prepare(folder)
    return kept


class _Damaged(Exception):
    """What is in the file is no backup, or not all of it."""


@contextmanager
def _damage_told(file: Path) -> Iterator[None]:
    try:
        yield
    except (
        tarfile.TarError,
        gzip.BadGzipFile,
        EOFError,
        zlib.error,
        sqlite3.DatabaseError,
        ValueError,
        _Damaged,
    ) as error:
        raise Misconfigured(f"{file} is no backup of Frontdesk's, or it is damaged ({error}).") from error


def _unpack(file: Path, made: Path, far: Far) -> Kept:
    with gzip.open(file) as whole:
        with tarfile.open(fileobj=whole, mode="r:") as tar:
            kept = _told(tar, file)
            done = 0
            while (member := tar.next()) is not None:
                done += _extract(tar, member, made)
                far(done, kept.size)
        while whole.read(PIECE_BYTES):
            pass  # its checksum stands at its end
    if not (made / FILE_NAME).exists():
        raise _Damaged("it ends too early")
    return kept


def _told(tar: tarfile.TarFile, file: Path) -> Kept:
    first = tar.next()
    content = tar.extractfile(first) if first is not None and first.name == ABOUT else None
    if content is None:
        raise _Damaged(f"it does not begin with {ABOUT}")
    about = json.loads(content.read(ABOUT_BYTES_MAX))
    if not isinstance(about, dict) or not isinstance(about.get("dataVersion"), int):
        raise _Damaged(f"{ABOUT} cannot be read")
    if about["dataVersion"] > VERSION:
        raise Misconfigured(
            f"{file} was made by a newer release (data version {about['dataVersion']}, this release knows {VERSION}). "
            "Restore it with that release."
        )
    return Kept(str(about.get("madeAt", "")), int(about.get("blobs", 0)), int(about.get("bytes", 0)))


def _extract(tar: tarfile.TarFile, member: tarfile.TarInfo, made: Path) -> int:
    parts = PurePosixPath(member.name).parts
    is_blob = len(parts) == 3 and parts[0] == BLOBS and not any(part.startswith(".") for part in parts)
    content = tar.extractfile(member) if member.isreg() and (is_blob or parts == (FILE_NAME,)) else None
    if content is None:
        raise _Damaged(f"{member.name!r} does not belong into it")
    target = made.joinpath(*parts)
    target.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        _pour(content, out)
    return member.size


def _pour(content: IO[bytes], out: IO[bytes]) -> None:
    shutil.copyfileobj(content, out, PIECE_BYTES)
    out.flush()
    os.fsync(out.fileno())


def _check(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        [(found, *_), *_] = connection.execute("PRAGMA quick_check(1)").fetchall()
        [version] = connection.execute("PRAGMA user_version").fetchone()
    if found != "ok" or version > VERSION:
        raise _Damaged(f"the database: {found}, data version {version}")
