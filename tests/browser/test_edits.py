"""Two people edit the same thing at once."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.window import Window, Windows


async def test_a_stale_edit_shows_both_versions_and_loses_neither(demo: Desk, window: Window, windows: Windows):
    """Whoever is slower sees what is saved and what they typed, and can keep theirs on top."""
    colleague = await windows.open()
    await colleague.signs_in(await demo.another_link())
    for one in (window, colleague):
        await one.goes_to("Profile")
    await window.fills("Email", "rosa@brightsmile.example")
    await window.page.get_by_role("textbox", name="Phone").fill("+49 30 1111111")
    await colleague.page.get_by_role("textbox", name="Phone").fill("+49 30 2222222")
    await colleague.presses("Save")
    await colleague.sees("Saved.")

    window.foresee("status of 412")
    await window.presses("Save")
    await window.sees("Somebody else saved this while you were editing")
    phones = window.page.get_by_role("table", name="What differs").get_by_role("row").filter(has_text="Phone")
    await expect(phones.get_by_role("cell")).to_have_text(["+49 30 2222222", "+49 30 1111111"])
    await window.presses("Keep my changes on top")
    await window.presses("Save")
    await window.sees("Saved.")

    await colleague.page.reload()
    await expect(colleague.page.get_by_role("textbox", name="Phone")).to_have_value("+49 30 1111111")
    await expect(colleague.page.get_by_role("textbox", name="Email")).to_have_value("rosa@brightsmile.example")
