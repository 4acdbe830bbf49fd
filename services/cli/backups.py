"""`frontdesk backup` and `frontdesk restore`: all that the data folder holds, in one file."""

import sys
from collections.abc import Callable
from pathlib import Path

from libs.common.key_file import KEY_FILE
from libs.common.parts import system_clock
from libs.common.runtime import back_up, restored
from libs.common.settings import Settings
from services.cli.shown import Shown

MB = 1_000_000


def backup(*, file: str) -> Shown:
    """Write it, also while a server runs."""
    settings, path = Settings.load(), Path(file).expanduser()
    kept = back_up(settings, path, system_clock(), _progress())
    lines = [f"Backed up {settings.data} to {path}: {_size(kept.size)}, {_files(kept.blobs)}."]
    if settings.vault_keys is None:
        lines.append(
            f"The key that opens WhatsApp credentials is not in it. Keep a copy of {settings.data / KEY_FILE} in "
            "another place: without it, numbers must be connected again after a restore."
        )
    return Shown("\n".join(lines), {"file": str(path), "madeAt": kept.made_at, "bytes": kept.size, "blobs": kept.blobs})


def restore(*, file: str) -> Shown:
    """Make the data folder from a backup."""
    settings, path = Settings.load(), Path(file).expanduser()
    kept = restored(settings, path, _progress())
    moment = kept.made_at[:16].replace("T", " ")
    lines = [f"Restored {settings.data} as of {moment} UTC: {_size(kept.size)}, {_files(kept.blobs)}."]
    key = settings.data / KEY_FILE
    if settings.vault_keys is None and not key.exists():
        lines.append(
            f"Now put your copy of {KEY_FILE} to {key}, before you start Frontdesk: it makes a new one where there is "
            "none, and numbers must be connected again."
        )
    data = {"data": str(settings.data), "madeAt": kept.made_at, "bytes": kept.size, "blobs": kept.blobs}
    return Shown("\n".join(lines), data)


def _progress() -> Callable[[int, int], None]:
    """On a terminal, a line that counts; elsewhere nothing."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def tell(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{_size(done)} of {_size(total)}", end=end, file=sys.stderr, flush=True)

    return tell


def _size(count: int) -> str:
    return f"{count / MB:,.1f} MB"


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count:,} files"
