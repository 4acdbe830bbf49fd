"""Each service's handlers run in one process per data folder, held by a lock that dies with the process."""

import fcntl
import os
from pathlib import Path
from typing import Self

from libs.common.errors import Misconfigured


class Occupied(Misconfigured):
    """Another process runs these handlers on this data folder."""


class ServiceLock:
    """The right to run one service's handlers."""

    def __init__(self, folder: Path, service: str) -> None:
        """Raises Occupied at once when another process has it."""
        path = folder / "locks" / f"{service}.lock"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise Occupied(
                f"The {service} service already runs on the data folder {folder}. Stop it, or set FRONTDESK_DATA to "
                "another folder."
            ) from None

    def release(self) -> None:
        os.close(self._descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
