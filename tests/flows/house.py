"""All five services in this process, an owner with a number, and WhatsApp's stand-in around them."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from libs.common.entities import Booking, Conversation, KnowledgeSource, Receipt
from libs.common.events import Actor, BookingRequested, DocUploaded, Event, SettingsChanged
from libs.common.parts import Parts
from libs.common.running import running
from libs.common.runtime import foundation
from libs.common.serving import application, serving
from libs.common.settings import Settings
from libs.common.sqlite.folder import Folder
from libs.common.store.port import Write
from libs.common.store.query import Query
from services.booking.service import build as booking
from services.gateway.connecting import Credentials, connect_number
from services.gateway.owners import add_owner
from services.gateway.service import build as gateway
from services.ingest.service import build as ingest
from services.knowledge.service import build as knowledge
from services.responder.service import build as responder
from tests.fakes.graph import GraphApi

BUILDS = (gateway, ingest, responder, booking, knowledge)
EVERY_DAY = [
    {"dayName": day, "enabled": True, "startTime": "09:00", "endTime": "17:00"}
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
]


@dataclass(frozen=True)
class Staff:
    """The owner's people, as the console and the command act for them."""

    house: "House"

    async def asks_booking(self, act: str, booking: Booking, *, note: str = "") -> Receipt:
        """A staff act on a booking; gives booking's receipt."""
        event = BookingRequested.model_validate(
            {
                "user_id": booking.user_id,
                "act": act,
                "actor": Actor(kind="staff", id="rosa"),
                "asked_at": self.house.parts.clock(),
                "booking_id": booking.booking_id,
                "note": note,
            }
        )
        return await self.house.asked("booking", event, cause=f"{act}:{booking.booking_id}:{note}")

    async def confirms(self, booking: Booking, *, note: str = "") -> Receipt:
        return await self.asks_booking("confirm", booking, note=note)

    async def declines(self, booking: Booking, *, note: str = "") -> Receipt:
        return await self.asks_booking("decline", booking, note=note)


@dataclass(frozen=True)
class House:
    """One owner's desk, running."""

    parts: Parts
    graph: GraphApi
    owner: str
    url: str

    @property
    def staff(self) -> Staff:
        return Staff(self)

    async def asked(self, service: str, event: Event, *, cause: str) -> Receipt:
        """Publish what a person asks for, and wait for the service's receipt."""
        (event_id,) = await self.parts.publisher("gateway").publish(event, cause=cause)
        receipt = await self.parts.store.wait(Receipt.id_for(service, event_id), 15)
        assert receipt is not None, f"{service} left no receipt of {event.topic}"
        return receipt

    async def sets(self, section: str, service: str, values: Mapping[str, Any]) -> Receipt:
        """Save one section of the settings."""
        event = SettingsChanged.model_validate({"user_id": self.owner, "section": section, "values": dict(values)})
        return await self.asked(service, event, cause=f"{section}:{values}")

    async def uploads(self, name: str, data: bytes) -> Receipt:
        """Put a document in and wait until it is searchable, or refused."""
        source_id = KnowledgeSource.id_for(self.owner, "knowledge", name)
        blob = await self.parts.blobs.put(self.owner, f"documents/{source_id}", data)
        event = DocUploaded(user_id=self.owner, source_id=source_id, name=name, blob=blob, size=len(data))
        return await self.asked("knowledge", event, cause=f"{name}:{hash(data)}")

    async def bookings(self) -> list[Booking]:
        """All of them, the oldest first."""
        page = await self.parts.store.reader(self.owner).find(Query(Booking, order="-created_at"))
        return list(reversed(page.items))

    async def put(self, service: str, *rows: Write) -> None:
        """Store rows as their service would."""
        await self.parts.store.stage(service, self.owner, rows)

    async def put_system(self, *rows: Write) -> None:
        """Store rows of the gateway's that serve all owners."""

        async def as_given(_: object) -> tuple[None, Sequence[Write]]:
            return None, rows

        await self.parts.store.transact("gateway", None, as_given)

    async def waiting(self) -> int:
        """Events that nobody has handled yet."""
        count: int = await self._folder.thorough(
            lambda connection: connection.execute("SELECT COUNT(*) FROM pending").fetchone()[0]
        )
        return count

    async def drained(self, *, seconds: float = 30) -> None:
        """Return when every event is handled; looked at after each commit."""
        committed = asyncio.Event()
        self._folder.watch.add(committed.set)
        async with asyncio.timeout(seconds):
            while await self.waiting():
                await committed.wait()
                committed.clear()
        self._folder.watch.remove(committed.set)

    @property
    def _folder(self) -> Folder:
        """The data folder under the ports."""
        store: Any = self.parts.store
        opened: Folder = store._folder
        return opened

    async def until_held_by(self, person: str, *, seconds: float = 15) -> None:
        """Return when the only conversation is this person's: what a customer reads may be faster than the record."""
        async with asyncio.timeout(seconds):
            while (await self.conversation()).held_by != person:
                await self.parts.sleep(0.02)

    async def conversation(self) -> Conversation:
        """The only one there is."""
        page = await self.parts.store.reader(self.owner).find(Query(Conversation, order="-updated_at"))
        (only,) = page.items
        return only


@asynccontextmanager
async def open_house(path: Path, **settings: Any) -> AsyncIterator[House]:
    """Start everything; the owner is connected, open every day, and nobody waits for quiet."""
    async with AsyncExitStack() as stack:
        graph = await stack.enter_async_context(GraphApi())
        usual = {
            "data": path,
            "port": 0,
            "quiet_seconds": 0,
            "graph_url": graph.url,
            "whatsapp_app_secret": SecretStr(graph.app_secret),
            "whatsapp_verify_token": SecretStr("verify-me"),
        }
        chosen = Settings(**{**usual, **settings})
        if chosen.mode == "google":
            await _provisioned(chosen)
        built = await stack.enter_async_context(foundation(chosen))
        services = [build(built.parts) for build in BUILDS]
        await stack.enter_async_context(running(built, services))
        port = await stack.enter_async_context(serving(application(built.parts, services), chosen))
        url = f"http://127.0.0.1:{port}"
        graph.webhook = f"{url}/webhooks/whatsapp"
        owner = await add_owner(built.parts, "Smile Dental", "Europe/Berlin")
        await connect_number(built.parts, owner, graph.number.id, Credentials(token="graph-token"))
        house = House(built.parts, graph, owner, url)
        await house.sets("schedule", "booking", {"bookingType": "slot", "slotDuration": 30, "days": EVERY_DAY})
        yield house


async def _provisioned(settings: Settings) -> None:
    """Make the topics and subscriptions, as an operator does before the first start."""
    from deploy.provision_pubsub import ROUTES, provision
    from libs.common.pubsub.client import connect

    clients = connect(settings.google_cloud_project, settings.pubsub_emulator_host)
    await provision(clients, ROUTES)
    await clients.close()
