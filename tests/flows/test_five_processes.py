"""Five services as five processes on Google's emulators: a turn goes through all of them, and survives any of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from deploy.provision_pubsub import ROUTES, provision
from libs.common.pubsub.client import connect
from libs.common.runtime import foundation
from services.gateway.connecting import Credentials, connect_number
from services.gateway.owners import add_owner
from services.gateway.wording import HOLDING
from tests.fakes.graph import Backoff, Customer, GraphApi
from tests.flows.cloud import SERVICES, Cloud
from tests.server import Server


@dataclass(frozen=True)
class Five:
    """The processes by name, and the stand-in they talk to."""

    graph: GraphApi
    processes: dict[str, Server]


@pytest.fixture
async def five(tmp_path: Path, firestore_host: str, pubsub_host: str) -> AsyncIterator[Five]:
    """Everything started as its container starts it."""
    async with AsyncExitStack() as stack:
        graph = await stack.enter_async_context(GraphApi(backoff=Backoff(first_seconds=0.05)))
        cloud = Cloud(tmp_path / "data", graph, firestore_host, pubsub_host)
        clients = connect(cloud.project, cloud.pubsub_host)
        await provision(clients, ROUTES)
        await clients.close()
        processes = {name: Server(cloud.data, cloud.environment, module=f"services.{name}") for name in SERVICES}
        for process in processes.values():
            stack.push_async_callback(process.ends)
        await asyncio.gather(*(process.start() for process in processes.values()))
        graph.webhook = f"{processes['gateway'].url}/webhooks/whatsapp"
        async with foundation(cloud.settings) as built:
            owner = await add_owner(built.parts, "Smile Dental", "Europe/Berlin")
            await connect_number(built.parts, owner, graph.number.id, Credentials(token="graph-token"))
        yield Five(graph, processes)


@pytest.mark.timeout(180)
async def test_a_turn_goes_through_five_processes_and_all_stop_when_asked(five: Five) -> None:
    ana = five.graph.customer("Ana")
    await ana.writes("Hello!")
    assert "Smile Dental" in await ana.reads_next(timeout_seconds=60)
    codes = await asyncio.gather(*(process.stop() for process in five.processes.values()))
    assert codes == [0] * 5, [process.said() for process in five.processes.values()]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["ingest", "responder", "gateway"])
async def test_any_process_killed_in_mid_turn_loses_nothing(five: Five, name: str) -> None:
    """Killed while customers write, and started again: everybody is answered, and nobody twice."""
    customers = [five.graph.customer(f"Customer {number}") for number in range(12)]

    async def writes() -> None:
        await asyncio.gather(*(customer.writes("Hello!") for customer in customers))

    async def is_killed() -> None:
        await five.graph.wait_for(2, timeout_seconds=60)
        await five.processes[name].kill()
        await five.processes[name].start()

    async def is_answered(customer: Customer) -> None:
        while "Smile Dental" not in (said := await customer.reads_next(timeout_seconds=150)):
            assert said == HOLDING.of("en")  # what a killed process had locked, the emulator holds for a minute

    await asyncio.gather(writes(), is_killed())
    await asyncio.gather(*map(is_answered, customers))
    await five.graph.statuses.settled()
    answers = [message.to for message in five.graph.messages if message.text != HOLDING.of("en")]
    assert sorted(answers) == sorted(customer.address for customer in customers)
