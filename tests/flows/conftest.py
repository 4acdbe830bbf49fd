"""A running desk, on each way to run it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pydantic import SecretStr

from libs.common.key_file import new_key
from tests.flows.house import House, open_house


def on_google(request: pytest.FixtureRequest) -> dict[str, Any]:
    """A project of its own in both emulators."""
    return {
        "mode": "google",
        "google_cloud_project": f"test-{uuid4().hex[:12]}",
        "firestore_emulator_host": request.getfixturevalue("firestore_host"),
        "pubsub_emulator_host": request.getfixturevalue("pubsub_host"),
        "vault_keys": SecretStr(new_key()),
    }


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """On the embedded default."""
    async with open_house(tmp_path / "data") as opened:
        yield opened


@pytest.fixture(params=["embedded", "google"])
async def any_house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    """On the embedded default, and on Google's emulators."""
    settings = on_google(request) if request.param == "google" else {}
    async with open_house(tmp_path / "data", **settings) as opened:
        yield opened
