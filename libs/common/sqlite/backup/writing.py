"""Writing a backup, while Frontdesk runs, too.

Blobs are written before the rows that name them and never changed. So what is read after the database holds all that it
names, but for what was removed meanwhile.
"""

import json
import os
import sqlite3
import tarfile
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path

from libs.common.durable import sync_folder
from libs.common.errors import Misconfigured
from libs.common.model import sortable
from libs.common.sqlite.backup.contents import ABOUT, BLOBS, Far, Kept
from libs.common.sqlite.database import FILE_NAME


def write(folder: Path, file: Path, now: datetime, far: Far) -> Kept:
    """Write a folder's data to a new file, readable by its user alone. It is there whole or not at all.

    Raises Misconfigured where there is no data, the file is there already, or it cannot be written.
    """
    if not (folder / FILE_NAME).exists():
        raise Misconfigured(f"There is no data in {folder}. Set FRONTDESK_DATA to the folder that is to be backed up.")
    if file.exists():
        raise Misconfigured(f"{file} is there already. Choose another name, or remove it first.")
    try:
        with tempfile.TemporaryDirectory(prefix=".frontdesk-", dir=file.parent) as beside:
            database = Path(beside) / FILE_NAME
            version = _copy(folder / FILE_NAME, database)
            draft = Path(beside) / "draft"
            kept = _pack(database, version, folder / BLOBS, draft, sortable(now), far)
            draft.rename(file)
            sync_folder(file.parent)
    except (OSError, sqlite3.Error) as error:
        raise Misconfigured(f"The backup cannot be written to {file}: {error}.") from error
    return kept


def _copy(source: Path, target: Path) -> int:
    """The database as of one moment; gives its data version. Nobody who writes meanwhile waits for it, nor changes what
    is copied."""
    with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)
        [version] = writing.execute("PRAGMA user_version").fetchone()
    return int(version)


def _pack(database: Path, version: int, blobs: Path, draft: Path, made_at: str, far: Far) -> Kept:
    files = sorted(path for path in blobs.glob("*/*") if path.is_file() and not path.parent.name.startswith("."))
    total = database.stat().st_size + sum(_size(path) for path in files)
    kept = Kept(made_at, len(files), total)
    about = {"madeAt": made_at, "dataVersion": version, "blobs": kept.blobs, "bytes": kept.size}
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        with tarfile.open(fileobj=out, mode="w:gz", format=tarfile.PAX_FORMAT) as tar:
            told = json.dumps(about, indent=2).encode()
            tar.addfile(_member(ABOUT, len(told)), BytesIO(told))
            done = _add(tar, FILE_NAME, database)
            far(done, total)
            for path in files:
                with suppress(FileNotFoundError):  # removed meanwhile, with what named it
                    done += _add(tar, f"{BLOBS}/{path.parent.name}/{path.name}", path)
                    far(done, total)
        out.flush()
        os.fsync(out.fileno())
    return kept


def _size(path: Path) -> int:
    with suppress(FileNotFoundError):
        return path.stat().st_size
    return 0


def _add(tar: tarfile.TarFile, name: str, path: Path) -> int:
    with path.open("rb") as content:
        size = os.fstat(content.fileno()).st_size
        tar.addfile(_member(name, size), content)
    return size


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member
