"""What was said: messages with what became of them, the files that came with them, and writing as a person."""

from collections.abc import AsyncIterator, Sequence
from typing import Literal

from aiohttp import web

from libs.common.entities import Delivery, MediaFile, Message
from libs.common.envelope import deterministic_id
from libs.common.events import ReplyReady
from libs.common.model import Instant, Model
from libs.common.store.query import Query
from services.gateway.api import asking, files
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.files import ShownAs
from services.gateway.api.problems import Conflict, NotFound
from services.gateway.api.resources.asked import PageQuery, Words
from services.gateway.api.resources.conversations import conversation_of
from services.gateway.api.routing import OWNER, Routes

routes = Routes("Messages", "What was said, the files that came with it, and writing as a person.")


class SourceShown(Model):
    """Where an answer comes from."""

    source_id: str = ""
    name: str = ""
    heading: str = ""
    page: str = ""
    chunk_id: str = ""


class MediaShown(Model):
    """A file that came with a message. `state` says whether it is here (`fetched`), on its way (`waiting`) or not
    (`refused`, `gone`), then with a `reason` in words; empty of one that was never asked for. `shownAs` is how a
    browser shows it."""

    id: str = ""
    mime: str = ""
    filename: str = ""
    state: Literal["", "waiting", "fetched", "refused", "gone"] = ""
    reason: str = ""
    size: int = 0  # bytes
    shown_as: ShownAs = "file"


class MessageShown(Model):
    """One message. `choices` are the buttons or rows that were offered under it. `delivery` says what became of one of
    ours: claimed, sent, delivered, read, failed, unknown, superseded; empty for a customer's. Its text is data: it
    never holds markup."""

    message_id: str
    role: Literal["customer", "assistant", "staff"]
    content: str
    kind: str
    created_at: Instant
    author: str
    choices: list[str]
    sources: list[SourceShown]
    media: MediaShown | None
    delivery: str = ""
    delivery_error: str = ""


class Messages(Model):
    """Messages, the latest first."""

    items: list[MessageShown]
    next: str | None = None


class StaffMessage(Model):
    """What a person writes to the customer."""

    text: Words


@routes.get(f"{OWNER}/conversations/{{conversationId}}/messages")
async def list_messages(call: Call, query: PageQuery) -> Messages:
    """List a conversation's messages, the latest first."""
    conversation = await conversation_of(call)
    asked = Query(
        Message,
        equal={"conversation_id": conversation.conversation_id},
        order="-created_at",
        limit=query.limit,
        after=cursor_of(query.after),
    )
    page = await call.reader.find(asked)
    deliveries, files = await _deliveries(call, page.items), await _files(call, page.items)
    items = [_message(row, deliveries.get(row.message_id), files.get(row.message_id)) for row in page.items]
    return Messages(items=items, next=marked(page.next))


@routes.get(f"{OWNER}/messages/{{messageId}}/media", kind="file", refuses=(416,))
async def read_media(call: Call) -> web.StreamResponse:
    """The file that came with a message.

    Pictures, sound and films that browsers draw come under their own type, anything else as bytes to be saved. A
    range may be asked for.
    """
    row = await call.reader.get(MediaFile, call.named("messageId"))
    if row is None or row.state != "fetched":
        raise NotFound(what="file")

    def pieces(start: int, length: int | None) -> AsyncIterator[bytes]:
        return call.parts.blobs.get_stream(call.user_id, row.blob, start=start, length=length)

    return await files.answer(call.request, files.File(pieces, row.mime_type, row.filename, row.size))


@routes.post(f"{OWNER}/conversations/{{conversationId}}/messages", status=201, waits=True, refuses=(409,))
async def write_message(call: Call, body: StaffMessage) -> MessageShown:
    """Write to the customer. It answers what waits, and takes an open turn over."""
    conversation = await conversation_of(call)
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


async def _deliveries(call: Call, messages: Sequence[Message]) -> dict[str, Delivery]:
    """What became of ours: a message of ours is named for its reply, and so is the reply's first delivery."""
    ours = [row for row in messages if row.role != "customer" and not row.whatsapp_id]
    ids = [f"{row.user_id}:{deterministic_id(row.message_id.removeprefix(f'{row.user_id}:'), '0')}" for row in ours]
    rows = await call.reader.get_many(Delivery, ids) if ids else []
    return {message.message_id: row for message, row in zip(ours, rows, strict=True) if row is not None}


async def _files(call: Call, messages: Sequence[Message]) -> dict[str, MediaFile]:
    """What became of the files that came with messages."""
    ids = [row.message_id for row in messages if row.media]
    rows = await call.reader.get_many(MediaFile, ids) if ids else []
    return {row.message_id: row for row in rows if row is not None}


def _message(row: Message, delivery: Delivery | None, file: MediaFile | None = None) -> MessageShown:
    shown = MessageShown.model_validate({**row.model_dump(), "media": _media(row, file)})
    if delivery is None:
        return shown
    became = delivery.status if delivery.state == "sent" and delivery.status else delivery.state
    return shown.changed(delivery=became, delivery_error=delivery.error)


def _media(row: Message, file: MediaFile | None) -> MediaShown | None:
    if row.media is None:
        return None
    named = MediaShown.model_validate(row.media)
    if file is None:
        return named
    return named.changed(
        mime=file.mime_type or named.mime,
        state=file.state,
        reason=file.reason,
        size=file.size,
        shown_as=files.shown_as(file.mime_type),
    )
