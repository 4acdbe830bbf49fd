"""A morning at the demo dentist, played by the same events whenever it is told: for pages that have something to show.

Its clock is its own, and stands at a Monday in March 2026: what is shown does not depend on when it is looked at.
"""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from libs.common.entities import DeadLetter, KnowledgeSource
from libs.common.events import DocUploaded, seal
from services.gateway.api.sign_in.links import make_link
from services.gateway.connecting import Credentials, connect_number
from services.gateway.onboarding import STEPS_MAX
from tests.browser.clinic import clinic
from tests.browser.window import Scheme, Size, Window, Windows
from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House

ZONE = ZoneInfo("Europe/Berlin")
MADE = datetime(2026, 3, 6, 7, 30, tzinfo=ZONE)
"""The Friday before, when the business began with Frontdesk."""
NOW = datetime(2026, 3, 9, 10, 24, 30, tzinfo=ZONE)
"""When the story has been told."""
FRIDAY, SATURDAY, MONDAY = 6, 7, 9
INTO_THE_MINUTE_SECONDS_MAX = 50.0


@dataclass
class StoryClock:
    """Goes on from where it was put, and never into the next minute."""

    stands: datetime = MADE
    since: float = field(default_factory=time.monotonic)

    def put(self, at: str, day: int = MONDAY) -> None:
        """To "HH:MM" of a day of March."""
        hour, minute = map(int, at.split(":"))
        self.stands, self.since = MADE.replace(day=day, hour=hour, minute=minute), time.monotonic()

    def __call__(self) -> datetime:
        gone = min(time.monotonic() - self.since, INTO_THE_MINUTE_SECONDS_MAX)
        return (self.stands + timedelta(seconds=gone)).astimezone(UTC)


@dataclass(frozen=True)
class Story:
    """Who does what, when."""

    house: House
    clock: StoryClock
    desk: ApiClient

    async def connects(self, number_id: str, display_number: str) -> None:
        """A WhatsApp number of Meta's stand-in."""
        number = self.house.graph.add_number(
            number_id, token="story", verified_name="Bright Smile Dental", display_phone_number=display_number
        )
        await connect_number(self.house.parts, self.house.owner, number.id, Credentials(token=number.token))

    async def sets_up(self) -> None:
        """The owner goes through the steps, and leaves none out."""
        for number in range(1, STEPS_MAX + 1):
            await self.desk.put(f"~/onboarding/steps/{number}", {"status": "done"})

    async def writes(self, at: str, number: str, name: str, text: str, *, day: int = MONDAY) -> None:
        """A customer writes, and what follows from it is done."""
        self.clock.put(at, day)
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

    async def gives_up(self, at: str, name: str, error: str) -> None:
        """A document that could not be read, however often it was tried."""
        self.clock.put(at)
        user_id, now = self.house.owner, self.clock()
        source_id = KnowledgeSource.id_for(user_id, "knowledge", name)
        event = DocUploaded(user_id=user_id, source_id=source_id, name=name, blob="gone", size=1)
        envelope = seal(event, cause=name, source="gateway", at=now)
        letter = DeadLetter(
            dead_letter_id=f"{user_id}:{envelope.id}",
            user_id=user_id,
            service="knowledge",
            topic=event.topic,
            attributes=envelope.attributes(),
            data=envelope.data.decode(),
            code="failed",
            error=error,
            attempts=5,
            given_up_at=now,
        )
        await self.house.put("gateway", letter)

    async def takes_over(self, at: str, name: str, text: str) -> None:
        """A person at the desk takes a conversation and writes in it."""
        self.clock.put(at)
        where = await self.conversation(name)
        await self.desk.post(f"{where}/take-over", {"minutes": 60})
        await self.desk.post(f"{where}/messages", {"text": text}, status=201)
        await self.house.drained()


async def tell(story: Story) -> None:
    """A few questions before the weekend; then Monday, from eight to half past ten."""
    await story.connects("106540352242999", "+49 30 5550 1234")
    await story.sets_up()
    await story.writes("11:20", "15550100006", "Emre Yılmaz", "When are you open on Saturday?", day=FRIDAY)
    await story.writes("16:45", "15550100005", "Sofía García", "¿Cuánto cuesta el blanqueamiento?", day=FRIDAY)
    await story.writes("10:05", "15550100003", "Priya Nair", "Until when can I cancel free of charge?", day=SATURDAY)
    await story.writes(
        "08:02", "4915550100021", "Lukas Brandt", "Guten Morgen! Wie viel kostet eine professionelle Zahnreinigung?"
    )
    await story.writes("08:31", "34600100022", "Carmen Ruiz", "¿Puedo ir mañana a las 16:00?")
    await story.taps_first("34600100022")
    await story.confirms("08:40", "Carmen Ruiz", "Traiga su tarjeta sanitaria, por favor.")
    await story.writes("09:05", "33600100023", "Amélie Laurent", "Bonjour, y a-t-il un parking ?")
    await story.writes("09:12", "905550100028", "Aylin Demir", "Çocuklar için kontrol ücretsiz mi?")
    await story.writes("09:17", "201000100024", "Youssef Hassan", "هل يمكنني الحضور يوم الخميس الساعة 12؟")
    await story.taps_first("201000100024")
    await story.writes("09:41", "447700900025", "Grace Bennett", "Hi! What should I bring to my first visit?")
    await story.writes("09:43", "447700900025", "Grace Bennett", "Great. Could I speak to somebody about an old bill?")
    await story.takes_over(
        "09:47", "Grace Bennett", "Hello Grace, Maya here. Which month is the bill from? I will look it up for you."
    )
    await story.writes("09:52", "447700900025", "Grace Bennett", "From last November, I think. Thank you!")
    await story.writes("10:03", "447700900026", "Tom Visser", "Do you also repair watches?")
    await story.taps_first("447700900026")
    await story.gives_up("10:09", "Insurance brochure.pdf", "Reading it took longer than 60 seconds.")
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
