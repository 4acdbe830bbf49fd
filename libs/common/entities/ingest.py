"""Who said what, in which order, and whose turn it is: ingest's."""

from typing import Literal

from libs.common.entities.base import Entity
from libs.common.events.conversation import Asks
from libs.common.model import Day, Instant, Model


class Said(Model):
    """One line of a conversation's recent history."""

    role: Literal["customer", "assistant", "staff"]
    content: str
    at: Instant


class Conversation(
    Entity,
    collection="conversations",
    key="conversation_id",
    writer="ingest",
    indexes=(("-updated_at",), ("participant_key",), ("*", "turn_open", "turn_opened_at"), ("*", "held_until")),
):
    """One customer's thread with one number of the owner. It has at most one open turn, numbered."""

    conversation_id: str
    user_id: str
    channel: str
    participant_key: str
    created_at: Instant
    updated_at: Instant
    # Beyond the diagram:
    phone_number_id: str = ""  # the owner's number that the answer goes out on
    address: str = ""  # where the answer is sent: the customer's phone while one is known, else their scoped id
    phone: str = ""  # contact data for a booking; may be empty
    name: str = ""  # what WhatsApp says the customer is called
    turn: int = 0
    turn_open: bool = False
    turn_opened_at: Instant | None = None  # a turn open for too long goes to a person
    held_by: str = ""  # empty: the assistant has it; else the person, or "staff"
    held_until: Instant | None = None  # None with held_by set: until handed back
    held_reason: str = ""  # why a person has it, for the console
    stopped: bool = False
    asks: Asks | None = None  # the question the customer was left with, so that "Thursday" is an answer
    asks_about: str | None = None  # the booking that the question is about
    asks_date: Day | None = None  # the day that the question is about, so that "10" alone is an answer
    offered: tuple[str, ...] = ()  # ids of the buttons or rows last shown, so that "the second one" is an answer
    language: str | None = None
    recent: tuple[Said, ...] = ()  # the last 8 messages, at most 8 kB: history is one read
    last_inbound_id: str = ""  # the wamid that read marks and "typing" name
    last_inbound_at: Instant | None = None  # opens WhatsApp's 24-hour window
    closed_by: tuple[str, ...] = ()  # ids of the replies that closed the last turns; some may be on their way
    last_closed: int = 0  # the turn that the newest of them closed
    terms: tuple[str, ...] = ()  # by which it is found; a ConversationTerm stands for each


class Message(
    Entity,
    collection="messages",
    key="message_id",
    writer="ingest",
    indexes=(("conversation_id", "-created_at"), ("role", "created_at")),
):
    """One message of a conversation, by WhatsApp's timestamp. Never changed."""

    message_id: str
    conversation_id: str
    user_id: str
    role: Literal["customer", "assistant", "staff"]
    content: str
    created_at: Instant
    # Beyond the diagram:
    kind: str = "text"  # Meta's type
    whatsapp_id: str = ""
    media: dict[str, str] | None = None  # the file's id, type and name; what became of it stands in MediaFile
    sources: tuple[dict[str, str], ...] = ()  # what an answer rests on
    author: str = ""  # the staff member, or which part of the house spoke
    choices: tuple[str, ...] = ()  # titles of the buttons or rows that were offered under it


class MessageQueue(
    Entity,
    collection="message_queue",
    key="queue_id",
    writer="ingest",
    indexes=(("conversation_id", "processed", "queued_at"),),
):
    """A message that awaits an answer. `processed` once answered, needing none, or answered by staff."""

    queue_id: str
    user_id: str
    remote_jid: str
    payload_ref: str = ""
    payload_type: str = "text"
    payload_text: str = ""
    processed: bool = False
    queued_at: Instant
    processed_at: Instant | None = None
    # Beyond the diagram:
    conversation_id: str = ""
    message_id: str = ""
    turn: int = 0  # the turn it came in; with a person: the one that would take it up
    choice_id: str | None = None  # the button or row that was tapped
    sent_at: Instant | None = None  # WhatsApp's timestamp: the order in which a turn's entries belong


class DangerWords(Entity, collection="danger_words", key="user_id", writer="ingest"):
    """What an owner wants taken as a sign of danger, beside the phrases that are known in each language. Beyond the
    diagram: at such a sign a person has the conversation at once, and the customer is told whom to call."""

    user_id: str
    enabled: bool = True  # False: nothing is taken as one
    words: tuple[str, ...] = ()
    contact: str = ""  # how the business is reached then; empty: the profile's phone
    updated_at: Instant


# The machinery's own


class ConversationTerm(Entity, collection="conversation_terms", key="term_id", writer="ingest", indexes=(("term",),)):
    """One word by which a conversation is found. A row of its own, since a store looks for what a field begins with
    and a name has several words. Made with the conversation, changed where its name or number changes."""

    term_id: str  # <conversationId>:<term>
    user_id: str
    conversation_id: str
    term: str  # as `libs.common.finding` makes it


class Participant(
    Entity,
    collection="participants",
    key="alias_id",
    writer="ingest",
):
    """One alias of a customer (phone, business-scoped id, linked-device id) and whom it stands for. Created once."""

    alias_id: str  # <userId>:<numberId>:<kind>:<value>
    user_id: str
    participant_key: str
    conversation_id: str
    created_at: Instant
