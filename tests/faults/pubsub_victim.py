"""A process that handles events until it is killed: `python -m tests.faults.pubsub_victim HOST PROJECT STUCK`.

It says the name of each event it begins, and never ends the one that is called STUCK.
"""

import asyncio
import sys

from libs.common.bus.port import Delivery, Subscription
from libs.common.bus.pubsub import PubSubBus
from libs.common.events import MessageReceived
from libs.common.pubsub.client import connect


async def main(host: str, project: str, stuck: str) -> None:
    bus = PubSubBus(connect(project, host))

    async def handle(delivery: Delivery) -> None:
        name = MessageReceived.opened(delivery.envelope).message.id
        print(name, flush=True)
        if name == stuck:
            await asyncio.Event().wait()
        delivery.token.finished = True

    await bus.listen([Subscription("ingest", "message.received")], handle)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
