"""The transport port: one number's line to WhatsApp, and what a send can come to.

Bodies are the Cloud API's own JSON on every adapter, so what the sandbox shows is what WhatsApp would get.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol


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


class Lines(Protocol):
    """The lines that are connected."""

    async def line(self, user_id: str, phone_number_id: str) -> Line | None:
        """The line of an owner's number; None where the owner has no such number, or none that can send.

        Raises Unavailable when the store does not answer.
        """
