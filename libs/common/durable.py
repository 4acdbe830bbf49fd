"""What the disk must keep."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Return once names that were given or taken in a folder are still so after a power cut. Raises OSError."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
