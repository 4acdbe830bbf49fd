"""The minute's tick beside Google's emulators: `python -m deploy.clock`. In the cloud it is Cloud Scheduler's."""

import asyncio
import signal
import sys

from libs.common.bus.port import Bus
from libs.common.errors import Unavailable
from libs.common.logs import logger
from libs.common.parts import Clock, Sleep, system_clock, system_sleep
from libs.common.runtime import run_or_explain
from libs.common.settings import Settings
from libs.common.ticking import tick

_log = logger("clock")


async def ticking(bus: Bus, clock: Clock, sleep: Sleep) -> None:
    """Publish each minute as it begins, for as long as it is let. A minute that cannot be published is left out."""
    while True:
        now = clock()
        await sleep(60.0 - now.second - now.microsecond / 1e6)
        try:
            await bus.publish(tick(clock().replace(second=0, microsecond=0)))
        except Unavailable as silent:
            _log.warning("a minute's tick is left out", what=silent.what)


async def run(settings: Settings) -> None:
    """Tick until SIGTERM or SIGINT."""
    from libs.common.bus.pubsub import PubSubBus
    from libs.common.pubsub.client import connect

    bus = PubSubBus(connect(settings.google_cloud_project, settings.pubsub_emulator_host))
    task = asyncio.create_task(ticking(bus, system_clock, system_sleep))
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, task.cancel)
    try:
        await asyncio.wait([task])
    finally:
        await bus.close()
    if not task.cancelled():
        await task


if __name__ == "__main__":
    sys.exit(run_or_explain(run))
