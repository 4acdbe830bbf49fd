"""`frontdesk run`: all five services in one process, and what to do next."""

import asyncio

from libs.common.errors import Unavailable
from libs.common.parts import Parts
from libs.common.runtime import run, run_or_explain
from libs.common.settings import Settings
from services.cli import links
from services.cli.house import builds
from services.cli.shown import spoken_name
from services.gateway.api.sign_in.links import make_link


def serve() -> int:
    """Run until Ctrl-C or SIGTERM. Gives the exit code."""
    return run_or_explain(_serve)


async def _serve(settings: Settings) -> None:
    greetings: list[asyncio.Task[None]] = []  # kept: a task that nobody holds may be collected

    def ready(parts: Parts, port: int) -> None:
        greetings.append(asyncio.create_task(welcome(parts, port)))

    await run(builds(), settings, tick=True, on_ready=ready)


async def welcome(parts: Parts, port: int) -> None:
    """Where it listens, where the data is, the first steps of a tour, and a link into the console."""
    print(words(parts.settings, port, spoken_name()), flush=True)
    try:
        print(links.words(await make_link(parts, port=port)), flush=True)
    except Unavailable as silent:
        print(f"No sign-in link: {silent}. `{spoken_name()} link` makes one.", flush=True)


def words(settings: Settings, port: int, command: str) -> str:
    """What is said at the start."""
    address = f"http://{'localhost' if settings.host in _LOCAL else settings.host}:{port}"
    outside = f", from outside at {settings.public_url}" if settings.public_url else ""
    elsewhere = "" if settings.data == Settings().data else f" with FRONTDESK_DATA={settings.data.resolve()}"
    return f"""\
Frontdesk runs at {address}{outside}. Ctrl-C stops it.
Data folder: {settings.data.resolve()}
First steps, in another terminal{elsewhere}:
  {command} owner add --name "City Clinic" --timezone Europe/Berlin
  {command} document add --owner ID prices.pdf
  {command} schedule set --owner ID --type slot --slot-minutes 30 --open "mon-fri 09:00-17:00 break 13:00-14:00"
  {command} chat --owner ID
All commands: {command} --help"""


_LOCAL = ("127.0.0.1", "::1", "localhost", "0.0.0.0")  # noqa: S104 - compared with, not listened on
