"""What a customer sees while their answer takes long: "typing" again and again, and once an honest word.

As well as it goes: what "typing" was shown when is known in memory alone, and nobody loses an answer by that. Where
several gateways run, each shows it; the honest word is one event, whoever publishes it.
"""

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta

from libs.common.entities import Conversation
from libs.common.errors import Unavailable
from libs.common.events import ReplyReady
from libs.common.logs import logger
from libs.common.parts import Parts
from libs.common.store.query import LIMIT_MAX, Query
from services.gateway.whatsapp.transport import Lines
from services.gateway.wording import DEFAULT, HOLDING

LOOK_SECONDS = 5.0
TYPING_EVERY = timedelta(seconds=20)
"""WhatsApp takes "typing" away after 25 s."""
HOLDING_AFTER = timedelta(seconds=60)
WATCHED_FOR = timedelta(minutes=16)
"""A turn that is open for 15 minutes goes to a person. So when nobody wrote for longer, there is nothing to look at."""
CALL_SECONDS = 5.0
AT_ONCE = 16

Turn = tuple[str, int]


class Waiting:
    """Watches the open turns."""

    def __init__(self, parts: Parts, lines: Lines) -> None:
        self._parts = parts
        self._lines = lines
        self._last_written = parts.clock()
        self._typed: dict[Turn, datetime] = {}
        self._told: set[Turn] = set()
        self._at_once = asyncio.Semaphore(AT_ONCE)

    def note(self) -> None:
        """A customer wrote; "typing" was shown by that."""
        self._last_written = self._parts.clock()

    async def run(self) -> None:
        """Look every 5 s, until cancelled."""
        while True:
            await self._parts.sleep(LOOK_SECONDS)
            await self.look()

    async def look(self) -> None:
        """Do what is due now."""
        now = self._parts.clock()
        if now - self._last_written > WATCHED_FOR:
            return
        try:
            conversations = await self._open_turns()
            await self._attend(conversations, now)
        except Unavailable as silent:
            logger("gateway").warning("open turns not looked at", what=silent.what)
            return
        still_open = {(one.conversation_id, one.turn) for one in conversations}
        self._typed = {turn: at for turn, at in self._typed.items() if turn in still_open}
        self._told &= still_open

    async def _open_turns(self) -> list[Conversation]:
        """The assistant's, the oldest first."""
        query = Query(Conversation, equal={"turn_open": True}, order="turn_opened_at", limit=LIMIT_MAX)
        page = await self._parts.store.system().find(query)
        return [one for one in page.items if not one.held_by and not one.stopped]

    async def _attend(self, conversations: Iterable[Conversation], now: datetime) -> None:
        typing = []
        for conversation in conversations:
            turn = (conversation.conversation_id, conversation.turn)
            opened = conversation.turn_opened_at or now
            if now - self._typed.setdefault(turn, opened) >= TYPING_EVERY:
                self._typed[turn] = now
                typing.append(self._type(conversation))
            if now - opened >= HOLDING_AFTER and turn not in self._told:
                await self._tell(conversation)
                self._told.add(turn)
        await asyncio.gather(*typing)

    async def _type(self, conversation: Conversation) -> None:
        if not conversation.last_inbound_id:
            return
        try:
            async with self._at_once, asyncio.timeout(CALL_SECONDS):
                line = await self._lines.line(conversation.user_id, conversation.phone_number_id)
                if line is not None:
                    await line.mark_read(conversation.last_inbound_id, typing=True)
        except (TimeoutError, Unavailable):
            return

    async def _tell(self, conversation: Conversation) -> None:
        """Once per turn, whoever says it: the event's id is made from conversation and turn."""
        language = conversation.language or DEFAULT
        reply = ReplyReady(
            user_id=conversation.user_id,
            conversation_id=conversation.conversation_id,
            author="assistant",
            text=HOLDING.of(language),
            language=language,
        )
        cause = f"holding:{conversation.conversation_id}:{conversation.turn}"
        await self._parts.publisher("gateway").publish(reply, cause=cause)
