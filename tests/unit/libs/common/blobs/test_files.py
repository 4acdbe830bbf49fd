"""Blobs as files: what is left on the disk, and what happens when it refuses."""

import os
from pathlib import Path

import pytest

from libs.common.blobs.files import DRAFT_SECONDS_MAX, DRAFTS, FileBlobs
from libs.common.errors import Unavailable


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_file_lies_in_its_owners_folder_and_nothing_else_is_left(tmp_path: Path) -> None:
    """Folders are for the operator's eyes alone."""
    await FileBlobs(tmp_path / "blobs").put("ana", "../../../file", b"1")
    [path] = files(tmp_path)
    assert path.parent == tmp_path / "blobs" / "ana"
    assert path.parent.stat().st_mode & 0o077 == 0


async def test_a_write_that_breaks_off_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is the machine's trouble, not the event's; no half-written file stays."""
    blobs = FileBlobs(tmp_path)
    reference = await blobs.put("ana", "file", b"old")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(Unavailable, match="No space left on device"):
            await blobs.put("ana", "file", b"new")
    assert await blobs.get("ana", reference) == b"old"
    assert len(files(tmp_path)) == 1


def full(_file: int) -> None:
    raise OSError(28, "No space left on device")


async def test_the_bytes_are_on_disk_before_the_name_and_the_name_before_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut at any moment leaves the old file or the new."""
    blobs = FileBlobs(tmp_path)
    await blobs.put("ana", "earlier", b"1")
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(opened: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{opened}") else "bytes")
        sync(opened)

    def replaced(path: Path, target: Path) -> Path:
        steps.append("name")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    await blobs.put("ana", "file", b"2")
    assert steps == ["bytes", "name", "folder"]


async def test_what_a_process_that_died_left_is_swept_away(tmp_path: Path) -> None:
    """One that is being written by another process stays."""
    blobs = FileBlobs(tmp_path)
    await blobs.ready()
    old, young = tmp_path / DRAFTS / "old", tmp_path / DRAFTS / "young"
    old.write_bytes(b"half")
    young.write_bytes(b"half")
    past = young.stat().st_mtime - DRAFT_SECONDS_MAX - 60
    os.utime(old, (past, past))
    await blobs.ready()
    assert files(tmp_path) == [young]


async def test_a_place_that_cannot_be_written_is_not_ready(tmp_path: Path) -> None:
    """It says so before the first file is lost."""
    (tmp_path / "blobs").write_text("a file where the folder should be")
    with pytest.raises(Unavailable):
        await FileBlobs(tmp_path / "blobs").ready()


@pytest.mark.parametrize("owner", ["", "..", ".drafts", "a/b", "ana:1"])
async def test_what_is_no_owners_id_is_no_folder(tmp_path: Path, owner: str) -> None:
    """Ids are ours; another form is a fault in the code."""
    with pytest.raises(ValueError, match="not an owner's id"):
        await FileBlobs(tmp_path).delete_all(owner)
