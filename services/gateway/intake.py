"""A webhook's body becomes events on the bus: after the signature was right, or from a phone that is played."""

from collections import Counter
from typing import Any, NamedTuple

from libs.common.events.base import seal_payload
from libs.common.logs import logger
from libs.common.parts import Parts
from libs.common.telemetry import current_traceparent
from services.gateway.directory import Directory
from services.gateway.together import Together
from services.gateway.whatsapp.payloads import Arrival, Change, Happened, changes_in, events_of

SERVICE = "gateway"


class Accepted(NamedTuple):
    """What came of one webhook: the ids of its events, and how many changes were left aside and why."""

    event_ids: tuple[str, ...] = ()
    unknown_numbers: int = 0
    foreign_numbers: int = 0


class Intake:
    """Takes webhooks. `counts` sums up what was accepted and left aside since the process began."""

    def __init__(self, parts: Parts, directory: Directory) -> None:
        self._parts = parts
        self._directory = directory
        self._together = Together(parts.bus)
        self._log = logger(SERVICE)
        self.counts: Counter[str] = Counter()

    async def accept(self, body: Any, *, only_owner: str | None = None) -> Accepted:
        """Publish everything a webhook says, at once; on return it is durable.

        `only_owner` leaves aside the numbers of others: an owner's own app may speak for the owner alone. Raises
        Unavailable when store or bus do not answer; the same body again then brings nothing twice.
        """
        events: list[Happened] = []
        unknown = foreign = 0
        for change in changes_in(body):
            arrival = await self._arrival(change)
            if arrival is None:
                unknown += 1
                self._aside("webhook for an unknown number", change)
            elif only_owner is not None and arrival.user_id != only_owner:
                foreign += 1
                self._aside("webhook for a number of another owner", change)
            else:
                events += events_of(change, arrival)
        ids = await self._publish(events)
        self.counts["accepted"] += len(ids)
        self.counts["unknown_numbers"] += unknown
        self.counts["foreign_numbers"] += foreign
        return Accepted(ids, unknown, foreign)

    async def _arrival(self, change: Change) -> Arrival | None:
        number = await self._directory.number(change.phone_number_id)
        if number is None:
            return None
        return Arrival(number.user_id, number.phone_number_id, number.channel, self._parts.clock())

    async def _publish(self, events: list[Happened]) -> tuple[str, ...]:
        if not events:
            return ()
        now, trace = self._parts.clock(), current_traceparent()
        envelopes = [
            seal_payload(kind, payload, cause=cause, source=SERVICE, at=now, traceparent=trace)
            for kind, payload, cause in events
        ]
        await self._together.publish(envelopes)
        return tuple(envelope.id for envelope in envelopes)

    def _aside(self, phrase: str, change: Change) -> None:
        self._log.warning(phrase, phone_number_id=change.phone_number_id)
