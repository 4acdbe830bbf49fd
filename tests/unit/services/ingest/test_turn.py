"""The turn's laws, whatever happens in whatever order."""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from libs.common.entities import Conversation, MessageQueue
from services.ingest import turn
from services.ingest.turn import Step
from tests.unit.services.ingest.desk import NOON, OWNER, reply

EMPTY = Conversation(
    conversation_id=f"{OWNER}:c",
    user_id=OWNER,
    channel="whatsapp",
    participant_key=f"{OWNER}:p",
    created_at=NOON,
    updated_at=NOON,
)
HOLDS = st.none() | st.integers(1, 48)
"""Hours; None until handed back."""


class AnyOrder(RuleBasedStateMachine):
    """A conversation, its entries, and whom each entry's message was answered by or is with."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.conversation = EMPTY
        self.entries: dict[str, MessageQueue] = {}
        self.asked: list[int] = []  # the turns given to the assistant, in order
        self.settled: list[str] = []

    @property
    def waiting(self) -> list[MessageQueue]:
        return [entry for entry in self.entries.values() if not entry.processed]

    def take(self, step: Step) -> None:
        self.conversation = step.conversation
        for entry in step.settled:
            self.entries[entry.queue_id] = entry
            self.settled.append(entry.queue_id)
        if step.opened:
            self.asked.append(step.conversation.turn)

    def hears(self, **fields: Any) -> None:
        event = reply(self.conversation, "words", **fields).delivered(cause=f"{len(self.settled)}", at=self.now)
        if turn.superseded(self.conversation, event):
            return
        self.take(turn.answered(self.conversation, self.waiting, event, self.now))

    @rule()
    def customer_writes(self) -> None:
        step = turn.asked(self.conversation, self.now)
        if self.conversation.stopped:  # it is kept, and is nobody's to answer
            assert not step.opened
            return
        number = turn.entry_turn(step.conversation)
        name = f"{OWNER}:q{len(self.entries)}"
        self.entries[name] = MessageQueue(queue_id=name, user_id=OWNER, remote_jid="1", queued_at=self.now, turn=number)
        self.take(step)

    @rule(data=st.data(), author=st.sampled_from(["assistant", "booking"]), late=st.integers(0, 2))
    def answer_comes(self, data: st.DataObject, author: str, late: int) -> None:
        """For this turn or an older one, to all that waits or to some, with or without asking for a person."""
        some = [entry.queue_id for entry in self.waiting if data.draw(st.booleans())]
        hand_over = data.draw(st.sampled_from([None, None, "asks for a person"]))
        number = data.draw(st.sampled_from([None, max(0, self.conversation.turn - late)]))
        self.hears(author=author, turn=number, answers=some, hand_over=hand_over)

    @rule()
    def staff_write(self) -> None:
        self.hears(author="staff", by="dana")

    @rule()
    def owner_writes_by_phone(self) -> None:
        self.take(turn.answered_by_phone(self.conversation, self.waiting, self.now))

    @rule(by=st.sampled_from(["dana", ""]), hours=HOLDS)
    def taken_over(self, by: str, hours: int | None) -> None:
        until = None if hours is None else self.now + timedelta(hours=hours)
        self.take(turn.taken_over(self.conversation, by, until, "", self.now))

    @rule()
    def handed_back(self) -> None:
        self.take(turn.handed_back(self.conversation, self.now, more=bool(self.waiting)))

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        """The clock hands back what was held for long enough."""
        self.now += timedelta(hours=hours)
        if self.conversation.held_by and not turn.held(self.conversation, self.now):
            self.handed_back()

    @rule()
    def customer_stops(self) -> None:
        self.take(turn.stopped(self.conversation, self.waiting, self.now))

    @precondition(lambda self: self.conversation.stopped)
    @rule()
    def customer_starts(self) -> None:
        self.take(turn.started(self.conversation))

    @invariant()
    def what_waits_is_with_the_assistant_or_with_a_person_never_both(self) -> None:
        with_the_assistant = self.conversation.turn_open
        with_a_person = turn.held(self.conversation, self.now)
        assert not (with_the_assistant and with_a_person)
        if self.waiting:
            assert with_the_assistant != with_a_person

    @invariant()
    def nothing_waits_and_no_turn_is_open_after_stop(self) -> None:
        if self.conversation.stopped:
            assert not self.waiting
            assert not self.conversation.turn_open

    @invariant()
    def an_open_turn_has_its_moment_and_something_to_answer(self) -> None:
        assert self.conversation.turn_open == (self.conversation.turn_opened_at is not None)
        assert self.waiting or not self.conversation.turn_open

    @invariant()
    def turns_are_asked_for_once_each_with_rising_numbers(self) -> None:
        assert self.asked == list(range(1, self.conversation.turn + 1))

    @invariant()
    def a_message_is_settled_once(self) -> None:
        assert len(self.settled) == len(set(self.settled))

    @invariant()
    def no_message_waits_for_a_turn_that_is_over(self) -> None:
        """A message belongs to a turn that has been, is open, or would be next."""
        assert all(1 <= entry.turn <= self.conversation.turn + 1 for entry in self.entries.values())


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=150, stateful_step_count=30, deadline=None, derandomize=True)


def opened() -> Conversation:
    return turn.asked(EMPTY, NOON).conversation


def test_a_hold_without_an_end_is_not_shortened_by_the_owners_phone() -> None:
    held = turn.taken_over(EMPTY, "dana", None, "", NOON).conversation
    assert turn.answered_by_phone(held, (), NOON).conversation == held


def test_a_short_hold_is_prolonged_by_the_owners_phone() -> None:
    held = turn.taken_over(EMPTY, "dana", NOON + timedelta(hours=1), "", NOON).conversation
    after = turn.answered_by_phone(held, (), NOON).conversation
    assert after.held_until == NOON + turn.OWNER_PHONE_HOLD


def test_more_than_one_look_can_hold_still_gets_the_next_turn() -> None:
    """Entries beyond the page that an answer saw wait like any others."""
    event = reply(opened(), "words", author="assistant", turn=1).delivered(at=NOON)
    assert turn.answered(opened(), (), event, NOON, beyond=True).opened
    assert not turn.answered(opened(), (), event, NOON).opened


def test_a_closed_turn_names_the_reply_that_closed_it() -> None:
    """So that the gateway, should it come later, knows that this reply may go out."""
    event = reply(opened(), "words", author="assistant", turn=1).delivered(at=NOON)
    closed = turn.answered(opened(), (), event, NOON).conversation
    assert (closed.turn_open, closed.closed_by, closed.last_closed) == (False, (event.id,), 1)


def test_an_answer_by_the_way_is_recorded_although_its_turn_was_closed_faster() -> None:
    """The calendar answers the same words, and may be recorded first; long after, it comes too late."""
    aside = reply(opened(), "Yes, we have parking.", author="assistant", turn=None).changed(said_in=1)
    closed = turn.answered(opened(), (), reply(opened(), "10:00", author="booking", turn=1).delivered(at=NOON), NOON)
    assert not turn.superseded(opened(), aside)
    assert not turn.superseded(closed.conversation, aside)
    assert turn.superseded(closed.conversation.changed(turn=3, last_closed=2), aside)
