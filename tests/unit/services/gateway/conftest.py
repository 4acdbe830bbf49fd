"""A room of the gateway, and WhatsApp's stand-in where a test asks for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from services.gateway.directory import Directory
from services.gateway.intake import Intake
from services.gateway.whatsapp import cloud_api
from services.gateway.whatsapp.lines import ConnectedLines
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


@pytest.fixture
async def lines(room: Room, graph: GraphApi) -> AsyncIterator[ConnectedLines]:
    """The lines of the numbers that are connected in the room."""
    directory = Directory(room.parts)
    api = cloud_api.GraphApi(graph.url, "v23.0", room.clock)
    yield ConnectedLines(room.parts, directory, api, Intake(room.parts, directory).accept)
    await api.close()
