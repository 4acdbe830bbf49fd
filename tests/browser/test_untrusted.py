"""What customers and documents say is text, wherever it is shown."""

from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import expect

from services.gateway.demo.making import open_dates
from tests.browser.played import take_phone
from tests.browser.window import Window

TRAP = "<img src=x onerror=\"window.caught = 'yes'\"><script>window.caught = 'yes'</script>"
NAMED = "<img src=x onerror=alert(1)>"


async def shows_no_trap(window: Window) -> None:
    """Nothing of it became a part of the page, let alone ran. (A policy that had to step in is an error, too.)"""
    await expect(window.page.locator("img[src=x]")).to_have_count(0)
    assert await window.page.evaluate("window.caught") is None


async def test_a_customers_name_and_message_are_shown_as_they_were_written(window: Window):
    """On the phone, in the conversations and their list, and with the booking."""
    phone = await take_phone(window, NAMED)
    await phone.writes(TRAP)
    (day,) = open_dates(datetime.now(UTC), 1)
    await phone.writes(f"Can I come on {day:%A} {day.day} {day:%B} at 16:00?")
    await phone.taps("Yes, book it")
    await phone.reads("as soon as it is confirmed")
    await shows_no_trap(window)

    await window.goes_to("Conversations")
    await window.page.get_by_role("list", name="Conversations").get_by_role("link", name=NAMED).click()
    await expect(window.page.get_by_role("log")).to_contain_text(TRAP)
    await expect(window.page.get_by_role("heading", name=NAMED)).to_be_visible()
    await shows_no_trap(window)

    await window.goes_to("Bookings")
    await window.presses(NAMED)
    await expect(window.page.get_by_role("dialog", name="Booking").get_by_role("heading", name=NAMED)).to_be_visible()
    await shows_no_trap(window)


async def test_a_document_is_shown_as_it_was_written(window: Window, tmp_path: Path):
    """Its name in the list; its passages in the drawer, and beside an answer made from them."""
    name = f"{NAMED}.txt"  # of Markdown, tags do not even get this far
    (tmp_path / name).write_text(f"Parrots are combed on Tuesdays. {TRAP}\n")
    await window.goes_to("Documents")
    async with window.page.expect_file_chooser() as chooser:
        await window.presses("Choose files")
    await (await chooser.value).set_files(tmp_path / name)
    document = window.page.get_by_role("listitem").filter(has_text=name)
    await expect(document).to_contain_text("Ready")
    await window.fills("Question", "When are parrots combed?")
    await window.presses("Ask")
    await window.sees(f"Parrots are combed on Tuesdays. {TRAP}")
    await shows_no_trap(window)

    await window.presses(f"What to do with {name}")
    await window.page.get_by_role("menuitem", name="See its passages").click()
    await expect(window.page.get_by_role("dialog", name=name)).to_contain_text(TRAP)
    await shows_no_trap(window)
