"""What the gateway owns of an owner's data."""

from typing import Literal

from libs.common.entities.base import Entity
from libs.common.model import Instant


class User(Entity, collection="users", key="user_id", writer="gateway"):
    """The owner: one tenant. The two counters are gathered in the gateway and added now and then, never set."""

    user_id: str
    last_active: Instant | None = None
    interaction_count: int = 0


class Profile(Entity, collection="profiles", key="user_id", writer="gateway"):
    """What the business is, in the owner's words. The assistant answers from it."""

    user_id: str
    business_name: str = ""
    business_type: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    description: str = ""
    updated_at: Instant


class Onboarding(Entity, collection="onboarding", key="user_id", writer="gateway"):
    """How far the owner has come in setting up."""

    user_id: str
    current_step: int = 1
    completed: bool = False
    updated_at: Instant


class OnboardingStep(
    Entity, collection="onboarding_steps", key="onboarding_step_id", writer="gateway", indexes=(("step_no",),)
):
    """One step of the set-up, saved by itself so that it can be left and resumed."""

    onboarding_step_id: str
    user_id: str
    step_no: int
    status: str
    updated_at: Instant


class WhatsappCred(Entity, collection="whatsapp_creds", key="key_id", writer="gateway"):
    """One secret of one number. `key_id` is `<userId>:<numberId>:<name>`; the encrypted value contains it, so that a
    row copied to another owner does not open."""

    key_id: str
    user_id: str
    value: str
    updated_at: Instant


MediaState = Literal["waiting", "fetched", "refused", "gone"]
"""`refused`: it is not kept here, for what it is. `gone`: WhatsApp has it no longer, or never gave it out."""


class MediaFile(Entity, collection="media_files", key="message_id", writer="gateway", indexes=(("-updated_at",),)):
    """What became of the file that came with a message.

    A row beside MESSAGE, because a message is ingest's to write and is never changed, while only the gateway knows
    what WhatsApp gave out. A message has at most one file. Lives as long as its message.
    """

    message_id: str
    user_id: str
    conversation_id: str  # whose watchers are told
    media_id: str  # WhatsApp's name of the file, good for 7 days
    state: MediaState = "waiting"
    reason: str = ""  # why it is not here, in words for the owner
    blob: str = ""
    mime_type: str = ""  # as WhatsApp says; a browser is told one of a few
    size: int = 0  # bytes
    filename: str = ""  # as the customer called a document
    tries: int = 0  # how often WhatsApp was asked in vain
    retry_at: Instant | None = None  # when it is asked again
    created_at: Instant
    updated_at: Instant  # when its state last changed: who watches a conversation sees the file appear
