"""A morning at the demo dentist, played by the same events whenever it is told: for pages that have something to show.

Its clock is its own: a Monday in March 2026, so that what is shown does not depend on when it is looked at.
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from services.gateway.api.sign_in.links import make_link
from tests.browser.clinic import clinic
from tests.browser.window import Scheme, Size, Window, Windows
from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House

ZONE = ZoneInfo("Europe/Berlin")
MORNING = datetime(2026, 3, 9, 7, 30, tzinfo=ZONE)
NOW = datetime(2026, 3, 9, 10, 24, 30, tzinfo=ZONE)
"""When the story has been told."""


@dataclass
class StoryClock:
    """Goes on from where it was put."""

    stands: datetime = MORNING
    since: float = field(default_factory=time.monotonic)

    def put(self, at: str) -> None:
        """To "HH:MM" of that day."""
        hour, minute = map(int, at.split(":"))
        self.stands, self.since = MORNING.replace(hour=hour, minute=minute), time.monotonic()

    def __call__(self) -> datetime:
        gone = min(time.monotonic() - self.since, 50.0)  # never into the next minute
        return datetime.fromtimestamp(self.stands.timestamp() + gone, ZoneInfo("UTC"))


@dataclass(frozen=True)
class Story:
    """Who does what, when."""

    house: House
    clock: StoryClock
    desk: ApiClient

    async def writes(self, at: str, number: str, name: str, text: str) -> None:
        """A customer writes, and what follows from it is done."""
        self.clock.put(at)
        await self.desk.post(f"~/phone/customers/{number}/messages", {"text": text, "name": name}, status=201)
        await self.house.drained()

    async def taps_first(self, number: str) -> None:
        """The customer taps the first button of the latest message: yes."""
        (latest,) = (await self.desk.get(f"~/phone/customers/{number}/messages?limit=1"))["items"]
        button = latest["payload"]["interactive"]["action"]["buttons"][0]["reply"]
        tapped = {"id": button["id"], "title": button["title"], "answering": latest["payload"]["id"]}
        await self.desk.post(f"~/phone/customers/{number}/taps", tapped, status=201)
        await self.house.drained()

    async def conversation(self, name: str) -> str:
        """Where a customer's conversation is."""
        items: list[dict[str, Any]] = (await self.desk.get("~/conversations"))["items"]
        return f"~/conversations/{next(item['conversationId'] for item in items if item['name'] == name)}"

    async def confirms(self, at: str, name: str, note: str) -> None:
        """The desk says yes to what a customer asked for."""
        self.clock.put(at)
        asked = await self.desk.get("~/bookings?first=2026-03-09&last=2026-03-20")
        booking = next(item for item in asked["items"] if item["name"] == name)
        await self.desk.post(f"~/bookings/{booking['bookingId']}/decision", {"act": "confirm", "note": note})
        await self.house.drained()

    async def takes_over(self, at: str, name: str, text: str) -> None:
        """A person at the desk takes a conversation and writes in it."""
        self.clock.put(at)
        where = await self.conversation(name)
        await self.desk.post(f"{where}/take-over", {"minutes": 60})
        await self.desk.post(f"{where}/messages", {"text": text}, status=201)
        await self.house.drained()


async def tell(story: Story) -> None:
    """From eight to half past ten."""
    await story.writes(
        "08:02", "4915550100021", "Lukas Brandt", "Guten Morgen! Wie viel kostet eine professionelle Zahnreinigung?"
    )
    await story.writes("08:31", "34600100022", "Carmen Ruiz", "¿Puedo ir mañana a las 16:00?")
    await story.taps_first("34600100022")
    await story.confirms("08:40", "Carmen Ruiz", "Traiga su tarjeta sanitaria, por favor.")
    await story.writes("09:05", "33600100023", "Amélie Laurent", "Bonjour, y a-t-il un parking ?")
    await story.writes("09:12", "905550100028", "Aylin Demir", "Çocuklar için kontrol ücretsiz mi?")
    await story.writes("09:17", "201000100024", "Youssef Hassan", "هل يمكنني الحضور يوم الخميس الساعة 11؟")
    await story.taps_first("201000100024")
    await story.writes("09:41", "447700900025", "Grace Bennett", "Hi! What should I bring to my first visit?")
    await story.writes("09:43", "447700900025", "Grace Bennett", "Great. Could I speak to somebody about an old bill?")
    await story.takes_over(
        "09:47", "Grace Bennett", "Hello Grace, Maya here. Which month is the bill from? I will look it up for you."
    )
    await story.writes("09:52", "447700900025", "Grace Bennett", "From last November, I think. Thank you!")
    await story.writes("10:03", "447700900026", "Tom Visser", "Do you also repair watches?")
    await story.taps_first("447700900026")
    await story.writes("10:15", "447700900027", "Nora Lindgren", "How much is whitening at the practice?")
    await story.writes("10:18", "447700900027", "Nora Lindgren", "Can I come on Wednesday at 15:00?")
    await story.taps_first("447700900027")
    story.clock.put(f"{NOW:%H:%M}")


async def entered(house: House, windows: Windows, size: Size, scheme: Scheme = "light") -> Window:
    """A window at the end of the story, signed in."""
    window = await windows.open(size, scheme, at=NOW)
    link = await make_link(house.parts)
    await window.signs_in(f"{house.url}/#sign-in={link.token}")
    return window


@asynccontextmanager
async def told(data: Path) -> AsyncIterator[House]:
    """The demo business after that morning."""
    clock = StoryClock()
    async with clinic(data, clock=clock) as house, signed_in(house) as desk:
        await tell(Story(house, clock, desk))
        yield house
