"""From a plan to the events that carry it out."""

from collections.abc import Sequence
from datetime import datetime

from libs.common.choices import ChoiceId
from libs.common.entities import Conversation, MessageQueue
from libs.common.events import Actor, BookingRequested, Choice, ReplyReady, ReplyRequested, SourceRef
from services.responder import wording
from services.responder.answers import Answered
from services.responder.plan import AskBooking, HandOver, Say

BOOK = ChoiceId(act="show").encoded()
PERSON = ChoiceId(act="person").encoded()


class Reply:
    """Makes the events of one turn, addressed to its conversation and naming the entries that they answer."""

    def __init__(
        self, event: ReplyRequested, conversation: Conversation, entries: Sequence[MessageQueue], language: str
    ) -> None:
        self._event = event
        self._conversation = conversation
        self._answers = tuple(entry.queue_id for entry in entries)
        self._asked_at = min(entry.queued_at for entry in entries)
        self.language = language

    def ask_booking(self, plan: AskBooking) -> BookingRequested:
        """The request to the calendar, in the customer's name and by their own booking alone."""
        return BookingRequested(
            user_id=self._event.user_id,
            act=plan.act,
            actor=Actor(kind="customer", id=self._conversation.participant_key),
            asked_at=self._asked_at,
            conversation_id=self._conversation.conversation_id,
            turn=self._event.turn,
            answers=self._answers,
            participant_key=self._conversation.participant_key,
            phone=self._conversation.phone,
            name=plan.name or self._conversation.name,
            reason=plan.reason or "",
            booking_id=plan.booking_id,
            date=plan.date,
            time=plan.time,
            until=plan.until,
            part=plan.part,
            earliest=plan.earliest,
            choice_id=plan.choice_id,
            language=self.language,
        )

    def say(self, plan: Say, business: str) -> ReplyReady:
        """A phrase; a greeting shows what the desk can do."""
        if plan.phrase != "greeting":
            return self._made(wording.say(plan.phrase, self.language))
        text = (
            wording.say("greeting_named", self.language, business=business)
            if business
            else wording.say("greeting", self.language)
        )
        return self._made(text, choices=(self._choice("book"), self._choice("person")))

    def hand_over(self, plan: HandOver) -> ReplyReady:
        """Tell the customer that a person will answer, and give the conversation to one."""
        return self._made(wording.say("person", self.language), hand_over=plan.reason)

    def found(self, answered: Answered) -> ReplyReady:
        """An answer with its sources; with a person beside it where it is not sure; an honest "I don't know" else."""
        if answered.text is None:
            return self._made(wording.say("dont_know", self.language), choices=(self._choice("person"),))
        if answered.sure and not answered.partly:
            return self._made(answered.text, sources=answered.sources)
        text = answered.text if answered.sure else wording.say("perhaps", self.language, answer=answered.text)
        if answered.partly:
            text = f"{text}\n\n{wording.say('rest', self.language)}"
        return self._made(text, choices=(self._choice("person"),), sources=answered.sources)

    def by_the_way(self, answered: Answered) -> ReplyReady:
        """An answer that closes no turn, because the calendar's reply will."""
        return self._made(answered.text or "", sources=answered.sources, closes=False)

    def unreadable(self) -> ReplyReady:
        """What came was no text."""
        return self._made(wording.say("unreadable", self.language), choices=(self._choice("person"),))

    def _choice(self, name: wording.Title) -> Choice:
        return Choice(id=BOOK if name == "book" else PERSON, title=wording.title(name, self.language))

    def _made(
        self,
        text: str,
        *,
        choices: tuple[Choice, ...] = (),
        sources: tuple[SourceRef, ...] = (),
        hand_over: str | None = None,
        closes: bool = True,
    ) -> ReplyReady:
        return ReplyReady(
            user_id=self._event.user_id,
            conversation_id=self._conversation.conversation_id,
            turn=self._event.turn if closes else None,
            said_in=None if closes else self._event.turn,
            author="assistant",
            text=text,
            choices=choices,
            answers=self._answers if closes else (),
            sources=sources,
            hand_over=hand_over,
            language=self.language,
        )


def newest(entries: Sequence[MessageQueue]) -> datetime:
    """When the customer last wrote."""
    return max(entry.queued_at for entry in entries)
