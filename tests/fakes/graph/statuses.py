"""Status webhooks: what became of each message, in the order and as often as a test says."""

import asyncio
from collections import deque
from dataclasses import dataclass

from tests.fakes.graph.exchange import Exchange
from tests.fakes.graph.inbound import status_body
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.sent import SentMessage
from tests.fakes.graph.webhook import WebhookNotTaken
from tests.fakes.journal import PATIENCE_SECONDS, NeverCame


@dataclass(frozen=True)
class Failed:
    """The status `failed`, with the code of what went wrong."""

    code: int


Step = str | Failed


class Statuses:
    """Reports on each accepted message: `sent`, `delivered`, `read`, each signed and sent again until it is taken.

    One message's reports follow each other; different messages' go side by side.
    """

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._always: tuple[Step, ...] = ("sent", "delivered", "read")
        self._coming: deque[tuple[Step, ...]] = deque()
        self._open = asyncio.Event()
        self._open.set()
        self._running: set[asyncio.Task[None]] = set()
        self._given_up: list[WebhookNotTaken] = []

    def always(self, *steps: Step) -> None:
        """What is reported on every message from now on; nothing at all without steps."""
        self._always = steps

    def coming(self, *steps: Step, times: int = 1) -> None:
        """What is reported on the next `times` messages.

        `coming("sent", "sent")` repeats, `coming("read", "delivered", "sent")` reorders, `coming(Failed(131026))`
        fails, and `coming()` reports nothing.
        """
        self._coming.extend([steps] * times)

    def hold(self) -> None:
        """Keep all reports back until `release()`."""
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    def schedule(self, number: BusinessNumber, sent: SentMessage) -> None:
        """Begin to report on a message that was just taken."""
        steps = self._coming.popleft() if self._coming else self._always
        task = asyncio.create_task(self._report_all(number, sent, steps))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def settled(self, *, timeout_seconds: float = PATIENCE_SECONDS) -> None:
        """Return once every report so far was taken.

        Raises NeverCame when the time is up, WebhookNotTaken for one that was given up.
        """
        running = list(self._running)
        if running:
            _, open_still = await asyncio.wait(running, timeout=timeout_seconds)
            if open_still:
                raise NeverCame(f"reports on {len(open_still)} messages were not taken")
        if self._given_up:
            raise self._given_up[0]

    async def stop(self) -> None:
        """Forget what was not reported yet."""
        for task in (running := list(self._running)):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _report_all(self, number: BusinessNumber, sent: SentMessage, steps: tuple[Step, ...]) -> None:
        for step in steps:
            await self._open.wait()
            hook = self._exchange.hook_of(number)
            if hook is None:
                return
            status, error = ("failed", step.code) if isinstance(step, Failed) else (step, None)
            body = status_body(number, sent, status, self._exchange.clock(), error)
            try:
                await self._exchange.sender.post_until_taken(hook, body)
            except WebhookNotTaken as given_up:
                self._given_up.append(given_up)
