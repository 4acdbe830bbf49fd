"""Taking a conversation over from the assistant, and handing it back."""

from playwright.async_api import expect

from tests.browser.desk import Desk
from tests.browser.played import take_phone
from tests.browser.window import Window, Windows


async def test_the_assistant_is_silent_while_a_person_has_the_conversation(
    demo: Desk, window: Window, windows: Windows
):
    """The desk writes and the customer reads it; handed back, the assistant answers again."""
    phone = await take_phone(window, "Nora Lindgren")
    await phone.writes("How much is a check-up?")
    await phone.reads("60 euro")

    colleague = await windows.open()
    await colleague.signs_in(await demo.another_link())
    await colleague.goes_to("Conversations")
    await colleague.page.get_by_role("list", name="Conversations").get_by_role("link", name="Nora Lindgren").click()
    thread = colleague.page.get_by_role("region", name="Conversation", exact=True)
    await thread.get_by_role("button", name="Take over").click()
    await colleague.page.get_by_role("menuitem", name="Until I hand it back").click()
    await expect(thread.get_by_role("status")).to_contain_text("You have it")

    await phone.writes("And what does whitening cost?")
    await expect(thread.get_by_role("log")).to_contain_text("And what does whitening cost?")
    await thread.get_by_role("textbox", name="Message to the customer").fill("Rosa here. Let me look that up for you.")
    await thread.get_by_role("button", name="Send").click()
    await phone.reads("Rosa here. Let me look that up for you.")
    await expect(phone.messages).to_have_count(4)  # two of each: nobody else has said anything

    await thread.get_by_role("button", name="Hand back").click()
    await expect(thread.get_by_role("status")).to_contain_text("The assistant answers here.")
    await phone.writes("How much is a small filling?")
    await phone.reads("85 euro")
