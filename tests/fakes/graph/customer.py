"""A customer with a phone: what they write arrives at the webhook, what the business sends arrives in their inbox."""

from typing import Any

from tests.fakes.graph.exchange import Exchange
from tests.fakes.graph.inbound import Person, message_body
from tests.fakes.graph.limits import Json
from tests.fakes.graph.media import MediaShelf
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.sent import Choice, SentMessage
from tests.fakes.journal import PATIENCE_SECONDS, Journal, NeverCame

UNSUPPORTED = {
    "code": 131051,
    "title": "Message type unknown",
    "message": "Message type unknown",
    "error_data": {"details": "Message type is currently not supported."},
}


class Customer:
    """Each verb posts one signed webhook, returns the message's id once it was taken, and raises WebhookNotTaken else.

    `inbox` holds what the business sent, in order; `sent` the bodies posted, by message id.
    """

    def __init__(self, person: Person, number: BusinessNumber, exchange: Exchange, media: MediaShelf) -> None:
        self.person = person
        self.number = number
        self.sent: dict[str, Json] = {}
        self.inbox: Journal[SentMessage] = Journal(f"messages to {person.name}", show=str)
        self._exchange = exchange
        self._media = media
        self._read = 0
        self._chosen_up_to = 0

    @property
    def address(self) -> str:
        """Where the business writes to: the phone while one is known."""
        return self.person.phone or self.person.user_id or ""

    # What the customer does

    async def writes(self, text: str, *, answering: str | None = None) -> str:
        return await self.sends("text", {"body": text}, answering=answering)

    async def taps(
        self, choice: str, *, on: SentMessage | None = None, timeout_seconds: float = PATIENCE_SECONDS
    ) -> str:
        """Tap a button or row, named by its title or id.

        On the message given, else on the latest that offers it since the last tap, waiting for one to arrive.
        """
        message = on or await self._offering(choice, timeout_seconds)
        picked = _pick(message, choice)
        if picked is None:
            raise NeverCame(f"{choice!r} is not offered by: {message}")
        self._has_seen(message)
        return await self.sends("interactive", _reply(message, picked), answering=message.id)

    async def sends_image(self, data: bytes, *, mime_type: str = "image/jpeg", caption: str | None = None) -> str:
        return await self.sends_media("image", data, mime_type, caption=caption)

    async def sends_document(
        self, data: bytes, *, filename: str, mime_type: str = "application/pdf", caption: str | None = None
    ) -> str:
        return await self.sends_media("document", data, mime_type, filename=filename, caption=caption)

    async def sends_voice(self, data: bytes, *, mime_type: str = "audio/ogg; codecs=opus") -> str:
        return await self.sends_media("audio", data, mime_type, voice=True)

    async def sends_media(self, kind: str, data: bytes, mime_type: str, **beside: Any) -> str:
        """A file of any kind; the business can fetch it by the id in the webhook."""
        file = self._media.add(self.number.id, data, mime_type)
        extra = {name: value for name, value in beside.items() if value is not None}
        return await self.sends(kind, {**file.in_webhook(), **extra})

    async def sends_location(self, latitude: float, longitude: float, name: str | None = None) -> str:
        place: Json = {"latitude": latitude, "longitude": longitude}
        return await self.sends("location", place | ({"name": name} if name else {}))

    async def sends_contact(self, name: str, phone: str) -> str:
        card = {"name": {"formatted_name": name}, "phones": [{"phone": phone, "type": "CELL"}]}
        return await self.sends("contacts", [card])

    async def reacts(self, emoji: str, *, to: str) -> str:
        """React to a message, the business's or one's own; "" takes the reaction back."""
        return await self.sends("reaction", {"message_id": to, "emoji": emoji})

    async def sends_unsupported(self) -> str:
        """Something that the Cloud API cannot carry."""
        return await self._posts({"errors": [UNSUPPORTED], "type": "unsupported"})

    async def sends(self, kind: str, content: Any, *, answering: str | None = None) -> str:
        """Any type of message, also one that does not exist."""
        return await self._posts(self._content(kind, content, answering))

    async def repeats(self, message_id: str) -> str:
        """Post a message again as it was: Meta delivers at least once."""
        await self._exchange.post_until_taken(self.number, self.sent[message_id])
        return message_id

    def composes(self, kind: str, content: Any, *, answering: str | None = None) -> Json:
        """A webhook body of this customer that is not posted."""
        return self._body(self._content(kind, content, answering))[1]

    # What the customer sees

    async def reads_next(self, *, timeout_seconds: float = PATIENCE_SECONDS) -> str:
        """The text of the next message not read yet, waiting for it to arrive."""
        return (await self.reads_next_message(timeout_seconds=timeout_seconds)).text

    async def reads_next_message(self, *, timeout_seconds: float = PATIENCE_SECONDS) -> SentMessage:
        """The next message not read yet. What was tapped counts as read, and what came before it."""
        await self.inbox.wait_for(self._read + 1, timeout_seconds=timeout_seconds)
        self._read += 1
        return self.inbox[self._read - 1]

    @property
    def unread(self) -> list[SentMessage]:
        return self.inbox[self._read :]

    def _has_seen(self, message: SentMessage) -> None:
        if message in self.inbox:  # one shown to somebody else can be tapped too, by who is up to no good
            place = self.inbox.index(message) + 1
            self._chosen_up_to = max(self._chosen_up_to, place)
            self._read = max(self._read, place)

    async def _offering(self, choice: str, timeout_seconds: float) -> SentMessage:
        def offers(message: SentMessage) -> bool:
            return message in self.inbox[self._chosen_up_to :] and _pick(message, choice) is not None

        return (await self.inbox.wait_for(when=offers, timeout_seconds=timeout_seconds))[-1]

    def _content(self, kind: str, content: Any, answering: str | None) -> Json:
        context = {"context": {"from": self.number.digits, "id": answering}} if answering else {}
        return {**context, kind: content, "type": kind}

    def _body(self, content: Json) -> tuple[str, Json]:
        message_id = self._exchange.next_id(self.address)
        return message_id, message_body(self.number, self.person, message_id, self._exchange.clock(), content)

    async def _posts(self, content: Json) -> str:
        message_id, body = self._body(content)
        self.sent[message_id] = body
        await self._exchange.post_until_taken(self.number, body)
        return message_id


def _reply(message: SentMessage, picked: Choice) -> Json:
    if str(message.content["type"]).lower() == "button":
        return {"type": "button_reply", "button_reply": {"id": picked.id, "title": picked.title}}
    row = {"id": picked.id, "title": picked.title, "description": picked.description}
    return {"type": "list_reply", "list_reply": row}


def _pick(message: SentMessage, choice: str) -> Choice | None:
    return next((offered for offered in message.choices if choice in (offered.id, offered.title)), None)
