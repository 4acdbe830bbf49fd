"""Five services as five processes that Pub/Sub pushes to, each at a port of its own and with the token checked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.provision_pubsub import ROUTES, Push, provision
from libs.common.pubsub.client import connect
from libs.common.runtime import foundation
from services.gateway.connecting import Credentials, connect_number
from services.gateway.owners import add_owner
from tests.fakes.graph import Backoff, GraphApi
from tests.fakes.push import CERTIFICATES, SECONDS, PushDoor
from tests.flows.cloud import SERVICES, Cloud
from tests.flows.house import EVERY_DAY, House
from tests.server import Server
from tests.unit.libs.common.pubsub import google_tokens
from tests.unit.libs.common.pubsub.google_tokens import ACCOUNT, AUDIENCE, Key

IN_PLACE_SECONDS = 3.0
"""How long the gateway waits for WhatsApp before it answers a push, in place of half a minute."""


@dataclass(frozen=True)
class Pushed:
    """The processes by name, the door that pushes go through, and the key that signs them."""

    house: House
    processes: dict[str, Server]
    door: PushDoor
    key: Key

    @property
    def graph(self) -> GraphApi:
        return self.house.graph


@asynccontextmanager
async def pushed_house(folder: Path, firestore_host: str, pubsub_host: str) -> AsyncIterator[Pushed]:
    """An owner with a number, open every day, behind five processes."""
    key = Key("one")
    async with AsyncExitStack() as stack:
        google = await stack.enter_async_context(google_tokens.Certificates([key]).served())
        door = await stack.enter_async_context(PushDoor(key.token))
        graph = await stack.enter_async_context(GraphApi(backoff=Backoff(first_seconds=0.05)))
        cloud = Cloud(folder / "data", graph, firestore_host, pubsub_host)
        await _provisioned(cloud, door)
        environment = {
            **cloud.environment,
            "FRONTDESK_PUBSUB": "push",
            "FRONTDESK_PUSH_AUDIENCE": AUDIENCE,
            "FRONTDESK_PUSH_ACCOUNT": ACCOUNT,
            CERTIFICATES: google.url,
        }
        impatient = {"gateway": {**environment, SECONDS: str(IN_PLACE_SECONDS)}}
        processes = {
            name: Server(cloud.data, impatient.get(name, environment), module="tests.fakes.push", command=name)
            for name in SERVICES
        }
        for process in processes.values():
            stack.push_async_callback(process.ends)
        await asyncio.gather(*(process.start() for process in processes.values()))
        door.services.update({name: process.url for name, process in processes.items()})
        built = await stack.enter_async_context(foundation(cloud.settings))
        graph.webhook = f"{processes['gateway'].url}/webhooks/whatsapp"
        owner = await add_owner(built.parts, "Smile Dental", "Europe/Berlin")
        await connect_number(built.parts, owner, graph.number.id, Credentials(token="graph-token"))
        house = House(built.parts, graph, owner, processes["gateway"].url)
        await house.sets("schedule", "booking", {"bookingType": "slot", "slotDuration": 30, "days": EVERY_DAY})
        yield Pushed(house, processes, door, key)


async def _provisioned(cloud: Cloud, door: PushDoor) -> None:
    clients = connect(cloud.project, cloud.pubsub_host)
    push = Push({name: door.address(name) for name in SERVICES}, account=ACCOUNT, audience=AUDIENCE)
    await provision(clients, ROUTES, push=push)
    await clients.close()
