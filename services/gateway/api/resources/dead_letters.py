"""What could not be handled, and trying it again."""

from libs.common.entities import DeadLetter
from libs.common.model import Instant, Model
from services.gateway.api import asking
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import NotFound
from services.gateway.api.resources.asked import PageQuery
from services.gateway.api.routing import OWNER, Routes
from services.gateway.replaying import dead_letters, replay

routes = Routes("Dead letters", "What could not be handled, and trying it again.")


class DeadLetterShown(Model):
    """An event that was given up, and why."""

    dead_letter_id: str
    service: str
    topic: str
    code: str
    error: str
    attempts: int
    given_up_at: Instant
    replayed_at: Instant | None
    replays: int


class DeadLetters(Model):
    """Dead letters, the latest first."""

    items: list[DeadLetterShown]
    next: str | None = None


class Replayed(Model):
    """What the service made of it this time: its receipt's code."""

    service: str
    code: str


@routes.get(f"{OWNER}/dead-letters", access="owner")
async def list_dead_letters(call: Call, query: PageQuery) -> DeadLetters:
    """List what could not be handled, the latest first."""
    page = await dead_letters(call.parts, call.user_id, limit=query.limit, after=cursor_of(query.after))
    items = [DeadLetterShown.model_validate(row.model_dump()) for row in page.items]
    return DeadLetters(items=items, next=marked(page.next))


@routes.post(f"{OWNER}/dead-letters/{{deadLetterId}}/replay", access="owner", waits=True, refuses=(409,))
async def replay_dead_letter(call: Call) -> Replayed:
    """Have it tried once more."""
    letter = await call.reader.get(DeadLetter, call.named("deadLetterId"))
    if letter is None:
        raise NotFound(what="dead letter")
    event_id = await replay(call.parts, letter.dead_letter_id)
    receipt = await asking.wait(call.parts, letter.service, event_id)
    return Replayed(service=letter.service, code=receipt.code)
