"""`dead-letter`: an event that was given up is kept, so that a person can see it and have it tried again."""

from datetime import datetime

from libs.common.entities import DeadLetter
from libs.common.envelope import deterministic_id
from libs.common.events import DeadLettered
from libs.common.service import Outcome
from libs.common.store.port import Transaction


async def keep(event: DeadLettered, tx: Transaction, now: datetime) -> Outcome:
    """One row for one service's failure at one event."""
    what = deterministic_id(event.service, event.attributes.get("ce-id", event.id))
    row = DeadLetter(
        dead_letter_id=f"{event.user_id}:{what}",
        user_id=event.user_id,
        service=event.service,
        topic=event.attributes.get("ce-type", "").removeprefix("frontdesk.").rpartition(".v")[0],
        attributes=event.attributes,
        data=event.data,
        code=event.code,
        error=event.error,
        attempts=event.attempts,
        given_up_at=event.given_up_at,
    )
    return Outcome(write=[row], code="kept")
