"""What every place for files promises."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from libs.common.blobs.port import BLOB_BYTES_MAX, PIECE_BYTES, BlobMissing, Blobs
from libs.common.errors import TooLarge, Unavailable

NAMES = [
    "plain",
    "media/2026/wamid.HBgL==",
    "../ben/plain",
    "/etc/passwd",
    "..",
    ".",
    "",
    "a/../../b",
    "with space\n\0and more",
    "Größe 表 🙂.pdf",
    "n" * 900,
]


async def test_what_is_put_is_got(blobs: Blobs) -> None:
    """By the reference that `put` gave; also nothing at all, and every byte."""
    for data in (b"", b"hello", bytes(range(256)) * 1000):
        reference = await blobs.put("ana", "file", data, content_type="application/pdf")
        assert await blobs.get("ana", reference) == data


@pytest.mark.parametrize("name", NAMES)
async def test_any_name_is_one_file_of_its_owner(blobs: Blobs, name: str) -> None:
    """A name that looks like a path leads nowhere else."""
    plain = await blobs.put("ben", "plain", b"ben's")
    reference = await blobs.put("ana", name, b"ana's")
    assert await blobs.get("ana", reference) == b"ana's"
    assert await blobs.get("ben", plain) == b"ben's"
    await blobs.delete("ana", reference)
    assert await blobs.get("ben", plain) == b"ben's"


async def test_names_that_differ_are_different_files(blobs: Blobs) -> None:
    """Also where a disk would not tell capitals apart or would tidy a path."""
    references = [await blobs.put("ana", name, name.encode()) for name in [*NAMES, "PLAIN", "./plain", "plain/"]]
    assert len(set(references)) == len(references)
    for reference, name in zip(references, [*NAMES, "PLAIN", "./plain", "plain/"], strict=True):
        assert await blobs.get("ana", reference) == name.encode()


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reference=st.text(max_size=50) | st.sampled_from(["../ana/file", "../../ana/file", "/ana/file", "ana/file"]))
async def test_no_reference_reaches_another_owners_file(blobs: Blobs, reference: str) -> None:
    """Another owner's file answers as if absent, whatever is asked for."""
    own = await blobs.put("ana", "file", b"secret")
    for asked in (own, reference):
        with pytest.raises(BlobMissing):
            await blobs.get("ben", asked)


async def test_what_was_never_put_is_missing(blobs: Blobs) -> None:
    """Also before anything was."""
    with pytest.raises(BlobMissing):
        await blobs.get("ana", "nothing")


async def test_the_same_name_again_replaces_the_file_whole(blobs: Blobs) -> None:
    """A reader gets the old bytes or the new, never a mixture."""
    old, new = b"o" * 300_000, b"n" * 200_000
    reference = await blobs.put("ana", "file", old)
    read: set[bytes] = set()

    async def read_on(writing: asyncio.Task[None]) -> None:
        while not writing.done():
            read.add(await blobs.get("ana", reference))

    async def write() -> None:
        for data in [new, old] * 10:
            assert await blobs.put("ana", "file", data) == reference

    writing = asyncio.create_task(write())
    await asyncio.gather(writing, read_on(writing))
    assert read <= {old, new}
    assert await blobs.get("ana", reference) == old


async def test_many_at_once_keep_apart(blobs: Blobs) -> None:
    """Owners and names do not disturb each other."""
    wanted = {(owner, f"file {place}"): f"{owner} {place}".encode() for owner in ("ana", "ben") for place in range(10)}
    references = await asyncio.gather(*(blobs.put(owner, name, data) for (owner, name), data in wanted.items()))
    got = await asyncio.gather(
        *(blobs.get(owner, reference) for (owner, _), reference in zip(wanted, references, strict=True))
    )
    assert got == list(wanted.values())


async def test_deleting_is_for_one_file_and_harmless_twice(blobs: Blobs) -> None:
    """Others stay; so does another owner's of the same name."""
    gone, stays = await blobs.put("ana", "gone", b"1"), await blobs.put("ana", "stays", b"2")
    others = await blobs.put("ben", "gone", b"3")
    await blobs.delete("ana", gone)
    await blobs.delete("ana", gone)
    with pytest.raises(BlobMissing):
        await blobs.get("ana", gone)
    assert await blobs.get("ana", stays) == b"2"
    assert await blobs.get("ben", others) == b"3"


async def test_an_owner_who_leaves_leaves_nothing(blobs: Blobs) -> None:
    """Others keep theirs; one who never had a file is no trouble; a later file is kept."""
    references = [await blobs.put("ana", name, b"1") for name in ("a", "b/c", "d")]
    others = await blobs.put("ana2", "a", b"2")
    await blobs.delete_all("ana")
    await blobs.delete_all("ana")
    for reference in references:
        with pytest.raises(BlobMissing):
            await blobs.get("ana", reference)
    assert await blobs.get("ana2", others) == b"2"
    assert await blobs.get("ana", await blobs.put("ana", "a", b"3")) == b"3"


async def test_a_file_past_the_limit_is_refused_and_the_old_one_stays(blobs: Blobs) -> None:
    """With the size and the limit."""
    reference = await blobs.put("ana", "file", b"old")
    with pytest.raises(TooLarge) as refused:
        await blobs.put("ana", "file", bytes(BLOB_BYTES_MAX + 1))
    assert (refused.value.values["size"], refused.value.values["limit"]) == (BLOB_BYTES_MAX + 1, BLOB_BYTES_MAX)
    assert await blobs.get("ana", reference) == b"old"


async def pieces_of(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def broken_after(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    raise ConnectionResetError


def long(size: int) -> bytes:
    """Bytes of which no two places look alike."""
    return b"".join(place.to_bytes(4, "big") for place in range(size // 4))


@pytest.mark.parametrize("pieces", [[], [b""], [b"hello"], [b"a", b"", b"bc"], [long(PIECE_BYTES)] * 9])
async def test_what_comes_in_pieces_is_one_file(blobs: Blobs, pieces: list[bytes]) -> None:
    """However many there are."""
    reference = await blobs.put_stream("ana", "file", pieces_of(*pieces), content_type="image/png")
    assert await blobs.get("ana", reference) == b"".join(pieces)
    assert await streamed(blobs, reference) == b"".join(pieces)


async def streamed(blobs: Blobs, reference: str, **part: int) -> bytes:
    pieces = [piece async for piece in blobs.get_stream("ana", reference, **part)]
    assert all(len(piece) <= PIECE_BYTES for piece in pieces)
    return b"".join(pieces)


@pytest.mark.parametrize("start", [0, 1, PIECE_BYTES - 1, 2 * PIECE_BYTES, 3 * PIECE_BYTES + 8])
@pytest.mark.parametrize("length", [0, 1, PIECE_BYTES, 3 * PIECE_BYTES + 99])
async def test_a_part_of_a_file_is_read_by_itself(blobs: Blobs, start: int, length: int) -> None:
    """As a player asks for it; past the end there is nothing."""
    data = long(2 * PIECE_BYTES + 1000)
    reference = await blobs.put("ana", "film", data)
    assert await streamed(blobs, reference, start=start, length=length) == data[start : start + length]


@pytest.mark.parametrize("pieces", [(b"new",), (long(PIECE_BYTES),) * 9])
async def test_a_file_that_breaks_off_leaves_what_was_there(blobs: Blobs, pieces: Iterable[bytes]) -> None:
    """Also where some of it had gone up already."""
    reference = await blobs.put("ana", "file", b"old")
    with pytest.raises(ConnectionResetError):
        await blobs.put_stream("ana", "file", broken_after(*pieces))
    assert await blobs.get("ana", reference) == b"old"
    with pytest.raises(ConnectionResetError):
        await blobs.put_stream("ana", "another", broken_after(*pieces))
    with pytest.raises(BlobMissing):
        await blobs.get("ana", "another")


async def test_a_stream_past_the_limit_is_refused(blobs: Blobs) -> None:
    """Before it ends."""
    endless = pieces_of(*[bytes(50_000_000)] * 3)
    with pytest.raises(TooLarge):
        await blobs.put_stream("ana", "file", endless)
    with pytest.raises(BlobMissing):
        await anext(blobs.get_stream("ana", "file"))


async def test_who_reads_in_pieces_reads_one_version(blobs: Blobs) -> None:
    """A file that is replaced meanwhile is read to its old end, or is said not to be there to the end."""
    old, new = b"o" * (2 * PIECE_BYTES), b"n" * (2 * PIECE_BYTES)
    reading = blobs.get_stream("ana", await blobs.put("ana", "file", old))
    read = await anext(reading)
    await blobs.put("ana", "file", new)
    with suppress(Unavailable):
        read += b"".join([piece async for piece in reading])
        assert read == old
    assert set(read) == set(b"o")


async def test_no_stream_reaches_another_owners_file(blobs: Blobs) -> None:
    """It answers as if absent."""
    own = await blobs.put("ana", "file", b"secret")
    with pytest.raises(BlobMissing):
        await anext(blobs.get_stream("ben", own))


async def test_it_says_that_it_is_ready(blobs: Blobs) -> None:
    """Before the first file, too."""
    await blobs.ready()
