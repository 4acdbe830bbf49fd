"""A stand-in for Meta's Graph API, as WhatsApp's Cloud API uses it, and for the customers behind it.

In a test: `async with GraphApi(webhook=…) as graph:`, `ana = graph.customer("Ana")`, `await ana.writes("Hello")`.
By hand: `python -m tests.fakes.graph --help`.
"""

from tests.fakes.graph.api import GraphApi
from tests.fakes.graph.customer import Customer
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.sent import Choice, ReadMark, SentMessage
from tests.fakes.graph.statuses import Failed
from tests.fakes.graph.webhook import Backoff, Delivery, WebhookNotTaken, sign

__all__ = [
    "Backoff",
    "BusinessNumber",
    "Choice",
    "Customer",
    "Delivery",
    "Failed",
    "GraphApi",
    "ReadMark",
    "SentMessage",
    "WebhookNotTaken",
    "sign",
]
