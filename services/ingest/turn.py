"""Whose turn it is: every change of a conversation's turn, its holder and its stop stands here.

    nobody's  --customer writes-->  the assistant's (open)  --answered-->  nobody's, or the next one where more waits
    open      --a person writes or takes over, or one is asked for-->  held  --handed back-->  open, or nobody's
    any       --STOP-->  stopped  --START-->  nobody's

A turn is open only while nobody holds the conversation and its customer has not said STOP. Turn numbers only rise.
A message that wants an answer waits (an unprocessed entry) with the open turn or with the person; after STOP none does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from libs.common.entities import Conversation, MessageQueue
from libs.common.events import ReplyReady

OWNER_PHONE = "owner phone"
"""Who holds a conversation that the owner answered from their own phone."""
OWNER_PHONE_HOLD = timedelta(hours=12)
STAFF = "staff"
"""Who holds a conversation that waits for any person."""
OPEN_MAX = timedelta(minutes=15)
CLOSED_KEPT = 8
"""Replies that closed a turn and are still known by name: more than can be on their way to WhatsApp at once."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one change makes of a conversation and of the entries that waited in it."""

    conversation: Conversation
    settled: tuple[MessageQueue, ...] = ()  # entries that wait no longer, as they are now
    opened: bool = False  # a turn was opened: the assistant is asked


def held(conversation: Conversation, now: datetime) -> bool:
    """Whether a person has it. A hold past its end is the assistant's again."""
    return bool(conversation.held_by) and (conversation.held_until is None or conversation.held_until > now)


def entry_turn(conversation: Conversation) -> int:
    """The turn of a message that has just come: the open one, or the one that would take it up."""
    return conversation.turn if conversation.turn_open else conversation.turn + 1


def asked(conversation: Conversation, now: datetime) -> Step:
    """A customer's message wants an answer: it joins the open turn, opens the next, or waits for the person."""
    return _carry_on(conversation, now, more=True)


def superseded(conversation: Conversation, reply: ReplyReady) -> bool:
    """Whether an assistant's words come too late: their turn was closed, taken over or stopped meanwhile."""
    if reply.author != "assistant":
        return False
    if reply.said_in is not None:  # what closes its turn may have been faster
        return reply.said_in not in (conversation.turn, conversation.last_closed)
    return not conversation.turn_open or reply.turn not in (None, conversation.turn)


def answered(
    conversation: Conversation,
    waiting: Sequence[MessageQueue],
    reply: ReplyReady,
    now: datetime,
    *,
    beyond: bool = False,
) -> Step:
    """A reply that is not superseded: what it answers waits no longer, and the turn it names is closed.

    `waiting` are the conversation's unprocessed entries, `beyond` says that there are more than these. A staff
    member's words answer all of them and take over an open turn. What still waits gets the next turn unless a
    person has it; a turn whose last entry is answered by the way is over too.
    """
    settled = tuple(_processed(entry, now) for entry in waiting if _answers(reply, entry))
    more = beyond or len(settled) < len(waiting)
    if reply.author == "staff":
        conversation = _written_by_staff(conversation, reply, now)
    elif reply.turn == conversation.turn or (settled and not more):
        conversation = _closed_by(reply, conversation)
    if reply.hand_over is not None and not held(conversation, now):
        conversation = _held(conversation, STAFF, None, reply.hand_over)
    step = _carry_on(conversation, now, more=more)
    return Step(step.conversation, settled, step.opened)


def taken_over(conversation: Conversation, by: str, until: datetime | None, reason: str, now: datetime) -> Step:
    """A person takes it: the open turn closes, and what waits, waits for the person.

    `by` empty: the desk asks for any person, which changes nothing where one has it.
    """
    if not by and held(conversation, now):
        return Step(conversation)
    return Step(_held(conversation, by or STAFF, until, reason))


def answered_by_phone(conversation: Conversation, waiting: Sequence[MessageQueue], now: datetime) -> Step:
    """The owner wrote from their own phone: that answers what waited and holds the conversation for 12 hours.

    A hold that lasts longer already is left as it is.
    """
    settled = tuple(_processed(entry, now) for entry in waiting)
    until = now + OWNER_PHONE_HOLD
    if held(conversation, now) and (conversation.held_until is None or conversation.held_until >= until):
        return Step(conversation, settled)
    return Step(_held(conversation, OWNER_PHONE, until, "The owner wrote from their own phone."), settled)


def handed_back(conversation: Conversation, now: datetime, *, more: bool) -> Step:
    """The person gives it back: what still waits (`more`) is the assistant's next turn."""
    return _carry_on(_unheld(conversation), now, more=more)


def stopped(conversation: Conversation, waiting: Sequence[MessageQueue], now: datetime) -> Step:
    """The customer wants no more messages: the open turn closes without an answer, and nothing waits any more."""
    closed = _closed(conversation).changed(stopped=True, asks=None, asks_about=None, asks_date=None, offered=())
    return Step(closed, tuple(_processed(entry, now) for entry in waiting))


def started(conversation: Conversation) -> Step:
    """The customer is back. Nothing waits; their next message opens a turn, unless a person has it."""
    return Step(conversation.changed(stopped=False))


def _carry_on(conversation: Conversation, now: datetime, *, more: bool) -> Step:
    """Where more waits and it is nobody's, open the next turn."""
    if held(conversation, now) or conversation.stopped or conversation.turn_open or not more:
        return Step(conversation)
    opened = _unheld(conversation).changed(turn=conversation.turn + 1, turn_open=True, turn_opened_at=now)
    return Step(opened, opened=True)


def _written_by_staff(conversation: Conversation, reply: ReplyReady, now: datetime) -> Conversation:
    by = reply.by or STAFF
    if conversation.turn_open:
        return _held(_closed_by(reply, conversation), by, None, f"{by} answered.")
    if held(conversation, now) and conversation.held_by == STAFF:
        return conversation.changed(held_by=by)  # it waited for any person; now it is this one's
    return conversation


def _answers(reply: ReplyReady, entry: MessageQueue) -> bool:
    if reply.answers:
        return entry.queue_id in reply.answers
    if reply.author == "staff":
        return True
    return reply.turn is not None and entry.turn <= reply.turn


def _closed_by(reply: ReplyReady, conversation: Conversation) -> Conversation:
    if not conversation.turn_open:
        return conversation
    closed_by = (*conversation.closed_by, reply.id)[-CLOSED_KEPT:]
    return _closed(conversation).changed(closed_by=closed_by, last_closed=conversation.turn)


def _closed(conversation: Conversation) -> Conversation:
    return conversation.changed(turn_open=False, turn_opened_at=None)


def _held(conversation: Conversation, by: str, until: datetime | None, reason: str) -> Conversation:
    return _closed(conversation).changed(held_by=by, held_until=until, held_reason=reason)


def _unheld(conversation: Conversation) -> Conversation:
    return conversation.changed(held_by="", held_until=None, held_reason="")


def _processed(entry: MessageQueue, now: datetime) -> MessageQueue:
    return entry.changed(processed=True, processed_at=now)
