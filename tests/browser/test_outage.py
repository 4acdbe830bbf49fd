"""Frontdesk is gone for a moment."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.played import take_phone
from tests.browser.window import Window

GONE = ("ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING", "ERR_CONNECTION_RESET", "ERR_EMPTY_RESPONSE")
"""What a browser says of a server that was killed."""


async def test_a_message_typed_while_frontdesk_was_gone_is_sent_once_it_is_back(demo: Desk, window: Window):
    """It stays where it was typed, the person is told, and its answer comes."""
    window.foresee(*GONE)
    phone = await take_phone(window, "Nora Lindgren")
    await phone.writes("Hello")
    await expect(phone.messages).to_have_count(2)
    await demo.kill()
    await phone.types("How much is a check-up?")
    await phone.sends()
    await expect(phone.screen.get_by_role("alert")).to_contain_text("nothing you typed is lost")
    await window.sees("Connecting again…")
    await expect(phone.screen.get_by_role("textbox")).to_have_value("How much is a check-up?")

    await demo.start()
    await expect(window.page.get_by_text("Connecting again…")).to_be_hidden()
    await phone.sends()
    await phone.reads("60 euro")
    await expect(phone.messages.filter(has_text="How much is a check-up?")).to_have_count(1)


async def test_an_edit_outlives_an_outage_and_a_reload(demo: Desk, window: Window):
    """A form keeps what was typed until it is saved."""
    window.foresee(*GONE)
    await window.goes_to("Profile")
    await window.fills("Email", "rosa@brightsmile.example")
    await demo.kill()
    await window.presses("Save")
    await expect(window.page.get_by_role("main").get_by_role("alert")).to_contain_text("nothing you typed is lost")
    await demo.start()
    await window.page.reload()
    await expect(window.page.get_by_role("textbox", name="Email")).to_have_value("rosa@brightsmile.example")
    await window.presses("Save")
    await window.sees("Saved.")
