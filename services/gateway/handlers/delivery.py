"""`reply.ready`: send it, one part after the other, each at most as often as it must be."""

from dataclasses import dataclass
from datetime import datetime

from libs.common.entities import Conversation, Delivery
from libs.common.errors import Failure, Unavailable
from libs.common.events import DeliveryReported, ReplyReady
from libs.common.service import Again, Claimed, Decided, Effect, Later, Outcome
from libs.common.store.port import Transaction
from libs.common.store.query import Query
from services.gateway import answers
from services.gateway.answers import Done, Send, Wait
from services.gateway.whatsapp.outgoing import Content, contents_of
from services.gateway.whatsapp.transport import Answer, Lines, Refused

NOT_CONNECTED = Refused(
    0, "The number of this conversation is not connected. To write on it, connect it again with a valid token.", "never"
)


class NotTaken(Failure, code="not_taken"):
    """WhatsApp did not take the message (error {error_code}: {title})."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message that is about to be sent."""

    row: Delivery
    phone_number_id: str
    address: str
    content: Content
    is_last: bool


@dataclass(frozen=True)
class Deliver:
    """Claim a part, send it, record what came of it; again until the answer is out."""

    lines: Lines

    def effect(self) -> Effect[ReplyReady, Part, Answer]:
        """The three as the runtime wants them."""
        return Effect(ReplyReady, claim, self.act, record)

    async def act(self, event: ReplyReady, part: Part) -> Answer:
        """Send one part."""
        try:
            line = await self.lines.line(event.user_id, part.phone_number_id)
        except Unavailable as silent:  # no byte left, so nothing is unknown
            return Refused(0, str(silent), "later", silent.retry_after)
        if line is None:
            return NOT_CONNECTED
        return await line.send(part.address, part.content, part.row.delivery_id)


async def claim(event: ReplyReady, tx: Transaction, now: datetime) -> Claimed[Part] | Decided:
    """Decide, on the conversation as it is now, whether the next part goes out."""
    contents = contents_of(event)
    if not contents:
        return Outcome(code="nothing_to_send")
    conversation = await tx.get(Conversation, event.conversation_id)
    if conversation is None:
        return Outcome(code="no_conversation")
    rows = await tx.get_many(Delivery, [answers.delivery_id(event, part) for part in range(len(contents))])
    match answers.next_step(event, conversation, rows, now):
        case Wait(until=until):
            return Later(until)
        case Done(code=code, row=row):
            return Outcome(write=[row.changed(updated_at=now)] if row else [], code=code)
        case Send(part=place, row=row):
            work = Part(
                row=row,
                phone_number_id=conversation.phone_number_id,
                address=conversation.address,
                content=contents[place],
                is_last=place == len(contents) - 1,
            )
            return Claimed(work, write=[row])


async def record(event: ReplyReady, part: Part, answer: Answer, tx: Transaction, now: datetime) -> Decided:
    """Write down what came of a part. What is not settled, or not the last, is claimed anew."""
    row = answers.after(await tx.get(Delivery, part.row.delivery_id) or part.row, answer, now).changed(updated_at=now)
    if row.state == "failed":
        return Outcome(write=[row], code="failed")
    if row.state == "sent" and part.is_last:
        return Outcome(write=[row], code="maybe_twice" if row.maybe_twice else "sent")
    if isinstance(answer, Refused) and answer.retry == "again" and row.state == "refused":
        raise NotTaken(error_code=answer.code, title=answer.title).keeping(row)
    return Again(write=[row])


async def report(event: DeliveryReported, tx: Transaction, now: datetime) -> Outcome:
    """`delivery.reported`: what became of a message of ours, in whichever order WhatsApp says it."""
    row = await tx.get(Delivery, event.delivery_id) if event.delivery_id else None
    if row is None:
        found = await tx.find(Query(Delivery, equal={"whatsapp_id": event.whatsapp_id}, limit=1))
        row = next(iter(found.items), None)
    if row is None:
        return Outcome(code="not_ours")
    changed = answers.reported(row, event)
    if changed is None:
        return Outcome(code="known")
    return Outcome(write=[changed.changed(updated_at=now)], code=changed.state)
