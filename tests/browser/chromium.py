"""The browser: the system's Chromium, or the one that `python -m playwright install chromium` brought.

Where there is none the tests are skipped and say why; with REQUIRE_BROWSER=1 they fail. CHROMIUM names another one.
"""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Playwright, async_playwright

from services.gateway.http.console import DIST

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--disable-gpu", "--disable-background-networking", "--font-render-hinting=none")


class NoBrowser(Exception):
    """What is missing and what to do about it, in one line."""


def chromium_on(playwright: Playwright) -> str:
    """The program to start. Raises NoBrowser."""
    named = os.environ.get("CHROMIUM", "")
    if named:
        if (found := shutil.which(named)) is None:
            raise NoBrowser(f"CHROMIUM={named} is no program.")
        return found
    on_path = filter(None, map(shutil.which, NAMES))
    own = playwright.chromium.executable_path
    if (found := next(on_path, own if Path(own).exists() else None)) is None:
        raise NoBrowser(
            "There is no Chromium (Debian: apt-get install chromium; elsewhere: "
            ".venv/bin/python -m playwright install --with-deps chromium)."
        )
    return found


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """A running one, without a window on this machine's screen. Raises NoBrowser."""
    if not (DIST / "index.html").exists():
        raise NoBrowser("The console is not built (make test-browser builds it).")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium_on(playwright), args=ARGUMENTS)
        try:
            yield running
        finally:
            await running.close()


def missing(reason: NoBrowser) -> None:
    """Skip the test, or fail it where a browser is required."""
    none = pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip
    none(str(reason))
