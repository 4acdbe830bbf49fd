"""The sandbox phone: playing customers, with the same JSON that WhatsApp would carry."""

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from aiohttp import web
from pydantic import Field

from libs.common.entities import Conversation, Participant, SandboxMessage, SandboxPhone
from libs.common.model import Instant, Model
from libs.common.store.query import Query
from services.gateway import sandbox_phone
from services.gateway.api import files, forms
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import FieldProblem, Invalid, NotFound, WrongType
from services.gateway.api.resources.asked import PageQuery, Words
from services.gateway.api.routing import OWNER, Routes
from services.gateway.sandbox_phone import PICTURE_BYTES_MAX, Choice, Picture, type_of
from services.gateway.whatsapp.sandbox import number_id_of, picture_in

routes = Routes("Phone", "The sandbox phone: playing customers, with the JSON that WhatsApp would carry.")

CUSTOMER = f"{OWNER}/phone/customers/{{customer}}"
"""`customer` is the played phone's number, in digits."""
A_PICTURE = "A picture"
TOLD_MAX = {"name": 100, "caption": 1024}
"""Characters of what stands beside a picture; of the caption as many as WhatsApp takes."""
PICTURE_FORM = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "name": {"type": "string", "maxLength": TOLD_MAX["name"]},
        "caption": {"type": "string", "maxLength": TOLD_MAX["caption"]},
        "file": {
            "type": "string",
            "format": "binary",
            "description": "JPEG, PNG or WebP, at most 5 MB. Fields before it are read.",
        },
    },
}


class PlayedCustomer(Model):
    """A customer who is played. The number is in digits."""

    customer: str
    name: str
    last_at: Instant


class PlayedCustomers(Model):
    """Played customers, who wrote last first."""

    items: list[PlayedCustomer]
    next: str | None = None


class PhoneMessage(Model):
    """A message on the phone. `payload` is the Cloud API's message object; `status` is sent, delivered or read."""

    sandbox_message_id: str
    outbound: bool  # from the business to the customer
    payload: dict[str, Any]
    status: str
    sent_at: Instant


class PhoneScreen(Model):
    """What the phone shows, the latest first. `typing`: an answer is being made."""

    items: list[PhoneMessage]
    next: str | None = None
    typing: bool


class PhoneText(Model):
    """What the played customer writes. `name` is what WhatsApp says they are called."""

    text: Words
    name: str = Field("", max_length=100)


class PhoneTap(Model):
    """What the played customer taps: a button, or with `listed` a row of a list. `answering` is the message's id
    (`wamid…`) that holds it."""

    id: str = Field(min_length=1, max_length=256)
    title: str = Field(min_length=1, max_length=100)
    listed: bool = False
    answering: str = Field("", max_length=200)
    name: str = Field("", max_length=100)


class PhoneWritten(Model):
    """The message as WhatsApp names it (`wamid…`)."""

    id: str


@routes.get(f"{OWNER}/phone/customers")
async def list_played_customers(call: Call, query: PageQuery) -> PlayedCustomers:
    """List the customers who are played."""
    asked = Query(SandboxPhone, order="-last_at", limit=query.limit, after=cursor_of(query.after))
    page = await call.reader.find(asked)
    items = [PlayedCustomer.model_validate(row.model_dump()) for row in page.items]
    return PlayedCustomers(items=items, next=marked(page.next))


@routes.get(f"{CUSTOMER}/messages")
async def read_phone(call: Call, query: PageQuery) -> PhoneScreen:
    """What a played phone shows, the latest first."""
    customer = _digits(call)
    page = await sandbox_phone.latest(
        call.parts, call.user_id, customer, limit=query.limit, after=cursor_of(query.after)
    )
    items = [_shown(row) for row in page.items]
    return PhoneScreen(items=items, next=marked(page.next), typing=await _typing(call, customer))


@routes.post(f"{CUSTOMER}/messages", status=201)
async def write_on_phone(call: Call, body: PhoneText) -> PhoneWritten:
    """Write as a played customer. It takes the way of every webhook."""
    return await _write(call, text=body.text, name=body.name)


@routes.post(f"{CUSTOMER}/pictures", status=201, kind="upload", form=PICTURE_FORM, refuses=(413, 415))
async def send_picture_on_phone(call: Call) -> PhoneWritten:
    """Send a picture as a played customer, with or without words under it."""
    told: dict[str, str] = {}
    async for part in forms.parts_of(call.request, what=A_PICTURE, bytes_max=PICTURE_BYTES_MAX):
        if part.name in TOLD_MAX:
            told[part.name] = await forms.text_of(part, characters_max=TOLD_MAX[part.name])
        elif part.name == "file":
            picture = _picture(await forms.file_of(part, what=A_PICTURE, bytes_max=PICTURE_BYTES_MAX), told)
            return await _write(call, picture=picture, name=told.get("name", ""))
    raise forms.no_file()


@routes.get(f"{OWNER}/phone/messages/{{sandboxMessageId}}/picture", kind="file")
async def read_phone_picture(call: Call) -> web.StreamResponse:
    """The picture of a message on the phone."""
    row = await call.reader.get(SandboxMessage, call.named("sandboxMessageId"))
    picture = picture_in(row) if row is not None else None
    if picture is None:
        raise NotFound(what="picture")

    def pieces(start: int, length: int | None) -> AsyncIterator[bytes]:
        return call.parts.blobs.get_stream(call.user_id, picture.blob, start=start, length=length)

    return await files.answer(call.request, files.File(pieces, picture.mime_type))


@routes.post(f"{CUSTOMER}/taps", status=201)
async def tap_on_phone(call: Call, body: PhoneTap) -> PhoneWritten:
    """Tap a button or a row as a played customer."""
    choice = Choice(body.id, body.title, listed=body.listed)
    return await _write(call, choice=choice, name=body.name, answering=body.answering)


async def _write(
    call: Call,
    *,
    text: str = "",
    choice: Choice | None = None,
    picture: Picture | None = None,
    name: str,
    answering: str = "",
) -> PhoneWritten:
    wamid = await sandbox_phone.write(
        call.parts,
        call.desk.intake,
        call.user_id,
        _digits(call),
        text=text,
        choice=choice,
        picture=picture,
        name=name,
        answering=answering,
        cause=call.cause,
    )
    return PhoneWritten(id=wamid)


def _picture(data: bytes, told: Mapping[str, str]) -> Picture:
    mime_type = type_of(data)
    if mime_type is None:
        raise WrongType(problem="A phone sends pictures as JPEG, PNG or WebP; this file is none of them.")
    return Picture(data, mime_type, told.get("caption", ""))


def _digits(call: Call) -> str:
    customer = call.named("customer")
    if not (customer.isascii() and customer.isdigit() and 5 <= len(customer) <= 20):
        raise Invalid([FieldProblem(field="customer", problem="A played phone's number is 5 to 20 digits.")])
    return customer


async def _typing(call: Call, customer: str) -> bool:
    """Whether the customer's turn is open and the assistant's."""
    alias = f"{call.user_id}:{number_id_of(call.user_id)}:phone:{customer}"
    known = await call.reader.get(Participant, alias)
    conversation = await call.reader.get(Conversation, known.conversation_id) if known else None
    return conversation is not None and conversation.turn_open


def _shown(row: SandboxMessage) -> PhoneMessage:
    return PhoneMessage.model_validate({**row.model_dump(), "payload": json.loads(row.payload)})
