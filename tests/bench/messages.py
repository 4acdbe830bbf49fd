"""What customers write here: webhooks made and signed before the clock runs, each with an id of its own."""

import itertools
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from tests.fakes.graph import BusinessNumber, sign
from tests.fakes.graph.inbound import Person, message_body

DOCUMENT_NAME = "prices.md"
DOCUMENT = """\
# Smile Dental

{prices}

## Paying

You can pay by card, in cash or by bank transfer. We send the bill by post within two weeks.

## Getting here

Parking is free for patients in the courtyard behind the house. The tram stops right in front of the door.

## Before your visit

Please come ten minutes early and bring your insurance card and a list of the medicine that you take.
"""

PRICES = {
    name: int(euros)
    for name, euros in re.findall(
        r"([a-z][a-z -]+) (\d+)",
        "inlay 310, cleaning 70, filling 120, crown 640, root canal 380, bleaching 290, tooth removal 95, "
        "night guard 210, dental implant 1450, bridge 980, jaw scan 35, veneer 520, brace 2400, retainer 180, "
        "sealant 40, denture 1100, gum treatment 160, mouth guard 90",
    )
}
BEFORE = ("", "Hello, ", "Hi, ", "Good morning, ", "Hello there, ", "Excuse me, ", "Sorry, ", "Good evening, ")
ASKED = (
    *(
        "what is the price of a {one}",
        "what does a {one} cost",
        "how much is a {one}",
        "what do you charge for a {one}",
    ),
    *("how much does a {one} cost", "can you tell me the price of a {one}", "how expensive is a {one}"),
    *("what would I pay for a {one}", "what is your price for a {one}", "how much do you charge for a {one}"),
)
AFTER = ("?", ", please?")


def document() -> bytes:
    """The owner's one document."""
    prices = "\n\n".join(f"## {one.capitalize()}\n\nA {one} costs {euros} euros." for one, euros in PRICES.items())
    return DOCUMENT.format(prices=prices).encode()


def questions() -> list[str]:
    """Plain questions that the document answers, in an order that mixes them. No two are the same, so that none is
    found among those that the embedding remembers: each costs what a new question costs."""
    made = [
        f"{before}{asked.format(one=one)}{after}"
        for before, asked, after, one in itertools.product(BEFORE, ASKED, AFTER, PRICES)
    ]
    return [made[place * STRIDE % len(made)] for place in range(len(made))]


STRIDE = 1151
"""Has no factor in common with the number of questions."""


@dataclass(frozen=True)
class Desk:
    """What must be known of a prepared data folder to write to it."""

    number: BusinessNumber
    app_secret: str


def person(number: int) -> Person:
    """One of any number of customers."""
    return Person(name=f"Customer {number}", phone=f"4917{number:08d}", user_id=f"DE.{10**15 + number}")


def webhook(desk: Desk, port: int, customer: Person, message_id: str, text: str) -> bytes:
    """One message as a whole HTTP request, signed."""
    content = {"type": "text", "text": {"body": text}}
    body = message_body(desk.number, customer, message_id, datetime.now(UTC), content)
    raw = json.dumps(body, separators=(",", ":")).encode()
    head = (
        f"POST /webhooks/whatsapp HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"User-Agent: facebookexternalua\r\nX-Hub-Signature-256: {sign(raw, desk.app_secret)}\r\n"
        f"Content-Length: {len(raw)}\r\n\r\n"
    )
    return head.encode() + raw
