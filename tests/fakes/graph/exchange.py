"""Meta's own part of a conversation: message ids, times, and which webhook a number's news goes to."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime

from tests.fakes.graph.limits import Json
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.webhook import Delivery, Hook, WebhookSender

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The time of day; tests give their own."""
    return datetime.now(UTC)


class Exchange:
    """What customers, statuses and the Graph API share.

    `seed` keeps the message ids of one run apart from those of another that talks to the same receiver.
    """

    def __init__(
        self, sender: WebhookSender, *, webhook: str | None, app_secret: str, clock: Clock, seed: str = ""
    ) -> None:
        self.sender = sender
        self.webhook = webhook
        self.app_secret = app_secret
        self.clock = clock
        self._seed = seed
        self._ids = 0

    def next_id(self, address: str) -> str:
        """A new message id, made from a counter: the same scene gives the same ids."""
        self._ids += 1
        text = f"{self._seed}{address}:{self._ids:06d}"
        return "wamid." + base64.b64encode(text.encode()).decode()

    def hook_of(self, number: BusinessNumber) -> Hook | None:
        """Where news of this number goes; None while nobody has asked for them."""
        url = number.webhook or self.webhook
        return Hook(url, number.app_secret or self.app_secret) if url else None

    async def post(self, number: BusinessNumber, body: Json, *, app_secret: str | None = None) -> Delivery:
        """One attempt at the number's webhook; `app_secret` signs with another secret than the right one."""
        hook = self._must_have_hook(number)
        return await self.sender.post(Hook(hook.url, app_secret or hook.app_secret), body)

    async def post_until_taken(self, number: BusinessNumber, body: Json) -> Delivery:
        """As Meta does, but an answer of 4xx raises WebhookNotTaken at once: it is a mistake in the scene."""
        return await self.sender.post_until_taken(self._must_have_hook(number), body, through_refusals=False)

    def _must_have_hook(self, number: BusinessNumber) -> Hook:
        hook = self.hook_of(number)
        if hook is None:
            raise RuntimeError(f"no webhook is set: give GraphApi or the number {number.id} one")
        return hook
