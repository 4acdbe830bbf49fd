"""Every adapter of the blob port, as a fixture that the suite runs on unchanged."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from libs.common.blobs.files import FileBlobs
from libs.common.blobs.port import Blobs


@pytest.fixture(params=["embedded"])
async def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Blobs]:
    """A fresh place for files."""
    adapters = {"embedded": lambda: FileBlobs(tmp_path / "blobs")}
    blobs: Blobs = adapters[request.param]()
    yield blobs
    await blobs.close()
