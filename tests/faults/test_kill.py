"""`kill -9` in the middle of many turns: every acknowledged message is answered, and answered once."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from libs.common.runtime import foundation
from libs.common.settings import Settings
from services.gateway.connecting import Credentials, connect_number
from services.gateway.owners import add_owner
from tests.fakes.graph import Backoff, Customer, GraphApi
from tests.server import Server, server

TURNS = 500
KILLS = 3
AT_ONCE = 32


async def make_owner(data: Path, graph: GraphApi) -> None:
    async with foundation(Settings(data=data, graph_url=graph.url)) as built:
        owner = await add_owner(built.parts, "Smile Dental", "Europe/Berlin")
        await connect_number(built.parts, owner, graph.number.id, Credentials(token="graph-token"))


async def everybody_writes(customers: list[Customer]) -> None:
    """Each posts until it is acknowledged; a few at once, so that the kills fall into the middle."""
    gate = asyncio.Semaphore(AT_ONCE)

    async def write(customer: Customer) -> None:
        async with gate:
            await customer.writes("Hello!")

    await asyncio.gather(*map(write, customers))


async def killed_now_and_then(desk: Server, graph: GraphApi) -> None:
    """Killed when a quarter, a half and three quarters of the answers are out, and started again each time."""
    for number in range(1, KILLS + 1):
        await graph.wait_for(TURNS * number // (KILLS + 1), timeout_seconds=120)
        await desk.kill()
        await desk.start()


@pytest.mark.timeout(300)
async def test_three_kills_in_500_turns_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with GraphApi(backoff=Backoff(first_seconds=0.05, most_seconds=0.5)) as graph:
        await make_owner(data, graph)
        secret = graph.app_secret
        settings = {
            "FRONTDESK_GRAPH_URL": graph.url,
            "FRONTDESK_WHATSAPP_APP_SECRET": secret,
            "FRONTDESK_QUIET_SECONDS": "0",
        }
        async with server(data, **settings) as desk:
            graph.webhook = f"{desk.url}/webhooks/whatsapp"
            customers = [graph.customer(f"Customer {n}") for n in range(TURNS)]
            await asyncio.gather(everybody_writes(customers), killed_now_and_then(desk, graph))
            await graph.wait_for(TURNS, timeout_seconds=150)
            await graph.statuses.settled()
            assert await desk.stop() == 0, desk.said()
        got = Counter(message.to for message in graph.messages)
        assert {customer.address for customer in customers} == set(got)
        assert [address for address, count in got.items() if count != 1] == []
