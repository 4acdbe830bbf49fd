"""Receipts: made from an outcome, read back into the events to publish again."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from libs.common.bus.port import Delivery
from libs.common.entities.machinery import Receipt
from libs.common.envelope import Envelope
from libs.common.errors import TooLarge
from libs.common.events.base import seal
from libs.common.service import OUTPUT_BYTES_MAX, Outcome

KEEP = timedelta(days=30)


def sealed(delivery: Delivery, outcome: Outcome, *, at: datetime, traceparent: str) -> list[Envelope]:
    """An outcome's events in their envelopes. Raises TooLarge past what a receipt holds."""
    envelopes = [
        seal(
            event,
            cause=delivery.envelope.id,
            source=delivery.subscription.service,
            at=at,
            place=place,
            traceparent=traceparent or delivery.envelope.traceparent,
        )
        for place, event in enumerate(outcome.publish)
    ]
    size = sum(envelope.size for envelope in envelopes)
    if size > OUTPUT_BYTES_MAX:
        raise TooLarge(what=f"the outputs of one {delivery.envelope.topic}", size=size, limit=OUTPUT_BYTES_MAX)
    return envelopes


def receipt(delivery: Delivery, outcome: Outcome, outputs: Sequence[Envelope], *, at: datetime) -> Receipt:
    """What stands for good: this service has handled this event."""
    service, event = delivery.subscription.service, delivery.envelope
    return Receipt(
        receipt_id=Receipt.id_for(service, event.id),
        user_id=event.user_id,
        service=service,
        event_id=event.id,
        topic=event.topic,
        code=outcome.code,
        answer=dict(outcome.answer) if outcome.answer is not None else None,
        outputs=tuple({**output.attributes(), "data": output.data.decode()} for output in outputs),
        handled_at=at,
        expires_at=at + KEEP,
    )


def outputs_of(stored: Receipt) -> list[Envelope]:
    """The events that this receipt's handling published."""
    return [Envelope.from_attributes(_strings(output), output["data"].encode()) for output in stored.outputs]


def _strings(output: dict[str, Any]) -> dict[str, str]:
    return {name: value for name, value in output.items() if name != "data"}


def outcome_of(stored: Receipt) -> Outcome:
    """The outcome as whoever waits for it sees it."""
    return Outcome(code=stored.code, answer=stored.answer)
