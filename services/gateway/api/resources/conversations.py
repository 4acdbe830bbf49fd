"""The conversations: who wrote, who has them, taking over and handing back."""

from datetime import timedelta
from typing import Literal

from pydantic import Field

from libs.common.entities import Conversation
from libs.common.events import ConversationRequested
from libs.common.model import Instant, Model
from libs.common.store.query import Query
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import NotFound
from services.gateway.api.resources.asked import PageQuery
from services.gateway.api.routing import OWNER, Routes
from services.gateway.finding import found

routes = Routes("Conversations", "Who wrote; taking over and handing back.")


class LastSaid(Model):
    """The latest message, in the list."""

    role: Literal["customer", "assistant", "staff"]
    content: str
    at: Instant


class ConversationShown(Model):
    """One customer's thread. `heldBy` empty: the assistant has it; `turnOpen`: an answer is being made."""

    conversation_id: str
    channel: str
    name: str
    phone: str
    participant_key: str
    language: str | None
    turn_open: bool
    held_by: str
    held_until: Instant | None
    held_reason: str
    stopped: bool  # the customer wants no more messages
    last_inbound_at: Instant | None  # opens WhatsApp's 24-hour window
    created_at: Instant
    updated_at: Instant
    last: LastSaid | None


class Conversations(Model):
    """Conversations, the latest first."""

    items: list[ConversationShown]
    next: str | None = None


class ConversationsQuery(PageQuery):
    """Which conversations."""

    find: str = Field(
        "",
        max_length=100,
        description="Of customers whose name has words that begin so, or whose phone number begins or ends so.",
    )


class TakeOver(Model):
    """For how long; none: until it is handed back."""

    minutes: int | None = Field(None, ge=1, le=60 * 24 * 30)


@routes.get(f"{OWNER}/conversations")
async def list_conversations(call: Call, query: ConversationsQuery) -> Conversations:
    """List the conversations, the latest first.

    Those that are found by `find` come page by page as their names are spelled, the latest of a page first.
    """
    if query.find.strip():
        rows, more = await found(call.reader, query.find, limit=query.limit, after=cursor_of(query.after))
        return Conversations(items=[_shown(row) for row in rows], next=marked(more))
    asked = Query(Conversation, order="-updated_at", limit=query.limit, after=cursor_of(query.after))
    page = await call.reader.find(asked)
    return Conversations(items=[_shown(row) for row in page.items], next=marked(page.next))


@routes.get(f"{OWNER}/conversations/{{conversationId}}")
async def read_conversation(call: Call) -> ConversationShown:
    """Read one conversation, without its messages."""
    return _shown(await conversation_of(call))


@routes.post(f"{OWNER}/conversations/{{conversationId}}/take-over", waits=True)
async def take_over_conversation(call: Call, body: TakeOver) -> ConversationShown:
    """Take a conversation over: the assistant is silent in it until it is handed back."""
    until = call.now + timedelta(minutes=body.minutes) if body.minutes else None
    return await _requested(call, "take_over", until=until)


@routes.post(f"{OWNER}/conversations/{{conversationId}}/hand-back", waits=True)
async def hand_back_conversation(call: Call) -> ConversationShown:
    """Hand a conversation back to the assistant, who answers what still waits."""
    return await _requested(call, "hand_back")


async def _requested(
    call: Call, act: Literal["take_over", "hand_back"], until: Instant | None = None
) -> ConversationShown:
    conversation = await conversation_of(call)
    event = ConversationRequested(
        user_id=call.user_id,
        conversation_id=conversation.conversation_id,
        act=act,
        by=call.subject,
        until=until,
        reason=f"{call.subject} took over." if act == "take_over" else "",
    )
    await call.ask("ingest", event)
    return await read_conversation(call)


async def conversation_of(call: Call) -> Conversation:
    """The conversation that the path names. Raises NotFound."""
    row = await call.reader.get(Conversation, call.named("conversationId"))
    if row is None:
        raise NotFound(what="conversation")
    return row


def _shown(row: Conversation) -> ConversationShown:
    last = row.recent[-1].model_dump() if row.recent else None
    return ConversationShown.model_validate({**row.model_dump(), "last": last})
