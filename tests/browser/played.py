"""A customer's phone, as the console's phone page plays it."""

from dataclasses import dataclass

from playwright.async_api import Locator, expect

from tests.browser.window import Window


@dataclass(frozen=True)
class PlayedPhone:
    """A customer, writing and reading."""

    window: Window
    name: str

    @property
    def screen(self) -> Locator:
        return self.window.page.get_by_role("region", name=f"The phone of {self.name}", exact=True)

    async def writes(self, words: str) -> None:
        """Type a message and send it; it then stands on the phone's own side."""
        await self.types(words)
        await self.sends()
        await expect(self.screen.get_by_role("textbox")).to_have_value("")
        await self.reads(words)

    async def types(self, words: str) -> None:
        """Type a message, and do not send it yet."""
        await self.screen.get_by_role("textbox", name="Message to the business").fill(words)

    async def sends(self) -> None:
        """Send what is typed."""
        await self.screen.get_by_role("button", name="Send", exact=True).click()

    async def taps(self, title: str) -> None:
        """Tap the button of this title under the latest message that has it."""
        await self.screen.get_by_role("button", name=title, exact=True).last.click()

    async def reads(self, words: str) -> None:
        """Wait until the phone shows this."""
        await expect(self.messages.filter(has_text=words).last).to_be_visible()

    @property
    def messages(self) -> Locator:
        """What the phone shows, the oldest first."""
        return self.screen.get_by_role("log").get_by_role("listitem")


async def take_phone(window: Window, name: str) -> PlayedPhone:
    """Make up a customer on the phone page."""
    await window.goes_to("Phone")
    await window.page.get_by_role("button", name="New customer").first.click()
    dialog = window.page.get_by_role("dialog", name="New customer")
    await dialog.get_by_role("textbox", name="Name").fill(name)
    await dialog.get_by_role("button", name="Take this phone").click()
    phone = PlayedPhone(window, name)
    await expect(phone.screen).to_be_visible()
    return phone
