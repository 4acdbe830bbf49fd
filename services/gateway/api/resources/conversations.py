"""The conversations: who wrote what, taking over, handing back, and writing as a person."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from pydantic import Field

from libs.common.entities import Conversation, Delivery, Message
from libs.common.envelope import deterministic_id
from libs.common.events import ConversationRequested, ReplyReady
from libs.common.model import Instant, Model
from libs.common.store.query import Query
from services.gateway.api import asking
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import Conflict, NotFound
from services.gateway.api.resources.asked import PageQuery, Words
from services.gateway.api.routing import OWNER, Routes

routes = Routes("Conversations", "Who wrote what; taking over, handing back, and writing as a person.")


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


class SourceShown(Model):
    """Where an answer comes from."""

    source_id: str = ""
    name: str = ""
    heading: str = ""
    page: str = ""
    chunk_id: str = ""


class MediaShown(Model):
    """A file that came with a message."""

    id: str = ""
    mime: str = ""
    filename: str = ""


class MessageShown(Model):
    """One message. `delivery` says what became of one of ours: claimed, sent, delivered, read, failed, unknown,
    superseded; empty for a customer's. Its text is data: it never holds markup."""

    message_id: str
    role: Literal["customer", "assistant", "staff"]
    content: str
    kind: str
    created_at: Instant
    author: str
    sources: list[SourceShown]
    media: MediaShown | None
    delivery: str = ""
    delivery_error: str = ""


class Messages(Model):
    """Messages, the latest first."""

    items: list[MessageShown]
    next: str | None = None


class TakeOver(Model):
    """For how long; none: until it is handed back."""

    minutes: int | None = Field(None, ge=1, le=60 * 24 * 30)


class StaffMessage(Model):
    """What a person writes to the customer."""

    text: Words


@routes.get(f"{OWNER}/conversations")
async def list_conversations(call: Call, query: PageQuery) -> Conversations:
    """List the conversations, the latest first."""
    asked = Query(Conversation, order="-updated_at", limit=query.limit, after=cursor_of(query.after))
    page = await call.reader.find(asked)
    return Conversations(items=[_shown(row) for row in page.items], next=marked(page.next))


@routes.get(f"{OWNER}/conversations/{{conversationId}}")
async def read_conversation(call: Call) -> ConversationShown:
    """Read one conversation, without its messages."""
    return _shown(await _conversation(call))


@routes.get(f"{OWNER}/conversations/{{conversationId}}/messages")
async def list_messages(call: Call, query: PageQuery) -> Messages:
    """List a conversation's messages, the latest first."""
    conversation = await _conversation(call)
    asked = Query(
        Message,
        equal={"conversation_id": conversation.conversation_id},
        order="-created_at",
        limit=query.limit,
        after=cursor_of(query.after),
    )
    page = await call.reader.find(asked)
    deliveries = await _deliveries(call, page.items)
    return Messages(items=[_message(row, deliveries.get(row.message_id)) for row in page.items], next=marked(page.next))


@routes.post(f"{OWNER}/conversations/{{conversationId}}/take-over", waits=True)
async def take_over_conversation(call: Call, body: TakeOver) -> ConversationShown:
    """Take a conversation over: the assistant is silent in it until it is handed back."""
    until = call.now + timedelta(minutes=body.minutes) if body.minutes else None
    return await _requested(call, "take_over", until=until)


@routes.post(f"{OWNER}/conversations/{{conversationId}}/hand-back", waits=True)
async def hand_back_conversation(call: Call) -> ConversationShown:
    """Hand a conversation back to the assistant, who answers what still waits."""
    return await _requested(call, "hand_back")


@routes.post(f"{OWNER}/conversations/{{conversationId}}/messages", status=201, waits=True, refuses=(409,))
async def write_message(call: Call, body: StaffMessage) -> MessageShown:
    """Write to the customer. It answers what waits, and takes an open turn over."""
    conversation = await _conversation(call)
    reply = ReplyReady(
        user_id=call.user_id,
        conversation_id=conversation.conversation_id,
        author="staff",
        by=call.subject,
        text=body.text,
        language=conversation.language,
    )
    event_id = await asking.tell(call.parts, reply, cause=call.cause)
    await asking.wait(call.parts, "ingest", event_id)
    sent = await asking.wait(call.parts, "gateway", event_id)
    row = await call.reader.get(Message, f"{call.user_id}:{event_id}")
    if row is None:
        raise NotFound(what="conversation")
    delivery = (await _deliveries(call, [row])).get(row.message_id)
    if sent.code == "failed":
        raise Conflict((delivery.error if delivery else "") or "WhatsApp did not take this message.")
    return _message(row, delivery)


async def _requested(
    call: Call, act: Literal["take_over", "hand_back"], until: Instant | None = None
) -> ConversationShown:
    conversation = await _conversation(call)
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


async def _conversation(call: Call) -> Conversation:
    row = await call.reader.get(Conversation, call.named("conversationId"))
    if row is None:
        raise NotFound(what="conversation")
    return row


def _shown(row: Conversation) -> ConversationShown:
    last = row.recent[-1].model_dump() if row.recent else None
    return ConversationShown.model_validate({**row.model_dump(), "last": last})


async def _deliveries(call: Call, messages: Sequence[Message]) -> dict[str, Delivery]:
    """What became of ours: a message of ours is named for its reply, and so is the reply's first delivery."""
    ours = [row for row in messages if row.role != "customer" and not row.whatsapp_id]
    ids = [f"{row.user_id}:{deterministic_id(row.message_id.removeprefix(f'{row.user_id}:'), '0')}" for row in ours]
    rows = await call.reader.get_many(Delivery, ids) if ids else []
    return {message.message_id: row for message, row in zip(ours, rows, strict=True) if row is not None}


def _message(row: Message, delivery: Delivery | None) -> MessageShown:
    shown = MessageShown.model_validate(row.model_dump())
    if delivery is None:
        return shown
    became = delivery.status if delivery.state == "sent" and delivery.status else delivery.state
    return shown.changed(delivery=became, delivery_error=delivery.error)
