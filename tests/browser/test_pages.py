"""Every page of the console, on a desk and on a phone, by day and by night."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.desk import Desk
from tests.browser.layout import out_of_reach, too_wide
from tests.browser.pages import OPENED, every_page, settled
from tests.browser.story import entered, told
from tests.browser.window import SIZES, Size, Windows
from tests.flows.house import House


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def lived_in(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """The demo business after a morning's work, so that no page is empty."""
    async with told(tmp_path_factory.mktemp("lived-in") / "data") as house:
        yield house


@pytest.mark.parametrize("size", SIZES)
async def test_no_page_keeps_anybody_out(lived_in: House, windows: Windows, size: Size):
    """Nothing that axe-core calls serious or critical on any page of the navigation, by day and by night."""
    window = await entered(lived_in, windows, size)
    found = {name: await violations(window) async for name in every_page(window)}
    assert len(found) > 5
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_what_opens_keeps_nobody_out_and_fits_a_phone(lived_in: House, windows: Windows):
    """A conversation, a drawer, a dialog, a step of the set-up."""
    window = await entered(lived_in, windows, "phone")
    found = {}
    for name, opens in OPENED.items():
        await opens(window)
        found[name] = [*await too_wide(window), *await violations(window)]
        await window.page.goto(lived_in.url)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_the_way_in_keeps_nobody_out(new_desk: Desk, windows: Windows):
    """Signed out, at the beginning, and where there is no page."""
    window = await windows.open()
    window.foresee("status of 401")
    found = {}
    for address, words in (
        (new_desk.address, "Sign in"),
        (new_desk.link, "Welcome to Frontdesk"),
        (f"{new_desk.address}/nowhere/at-all", "There is no such page"),
    ):
        await window.page.goto(address)
        await window.sees(words)
        found[words] = await violations(window)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_every_page_fits_a_phone(lived_in: House, windows: Windows):
    """Nobody scrolls sideways, and every button, link and field can be reached with a thumb."""
    window = await entered(lived_in, windows, "phone")
    found = {name: [*await too_wide(window), *await out_of_reach(window)] async for name in every_page(window)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_charts_fit_a_phone_before_they_know_its_width(lived_in: House, windows: Windows):
    """They are told it a moment after they are drawn; here, never."""
    window = await entered(lived_in, windows, "phone")
    await window.page.add_init_script("window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} }")
    await window.page.goto(f"{lived_in.url}/{lived_in.owner}/usage")
    await settled(window)
    await expect(window.page.get_by_role("slider").first).to_be_visible()
    assert await too_wide(window) == []


async def test_a_keyboard_is_enough_to_get_to_a_page(lived_in: House, windows: Windows):
    """The first Tab skips to the page; from the navigation, Enter opens one, and Tab goes on at its beginning."""
    window = await entered(lived_in, windows, "desktop")
    await window.page.reload()
    await settled(window)
    await window.page.keyboard.press("Tab")
    await expect(window.page.get_by_role("link", name="Skip to the page")).to_be_focused()
    await window.navigation().get_by_role("link", name="Documents").focus()
    await window.page.keyboard.press("Enter")
    await expect(window.page.get_by_role("heading", level=1)).to_have_text("Documents")
    await expect(window.page.get_by_role("main")).to_be_focused()
