"""The stand-in for Meta's Graph API: WhatsApp numbers, messages, media and webhooks, in one object."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

from tests.fakes.faults import Fault, Faults, When
from tests.fakes.graph.customer import Customer
from tests.fakes.graph.endpoints import ATTACHMENTS, Endpoints
from tests.fakes.graph.errors import GraphError
from tests.fakes.graph.exchange import Clock, Exchange, wall_clock
from tests.fakes.graph.inbound import Person, echo_body
from tests.fakes.graph.limits import Json
from tests.fakes.graph.media import UPLOAD_BYTES_MAX, MediaShelf
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.sent import ReadMark, SentMessage
from tests.fakes.graph.statuses import Statuses
from tests.fakes.graph.webhook import Backoff, Delivery, WebhookSender
from tests.fakes.journal import PATIENCE_SECONDS, Journal
from tests.fakes.loopback import Loopback


class GraphFaults(Faults):
    """Faults in the Graph API's own words. Unless `when` says otherwise they are for sends.

    Kinds of call: send, read, typing, number, media, upload, download, unknown.
    """

    def __init__(self) -> None:
        super().__init__("send")

    def fail(
        self,
        code: int,
        *,
        status: int = 0,
        times: int | None = 1,
        when: When | None = None,
        retry_after_seconds: int | None = None,
    ) -> Fault:
        """Refuse with a Graph error; `status` overrides the code's usual HTTP status."""
        error = GraphError(code, status=status)
        return self.answer(lambda: error_response(error, retry_after_seconds), times=times, when=when)

    def rate_limit(
        self, code: int = 130429, *, retry_after_seconds: int = 1, times: int | None = 1, when: When | None = None
    ) -> Fault:
        """Refuse because there were too many calls (4), or messages (130429), and say when to come back."""
        return self.fail(code, times=times, when=when, retry_after_seconds=retry_after_seconds)


class GraphApi:
    """`async with GraphApi(webhook=…) as graph:` listens on a random loopback port; `graph.url` is what to call.

    Any version in the path will do. Every journal can be waited on: `messages` (accepted sends), `reads`, `typing`,
    `calls` (all requests) and `deliveries` (attempts at webhooks).
    """

    def __init__(
        self,
        *,
        webhook: str | None = None,
        app_secret: str = "graph-app-secret",
        clock: Clock = wall_clock,
        backoff: Backoff | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        seed: str = "",
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.messages: Journal[SentMessage] = Journal("messages", key=lambda sent: sent.address, show=str)
        self.reads: Journal[ReadMark] = Journal("read marks", key=lambda mark: mark.message_id)
        self.typing: Journal[ReadMark] = Journal("typing indicators", key=lambda mark: mark.message_id)
        self.media = MediaShelf()
        self.faults = GraphFaults()
        self._sender = WebhookSender(backoff or Backoff(), sleep)
        self.deliveries = self._sender.deliveries
        self.exchange = Exchange(self._sender, webhook=webhook, app_secret=app_secret, clock=clock, seed=seed)
        self.statuses = Statuses(self.exchange)
        self._numbers: dict[str, BusinessNumber] = {}
        self._customers: dict[tuple[str, str], Customer] = {}
        self.number = self.add_number("106540352242922", token="graph-token", verified_name="Lucky Shrub")
        endpoints = Endpoints(self._numbers, self.media, self.exchange.next_id, self._take, self._mark)
        self.server = Loopback(
            endpoints.routes(),
            faults=self.faults,
            kind_of=self._kind_of,
            error_response=lambda error: error_response(error) if isinstance(error, GraphError) else None,
            body_bytes_max=UPLOAD_BYTES_MAX,
            host=host,
            port=port,
        )
        self.calls = self.server.calls

    async def __aenter__(self) -> Self:
        await self._sender.start()
        await self.server.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.statuses.stop()
        await self.server.stop()
        await self._sender.stop()

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def webhook(self) -> str | None:
        """Where webhooks go; None keeps statuses from being sent."""
        return self.exchange.webhook

    @webhook.setter
    def webhook(self, url: str | None) -> None:
        self.exchange.webhook = url

    @property
    def app_secret(self) -> str:
        return self.exchange.app_secret

    def add_number(
        self,
        number_id: str,
        *,
        token: str,
        verified_name: str,
        display_phone_number: str = "+1 555-078-3881",
        account_id: str = "102290129340398",
        webhook: str | None = None,
        app_secret: str | None = None,
    ) -> BusinessNumber:
        """Another business number. An owner with a Meta app of their own has a webhook and a secret of their own."""
        number = BusinessNumber(number_id, token, display_phone_number, verified_name, account_id)
        number.webhook, number.app_secret = webhook, app_secret
        self._numbers[number_id] = number
        return number

    def customer(
        self,
        name: str = "Ana",
        *,
        phone: str | None = None,
        user_id: str | None = None,
        username: str | None = None,
        number: BusinessNumber | None = None,
    ) -> Customer:
        """A person with a phone, by default with the next number of a row; with a `user_id` alone they have none."""
        if phone is None and user_id is None:
            phone = str(15_550_001_001 + len(self._customers))
        customer = Customer(Person(name, phone, user_id, username), number or self.number, self.exchange, self.media)
        self._reaches(customer)
        return customer

    def becomes(self, customer: Customer, *, phone: str | None, user_id: str | None) -> None:
        """The same person under other identities: a user id appears, or the phone is no longer told."""
        customer.person = Person(customer.person.name, phone, user_id, customer.person.username)
        self._reaches(customer)

    async def owner_writes(self, customer: Customer, text: str) -> str:
        """The owner writes from the WhatsApp Business app on their own phone; returns the message's id."""
        message_id = self.exchange.next_id(customer.address)
        body = echo_body(customer.number, customer.person, message_id, self.exchange.clock(), text)
        await self.exchange.post_until_taken(customer.number, body)
        return message_id

    async def post(
        self, body: Json, *, number: BusinessNumber | None = None, app_secret: str | None = None
    ) -> Delivery:
        """Post any webhook body once, signed; `app_secret` signs it wrongly."""
        return await self.exchange.post(number or self.number, body, app_secret=app_secret)

    async def verify(self, verify_token: str, *, url: str | None = None) -> bool:
        """Register the webhook: does the receiver know the token and echo the challenge?"""
        return await self._sender.verify(url or self.webhook or "", verify_token)

    async def wait_for(
        self,
        count: int = 1,
        *,
        to: Customer | str | None = None,
        when: Callable[[SentMessage], bool] | None = None,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> list[SentMessage]:
        """Return once `count` accepted messages match, with all that match. Raises NeverCame when the time is up."""
        key = to.address if isinstance(to, Customer) else to
        return await self.messages.wait_for(count, key=key, when=when, timeout_seconds=timeout_seconds)

    def _reaches(self, customer: Customer) -> None:
        for address in (customer.person.phone, customer.person.user_id):
            if address:
                self._customers[customer.number.id, address] = customer

    async def _take(self, number: BusinessNumber, sent: SentMessage) -> None:
        customer = self._customers.get((number.id, sent.address))
        if customer is not None:
            await customer.inbox.add(sent)
        await self.messages.add(sent)
        self.statuses.schedule(number, sent)

    async def _mark(self, mark: ReadMark) -> None:
        await self.reads.add(mark)
        if mark.typing:
            await self.typing.add(mark)

    def _kind_of(self, method: str, path: str, body: dict[str, Any]) -> str:
        last = path.rstrip("/").rpartition("/")[2]
        match method, last:
            case "POST", "messages":
                return ("typing" if "typing_indicator" in body else "read") if "status" in body else "send"
            case "POST", "media":
                return "upload"
            case "GET", _:
                return "download" if path == ATTACHMENTS else "number" if last in self._numbers else "media"
            case _:
                return "unknown"


def error_response(error: GraphError, retry_after_seconds: int | None = None) -> web.Response:
    """An error as the Graph API answers it."""
    headers = {} if retry_after_seconds is None else {"Retry-After": str(retry_after_seconds)}
    return web.json_response(error.body("AFakeTraceId"), status=error.status, headers=headers)
