"""A business of one's own, set up in the console and nowhere else."""

from playwright.async_api import Locator, expect

from tests.browser.desk import Desk
from tests.browser.played import take_phone
from tests.browser.window import Window, Windows


def step(window: Window, title: str) -> Locator:
    """The step that is open."""
    return window.page.get_by_role("heading", level=2, name=title, exact=True)


async def test_a_business_is_set_up_from_nothing_and_answers_its_first_customer(new_desk: Desk, windows: Windows):
    """Five steps; left in the middle and gone on with later; nothing else is needed but the link."""
    window = await windows.open()
    await window.signs_in(new_desk.link)
    await window.page.get_by_role("link", name="Set up your own business").click()
    await window.fills("Name", "Rose Lane Barbers")
    await window.fills("Phone", "+44 20 7946 0958")
    await window.presses("Continue")
    await expect(step(window, "Opening hours")).to_be_visible()
    await window.presses("Continue")
    await expect(step(window, "What the assistant should know")).to_be_visible()

    await window.page.get_by_role("link", name="Go on later").click()
    await window.page.get_by_role("link", name="Finish setting up").click()
    await expect(step(window, "What the assistant should know")).to_be_visible()
    await window.fills(
        "What do you offer, and what does it cost?", "A haircut costs 22 pounds. A shave costs 15 pounds."
    )
    await window.presses("Add to what it knows")
    text = window.page.get_by_role("listitem").filter(has_text="Answers to common questions")
    await expect(text).to_contain_text("Ready")
    await window.presses("Continue")
    await expect(step(window, "Try it")).to_be_visible()
    await window.fills("Question", "How much is a haircut?")
    await window.presses("Ask")
    await window.sees("A haircut costs 22 pounds.")
    await window.presses("Continue")
    await window.presses("Connect one later")
    await expect(step(window, "Rose Lane Barbers is set up")).to_be_visible()
    await expect(window.page.get_by_role("link", name="Finish setting up")).to_have_count(0)

    phone = await take_phone(window, "Nora Lindgren")
    await phone.writes("How much is a shave?")
    await phone.reads("A shave costs 15 pounds.")
