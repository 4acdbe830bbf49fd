"""What a backup is: a gzipped tar that says what it is, then holds the database as of one moment, then the blobs.

The vault's key is not in it: whoever finds a backup cannot open what it holds of credentials.
"""

from collections.abc import Callable
from dataclasses import dataclass

ABOUT = "frontdesk-backup.json"
"""The first member: `madeAt`, `dataVersion`, `blobs` and `bytes`."""
BLOBS = "blobs"
"""The folder of the blobs, a folder an owner; in the backup as in the data folder."""

Far = Callable[[int, int], None]
"""Told how many bytes are done, of how many."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds, in bytes before they are packed."""

    made_at: str
    blobs: int
    size: int
