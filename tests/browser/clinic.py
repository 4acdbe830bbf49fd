"""The demo dentist in this process, made as the console makes it, its documents read."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from unittest.mock import patch

from pydantic import SecretStr

from libs.common.parts import Clock, system_clock
from libs.common.running import running
from libs.common.runtime import foundation
from libs.common.serving import application, serving
from libs.common.settings import Settings
from services.gateway.demo.making import make_demo
from tests.fakes.graph import GraphApi
from tests.flows.house import BUILDS, House


@asynccontextmanager
async def clinic(data: Path, *, clock: Clock = system_clock) -> AsyncIterator[House]:
    """All five services on the demo business. `clock` is everybody's."""
    async with AsyncExitStack() as stack:
        graph = await stack.enter_async_context(GraphApi())
        settings = Settings(
            data=data,
            port=0,
            quiet_seconds=0,
            graph_url=graph.url,
            whatsapp_app_secret=SecretStr(graph.app_secret),
            whatsapp_verify_token=SecretStr("verify-me"),
        )
        with patch("libs.common.runtime.system_clock", clock):
            built = await stack.enter_async_context(foundation(settings))
        services = [build(built.parts) for build in BUILDS]
        await stack.enter_async_context(running(built, services))
        port = await stack.enter_async_context(serving(application(built.parts, services), settings))
        owner = await make_demo(built.parts)
        house = House(built.parts, graph, owner, f"http://127.0.0.1:{port}")
        await house.drained()
        yield house
