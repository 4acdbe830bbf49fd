"""The Graph API stand-in as a developer runs it by hand."""

import asyncio
import os
import sys

import aiohttp

from tests.fakes.graph.__main__ import line_of, parse_arguments, prepare
from tests.unit.fakes.conftest import Client


async def test_its_flags_make_calls_fail_and_each_call_is_one_readable_line() -> None:
    graph = prepare(parse_arguments(["--port", "0", "--token", "t", "--fail-first", "1", "--drop-first", "0"]))
    async with graph, aiohttp.ClientSession(headers={"Authorization": "Bearer t"}) as session:
        client = Client(graph, session)
        assert [(await client.offers("Yes", "No"))[0] for _ in range(2)] == [503, 200]
        await client.post({"status": "read", "message_id": "wamid.A"})
        await client.sends("")
        assert [line_of(call) for call in graph.calls] == [
            f"send     503       POST /v23.0/{graph.number.id}/messages",
            "send     200       interactive to 15550001001: 'Choose' [Yes] [No]",
            "read     200       wamid.A",
            "send     400       (#100) The parameter text['body'] is required.",
        ]


async def test_it_runs_as_a_command() -> None:
    command = [sys.executable, "-m", "tests.fakes.graph", "--port", "0"]
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, env={**os.environ}
    )
    assert process.stdout is not None
    said = (await process.stdout.readline()).decode()
    process.terminate()
    await process.wait()
    assert said.startswith("Graph API on http://127.0.0.1:")
    assert said.endswith("number 106540352242922, token graph-token\n")
