"""What is Cloud Storage's own: chunks, silence, a bucket that is not there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from gc import collect as collect_garbage
from typing import Any

import pytest
import requests

from libs.common.blobs import gcs
from libs.common.blobs.gcs import CloudStorageBlobs
from libs.common.errors import Unavailable
from tests.fakes.gcs import CloudStorage, collect_sockets


@pytest.fixture
async def cloud() -> AsyncIterator[CloudStorage]:
    async with CloudStorage() as api:
        yield api


@pytest.fixture
async def blobs(cloud: CloudStorage) -> AsyncIterator[CloudStorageBlobs]:
    place = CloudStorageBlobs(cloud.bucket, emulator=cloud.url)
    yield place
    await place.close()
    collect_sockets()


async def test_a_large_file_goes_up_in_chunks(blobs: CloudStorageBlobs, cloud: CloudStorage) -> None:
    """So that a broken connection costs one chunk, not the file."""
    data = bytes(range(256)) * (gcs.CHUNK_BYTES // 256) + b"and a little more"
    reference = await blobs.put("ana", "book.pdf", data)
    assert await blobs.get("ana", reference) == data
    assert cloud.calls.count("PUT resumable") == 2


async def test_an_upload_that_could_not_be_cancelled_is_never_finished(
    blobs: CloudStorageBlobs, cloud: CloudStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Google's writer would do so when it is collected, and put half a file in the place of a whole one."""

    def unheard(*_: Any, **__: Any) -> Any:
        raise requests.ConnectionError

    async def half() -> AsyncIterator[bytes]:
        yield bytes(gcs.CHUNK_BYTES + 1)
        raise ConnectionResetError

    def attempt() -> None:
        with suppress(ConnectionResetError):
            asyncio.run(blobs.put_stream("ana", "film", half()))
        collect_garbage()

    monkeypatch.setattr(requests.Session, "delete", unheard)
    await asyncio.to_thread(attempt)
    assert cloud.calls.count("PUT resumable") == 1
    assert not cloud.objects


async def test_a_moment_of_silence_is_waited_out(blobs: CloudStorageBlobs, cloud: CloudStorage) -> None:
    reference = await blobs.put("ana", "file", b"here")
    cloud.silent = 1
    assert await blobs.get("ana", reference) == b"here"


async def test_what_does_not_answer_is_unavailable(cloud: CloudStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    """And names the bucket, which is a setting."""
    monkeypatch.setattr(gcs, "_RETRY", gcs._RETRY.with_timeout(0.1))
    for place in (
        CloudStorageBlobs("elsewhere", emulator=cloud.url),
        CloudStorageBlobs("frontdesk", emulator="http://127.0.0.1:9"),
    ):
        with pytest.raises(Unavailable, match=place._bucket_name):
            await place.ready()
        await place.close()
    collect_sockets()


async def test_a_removed_owner_leaves_no_object(blobs: CloudStorageBlobs, cloud: CloudStorage) -> None:
    """More of them than one page lists; another owner's stay."""
    for number in range(105):
        cloud.objects[f"ana/{number:03}"] = b"x"
    await blobs.put("ben", "file", b"ben's")
    await blobs.delete_all("ana")
    assert len(cloud.objects) == 1
