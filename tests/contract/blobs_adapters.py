"""Every adapter of the blob port, as a fixture that the suite runs on unchanged."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from libs.common.blobs.files import FileBlobs
from libs.common.blobs.gcs import CloudStorageBlobs
from libs.common.blobs.port import Blobs
from tests.fakes.gcs import CloudStorage, collect_sockets


@pytest.fixture(params=["embedded", "google"])
async def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Blobs]:
    """A fresh place for files."""
    async with AsyncExitStack() as stack:
        place: Blobs
        if request.param == "embedded":
            place = FileBlobs(tmp_path / "blobs")
        else:
            gcs = await stack.enter_async_context(CloudStorage())
            place = CloudStorageBlobs(gcs.bucket, emulator=gcs.url)
        stack.callback(collect_sockets)
        stack.push_async_callback(place.close)
        yield place
