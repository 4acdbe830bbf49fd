"""What the business says of itself."""

from libs.common.entities import Profile
from libs.common.events import SettingsChanged
from libs.common.model import Model
from services.gateway.api import asking
from services.gateway.api.answers import Versioned
from services.gateway.api.call import Call
from services.gateway.api.problems import Stale
from services.gateway.api.routing import OWNER, Routes

routes = Routes("Profile", "What the business says of itself; the assistant answers from it.")


class ProfileValues(Model):
    """What is edited."""

    business_name: str
    business_type: str
    contact_email: str
    contact_phone: str
    description: str


class ProfileShown(ProfileValues, Versioned):
    """The profile as it stands."""


@routes.get(f"{OWNER}/profile")
async def read_profile(call: Call) -> ProfileShown:
    """Read the profile."""
    row = await call.reader.get(Profile, call.user_id) or Profile(user_id=call.user_id, updated_at=call.now)
    return ProfileShown.model_validate(row.model_dump())


@routes.put(f"{OWNER}/profile", access="owner", versioned=True, waits=True)
async def change_profile(call: Call, body: ProfileValues) -> ProfileShown:
    """Replace the profile."""
    event = SettingsChanged(
        user_id=call.user_id,
        section="profile",
        values=body.model_dump(by_alias=True),
        by=call.subject,
        edited_from=call.edited_from,
    )
    receipt = await call.ask("gateway", event)
    if receipt.code == "stale":
        raise Stale(await read_profile(call), body)
    if receipt.code != "applied":
        raise asking.refused_fields(receipt)
    return await read_profile(call)
