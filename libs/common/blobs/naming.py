"""Where a blob lies in its owner's folder, the same on every adapter.

A file's name is a digest of the blob's: whatever a name holds (slashes, `..`, 900 characters, capitals on a disk that
knows none), it stays one file in its owner's folder.
"""

import hashlib
import re

OWNER = re.compile(r"[A-Za-z0-9_-]{1,128}")


def owner_folder(user_id: str) -> str:
    """The owner's folder. Raises ValueError for what is no owner's id."""
    if not OWNER.fullmatch(user_id):
        raise ValueError(f"{user_id!r} is not an owner's id")
    return user_id


def file_name(name: str) -> str:
    """The file's name in that folder."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
