"""`kill -9` of a process that held events from Pub/Sub: another gets them, in order, and knows that one died."""

import asyncio
import sys
from uuid import uuid4

import pytest

from deploy.provision_pubsub import provision
from libs.common.bus.port import Delivery, Subscription
from libs.common.bus.pubsub import PubSubBus
from libs.common.events import MessageReceived
from libs.common.pubsub.client import connect
from tests.contract.recorder import event

COMES_AGAIN_SECONDS = 45.0
"""Three leases: the emulator may give it to the dead once more."""


async def begun_by_a_process_that_is_killed(host: str, project: str, stuck: str) -> None:
    """Killed while it handles `stuck`, with what follows in its hands."""
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.pubsub_victim", host, project, stuck, stdout=asyncio.subprocess.PIPE
    )
    assert victim.stdout is not None
    try:
        async with asyncio.timeout(20):
            async for line in victim.stdout:
                if line.decode().strip() == stuck:
                    break
    finally:
        victim.kill()
        await victim.wait()


@pytest.mark.timeout(120)
async def test_what_a_killed_process_held_is_handled_by_the_next_in_order(pubsub_host):
    project = f"test-{uuid4().hex[:12]}"
    clients = connect(project, pubsub_host)
    bus = PubSubBus(clients)
    await provision(clients, {"message.received": ("ingest",)})
    names = [f"{key}-{n}" for n in range(5) for key in ("ana", "ben", "cleo", "dora")]
    await bus.publish(*(event(name) for name in names))
    await begun_by_a_process_that_is_killed(pubsub_host, project, "ana-2")

    handled: dict[str, int] = {}
    done = asyncio.Event()

    async def handle(delivery: Delivery) -> None:
        handled.setdefault(MessageReceived.opened(delivery.envelope).message.id, delivery.attempt)
        delivery.token.finished = True
        if {"ana-2", "ana-3", "ana-4", "ana-5", "ed-1"} <= handled.keys():
            done.set()

    await bus.listen([Subscription("ingest", "message.received")], handle)
    await bus.publish(event("ana-5"), event("ed-1"))
    await asyncio.wait_for(done.wait(), COMES_AGAIN_SECONDS)
    await bus.close()
    assert [name for name in handled if name.startswith("ana") and int(name[-1]) > 1] == [
        "ana-2",
        "ana-3",
        "ana-4",
        "ana-5",
    ]
    assert handled["ana-2"] > 1
