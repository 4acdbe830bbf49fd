"""One browser for all scenes, and for each a Frontdesk of its own."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser import chromium
from tests.browser.clinic import clinic
from tests.browser.desk import Desk, desk
from tests.browser.window import Window, Windows, opened

HERE = Path(__file__).parent
SECONDS_MAX = 180
"""A scene waits for many things, each with a patience of its own."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All scenes share one event loop, as they share one browser."""
    for item in items:
        if item.path.parent == HERE and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)
            item.add_marker(pytest.mark.timeout(SECONDS_MAX))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium, or no test."""
    try:
        async with chromium.browser() as running:
            yield running
    except chromium.NoBrowser as reason:
        chromium.missing(reason)


@pytest_asyncio.fixture(loop_scope="session")
async def windows(browser: Browser) -> AsyncIterator[Windows]:
    """Opens the windows of a scene; nothing may go wrong in any that the scene does not foresee."""
    async with opened(browser) as opening:
        yield opening


@pytest_asyncio.fixture(loop_scope="session")
async def new_desk(browser: Browser, tmp_path: Path) -> AsyncIterator[Desk]:
    """Frontdesk, started for the first time."""
    async with desk(tmp_path / "data") as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def furnished(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo business in it, to be copied."""
    data = tmp_path_factory.mktemp("furnished") / "data"
    async with clinic(data):
        pass
    return data


@pytest_asyncio.fixture(loop_scope="session")
async def demo(furnished: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """Frontdesk with the demo business."""
    shutil.copytree(furnished, tmp_path / "data")
    async with desk(tmp_path / "data") as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def window(demo: Desk, windows: Windows) -> Window:
    """Signed in at the demo business, at a desk. (Named after `demo`, so that it is closed before Frontdesk ends.)"""
    opening = await windows.open()
    await opening.signs_in(demo.link)
    return opening
