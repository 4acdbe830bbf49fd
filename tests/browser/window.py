"""A window of a browser that a person sits at. Whatever goes wrong in it is kept, and fails the test."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Locator,
    Page,
    Request,
    ViewportSize,
    expect,
)

Size = Literal["desktop", "phone"]
Scheme = Literal["light", "dark"]
SIZES: dict[Size, ViewportSize] = {
    "desktop": {"width": 1280, "height": 800},
    "phone": {"width": 390, "height": 844},
}
TIMEZONE = "Europe/Berlin"
PATIENCE_MILLISECONDS = 15_000
GIVEN_UP_BY_THE_PAGE = "net::ERR_ABORTED"
"""A request that a page no longer wants, because it was left: nothing went wrong."""
STILL = """async () => {
  const isMoving = ({ effect, playState }) => playState !== "finished" && effect.getComputedTiming().endTime < Infinity;
  for (let moving; (moving = document.getAnimations().filter(isMoving)).length > 0;) {
    for (const one of moving) one.finish();
    await new Promise(requestAnimationFrame);
  }
}"""
"""All becomes at once what it is going to be, but for what moves for ever."""

expect.set_options(timeout=PATIENCE_MILLISECONDS)


@dataclass
class Troubles:
    """What went wrong in a window: errors in its console, pages that broke, requests that came to nothing, dialogs."""

    seen: list[str] = field(default_factory=list)
    foreseen: list[str] = field(default_factory=list)

    def unforeseen(self) -> list[str]:
        """What no test expected."""
        return [trouble for trouble in self.seen if not any(re.search(one, trouble) for one in self.foreseen)]

    def follow(self, page: Page) -> None:
        """Note what goes wrong from now on."""
        page.on("console", self._printed)
        page.on("pageerror", self._broke)
        page.on("requestfailed", self._failed)
        page.on("dialog", self._asked)

    def _printed(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.seen.append(f"{message.type}: {message.text} ({message.location.get('url', '')})")

    def _broke(self, error: Error) -> None:
        self.seen.append(f"page error: {error}")

    def _failed(self, request: Request) -> None:
        if request.failure != GIVEN_UP_BY_THE_PAGE:
            self.seen.append(f"request failed: {request.failure} {request.method} {request.url}")

    async def _asked(self, dialog: Dialog) -> None:
        self.seen.append(f"dialog: {dialog.message}")
        await dialog.dismiss()


@dataclass(frozen=True)
class Window:
    """One window, and its person's hands and eyes. Things are found by role and name, as a screen reader finds them."""

    page: Page
    troubles: Troubles

    def foresee(self, *patterns: str) -> None:
        """What goes wrong in this test because it is meant to."""
        self.troubles.foreseen.extend(patterns)

    async def signs_in(self, link: str) -> None:
        """Open a sign-in link and wait until the console is there."""
        await self.page.goto(link)
        await expect(self.page.get_by_role("main")).to_be_visible()
        await expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    async def turns(self, scheme: Scheme) -> None:
        """Day or night falls on the device."""
        await self.page.emulate_media(color_scheme=scheme)
        await expect(self.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        await self.is_still()

    async def is_still(self) -> None:
        """Let nothing fade or slide any more."""
        await self.page.evaluate(STILL)

    def navigation(self) -> Locator:
        """The way to every page. On a phone it is hidden until "More" is pressed."""
        return self.page.get_by_role("navigation", name="Pages", exact=True, include_hidden=True)

    async def goes_to(self, page: str) -> None:
        """Open a page by its name in the navigation. How many things wait there may stand beside the name."""
        name = re.compile(rf"^{page}( \d+\+? waiting)?$")
        await self.follows(self.navigation().get_by_role("link", name=name, include_hidden=True))

    async def follows(self, link: Locator) -> None:
        """Go where a link of the navigation leads, on a phone behind "More"; nothing happens if that is open."""
        if await link.get_attribute("aria-current") == "page":
            return
        more = self.page.get_by_role("button", name=re.compile(r"\bMore$"))
        if await more.is_visible():
            await more.click()
        await link.click()
        await expect(link).to_have_attribute("aria-current", "page")

    async def presses(self, name: str) -> None:
        """Press the button of this name."""
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def fills(self, label: str, words: str) -> None:
        """Type into the field of this name."""
        await self.page.get_by_role("textbox", name=label).fill(words)

    async def sees(self, words: str) -> None:
        """Wait until this stands somewhere on the page."""
        await expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()


@dataclass
class Windows:
    """Opens windows, each in a browser profile of its own as if on a machine of its own."""

    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)
    troubles: list[Troubles] = field(default_factory=list)

    async def open(self, size: Size = "desktop", scheme: Scheme = "light", at: datetime | None = None) -> Window:
        """A new one. `at`: its clock stands at this moment."""
        context = await self.browser.new_context(
            viewport=SIZES[size],
            has_touch=size == "phone",
            color_scheme=scheme,
            reduced_motion="reduce",  # what moves is not there yet
            locale="en-GB",
            timezone_id=TIMEZONE,
        )
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        self.contexts.append(context)
        if at is not None:
            await context.clock.set_fixed_time(at)
        page, troubles = await context.new_page(), Troubles()
        troubles.follow(page)
        self.troubles.append(troubles)
        return Window(page, troubles)

    async def close(self) -> None:
        """Close them all. Fails if anything went wrong in one that the test did not foresee."""
        for context in self.contexts:
            await context.close()
        unforeseen = [trouble for one in self.troubles for trouble in one.unforeseen()]
        assert not unforeseen, unforeseen


@asynccontextmanager
async def opened(browser: Browser) -> AsyncIterator[Windows]:
    """Windows for one scene, gone at its end."""
    windows = Windows(browser)
    try:
        yield windows
    finally:
        await windows.close()
