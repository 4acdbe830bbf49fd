"""What a sign of danger does: a person has the conversation at once, and the customer is told whom to call."""

from datetime import datetime

from libs.common.entities import ConsultantConfig, Conversation, DangerWords, Profile
from libs.common.events import Inbound, ReplyReady
from libs.common.store.port import Reader
from services.ingest import turn
from services.ingest.danger import rule
from services.ingest.danger.numbers import emergency_number
from services.ingest.danger.rule import Sign
from services.ingest.danger.wording import warning
from services.ingest.turn import Step

REASON = "A sign of danger: {phrase}."
"""Why a person has it, for the console."""


def sign_in(inbound: Inbound, own: DangerWords | None) -> Sign | None:
    """What a customer's own words show; a button's title is not theirs."""
    return rule.find(inbound.text, own) if inbound.text and not inbound.choice_id else None


def is_told(conversation: Conversation) -> bool:
    """Whether they were told already: once is enough while a person has it for this."""
    return conversation.held_reason.startswith(REASON.partition("{")[0])


def raised(conversation: Conversation, sign: Sign, now: datetime) -> Step:
    """A person has it, from now until they give it back; who has it already learns why it matters now."""
    reason = REASON.format(phrase=sign.phrase)
    by = conversation.held_by if turn.held(conversation, now) else turn.STAFF
    return turn.taken_over(conversation, by, None, reason, now)


async def told(conversation: Conversation, sign: Sign, own: DangerWords | None, reader: Reader) -> ReplyReady:
    """Whom to call. It closes no turn: the person who has it will answer what was written."""
    config = await reader.get(ConsultantConfig, conversation.user_id)
    profile = await reader.get(Profile, conversation.user_id)
    contact = (own.contact if own else "") or (profile.contact_phone if profile else "")
    return ReplyReady(
        user_id=conversation.user_id,
        conversation_id=conversation.conversation_id,
        author="notice",
        text=warning(
            _language(conversation, sign),
            number=emergency_number(config.timezone) if config else None,
            contact=contact,
        ),
    )


def _language(conversation: Conversation, sign: Sign) -> str:
    """The one they wrote the sign in; where it is one in several, the conversation's, if it is among them."""
    spoken = (conversation.language or "").partition("-")[0]
    if not sign.languages or spoken in sign.languages:
        return spoken or "en"
    return sign.languages[0]
