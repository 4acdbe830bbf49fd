"""What is backed up comes back, and what is no backup leaves nothing behind."""

import io
import sqlite3
import stat
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from libs.common.blobs.files import FileBlobs
from libs.common.entities import User
from libs.common.errors import Misconfigured
from libs.common.sqlite.backup.contents import ABOUT
from libs.common.sqlite.backup.restoring import restore
from libs.common.sqlite.backup.writing import write
from libs.common.sqlite.database import FILE_NAME
from libs.common.sqlite.migrations import VERSION
from libs.common.store.port import Create
from tests.contract.recorder import INGEST, Recorder, event
from tests.embedded import Embedded, embedded

MORNING = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def unheard(done: int, total: int) -> None:
    """Nobody looks."""


async def lived_in(house: Embedded, owner: str = "clinic") -> None:
    """A row, a blob, and an event that waits."""
    await house.put("gateway", owner, Create(User(user_id=owner, last_active=MORNING, interaction_count=3)))
    await FileBlobs(house.folder.path / "blobs").put(owner, "prices.md", b"A filling costs 85 euros.")
    await house.bus.publish(event("ana-1", owner=owner))


@pytest.fixture
async def backup(tmp_path: Path) -> Path:
    """Written while the folder was in use."""
    file = tmp_path / "backup.tar.gz"
    async with embedded(tmp_path / "data") as house:
        await lived_in(house)
        write(tmp_path / "data", file, MORNING, unheard)
    return file


async def test_all_comes_back_and_what_waited_is_handled(tmp_path: Path, backup: Path) -> None:
    kept = restore(backup, tmp_path / "other", unheard)
    assert (kept.made_at, kept.blobs) == ("2026-05-04T09:00:00.000000Z", 1)
    assert await FileBlobs(tmp_path / "other" / "blobs").get("clinic", "prices.md") == b"A filling costs 85 euros."
    async with embedded(tmp_path / "other") as house:
        user = await house.store.reader("clinic").get(User, "clinic")
        assert user is not None
        assert user.interaction_count == 3
        seen = Recorder(house.finisher)
        await house.bus.listen([INGEST], seen)
        assert await seen.handled("ana", count=1) == ["ana-1"]


async def test_it_is_as_of_one_moment(tmp_path: Path) -> None:
    """What is written while it is made is in the next one."""
    async with embedded(tmp_path / "data") as house:
        await lived_in(house)
        writing = sqlite3.connect(tmp_path / "data" / FILE_NAME)
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("UPDATE users SET body = json_set(body, '$.interactionCount', 99)")
        write(tmp_path / "data", tmp_path / "backup.tar.gz", MORNING, unheard)
        writing.execute("COMMIT")
        writing.close()
    restore(tmp_path / "backup.tar.gz", tmp_path / "other", unheard)
    async with embedded(tmp_path / "other") as house:
        user = await house.store.reader("clinic").get(User, "clinic")
        assert user is not None
        assert user.interaction_count == 3


def test_the_vaults_key_is_not_in_it_and_only_its_user_may_read_it(tmp_path: Path, backup: Path) -> None:
    (tmp_path / "data" / "vault.key").write_text("secret")
    again = tmp_path / "again.tar.gz"
    write(tmp_path / "data", again, MORNING, unheard)
    with tarfile.open(again) as tar:
        assert [name for name in tar.getnames() if "key" in name or "lock" in name] == []
    assert stat.S_IMODE(again.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["again.tar.gz", "backup.tar.gz", "data"]


def test_how_far_it_is_goes_from_something_to_all(tmp_path: Path, backup: Path) -> None:
    told: list[tuple[int, int]] = []
    kept = write(tmp_path / "data", tmp_path / "again.tar.gz", MORNING, lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (kept.size, kept.size)
    told.clear()
    restore(backup, tmp_path / "other", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0


def test_a_file_that_is_there_is_not_replaced(tmp_path: Path, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(Misconfigured, match="there already"):
        write(tmp_path / "data", backup, MORNING, unheard)
    assert backup.read_bytes() == before


def test_an_empty_folder_is_not_backed_up(tmp_path: Path) -> None:
    """A wrong FRONTDESK_DATA would give a backup of nothing."""
    with pytest.raises(Misconfigured, match="no data"):
        write(tmp_path, tmp_path / "backup.tar.gz", MORNING, unheard)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_data_is_left_alone(tmp_path: Path, backup: Path) -> None:
    before = (tmp_path / "data" / FILE_NAME).read_bytes()
    with pytest.raises(Misconfigured, match="holds data already"):
        restore(backup, tmp_path / "data", unheard)
    assert (tmp_path / "data" / FILE_NAME).read_bytes() == before


def packed(file: Path, members: dict[str, bytes], *, link: str = "") -> Path:
    with tarfile.open(file, "w:gz") as tar:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
        if link:
            member = tarfile.TarInfo(f"blobs/clinic/{'0' * 64}")
            member.type, member.linkname = tarfile.SYMTYPE, link
            tar.addfile(member)
    return file


ABOUT_IT = b'{"madeAt": "", "dataVersion": 1, "blobs": 0, "bytes": 0}'


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"holiday.jpg": b"..."},
        {ABOUT: b"{not json"},
        {ABOUT: b"[]"},
        {ABOUT: ABOUT_IT},
        {ABOUT: ABOUT_IT, FILE_NAME: b"no database " * 1000},
        {ABOUT: ABOUT_IT, "../outside": b"x"},
        {ABOUT: ABOUT_IT, "/etc/outside": b"x"},
        {ABOUT: ABOUT_IT, "blobs/../../outside": b"x"},
        {ABOUT: ABOUT_IT, "blobs/clinic/.hidden": b"x"},
        {ABOUT: ABOUT_IT, "vault.key": b"x"},
    ],
)
def test_what_is_no_backup_leaves_nothing_behind(tmp_path: Path, members: dict[str, bytes]) -> None:
    """Not outside the folder either, whatever its members are called."""
    file = packed(tmp_path / "backup.tar.gz", members)
    with pytest.raises(Misconfigured, match="no backup"):
        restore(file, tmp_path / "data", unheard)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["backup.tar.gz", "data"]
    assert list((tmp_path / "data").iterdir()) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    file = packed(tmp_path / "backup.tar.gz", {ABOUT: ABOUT_IT}, link="/etc/passwd")
    with pytest.raises(Misconfigured, match="does not belong"):
        restore(file, tmp_path / "data", unheard)


@pytest.mark.parametrize("share", [0.2, 0.9])
def test_a_backup_that_was_cut_short_leaves_nothing_behind(tmp_path: Path, backup: Path, share: float) -> None:
    whole = backup.read_bytes()
    backup.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Misconfigured, match="damaged"):
        restore(backup, tmp_path / "other", unheard)
    assert list((tmp_path / "other").iterdir()) == []


def test_a_backup_with_a_changed_byte_leaves_nothing_behind(tmp_path: Path, backup: Path) -> None:
    raw = bytearray(backup.read_bytes())
    raw[-5] ^= 1  # of the checksum at its end
    backup.write_bytes(raw)
    with pytest.raises(Misconfigured, match="damaged"):
        restore(backup, tmp_path / "other", unheard)
    assert list((tmp_path / "other").iterdir()) == []


def test_a_newer_releases_backup_is_refused(tmp_path: Path) -> None:
    about = f'{{"madeAt": "", "dataVersion": {VERSION + 1}, "blobs": 0, "bytes": 0}}'.encode()
    with pytest.raises(Misconfigured, match="newer release"):
        restore(packed(tmp_path / "backup.tar.gz", {ABOUT: about}), tmp_path / "data", unheard)


def test_a_newer_folder_makes_a_newer_backup(tmp_path: Path, backup: Path) -> None:
    """Whichever release backed it up."""
    connection = sqlite3.connect(tmp_path / "data" / FILE_NAME)
    connection.execute(f"PRAGMA user_version={VERSION + 1}")
    connection.close()
    write(tmp_path / "data", tmp_path / "newer.tar.gz", MORNING, unheard)
    with pytest.raises(Misconfigured, match="newer release"):
        restore(tmp_path / "newer.tar.gz", tmp_path / "other", unheard)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, backup: Path) -> None:
    with pytest.raises(Misconfigured, match="nowhere"):
        write(tmp_path / "data", tmp_path / "nowhere" / "backup.tar.gz", MORNING, unheard)
    with pytest.raises(Misconfigured, match=r"missing\.tar\.gz"):
        restore(tmp_path / "missing.tar.gz", tmp_path / "other", unheard)


def test_a_blob_that_is_removed_meanwhile_is_left_out(tmp_path: Path, backup: Path) -> None:
    """What named it is removed, too, or about to be."""
    [blob] = (tmp_path / "data" / "blobs").glob("clinic/*")

    def removes(done: int, total: int) -> None:
        blob.unlink(missing_ok=True)

    write(tmp_path / "data", tmp_path / "again.tar.gz", MORNING, removes)
    restore(tmp_path / "again.tar.gz", tmp_path / "other", unheard)
    assert not (tmp_path / "other" / "blobs").exists()
