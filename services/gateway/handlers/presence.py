"""`message.received`: the customer sees that it was read, and that an answer is being written."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from libs.common.errors import Unavailable
from libs.common.events import MessageReceived
from libs.common.service import Claimed, Decided, Effect, Outcome
from libs.common.store.port import Transaction
from services.gateway.whatsapp.content import DERIVED
from services.gateway.whatsapp.transport import Lines

PATIENCE_SECONDS = 5.0
"""A courtesy that takes longer is let go of."""

Noted = Callable[[str, datetime], None]


@dataclass(frozen=True, slots=True)
class Mark:
    """A message to be marked as read."""

    whatsapp_id: str
    typing: bool


@dataclass(frozen=True)
class ShowPresence:
    """The read mark and "typing": as well as it goes, never an error of the event. `noted` hears that a customer of
    this owner wrote."""

    lines: Lines
    noted: Noted

    def effect(self) -> Effect[MessageReceived, Mark, bool]:
        """The three as the runtime wants them."""
        return Effect(MessageReceived, claim, self.act, record)

    async def act(self, event: MessageReceived, mark: Mark) -> bool:
        """Show it, if that is quick."""
        self.noted(event.user_id, event.message.sent_at)
        if mark.whatsapp_id.startswith(DERIVED):
            return False
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                line = await self.lines.line(event.user_id, event.phone_number_id)
                return line is not None and await line.mark_read(mark.whatsapp_id, typing=mark.typing)
        except (TimeoutError, Unavailable):
            return False


async def claim(event: MessageReceived, _: Transaction, now: datetime) -> Claimed[Mark] | Decided:
    """What a customer wrote to us alone: not the owner's own words, not what goes on in a group or in the system."""
    message = event.message
    ours = message.from_owner or message.echo_of_ours
    if ours or message.group_id or message.kind in ("system", "call"):
        return Outcome(code="no_presence")
    return Claimed(Mark(message.id, typing=not message.needs_no_answer))


async def record(event: MessageReceived, mark: Mark, shown: bool, tx: Transaction, now: datetime) -> Outcome:
    """Either way it is done."""
    return Outcome(code="shown" if shown else "not_shown")
