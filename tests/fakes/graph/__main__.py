"""`python -m tests.fakes.graph`: the Graph API on this machine, and a customer's phone in the terminal.

Prints every call it gets. What is typed is written by the customer; `/tap TITLE` taps a button or a row.
"""

import argparse
import asyncio
import sys
import threading
from datetime import UTC, datetime

from tests.fakes.faults import Call
from tests.fakes.graph.api import GraphApi
from tests.fakes.graph.customer import Customer
from tests.fakes.graph.sent import SentMessage


def parse_arguments(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.graph", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9090, help="0 takes a free one")
    parser.add_argument("--webhook", help="where customers' messages and statuses go")
    parser.add_argument("--app-secret", default="graph-app-secret", help="signs webhooks")
    parser.add_argument("--phone-number-id", default="106540352242922")
    parser.add_argument("--token", default="graph-token", help="the access token the number takes")
    parser.add_argument("--customer", default="15550001001", metavar="PHONE")
    parser.add_argument("--customer-name", default="Ana", metavar="NAME")
    parser.add_argument("--fail-first", type=int, default=0, metavar="N", help="refuse the first N sends")
    parser.add_argument("--fail-code", type=int, default=131016, metavar="CODE", help="with this Graph error")
    parser.add_argument("--drop-first", type=int, default=0, metavar="N", help="take N sends, but do not answer them")
    parser.add_argument("--delay", type=float, default=0, metavar="SECONDS", help="answer every send this much later")
    parser.add_argument("--no-statuses", action="store_true", help="report neither sent, delivered nor read")
    return parser.parse_args(argv)


def prepare(arguments: argparse.Namespace) -> GraphApi:
    """The stand-in that the arguments describe, not yet running."""
    graph = GraphApi(
        webhook=arguments.webhook,
        app_secret=arguments.app_secret,
        seed=f"{datetime.now(UTC):%y%m%d%H%M%S}-",  # tells this run's message ids from the last one's
        host=arguments.host,
        port=arguments.port,
    )
    graph.number = graph.add_number(
        arguments.phone_number_id, token=arguments.token, verified_name=graph.number.verified_name
    )
    if arguments.fail_first:
        graph.faults.fail(arguments.fail_code, times=arguments.fail_first)
    if arguments.drop_first:
        graph.faults.drop_answer(times=arguments.drop_first)
    if arguments.delay:
        graph.faults.delay(arguments.delay, times=None)
    if arguments.no_statuses:
        graph.statuses.always()
    return graph


def line_of(call: Call) -> str:
    """One call in one readable line."""
    status = "no answer" if call.status is None else str(call.status)
    return f"{call.kind:<8} {status:<9} {call.refused or _about(call)}"


def _about(call: Call) -> str:
    if call.kind == "send" and call.status in (200, None):
        return str(SentMessage("", "", str(call.body.get("to", call.body.get("recipient"))), call.body))
    if call.kind in ("read", "typing"):
        return str(call.body.get("message_id"))
    return f"{call.method} {call.path}"


async def serve(graph: GraphApi, arguments: argparse.Namespace) -> None:
    """Run until the terminal says there is nothing more to type."""
    graph.server.on_call = lambda call: print(f"{datetime.now(UTC).astimezone():%H:%M:%S}  {line_of(call)}", flush=True)
    async with graph:
        customer = graph.customer(arguments.customer_name, phone=arguments.customer)
        number = graph.number
        print(f"Graph API on {graph.url}: number {number.id}, token {number.token}", flush=True)
        print(f"You are {customer.person.name}, {customer.address}. Type a message, or /tap TITLE.", flush=True)
        lines = _typed_lines()
        while (line := await lines.get()) is not None:
            await _say(customer, line)


async def _say(customer: Customer, line: str) -> None:
    try:
        if line.startswith("/tap "):
            await customer.taps(line.removeprefix("/tap ").strip(), timeout_seconds=1)
        elif line:
            await customer.writes(line)
    except (AssertionError, RuntimeError) as trouble:
        print(f"! {trouble}", flush=True)


def _typed_lines() -> asyncio.Queue[str | None]:
    """Lines typed, then None. A thread of its own reads them: a terminal cannot be waited on without blocking."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line.strip())
        if sys.stdin.isatty():  # without a terminal there is nobody to type: serve until the process is ended
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True).start()
    return lines


def main() -> None:
    arguments = parse_arguments()
    try:
        asyncio.run(serve(prepare(arguments), arguments))
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main()
