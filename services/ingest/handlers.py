"""One function per event. Each reads, asks the pure rules, and says what should be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from libs.common.entities import (
    Conversation,
    ConversationTerm,
    DangerWords,
    Entity,
    Message,
    MessageQueue,
    Participant,
)
from libs.common.events import (
    ClockTicked,
    ConversationRequested,
    DeadLettered,
    MessageReceived,
    OwnerChanged,
    ReplyReady,
    SettingsChanged,
)
from libs.common.service import Again, Outcome
from libs.common.store.port import WRITES_MAX, Create, Delete, Transaction, Write
from libs.common.store.query import Page, Query, Range, Value
from services.ingest import keywords, outputs, records, turn
from services.ingest.danger import step as danger_step
from services.ingest.danger.rule import Sign, Watch
from services.ingest.danger.settings import revised
from services.ingest.identity import aliases, identify, written_down
from services.ingest.turn import Step

WAITING_MAX = 200
"""Entries that one step looks at: with the conversation, a message and the receipt they fit into one transaction."""
TICK_MAX = 200
"""Conversations of a kind that one tick looks after; the next comes in a minute."""


async def receive(event: MessageReceived, tx: Transaction, now: datetime, watch: Watch) -> Outcome:
    """Write down what a customer wrote, or the owner from their own phone, and say whose turn it is.

    A message that is there already changes nothing. Groups and echoes of our own words leave only the receipt.
    """
    inbound = event.message
    if inbound.group_id or inbound.echo_of_ours:
        return Outcome(code="group" if inbound.group_id else "echo")
    named = aliases(event)
    customer = identify(named, await tx.get_many(Participant, [alias.id for alias in named]))
    if await tx.get(Message, records.message_id(event)):
        return Outcome(code="duplicate")
    known = await tx.get(Conversation, customer.conversation_id) if customer.known else None
    contact = records.with_contact(known or records.new_conversation(event, customer, now), event)
    conversation, terms = records.with_terms(contact)
    message = records.message(event, conversation)
    written = [Create(message), *map(Create, written_down(customer, now)), *terms]
    outcome = await _said(event, conversation, message, written, tx, now, watch)
    return replace(outcome, publish=[*outcome.publish, *outputs.wanted_file(event, message)])


async def _said(
    event: MessageReceived,
    conversation: Conversation,
    message: Message,
    written: Sequence[Write],
    tx: Transaction,
    now: datetime,
    watch: Watch,
) -> Outcome:
    inbound = event.message
    if inbound.needs_no_answer:  # kept, but not part of what was said
        return _outcome(Step(conversation), now, write=written, code="kept")
    said = records.with_said(conversation, message)
    if inbound.from_owner:
        step = turn.answered_by_phone(said, (await _waiting(tx, said)).items, now)
        return _outcome(step, now, write=written, code="taken_over")
    said = records.with_inbound(said, inbound)
    own = await watch.words(event.user_id, tx, now)
    if sign := danger_step.sign_in(inbound, own):
        return await _in_danger(event, said, sign, own, written, tx, now)
    return await _from_customer(event, said, written, tx, now)


async def _in_danger(
    event: MessageReceived,
    conversation: Conversation,
    sign: Sign,
    own: DangerWords | None,
    written: Sequence[Write],
    tx: Transaction,
    now: datetime,
) -> Outcome:
    """Before any model reads it: a person has it, and the customer is told whom to call, unless they said STOP."""
    entry = records.entry(event, turn.entry_turn(conversation), conversation, now)
    quiet = conversation.stopped or danger_step.is_told(conversation)
    told = [] if quiet else [await danger_step.told(conversation, sign, own, tx)]
    step = danger_step.raised(conversation, sign, now)
    return _outcome(step, now, write=[*written, Create(entry)], publish=told, code="danger")


async def _from_customer(
    event: MessageReceived, conversation: Conversation, written: Sequence[Write], tx: Transaction, now: datetime
) -> Outcome:
    word = keywords.read(event.message.text) if event.message.kind in keywords.KINDS else None
    if conversation.stopped:
        if word and word.wish == "start":
            return _start(conversation, now, language=word.language, write=written)
        return _outcome(Step(conversation), now, write=written, code="kept")
    if word and word.wish == "stop":
        return await _stop(conversation, tx, now, language=word.language, write=written)
    step = turn.asked(conversation, now)
    entry = records.entry(event, turn.entry_turn(step.conversation), conversation, now)
    code = "opened" if step.opened else "joined" if step.conversation.turn_open else "held"
    return _outcome(step, now, write=[*written, Create(entry)], code=code)


async def replied(event: ReplyReady, tx: Transaction, now: datetime) -> Outcome:
    """Write down an answer, close the turn it names, and open the next where something still waits.

    An assistant's words whose turn is no longer open were never said: `superseded`.
    """
    conversation = await tx.get(Conversation, event.conversation_id)
    if conversation is None:
        return Outcome(code="unknown_conversation")
    if turn.superseded(conversation, event):
        return Outcome(code="superseded")
    message = records.reply(event, conversation)
    waiting = await _waiting(tx, conversation)
    said = records.left_with(records.with_said(conversation, message), event)
    step = turn.answered(said, waiting.items, event, now, beyond=waiting.next is not None)
    return _outcome(step, now, write=[Create(message)], code="recorded")


async def requested(event: ConversationRequested, tx: Transaction, now: datetime) -> Outcome:
    """Give a conversation to a person or back to the assistant, or stop or start it."""
    conversation = await tx.get(Conversation, event.conversation_id)
    if conversation is None:
        return Outcome(code="unknown_conversation")
    match event.act:
        case "take_over":
            return _take_over(event, conversation, now)
        case "hand_back":
            if not event.by and turn.held(conversation, now):  # the clock asked, and a person prolonged the hold
                return Outcome(code="nothing")
            waiting = await _waiting(tx, conversation)
            return _outcome(turn.handed_back(conversation, now, more=bool(waiting.items)), now, code="handed_back")
        case "stop" if not conversation.stopped:
            return await _stop(conversation, tx, now)
        case "start" if conversation.stopped:
            return _start(conversation, now)
    return Outcome(code="nothing")


async def tick(event: ClockTicked, tx: Transaction, now: datetime) -> Outcome:
    """Turns that have been open for 15 minutes go to a person; holds that have run out go back to the assistant.

    Sees all owners' conversations and writes none: each gets its own request, and is decided with its own events.
    """
    open_too_long = Query(
        Conversation,
        equal={"turn_open": True},
        range=Range("turn_opened_at", below=now - turn.OPEN_MAX),
        limit=TICK_MAX,
    )
    run_out = Query(Conversation, range=Range("held_until", below=now), limit=TICK_MAX)
    late, free = (await tx.find(open_too_long)).items, (await tx.find(run_out)).items
    reason = f"No answer was ready within {turn.OPEN_MAX.seconds // 60} minutes."
    return Outcome(
        publish=[
            *(outputs.to_a_person(conversation, reason) for conversation in late),
            *map(outputs.hold_ended, free),
        ]
    )


async def dead_letter(event: DeadLettered, tx: Transaction, now: datetime) -> Outcome:
    """A turn whose event was given up goes to a person, also when its answer is made but could not be sent."""
    if event.conversation_id is None or event.turn is None:
        return Outcome(code="no_turn")
    conversation = await tx.get(Conversation, event.conversation_id)
    if conversation is None or event.turn != conversation.turn:
        return Outcome(code="past")
    reason = f"{event.service} could not handle this turn ({event.code})."
    step = turn.taken_over(conversation, "", None, reason, now)
    return _outcome(step, now, publish=_told_of_a_person(conversation), code="taken_over")


async def settings(event: SettingsChanged, tx: Transaction, now: datetime, watch: Watch) -> Outcome:
    """The owner's words of danger are applied whole, or refused whole with the reason per field."""
    if event.section != "conversations" or event.preview:
        return Outcome(code="not_mine")
    before = await tx.get(DangerWords, event.user_id)
    if before is not None and event.edited_from not in (None, before.updated_at):
        return Outcome(code="stale")
    words, errors = revised(before, event.user_id, event.values, now)
    if errors:
        return Outcome(code="refused", answer={"errors": errors})
    watch.forget(event.user_id)
    return Outcome(write=[words], code="applied")


async def owner(event: OwnerChanged, tx: Transaction, now: datetime) -> Outcome | Again:
    """Erase what a removed owner's customers said. A new owner has no conversations yet."""
    if event.act == "made":
        return Outcome(code="nothing")
    kinds: tuple[type[Entity], ...] = (
        MessageQueue,
        Message,
        ConversationTerm,
        Conversation,
        Participant,
        DangerWords,
    )
    for kind in kinds:
        rows = (await tx.find(Query(kind, limit=WRITES_MAX))).items
        if rows:
            return Again(write=[Delete(kind, row.key) for row in rows])
    return Outcome(code="erased")


def _take_over(event: ConversationRequested, conversation: Conversation, now: datetime) -> Outcome:
    if event.turn is not None and not (conversation.turn_open and conversation.turn == event.turn):
        return Outcome(code="nothing")  # it has been answered meanwhile
    step = turn.taken_over(conversation, event.by, event.until, event.reason, now)
    told = [] if event.by else _told_of_a_person(conversation)
    return _outcome(step, now, publish=told, code="taken_over")


def _told_of_a_person(conversation: Conversation) -> list[ReplyReady]:
    """A customer who waits for an answer that will not come hears that a person will give it."""
    return [outputs.notice(conversation, "with_a_person")] if conversation.turn_open else []


async def _stop(
    conversation: Conversation,
    tx: Transaction,
    now: datetime,
    *,
    language: str | None = None,
    write: Sequence[Write] = (),
) -> Outcome:
    """The one time that a customer is told how to come back."""
    waiting = await _waiting(tx, conversation)
    closes = conversation.turn if conversation.turn_open else None
    notice = outputs.notice(conversation, "stopped", language=language, closes=closes)
    step = turn.stopped(conversation, waiting.items, now)
    return _outcome(step, now, write=write, publish=[notice], code="stopped")


def _start(
    conversation: Conversation, now: datetime, *, language: str | None = None, write: Sequence[Write] = ()
) -> Outcome:
    notice = outputs.notice(conversation, "started", language=language)
    return _outcome(turn.started(conversation), now, write=write, publish=[notice], code="started")


async def _waiting(tx: Transaction, conversation: Conversation) -> Page[MessageQueue]:
    """What awaits an answer, the oldest first."""
    unprocessed: dict[str, Value] = {"conversation_id": conversation.conversation_id, "processed": False}
    return await tx.find(Query(MessageQueue, equal=unprocessed, order="queued_at", limit=WAITING_MAX))


def _outcome(
    step: Step, now: datetime, *, write: Sequence[Write] = (), publish: Sequence[ReplyReady] = (), code: str
) -> Outcome:
    """What a step means in the store and on the topics."""
    conversation = step.conversation.changed(updated_at=now)
    asked = [outputs.ask(conversation, now)] if step.opened else []
    return Outcome(write=[conversation, *step.settled, *write], publish=[*publish, *asked], code=code)
