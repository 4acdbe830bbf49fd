"""One function per event that the responder handles. Each reads, decides, and describes what should be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from libs.common.entities import AiConfig, Conversation, MessageQueue, UsageLog
from libs.common.envelope import deterministic_id
from libs.common.events import DocIndexed, OwnerChanged, ReplyRequested, SettingsChanged
from libs.common.service import Again, Decided, Later, Outcome
from libs.common.store.port import Delete, Reader, Transaction
from libs.common.store.query import Query, Value
from services.responder.answers import Answered, Answers
from services.responder.facts import Facts
from services.responder.library import Library
from services.responder.llm.port import Line
from services.responder.plan import AskBooking, HandOver, Plan, Say, planned, tapped
from services.responder.questions import sentences
from services.responder.replies import Reply, newest
from services.responder.retrieval.index import Hit, Passage
from services.responder.searching import Spent
from services.responder.settings import revised
from services.responder.understanding import Intent, Understood, detect_language, understand
from services.responder.understanding.when import BUSINESS_DAY

QUIET_MAX = timedelta(seconds=10)
"""However much a customer goes on writing, the turn is answered this long after it opened."""
ENTRIES_MAX = 50
ERASED_MAX = 400


class Brain(Protocol):
    """What the handlers need beside the store."""

    @property
    def library(self) -> Library:
        """The owners' shelves."""

    @property
    def answers(self) -> Answers:
        """Answers from them."""

    @property
    def quiet(self) -> timedelta:
        """How long a customer must have been quiet."""


@dataclass(frozen=True)
class _Turn:
    """What there is to answer, and at which look."""

    event: ReplyRequested
    conversation: Conversation
    entries: Sequence[MessageQueue]
    look: int


async def reply(brain: Brain, event: ReplyRequested, store: Reader, now: datetime) -> Decided:
    """Answer a turn: from the documents, through the calendar, or by a person.

    Decided before a transaction opens, because models are asked. What comes in the meantime is looked at once more.
    """
    if event.preview is not None:
        return await _preview(brain, event, store, now)
    turn = await _read(event, store, look=1)
    if turn is None:
        return Outcome(code="superseded")
    if (at := _quiet_until(turn, brain.quiet)) > now:
        return Later(at)
    first = await _answered(brain, turn, store, now)
    latest = await _read(event, store, look=2, before=turn)
    if latest is None:
        return Outcome(code="superseded", write=first.write)
    if latest.entries == turn.entries:
        return first
    second = await _answered(brain, latest, store, now)
    return Outcome(publish=second.publish, write=[*first.write, *second.write])


async def _read(event: ReplyRequested, store: Reader, *, look: int, before: _Turn | None = None) -> _Turn | None:
    """The turn as it stands; None where it is no longer the assistant's.

    Every message changes its conversation: where that is as it was `before`, the entries are too, and are not read.
    """
    conversation = await store.get(Conversation, event.conversation_id)
    if conversation is None or not conversation.turn_open or conversation.turn != event.turn:
        return None
    if conversation.held_by or conversation.stopped:
        return None
    if before is not None and conversation == before.conversation:
        return before
    waiting: dict[str, Value] = {"conversation_id": event.conversation_id, "processed": False}
    page = await store.find(Query(MessageQueue, equal=waiting, order="queued_at", limit=ENTRIES_MAX))
    entries = sorted(page.items, key=lambda entry: (entry.sent_at or entry.queued_at, entry.queued_at))
    return _Turn(event, conversation, entries, look) if entries else None


def _quiet_until(turn: _Turn, quiet: timedelta) -> datetime:
    """When the customer has been quiet for long enough. A tap is a whole answer: nothing follows it."""
    last = turn.entries[-1]
    if last.choice_id is not None:
        return last.queued_at
    return min(newest(turn.entries) + quiet, turn.event.opened_at + QUIET_MAX)


async def _answered(brain: Brain, turn: _Turn, store: Reader, now: datetime) -> Outcome:
    """One answer to what the turn holds. Words behind a tap wait for the next turn."""
    facts = (await brain.library.shelf(store, turn.event.user_id)).facts
    language = turn.conversation.language or "en"
    tap = next((place for place, entry in enumerate(turn.entries) if entry.choice_id is not None), None)
    if tap is not None:
        turn = replace(turn, entries=turn.entries[: tap + 1])
        plan = tapped(turn.entries[-1].choice_id or "")
        return await _carried_out(brain, turn, plan, _reply(turn, language), facts, store, now)
    if not _words(turn).strip():
        return Outcome(publish=[_reply(turn, language).unreadable()])
    said = _understood(_words(turn), turn.conversation, facts, now)
    plan = planned(said, turn.conversation)
    return await _carried_out(brain, turn, plan, _reply(turn, said.language), facts, store, now)


def _reply(turn: _Turn, language: str) -> Reply:
    return Reply(turn.event, turn.conversation, turn.entries, language)


def _words(turn: _Turn) -> str:
    return "\n".join(entry.payload_text for entry in turn.entries if entry.payload_text)


def _understood(text: str, conversation: Conversation, facts: Facts, now: datetime) -> Understood:
    asked, local, language = conversation.asks, now.astimezone(facts.timezone), conversation.language
    return understand(text, now=local, asked=asked, language=language, prefer_open=facts.open_between() or BUSINESS_DAY)


async def _carried_out(
    brain: Brain, turn: _Turn, plan: Plan, made: Reply, facts: Facts, store: Reader, now: datetime
) -> Outcome:
    match plan:
        case Say():
            return Outcome(publish=[made.say(plan, facts.business)])
        case HandOver():
            return Outcome(publish=[made.hand_over(plan)])
        case AskBooking(question_too=False):
            return Outcome(publish=[made.ask_booking(plan)])
    question = _question_in(turn, facts, now) if isinstance(plan, AskBooking) else _words(turn)
    answered = await brain.answers.answer(
        store, turn.event.user_id, question, language=made.language, history=_history(turn)
    )
    usage = _usage(turn.event, answered, now, turn.look)
    if isinstance(plan, AskBooking):
        beside = [made.by_the_way(answered)] if answered.sure else []
        return Outcome(publish=[*beside, made.ask_booking(plan)], write=usage)
    return Outcome(publish=[made.found(answered)], write=usage)


def _question_in(turn: _Turn, facts: Facts, now: datetime) -> str:
    """The sentences that ask something, out of words that also wish for a place; all of them where none does alone."""
    said = sentences(_words(turn))
    asking = [one for one in said if _understood(one, turn.conversation, facts, now).intent is Intent.question]
    return " ".join(asking or said)


def _history(turn: _Turn) -> list[Line]:
    """The conversation before this turn's entries, as a language model reads it."""
    asked = {entry.payload_text for entry in turn.entries}
    return [
        Line("user" if line.role == "customer" else "assistant", line.content)
        for line in turn.conversation.recent
        if not (line.role == "customer" and line.content in asked)
    ]


def _usage(event: ReplyRequested, answered: Answered, now: datetime, look: int) -> list[UsageLog]:
    """A row for every call: of a second look too."""
    return [_usage_row(event, f"{look}.{place}", spent, now) for place, spent in enumerate(answered.spent)]


def _usage_row(event: ReplyRequested, place: str, spent: Spent, now: datetime) -> UsageLog:
    return UsageLog(
        usage_id=f"{event.user_id}:{deterministic_id(event.id, place)}",
        user_id=event.user_id,
        input_tokens=spent.input_tokens,
        output_tokens=spent.output_tokens,
        created_at=now,
        model=spent.model,
        purpose="preview" if event.preview else "answer",
        conversation_id=event.conversation_id,
    )


async def _preview(brain: Brain, event: ReplyRequested, store: Reader, now: datetime) -> Outcome:
    """What the assistant would answer: in the receipt alone. Nothing is sent, booked or recorded but its cost."""
    question = event.preview.question if event.preview else ""
    shelf = await brain.library.shelf(store, event.user_id)
    language = detect_language(question)
    answered = await brain.answers.answer(store, event.user_id, question, language=language, history=())
    passages = [_passage(hit, shelf.index.passage(hit.chunk_id)) for hit in answered.passages]
    answer = {
        "text": answered.text,
        "sure": answered.sure,
        "sources": [source.model_dump(mode="json", by_alias=True) for source in answered.sources],
        "passages": passages,
        "seconds": answered.seconds,
    }
    return Outcome(code="preview", answer=answer, write=_usage(event, answered, now, 1))


def _passage(hit: Hit, passage: Passage) -> dict[str, str | float | None]:
    return {
        "source": passage.source_name,
        "heading": passage.heading,
        "page": passage.page,
        "content": passage.content,
        "score": round(hit.vector_score, 4),
        "lexical": round(hit.lexical_score, 4),
    }


async def indexed(brain: Brain, event: DocIndexed, store: Reader, now: datetime) -> Outcome:
    """A document changed: search it anew, and note what embedding it cost."""
    brain.library.forget(event.user_id)
    if not event.embedding_tokens:
        return Outcome()
    row = UsageLog(
        usage_id=f"{event.user_id}:{deterministic_id(event.id)}",
        user_id=event.user_id,
        input_tokens=event.embedding_tokens,
        output_tokens=0,
        created_at=now,
        purpose="embedding",
    )
    return Outcome(write=[row])


async def settings(brain: Brain, event: SettingsChanged, tx: Transaction, now: datetime) -> Outcome:
    """The assistant's own section is applied, or refused with the reason per field; any other is read anew."""
    brain.library.forget(event.user_id)
    if event.section != "assistant":
        return Outcome(code="not_mine")
    stands = await tx.get(AiConfig, event.user_id)
    if event.edited_from is not None and stands is not None and event.edited_from != stands.updated_at:
        return Outcome(code="stale")
    config, errors = revised(stands, event.user_id, event.values, now)
    if errors:
        return Outcome(code="refused", answer={"errors": errors})
    return Outcome(write=[config], code="applied", answer={"applied": True})


async def owner(brain: Brain, event: OwnerChanged, tx: Transaction, now: datetime) -> Outcome | Again:
    """Make what a new owner needs; erase what a removed one leaves, in steps."""
    brain.library.forget(event.user_id)
    if event.act == "made":
        existing = await tx.get(AiConfig, event.user_id)
        return Outcome(write=[] if existing else [AiConfig(user_id=event.user_id, updated_at=now)])
    logs = (await tx.find(Query(UsageLog, limit=ERASED_MAX - 1))).items
    gone = [Delete(UsageLog, log.usage_id) for log in logs]
    if gone:
        return Again(write=gone)
    return Outcome(write=[Delete(AiConfig, event.user_id)])
