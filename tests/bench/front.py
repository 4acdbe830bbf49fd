"""The gateway's HTTP side alone: what arrives is durable when it is answered, and nobody handles it.

`python -m tests.bench.front`
"""

import asyncio

from libs.common import event_loop, telemetry
from libs.common.runtime import foundation
from libs.common.serving import application, serving
from libs.common.settings import Settings
from services.gateway.service import build


async def serve() -> None:
    """Until the process is ended."""
    settings = Settings.load()
    telemetry.configure("frontdesk", settings)
    async with foundation(settings) as built, serving(application(built.parts, [build(built.parts)]), settings):
        await asyncio.Event().wait()


if __name__ == "__main__":
    event_loop.run(serve())
