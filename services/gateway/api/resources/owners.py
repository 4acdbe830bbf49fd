"""The businesses of this server: list, make, remove."""

from pydantic import Field

from libs.common.events import OwnerChanged, SettingsChanged
from libs.common.model import Instant, Model
from services.gateway.api import asking
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import FieldProblem, Invalid
from services.gateway.api.resources.asked import PageQuery
from services.gateway.api.routing import OWNER, Routes
from services.gateway.demo.making import make_demo
from services.gateway.handlers.settings import problems_in
from services.gateway.owners import add_owner, list_owners, remove_owner
from services.gateway.whatsapp.sandbox import number_id_of

routes = Routes("Owners", "The businesses that this server answers for.")


class OwnerShown(Model):
    """A business in the list of all."""

    user_id: str
    business_name: str
    last_active: Instant | None = None  # when a customer last wrote
    interaction_count: int = 0


class Owners(Model):
    """Businesses by id."""

    items: list[OwnerShown]
    next: str | None = None


class OwnerToMake(Model):
    """A new business. `timezone` as in Europe/Berlin."""

    name: str = Field(max_length=1000)
    timezone: str = Field(max_length=100)
    business_type: str = Field("", max_length=80)
    contact_email: str = Field("", max_length=1000)
    contact_phone: str = Field("", max_length=1000)
    description: str = Field("", max_length=10_000)
    language: str = Field("en", max_length=10)

    def said(self) -> dict[str, str]:
        """What the profile holds beyond the name and the kind; empty where nothing was said."""
        said = {
            "contactEmail": self.contact_email,
            "contactPhone": self.contact_phone,
            "description": self.description,
        }
        return said if any(said.values()) else {}


class OwnerMade(Model):
    """A business that was made, with its sandbox number."""

    user_id: str
    phone_number_id: str


@routes.get("/owners", access="operator")
async def list_all_owners(call: Call, query: PageQuery) -> Owners:
    """List the businesses."""
    owners, more = await list_owners(call.parts, limit=query.limit, after=cursor_of(query.after, ordered=False))
    items = [OwnerShown.model_validate(owner.model_dump()) for owner in owners]
    return Owners(items=items, next=marked(more))


@routes.post("/owners", access="operator", status=201, waits=True)
async def make_owner(call: Call, body: OwnerToMake) -> OwnerMade:
    """Make a business, and wait until every service has made what it owns of it."""
    said = body.said()
    if wrong := problems_in(said):
        raise Invalid([FieldProblem.model_validate(each) for each in wrong])
    user_id = await add_owner(
        call.parts,
        body.name,
        body.timezone,
        language=body.language,
        business_type=body.business_type,
        cause=call.cause,
    )
    event_id = asking.event_id_of(OwnerChanged, user_id, cause=f"owner made:{user_id}")
    await asking.everywhere(call.parts, OwnerChanged, event_id)
    if said:
        await call.ask("gateway", SettingsChanged(user_id=user_id, section="profile", values=said, by=call.subject))
    return OwnerMade(user_id=user_id, phone_number_id=number_id_of(user_id))


@routes.delete(OWNER, access="operator", status=204, waits=True)
async def remove_one_owner(call: Call) -> None:
    """Remove a business and erase everything of it."""
    event_id = await remove_owner(call.parts, call.user_id)
    await asking.everywhere(call.parts, OwnerChanged, event_id)


@routes.post("/demo", access="operator", status=201, waits=True)
async def make_demo_business(call: Call) -> OwnerMade:
    """Make a demo business to look around in: profile, opening hours, three documents, a week with some bookings.

    Where there is one already, it is answered with.
    """
    user_id = await make_demo(call.parts)
    return OwnerMade(user_id=user_id, phone_number_id=number_id_of(user_id))
