"""A room of the gateway, and WhatsApp's stand-in where a test asks for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.embedded import embedded
from tests.fakes.graph import GraphApi
from tests.unit.services.gateway.room import APP_SECRET, HandClock, Room, room_in, settings_for


@pytest.fixture
async def graph() -> AsyncIterator[GraphApi]:
    async with GraphApi(app_secret=APP_SECRET) as api:
        yield api


@pytest.fixture
async def room(tmp_path: Path, graph: GraphApi) -> AsyncIterator[Room]:
    clock = HandClock()
    async with embedded(tmp_path, clock) as house:
        yield room_in(house, clock, settings_for(tmp_path, graph.url))
