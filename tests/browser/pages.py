"""The pages of the console as its own navigation names them: what is added later is looked at without being listed."""

from collections.abc import AsyncIterator, Awaitable, Callable

from playwright.async_api import expect

from tests.browser.window import Window

Open = Callable[[Window], Awaitable[None]]


async def names_of_pages(window: Window) -> list[str]:
    """What the navigation leads to, in its order."""
    links = window.navigation().get_by_role("link", include_hidden=True)
    return [name.strip() for name in await links.all_text_contents()]


async def settled(window: Window) -> None:
    """Wait until a page shows what it has to show."""
    await expect(window.page.get_by_role("heading", level=1)).to_be_visible()
    await expect(window.page.get_by_role("status").filter(has_text="Loading")).to_have_count(0)
    await expect(window.page.get_by_role("status", name="Loading")).to_have_count(0)


async def every_page(window: Window) -> AsyncIterator[str]:
    """Open them one after the other; gives the name of the one that is open."""
    for name in await names_of_pages(window):
        await window.goes_to(name)
        await settled(window)
        yield name


async def a_conversation(window: Window) -> None:
    """Booked and confirmed in Spanish."""
    await _opens_conversation(window, "Carmen Ruiz", "Traiga su tarjeta")


async def a_held_conversation(window: Window) -> None:
    """An answer with its source, then a person."""
    await _opens_conversation(window, "Grace Bennett", "From last November")


async def _opens_conversation(window: Window, name: str, words: str) -> None:
    await window.goes_to("Conversations")
    await window.page.get_by_role("list", name="Conversations").get_by_role("link", name=name).click()
    await expect(window.page.get_by_role("log")).to_contain_text(words)


async def a_phone(window: Window) -> None:
    await window.goes_to("Phone")
    await window.page.get_by_role("link", name="Nora Lindgren").click()
    await expect(window.page.get_by_role("log")).to_contain_text("Wednesday 11 March at 15:00")


async def a_booking(window: Window) -> None:
    await window.goes_to("Bookings")
    await window.presses("Nora Lindgren")
    await expect(window.page.get_by_role("dialog", name="Booking").get_by_role("status")).to_be_visible()


async def a_booking_by_hand(window: Window) -> None:
    """With the free places beside it."""
    await window.goes_to("Bookings")
    await window.presses("Add a booking")
    await expect(window.page.get_by_role("dialog").get_by_role("group").first).to_be_visible()


async def passages(window: Window) -> None:
    await window.goes_to("Documents")
    await window.presses("What to do with Price list.md")
    await window.page.get_by_role("menuitem", name="See its passages").click()
    await window.sees("Check-up and cleaning")


async def a_tried_question(window: Window) -> None:
    await window.goes_to("Documents")
    await window.fills("Question", "How long does a first visit take?")
    await window.presses("Ask")
    await window.sees("Plan 45 minutes")


OPENED: dict[str, Open] = {
    "conversation": a_conversation,
    "held-conversation": a_held_conversation,
    "phone-chat": a_phone,
    "booking": a_booking,
    "booking-by-hand": a_booking_by_hand,
    "passages": passages,
    "tried-question": a_tried_question,
}
"""What opens on a page, or over it."""
