"""The file that holds the vault's keys in the embedded mode: one key a line, the newest first, for its user alone."""

import base64
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from libs.common.durable import sync_folder
from libs.common.errors import Misconfigured

KEY_FILE = "vault.key"
KEY_BYTES = 32
OTHERS = 0o077
"""Permission bits of everyone but the file's owner."""


def new_key() -> str:
    """A key from the system's randomness."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def read(data: Path) -> list[str]:
    """The keys of a data folder; made with one key if there is none.

    Raises Misconfigured when others than its owner may read the file, or it cannot be read or made.
    """
    path = data / KEY_FILE
    try:
        if not path.exists():
            data.mkdir(parents=True, exist_ok=True, mode=0o700)
            _make_once(path, new_key() + "\n")
        with path.open(encoding="ascii") as file:
            mode = os.fstat(file.fileno()).st_mode & 0o777
            if mode & OTHERS:
                raise Misconfigured(f"{path} may be read by others (mode {mode:04o}). Run: chmod 600 {path}")
            return file.read().split()
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"the vault's key cannot be read from {path}: {error}") from error


def replace(data: Path, keys: Sequence[str]) -> None:
    """Put other keys in its place, all at once. Raises Misconfigured when it cannot be written."""
    path = data / KEY_FILE
    try:
        draft = _draft(path, "".join(f"{key}\n" for key in keys))
        draft.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise Misconfigured(f"the vault's key cannot be written to {path}: {error}") from error


def _make_once(path: Path, text: str) -> None:
    """Make the file whole and durable, or leave the one that another process made meanwhile: a link fails where a
    name is taken, and what it names is complete."""
    draft = _draft(path, text)
    try:
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def _draft(path: Path, text: str) -> Path:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft
