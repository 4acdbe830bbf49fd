"""The transport port: one number's line to WhatsApp, and what a send can come to.

Bodies are the Cloud API's own JSON on every adapter, so what the sandbox shows is what WhatsApp would get.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from libs.common.events import Media


@dataclass(frozen=True, slots=True)
class Taken:
    """WhatsApp has the message, under this id."""

    whatsapp_id: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Certainly not taken: WhatsApp said so, or was never reached.

    `retry`: `later` (too many calls, an outage; after `retry_after` seconds where it said when), `again` (may well
    work the next time), `never`. `code` is the Graph API's, 0 where it gave none.
    """

    code: int
    title: str
    retry: Literal["later", "again", "never"]
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Silent:
    """Bytes left and no answer came: the customer may have the message or not."""

    reason: str


Answer = Taken | Refused | Silent


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that came with a message of type `kind`, to be kept as the owner's blob `blob`."""

    media: Media
    kind: str
    blob: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The file is here, whole and as it was announced. `blob` need not be the one that was asked for."""

    blob: str
    mime_type: str
    size: int


@dataclass(frozen=True, slots=True)
class NotKept:
    """The file is not here, with the reason in words for the owner. `waiting`: it may well be had later, after
    `retry_after` seconds where WhatsApp said when."""

    reason: str
    becomes: Literal["waiting", "refused", "gone"]
    retry_after: float | None = None


Fetched = Kept | NotKept


class Line(Protocol):
    """One number of one owner. Its methods never raise for what the network does."""

    async def send(self, to: str, content: Mapping[str, Any], delivery_id: str) -> Answer:
        """Send a message object to an address: a phone, or a business-scoped user id.

        `delivery_id` comes back with every report on the message. Sending it a second time may reach the customer
        twice: the Cloud API knows no idempotency key.
        """

    async def mark_read(self, whatsapp_id: str, *, typing: bool) -> bool:
        """Show the customer that their message was read, and with `typing`, for 25 s, that an answer is being
        written. False where WhatsApp did not take it."""

    async def fetch(self, file: Wanted) -> Fetched:
        """Bring a file that a customer sent to where the owner's files are. Again: the same file, once.

        It is never whole in memory. Raises Unavailable when the place for files does not answer.
        """


class Lines(Protocol):
    """The lines that are connected."""

    async def line(self, user_id: str, phone_number_id: str) -> Line | None:
        """The line of an owner's number; None where the owner has no such number, or none that can send.

        Raises Unavailable when the store does not answer.
        """
