"""What could not be handled, and trying it again."""

import json

from libs.common.entities import DeadLetter, Receipt
from libs.common.events import DocUploaded
from libs.common.model import Instant, Model
from services.gateway.api import asking
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import NotFound
from services.gateway.api.resources.asked import PageQuery
from services.gateway.api.routing import OWNER, Routes
from services.gateway.replaying import came_of, dead_letters, replay, replayable_until, untried

routes = Routes("Dead letters", "What could not be handled, and trying it again.")


class CameOf(Model):
    """What a service made of an event: its receipt's code, and what it says to a person, if it says something."""

    code: str
    message: str = ""


class DeadLetterShown(Model):
    """An event that was given up, and why. `conversationId` and `document` (its name) say what it was about, where it
    was about one. `cameOf` is what came of the last replay; the code `dead_letter` says that it was given up again,
    and stands in the list anew. A replay is refused after `replayableUntil`."""

    dead_letter_id: str
    service: str
    topic: str
    code: str
    error: str
    attempts: int
    given_up_at: Instant
    replayed_at: Instant | None
    replays: int
    replayable_until: Instant
    conversation_id: str = ""
    document: str = ""
    came_of: CameOf | None = None


class DeadLetters(Model):
    """Dead letters, the latest first. `untried` counts all those that nobody has replayed yet and still could."""

    items: list[DeadLetterShown]
    next: str | None = None
    untried: int


class Replayed(CameOf):
    """What the service made of it this time."""

    service: str


@routes.get(f"{OWNER}/dead-letters", access="owner")
async def list_dead_letters(call: Call, query: PageQuery) -> DeadLetters:
    """List what could not be handled, the latest first."""
    page = await dead_letters(call.parts, call.user_id, limit=query.limit, after=cursor_of(query.after))
    receipts = await came_of(call.parts, page.items)
    items = [_shown(row, receipt) for row, receipt in zip(page.items, receipts, strict=True)]
    return DeadLetters(items=items, next=marked(page.next), untried=await untried(call.parts, call.user_id))


@routes.post(f"{OWNER}/dead-letters/{{deadLetterId}}/replay", access="owner", waits=True, refuses=(409,))
async def replay_dead_letter(call: Call) -> Replayed:
    """Have it tried once more."""
    letter = await call.reader.get(DeadLetter, call.named("deadLetterId"))
    if letter is None:
        raise NotFound(what="dead letter")
    event_id = await replay(call.parts, letter.dead_letter_id)
    receipt = await asking.wait(call.parts, letter.service, event_id)
    return Replayed(service=letter.service, **_told(receipt).model_dump())


def _shown(row: DeadLetter, receipt: Receipt | None) -> DeadLetterShown:
    more = {"replayable_until": replayable_until(row), "came_of": _told(receipt) if receipt else None}
    return DeadLetterShown.model_validate({**row.model_dump(), **_about(row), **more})


def _told(receipt: Receipt) -> CameOf:
    answer = receipt.answer or {}
    message = answer.get("message") or answer.get("error")
    return CameOf(code=receipt.code, message=message if isinstance(message, str) else "")


def _about(row: DeadLetter) -> dict[str, str]:
    """What its payload names, as far as it can be read."""
    try:
        payload = json.loads(row.data)
    except ValueError:
        return {}
    if not isinstance(payload, dict):
        return {}
    document = payload.get("name") if row.topic == DocUploaded.topic else None
    named = {"conversation_id": payload.get("conversationId"), "document": document}
    return {field: value for field, value in named.items() if isinstance(value, str)}
