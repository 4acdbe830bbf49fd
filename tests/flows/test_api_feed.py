"""The live feed: what changes is told as it changes, also to who was away for a moment."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import aiohttp
import pytest

from libs.common.model import sortable
from services.gateway.api.feed import feed as feeds
from services.gateway.api.feed import stream
from tests.flows.api_client import BASE, ApiClient, signed_in
from tests.flows.house import House, open_house

WISH = {"name": "Ana", "date": "2027-01-12", "time": "09:00"}
Told = tuple[str, str]
"""What changed, and its id."""


@dataclass
class Window:
    """A browser that watches."""

    response: aiohttp.ClientResponse
    told: list[Told] = field(default_factory=list)
    last_id: str = ""

    async def lines(self) -> AsyncIterator[str]:
        async for line in self.response.content:
            yield line.decode().rstrip("\n")

    async def until(self, wanted: str, wanted_id: str | None = None) -> Told:
        """The first change of this kind (and id) that is told from here on, once its moment is told too."""
        found: Told | None = None
        kind = ""
        async with asyncio.timeout(10):
            async for line in self.lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    kind = value
                elif name == "id":
                    self.last_id = value
                elif name == "data" and kind not in ("told", ""):
                    self.told.append((kind, json.loads(value)["id"]))
                    if kind == wanted and wanted_id in (None, self.told[-1][1]):
                        found = self.told[-1]
                elif name == "data" and found:
                    return found
                elif name == "data" and wanted == "told":
                    return ("told", "")
        raise AssertionError(f"the feed ended before it told of {wanted}")


@asynccontextmanager
async def watching(client: ApiClient, *, since: str = "") -> AsyncIterator[Window]:
    """A window that has been told what it missed."""
    headers = {"Last-Event-ID": since} if since else {}
    async with client.session.get(f"{BASE}/owners/{client.owner}/feed", headers=headers) as response:
        assert response.status == 200, await response.text()
        assert response.content_type == "text/event-stream"
        yield Window(response)


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


async def test_a_window_is_told_what_changes(console: ApiClient, house: House):
    """A message on the phone and in its conversation, a booking, a document until it is searchable and until it is
    gone."""
    async with watching(console) as window:
        await window.until("told")
        await console.post("~/phone/customers/15550100042/messages", {"text": "Hello!"}, status=201)
        assert await window.until("phone") == ("phone", "15550100042")
        await house.drained()
        conversation = await house.conversation()
        assert ("conversation", conversation.conversation_id) in window.told or await window.until("conversation")
        made = await console.post("~/bookings", WISH, status=201)
        assert await window.until("booking") == ("booking", made["booking"]["bookingId"])
        uploaded = (await console.upload("prices.md", b"# Prices\n\nA check-up costs 60 euro.")).must(202)
        assert await window.until("document") == ("document", uploaded["sourceId"])
        await house.drained()
        await console.ask("DELETE", f"~/documents/{uploaded['sourceId']}")
        assert await window.until("document", "")


async def test_a_window_is_told_of_settings_that_another_one_saved(console: ApiClient):
    """Of the profile, the opening hours, the assistant and the words of danger."""
    async with watching(console) as window:
        await window.until("told")
        for kind in ("profile", "schedule", "assistant", "danger"):
            stands = await console.get(f"~/{kind}")
            window.told.clear()
            await console.put(f"~/{kind}", stands, headers={"If-Match": "*"})
            assert await window.until(kind) == (kind, "")


async def test_a_window_that_was_away_is_told_what_it_missed(console: ApiClient):
    """It goes on at the last moment that it was told."""
    async with watching(console) as window:
        await window.until("told")
        missed_from = window.last_id
    made = await console.post("~/bookings", WISH, status=201)
    async with watching(console, since=missed_from) as window:
        await window.until("told")
        assert ("booking", made["booking"]["bookingId"]) in window.told


async def test_a_new_window_is_not_told_what_was_before(console: ApiClient):
    """It has just read everything."""
    await console.post("~/bookings", WISH, status=201)
    async with watching(console) as window:
        await window.until("told")
        assert window.told == []


async def test_a_window_that_was_away_for_long_reads_everything_anew(console: ApiClient, house: House):
    long_ago = sortable(house.parts.clock() - timedelta(hours=2))
    async with watching(console, since=long_ago) as window:
        assert await window.until("everything") == ("everything", "")


async def test_each_window_is_told(console: ApiClient, house: House):
    """Two people at the same desk, and one look for both."""
    async with signed_in(house) as other, watching(console) as one, watching(other) as two:
        await one.until("told")
        await two.until("told")
        made = await console.post("~/bookings", WISH, status=201)
        for window in (one, two):
            assert await window.until("booking") == ("booking", made["booking"]["bookingId"])


async def test_who_signs_out_is_told_no_more(console: ApiClient, house: House):
    """At the next heartbeat the window is closed."""
    with patch.object(stream, "HEARTBEAT_SECONDS", 0.1):
        async with watching(console) as window:
            await window.until("told")
            await console.post("/sign-out", status=204)
            signed_out = sortable(house.parts.clock())
            async with asyncio.timeout(5):
                left = [json.loads(line[6:]) async for line in window.lines() if line.startswith("data: ")]
            assert [change for change in left if change.get("at", "") > signed_out] == []


async def test_a_quiet_feed_is_kept_open(console: ApiClient):
    with patch.object(stream, "HEARTBEAT_SECONDS", 0.05):
        async with watching(console) as window, asyncio.timeout(5):
            async for line in window.lines():
                if line.startswith(":"):
                    break


async def test_windows_are_bounded(console: ApiClient):
    """One too many is told to close some; when one is closed, there is room again."""
    with patch.object(feeds, "WATCHERS_OF_ONE_OWNER_MAX", 1), patch.object(stream, "HEARTBEAT_SECONDS", 0.05):
        async with watching(console) as window:
            await window.until("told")
            assert (await console.ask("GET", "~/feed")).status == 503
        async with asyncio.timeout(5):
            while True:
                async with console.session.get(f"{BASE}/owners/{console.owner}/feed") as response:
                    if response.status == 200:
                        break


async def test_open_windows_do_not_hold_back_a_stop(tmp_path: Path):
    """The stream ends by itself, and its look with it."""
    async with open_house(tmp_path) as house:
        client = signed_in(house)
        console = await client.__aenter__()
        response = await console.session.get(f"{BASE}/owners/{console.owner}/feed")
        window = Window(response)
        await window.until("told")
        loop = asyncio.get_running_loop()
        begun = loop.time()
    assert loop.time() - begun < 4
    assert [task.get_name() for task in asyncio.all_tasks() if task.get_name().startswith("feed of")] == []
    response.close()
    await console.session.close()
