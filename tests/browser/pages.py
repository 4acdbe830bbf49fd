"""The pages of the console as its own navigation names them: what is added later is looked at without being listed."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from urllib.parse import urljoin

from playwright.async_api import expect

from tests.browser.window import Window

ABOVE_PIXELS = 96
"""Room for what stands above a thing that is scrolled to: a heading, a phone's header."""

Open = Callable[[Window], Awaitable[None]]


async def settled(window: Window) -> None:
    """Wait until a page shows what it has to show."""
    await expect(window.page.get_by_role("heading", level=1)).to_be_visible()
    await expect(window.page.get_by_role("status").filter(has_text="Loading")).to_have_count(0)
    await expect(window.page.get_by_role("status", name="Loading")).to_have_count(0)
    await expect(window.page.locator("[data-loading=true]")).to_have_count(0)


async def every_page(window: Window) -> AsyncIterator[str]:
    """Open all that the navigation leads to, one after the other; gives the last part of the address that is open."""
    links = window.navigation().get_by_role("link", include_hidden=True)
    for place in range(await links.count()):
        link = links.nth(place)
        await window.follows(link)
        await settled(window)
        yield str(await link.get_attribute("href")).rpartition("/")[2]


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
    answer = window.page.get_by_text("Plan 45 minutes").first
    await expect(answer).to_be_visible()
    await answer.evaluate("element => element.scrollIntoView({ block: 'center', behavior: 'instant' })")


async def a_week(window: Window) -> None:
    """The calendar, where it is below what waits for an answer."""
    await window.goes_to("Bookings")
    await window.sees("Waiting for your answer")
    await window.sees("Lena Hoffmann")
    earlier = window.page.get_by_role("button", name=re.compile("^The (week|day) before$"))
    await earlier.evaluate(f"element => scrollTo(0, scrollY + element.getBoundingClientRect().top - {ABOVE_PIXELS})")


async def the_choice(window: Window) -> None:
    """Where somebody without a business begins."""
    await window.page.goto(urljoin(window.page.url, "/welcome"))
    await window.sees("Welcome to Frontdesk")


async def a_new_business(window: Window) -> None:
    """The first step of setting one up."""
    await window.page.goto(urljoin(window.page.url, "/welcome?business=new"))
    await window.sees("A new business")


def step(name: str, title: str) -> Open:
    """Another step of setting it up."""

    async def opens(window: Window) -> None:
        conversations = window.navigation().get_by_role("link", name="Conversations", include_hidden=True)
        address = str(await conversations.get_attribute("href")).replace("conversations", f"set-up?step={name}")
        await window.page.goto(urljoin(window.page.url, address))
        await expect(window.page.get_by_role("heading", level=2, name=title)).to_be_visible()
        await settled(window)

    return opens


OPENED: dict[str, Open] = {
    "conversation": a_conversation,
    "held-conversation": a_held_conversation,
    "phone-chat": a_phone,
    "booking": a_booking,
    "booking-by-hand": a_booking_by_hand,
    "passages": passages,
    "tried-question": a_tried_question,
    "week": a_week,
    "welcome": the_choice,
    "new-business": a_new_business,
    "set-up-hours": step("hours", "Opening hours"),
    "set-up-knowledge": step("knowledge", "What the assistant should know"),
    "set-up-try": step("try", "Try it"),
    "set-up-whatsapp": step("whatsapp", "WhatsApp"),
    "set-up-summary": step("summary", "Bright Smile Dental"),
}
"""What opens on a page, or over it."""
