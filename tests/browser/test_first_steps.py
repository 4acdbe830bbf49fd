"""The way from the first start to the first booking."""

from datetime import UTC, datetime

from playwright.async_api import expect

from services.gateway.demo.making import open_dates
from tests.browser.desk import Desk
from tests.browser.played import take_phone
from tests.browser.window import Windows


async def test_the_printed_link_leads_to_a_demo_business_and_a_customer_is_booked(new_desk: Desk, windows: Windows):
    """Made and played in one window; seen, confirmed and annotated in a colleague's, without a reload in either."""
    window, colleague = await windows.open(), await windows.open()
    await window.signs_in(new_desk.link)
    await window.presses("Make the demo business")
    await expect(window.navigation()).to_be_visible()
    await colleague.signs_in(await new_desk.another_link())
    await colleague.goes_to("Bookings")
    await colleague.sees("Waiting for your answer")

    phone = await take_phone(window, "Nora Lindgren")
    (day,) = open_dates(datetime.now(UTC), 1)
    await phone.writes(f"Can I come on {day:%A} {day.day} {day:%B} at 16:00?")
    await phone.reads("Shall I book it?")
    await phone.taps("Yes, book it")
    await phone.reads("as soon as it is confirmed")

    await colleague.presses("Nora Lindgren")
    booking = colleague.page.get_by_role("dialog", name="Booking", exact=True)
    await booking.get_by_role("button", name="Confirm", exact=True).click()
    question = colleague.page.get_by_role("dialog", name="Confirm this booking?")
    await question.get_by_role("textbox", name="Note to the customer").fill("Please bring your insurance card.")
    await question.get_by_role("button", name="Confirm", exact=True).click()
    await expect(booking.get_by_role("status")).to_have_text("Confirmed")
    await phone.reads("Please bring your insurance card.")
