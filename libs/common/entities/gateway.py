"""What the gateway owns of an owner's data."""

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
