"""What is written down of a message or a reply: the rows, and what the conversation keeps of them."""

from datetime import datetime

from libs.common.entities import Conversation, ConversationTerm, Message, MessageQueue, Said
from libs.common.envelope import deterministic_id
from libs.common.events import Inbound, MessageReceived, ReplyReady
from libs.common.finding import terms_of
from libs.common.store.port import Delete, Write
from services.ingest import history
from services.ingest.identity import Customer

_SPOKEN = ("text", "interactive", "button")
"""Kinds whose text is the whole message. Of the others it is a caption, or there is none."""


def message_id(event: MessageReceived) -> str:
    """Of the message, and of its entry: made from WhatsApp's id, so that a message delivered twice is one."""
    return f"{event.user_id}:{deterministic_id('message', event.phone_number_id, event.message.id)}"


def reply_id(reply: ReplyReady) -> str:
    """Of the message that a reply becomes: the owner and the event."""
    return f"{reply.user_id}:{reply.id}"


def new_conversation(event: MessageReceived, customer: Customer, now: datetime) -> Conversation:
    """A thread that nothing has been said in."""
    return Conversation(
        conversation_id=customer.conversation_id,
        user_id=event.user_id,
        channel=event.channel,
        participant_key=customer.participant_key,
        phone_number_id=event.phone_number_id,
        created_at=now,
        updated_at=now,
    )


def with_contact(conversation: Conversation, event: MessageReceived) -> Conversation:
    """The conversation with what this message tells of its customer: answers go to the phone while one is known."""
    phone = event.phone or conversation.phone
    return conversation.changed(
        phone=phone,
        address=phone or event.user_scoped_id or event.sender,
        name=event.profile_name or event.username or conversation.name,
    )


def with_terms(conversation: Conversation) -> tuple[Conversation, list[Write]]:
    """The conversation as it is found by its name and number now, and the rows that change for it: none where these
    are as they were."""
    terms = terms_of(conversation.name, conversation.phone)
    before = set(conversation.terms)
    if before == set(terms):
        return conversation, []
    added = [_term(conversation, term) for term in terms if term not in before]
    removed = [
        Delete(ConversationTerm, _term(conversation, term).key) for term in conversation.terms if term not in terms
    ]
    return conversation.changed(terms=terms), [*added, *removed]


def with_inbound(conversation: Conversation, inbound: Inbound) -> Conversation:
    """The conversation after its customer wrote: read marks name this message, and the 24-hour window is open."""
    if conversation.last_inbound_at and conversation.last_inbound_at > inbound.sent_at:
        return conversation
    return conversation.changed(last_inbound_id=inbound.id, last_inbound_at=inbound.sent_at)


def message(event: MessageReceived, conversation: Conversation) -> Message:
    """What was said, at its place in the conversation. Of a kind that is unknown, what it was stands in the kind."""
    inbound = event.message
    return Message(
        message_id=message_id(event),
        conversation_id=conversation.conversation_id,
        user_id=event.user_id,
        role="staff" if inbound.from_owner else "customer",
        content=content(inbound),
        created_at=history.moment(conversation.recent, inbound.sent_at),
        kind=inbound.kind,
        whatsapp_id=inbound.id,
        media=_media(inbound),
    )


def entry(event: MessageReceived, turn: int, conversation: Conversation, now: datetime) -> MessageQueue:
    """The same message as what awaits an answer."""
    inbound = event.message
    return MessageQueue(
        queue_id=message_id(event),
        user_id=event.user_id,
        remote_jid=event.sender,
        payload_ref=inbound.media.id if inbound.media else "",
        payload_type=inbound.kind,
        payload_text=inbound.text,
        queued_at=now,
        conversation_id=conversation.conversation_id,
        message_id=message_id(event),
        turn=turn,
        choice_id=inbound.choice_id,
        sent_at=inbound.sent_at,
    )


def reply(event: ReplyReady, conversation: Conversation) -> Message:
    """What was answered, where it was made: after all that stood there then."""
    return Message(
        message_id=reply_id(event),
        conversation_id=conversation.conversation_id,
        user_id=event.user_id,
        role="staff" if event.author == "staff" else "assistant",
        content=event.text,
        created_at=history.moment(conversation.recent, event.envelope.time),
        sources=tuple(
            {"sourceId": ref.source_id, "name": ref.name, "heading": ref.heading, "chunkId": ref.chunk_id}
            | ({"page": str(ref.page)} if ref.page is not None else {})
            for ref in event.sources
        ),
        author=event.by or event.author,
        choices=(*(choice.title for choice in event.choices), *(row.title for row in event.rows)),
    )


def with_said(conversation: Conversation, said: Message) -> Conversation:
    """The conversation with a message in its recent history: one text, with what was offered under it."""
    told = "\n".join([said.content, *(f"[{title}]" for title in said.choices)])
    line = Said(role=said.role, content=told, at=said.created_at)
    return conversation.changed(recent=history.with_line(conversation.recent, line))


def left_with(conversation: Conversation, event: ReplyReady) -> Conversation:
    """The question that a reply leaves the customer with; a reply by the way (it closes no turn) keeps the last one."""
    conversation = conversation.changed(language=event.language or conversation.language)
    if event.turn is None and event.asks is None and event.author != "staff":
        return conversation
    offered = tuple(choice.id for choice in event.choices or event.rows)
    return conversation.changed(
        asks=event.asks, asks_about=event.asks_about, asks_date=event.asks_date, offered=offered
    )


def content(inbound: Inbound) -> str:
    """What a message says, in words: `[image] my passport` where it is more than words."""
    if inbound.kind in _SPOKEN and inbound.text:
        return inbound.text
    return f"[{inbound.kind}] {inbound.text}".rstrip()


def _media(inbound: Inbound) -> dict[str, str] | None:
    if inbound.media is None:
        return None
    named = {"id": inbound.media.id, "mime": inbound.media.mime_type, "filename": inbound.media.filename}
    return {name: value for name, value in named.items() if value}


def _term(conversation: Conversation, term: str) -> ConversationTerm:
    return ConversationTerm(
        term_id=f"{conversation.conversation_id}:{term}",
        user_id=conversation.user_id,
        conversation_id=conversation.conversation_id,
        term=term,
    )
