"""Making the demo business: everything through the events that the console's acts publish too."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from libs.common.entities import Booking, KnowledgeSource, Receipt, User
from libs.common.errors import Failure
from libs.common.events import Actor, BookingRequested, DocUploaded, Event, OwnerChanged, SettingsChanged
from libs.common.logs import logger
from libs.common.parts import Parts
from libs.common.store.query import Query
from services.gateway import onboarding
from services.gateway.api import asking
from services.gateway.api.answers import TakesLonger
from services.gateway.demo import content
from services.gateway.demo.content import Visit
from services.gateway.owners import add_owner, owner_id

GENERATIONS_MAX = 1000
"""A demo that was removed is made anew under another id: what its events did is remembered by their ids."""
SECONDS = 20.0
STARTING_SECONDS = 120.0
BY = "demo"
STEPS = {1: "done", 2: "done", 3: "done", 4: "done", 5: "skipped"}
"""What the demo says of each step of the set-up. No WhatsApp number comes with it."""


class TooManyDemos(Failure, code="too_many_demos"):
    """The demo business was made and removed too often. In 30 days it can be made again."""


async def make_demo(parts: Parts, *, seconds: float = SECONDS) -> str:
    """The demo business's id; made where there is none, and finished where a crash left it half made.

    Its documents go on being indexed after this. Raises TakesLonger, Unavailable; asked again, it goes on.
    """
    generation = await _generation(parts)
    making = _Making(parts, f"demo:{generation}", seconds)
    user_id = await making.owner()
    row, _ = await onboarding.read(parts, user_id)
    if not row.completed:
        await making.furnish(user_id)
        for step_no, status in STEPS.items():
            await onboarding.save_step(parts, user_id, step_no, status)
    return user_id


async def make_demo_at_start(parts: Parts) -> None:
    """For FRONTDESK_DEMO: as soon as all services answer."""
    if not parts.settings.demo:
        return
    try:
        await make_demo(parts, seconds=STARTING_SECONDS)
    except TakesLonger as longer:
        logger("gateway").warning("the demo business is not complete", service=longer.service)


async def _generation(parts: Parts) -> int:
    """The demo that stands, or the first that never did."""
    system = parts.store.system()
    for generation in range(GENERATIONS_MAX):
        user_id = owner_id(content.NAME, f"demo:{generation}")
        if await system.get(User, user_id) is not None:
            return generation
        removal = asking.event_id_of(OwnerChanged, user_id, cause=f"owner removed:{user_id}")
        if await system.get(Receipt, Receipt.id_for("gateway", removal)) is None:
            return generation
    raise TooManyDemos()


class _Making:
    """One demo business in the making. Every step names its own cause, so that doing it again does nothing."""

    def __init__(self, parts: Parts, cause: str, seconds: float) -> None:
        self._parts = parts
        self._cause = cause
        self._seconds = seconds

    async def owner(self) -> str:
        user_id = await add_owner(
            self._parts, content.NAME, content.TIMEZONE, business_type="Dental practice", cause=self._cause
        )
        event_id = asking.event_id_of(OwnerChanged, user_id, cause=f"owner made:{user_id}")
        await asking.everywhere(self._parts, OwnerChanged, event_id, seconds=self._seconds)
        return user_id

    async def furnish(self, user_id: str) -> None:
        await self._set(user_id, "profile", "gateway", content.PROFILE)
        await self._set(user_id, "schedule", "booking", content.SCHEDULE)
        await self._set(user_id, "assistant", "responder", content.ASSISTANT)
        for name, text in content.DOCUMENTS.items():
            await self._document(user_id, name, text)
        dates = open_dates(self._parts.clock(), max(visit.day for visit in content.VISITS))
        for place, visit in enumerate(content.VISITS):
            await self._visit(user_id, place, visit, dates[visit.day - 1])

    async def _set(self, user_id: str, section: str, service: str, values: Mapping[str, Any]) -> None:
        event = SettingsChanged.model_validate(
            {"user_id": user_id, "section": section, "values": dict(values), "by": BY}
        )
        await self._ask(service, event, section)

    async def _document(self, user_id: str, name: str, text: str) -> None:
        source_id = KnowledgeSource.id_for(user_id, "knowledge", name)
        data = text.encode()
        blob = await self._parts.blobs.put(
            user_id, KnowledgeSource.blob_for(source_id, "demo"), data, content_type="text/markdown"
        )
        event = DocUploaded(
            user_id=user_id, source_id=source_id, name=name, mime_type="text/markdown", blob=blob, size=len(data)
        )
        await asking.tell(self._parts, event, cause=f"{self._cause}:{name}")

    async def _visit(self, user_id: str, place: int, visit: Visit, day: date) -> None:
        """By hand it is confirmed at once; a customer asks for it, and says yes to the draft."""
        by = Actor(kind="customer", id=f"demo-{place}") if visit.asked else Actor(kind="staff", id=BY)
        wish = {
            "user_id": user_id,
            "act": "book",
            "actor": by,
            "asked_at": self._parts.clock(),
            "participant_key": f"{user_id}:demo-{place}",
            "name": visit.name,
            "phone": visit.phone,
            "reason": visit.reason,
            "date": day,
            "time": visit.time,
        }
        await self._ask("booking", BookingRequested.model_validate(wish), f"visit {place}")
        if visit.asked and (draft := await self._draft(user_id, wish["participant_key"])):
            yes = BookingRequested.model_validate({**wish, "booking_id": draft.booking_id})
            await self._ask("booking", yes, f"visit {place}, yes")

    async def _draft(self, user_id: str, participant_key: Any) -> Booking | None:
        query = Query(Booking, equal={"participant_key": str(participant_key)}, order="-starts_at", limit=1)
        return next(iter((await self._parts.store.reader(user_id).find(query)).items), None)

    async def _ask(self, service: str, event: Event, what: str) -> None:
        await asking.ask(self._parts, service, event, cause=f"{self._cause}:{what}", seconds=self._seconds)


def open_dates(now: datetime, count: int) -> list[date]:
    """The next dates on which the demo practice is open, from tomorrow on."""
    tomorrow = now.astimezone(ZoneInfo(content.TIMEZONE)).date() + timedelta(days=1)
    ahead = (tomorrow + timedelta(days=days) for days in range(7 * count))
    return [day for day in ahead if day.weekday() in content.OPEN_DAYS][:count]
