"""The events that ingest publishes."""

from datetime import datetime

from libs.common.entities import Conversation, Message
from libs.common.events import ConversationRequested, MediaRequested, MessageReceived, ReplyReady, ReplyRequested
from services.ingest import wording


def ask(conversation: Conversation, now: datetime) -> ReplyRequested:
    """The turn that has just been opened is the assistant's."""
    return ReplyRequested(
        user_id=conversation.user_id,
        conversation_id=conversation.conversation_id,
        turn=conversation.turn,
        opened_at=now,
    )


def notice(
    conversation: Conversation, sentence: wording.Sentence, *, language: str | None = None, closes: int | None = None
) -> ReplyReady:
    """What ingest itself tells the customer, in this language or the conversation's. `closes`: the turn it ends."""
    return ReplyReady(
        user_id=conversation.user_id,
        conversation_id=conversation.conversation_id,
        turn=closes,
        author="notice",
        text=wording.say(sentence, language or conversation.language),
    )


def to_a_person(conversation: Conversation, reason: str) -> ConversationRequested:
    """A person should take the open turn, if it is still open by then."""
    return ConversationRequested(
        user_id=conversation.user_id,
        conversation_id=conversation.conversation_id,
        act="take_over",
        turn=conversation.turn,
        reason=reason,
    )


def hold_ended(conversation: Conversation) -> ConversationRequested:
    """The assistant has it again, if nobody prolonged the hold by then."""
    return ConversationRequested(
        user_id=conversation.user_id,
        conversation_id=conversation.conversation_id,
        act="hand_back",
        reason="The hold has run out.",
    )


def wanted_file(event: MessageReceived, message: Message) -> list[MediaRequested]:
    """The file that came with a message. An edit names the one that is here already."""
    inbound = event.message
    if inbound.media is None or inbound.kind == "edit":
        return []
    file = MediaRequested(
        user_id=event.user_id,
        message_id=message.message_id,
        conversation_id=message.conversation_id,
        phone_number_id=event.phone_number_id,
        kind=inbound.kind,
        media=inbound.media,
    )
    return [file]
