"""Sign-in links, and those that do not work any more."""

from datetime import timedelta

from playwright.async_api import expect

from libs.common.entities import Session
from libs.common.runtime import foundation
from libs.common.settings import Settings
from libs.common.store.port import Transaction, Write
from services.gateway.api.sign_in.links import make_link, session_id
from tests.browser.desk import Desk
from tests.browser.window import Window, Windows

SIGNED_OUT = r"status of 401 .*/api/v1/me\b"
SPENT = r"status of 410 .*/api/v1/sign-in\b"


async def says_how_to_get_a_new_one(window: Window) -> None:
    await expect(window.page.get_by_role("heading", level=1)).to_have_text("This link does not work any more")
    await expect(window.page.get_by_role("main")).to_contain_text("frontdesk link")


async def expired_link(desk: Desk) -> str:
    """One that nobody opened in time."""
    async with foundation(Settings(data=desk.data)) as built:
        parts = built.parts
        link = await make_link(parts)

        async def aged(tx: Transaction) -> tuple[None, list[Write]]:
            row = await tx.get(Session, session_id("link", link.token))
            assert row is not None
            return None, [row.changed(expires_at=parts.clock() - timedelta(seconds=1))]

        await parts.store.transact("gateway", None, aged)
        return link.token


async def test_whoever_is_not_signed_in_is_told_how_to(new_desk: Desk, windows: Windows):
    """And nothing of the business is shown."""
    window = await windows.open()
    window.foresee(SIGNED_OUT)
    await window.page.goto(new_desk.address)
    await expect(window.page.get_by_role("heading", level=1)).to_have_text("Sign in")
    await expect(window.page.get_by_role("main")).to_contain_text("frontdesk link")


async def test_a_link_that_was_used_says_how_to_get_a_new_one_and_that_one_works(new_desk: Desk, windows: Windows):
    """The address keeps no token: neither the history nor a copied address signs anybody in."""
    first, second = await windows.open(), await windows.open()
    await first.signs_in(new_desk.link)
    assert "sign-in" not in first.page.url
    second.foresee(SIGNED_OUT, SPENT)
    await second.page.goto(new_desk.link)
    await says_how_to_get_a_new_one(second)
    await second.page.goto(await new_desk.another_link())
    await expect(second.page.get_by_role("heading", name="Welcome to Frontdesk")).to_be_visible()


async def test_a_link_that_is_too_old_says_how_to_get_a_new_one(new_desk: Desk, windows: Windows):
    window = await windows.open()
    window.foresee(SIGNED_OUT, SPENT)
    await window.page.goto(f"{new_desk.address}/#sign-in={await expired_link(new_desk)}")
    await says_how_to_get_a_new_one(window)


async def test_who_signs_out_is_out(window: Window):
    """Going back shows nothing of the business."""
    window.foresee("status of 401")
    await window.goes_to("Bookings")
    await window.presses("Sign out")
    await expect(window.page.get_by_role("heading", level=1)).to_have_text("Sign in")
    await window.page.go_back()
    await expect(window.page.get_by_role("heading", level=1)).to_have_text("Sign in")
