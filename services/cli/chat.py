"""`frontdesk chat`: a phone in the terminal, on the owner's sandbox number.

At a terminal messages show as they come, while the person types. From a pipe or a file each line is sent once the one
before was answered, so that a script gets the same conversation every time.
"""

import asyncio
import json
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta

from libs.common.entities import SandboxMessage
from libs.common.events import MessageReceived
from libs.common.model import sortable
from libs.common.store.query import Cursor
from services.cli.conversations import NoSuchCustomer, find
from services.cli.house import SERVICES, House, event_id_of
from services.cli.lines import lines_of
from services.cli.phone import Screen, customer_of, screen_of, tapped
from services.cli.shown import Shown, plain, stored
from services.gateway import sandbox_phone
from services.gateway.directory import Directory
from services.gateway.intake import Intake

TURN_SECONDS = 90.0
"""How long a line's answer is waited for: 10 s of quiet, a slow model, a list from the calendar."""
LOOK_SECONDS = 0.2
LOOK_BACK = timedelta(seconds=10)
"""Two services may write a message each at the same moment; the one with the earlier time may land later."""
PAGE = 200
QUIT = "/quit"
PROMPT = "> "


class Phone:
    """One customer's phone, from the moment it is switched on."""

    def __init__(self, house: House, owner: str, who: str) -> None:
        self._house = house
        self._owner = owner
        self._customer, self._name = customer_of(who)
        self._intake = Intake(house.parts, Directory(house.parts))
        self._since: datetime = house.parts.clock()
        self._seen: set[str] = set()
        self._screen: Screen | None = None
        self.rows: list[SandboxMessage] = []

    async def say(self, line: str) -> str:
        """Write a line, or tap what its number stands for; gives the id of the event."""
        choice = tapped(line, self._screen)
        answering = self._screen.id if self._screen and choice else ""
        message_id = await sandbox_phone.write(
            self._house.parts,
            self._intake,
            self._owner,
            self._customer,
            text="" if choice else line,
            choice=choice,
            name=self._name,
            answering=answering,
            cause=secrets.token_hex(16),
        )
        return event_id_of(MessageReceived, self._owner, cause=message_id)

    async def news(self) -> list[Screen]:
        """What the business sent since this was last asked. The latest that can be tapped stays on the screen."""
        after = Cursor((sortable(self._since),), "")
        page = await sandbox_phone.shown(self._house.parts, self._owner, self._customer, after=after, limit=PAGE)
        fresh = [row for row in page.items if row.key not in self._seen]
        self.rows += fresh
        for row in fresh:
            self._seen.add(row.key)
            self._since = max(self._since, row.sent_at - LOOK_BACK)
        screens = [screen_of(row) for row in fresh if row.outbound]
        self._screen = next((screen for screen in reversed(screens) if screen.choices), self._screen)
        return screens

    async def silence(self) -> str:
        """Why no answer came."""
        with suppress(NoSuchCustomer):
            conversation = await find(self._house, self._owner, self._customer)
            if conversation.stopped:
                return "(No answer: you asked for no more messages.)"
            if conversation.held_by:
                return "(No answer: a person has this conversation.)"
        return "(No answer.)"


async def chat(house: House, *, owner: str, customer: str) -> Shown:
    """Play a customer until `/quit` or the end of the input. The answer for programs is what the phone showed."""
    profile = await house.owner(owner)
    await house.attend(*SERVICES)
    phone = Phone(house, owner, customer)
    if sys.stdin.isatty():
        house.say(f"You write to {plain(profile.business_name) or owner}. A number taps; {QUIT} ends.")
        await at_a_terminal(house, phone)
    else:
        await from_a_script(house, phone)
    items = [{**stored(row), "payload": json.loads(row.payload)} for row in phone.rows]
    return Shown("", {"items": items, "next": None})


async def from_a_script(house: House, phone: Phone) -> None:
    """Line by line: each is answered before the next is sent. Raises Unanswered."""
    async for line in _typed():
        event_id = await phone.say(line)
        await house.settled(MessageReceived.topic, event_id, seconds=TURN_SECONDS)
        screens = await phone.news()
        house.say("\n".join(map(str, screens)) if screens else await phone.silence())


async def at_a_terminal(house: House, phone: Phone) -> None:
    """Messages show as they come; the person need not wait for them."""
    showing = asyncio.create_task(_show(house, phone), name="showing")
    try:
        house.say(PROMPT, end="")
        async for line in _typed():
            await phone.say(line)
            house.say(PROMPT, end="")
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing


async def _show(house: House, phone: Phone) -> None:
    while True:
        for screen in await phone.news():
            house.say(f"\r{screen}\n{PROMPT}", end="")
        await asyncio.sleep(LOOK_SECONDS)


async def _typed() -> AsyncIterator[str]:
    """Lines with something in them, until `/quit`."""
    async for line in lines_of(sys.stdin.fileno()):
        if line.strip() == QUIT:
            return
        if line.strip():
            yield line.strip()
