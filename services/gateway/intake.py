"""A webhook's body becomes events on the bus: after the signature was right, or from a phone that is played."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from libs.common.envelope import Envelope
from libs.common.events.base import seal_payload
from libs.common.logs import logger
from libs.common.parts import Parts
from libs.common.telemetry import current_traceparent
from services.gateway.directory import Directory
from services.gateway.together import Together
from services.gateway.whatsapp.payloads import Arrival, Change, Happened, changes_in, events_of

SERVICE = "gateway"


class Intake:
    """Takes webhooks. `counts` sums up what was accepted and left aside since the process began."""

    def __init__(self, parts: Parts, directory: Directory) -> None:
        self._parts = parts
        self._directory = directory
        self._together = Together(parts.bus)
        self._log = logger(SERVICE)
        self.counts: Counter[str] = Counter()

    async def accept(self, body: Any, *, only_owner: str | None = None) -> None:
        """Publish everything a webhook says, at once; on return it is durable.

        `only_owner` leaves aside the numbers of others: an owner's own app may speak for the owner alone. Raises
        Unavailable when store or bus do not answer; the same body again then brings nothing twice.
        """
        await self.publish(await self.read(body, only_owner=only_owner, traceparent=current_traceparent()))

    async def read(self, body: Any, *, only_owner: str | None, traceparent: str = "") -> list[Envelope]:
        """What a webhook says, ready to be published; see `accept`. One from outside is part of no trace yet."""
        now = self._parts.clock()
        events: list[Happened] = []
        for change in changes_in(body):
            number_id = change.phone_number_id
            number = self._directory.known(number_id, now) or await self._directory.number(number_id)
            if number is None:
                self._leave("unknown_numbers", "webhook for an unknown number", change)
            elif only_owner is not None and number.user_id != only_owner:
                self._leave("foreign_numbers", "webhook for a number of another owner", change)
            else:
                events += events_of(change, Arrival(number.user_id, number.phone_number_id, number.channel, now))
        return [
            seal_payload(kind, payload, cause=cause, source=SERVICE, at=now, traceparent=traceparent)
            for kind, payload, cause in events
        ]

    async def publish(self, envelopes: Sequence[Envelope]) -> None:
        """Make what was read durable; see `accept`."""
        if envelopes:
            await self._together.publish(envelopes)
            self.counts["accepted"] += len(envelopes)

    def _leave(self, count: str, phrase: str, change: Change) -> None:
        self.counts[count] += 1
        self._log.warning(phrase, phone_number_id=change.phone_number_id)
