"""Signing in and out, and who one is."""

from typing import Literal

from pydantic import Field

from libs.common.entities import Member, Profile
from libs.common.model import Model
from libs.common.store.query import Query
from services.gateway.api.answers import WithCookie
from services.gateway.api.call import Call
from services.gateway.api.routing import Routes
from services.gateway.api.sign_in.links import OPERATOR, spend
from services.gateway.owners import list_owners

OWNERS_SHOWN = 100

routes = Routes("Sign-in", "Who is there. A session is a cookie; a one-time link begins it.")


class SignIn(Model):
    """What stands behind `#sign-in=` in the link."""

    token: str = Field(min_length=1, max_length=200)


class OwnerRef(Model):
    """A business that one may enter, and as what."""

    user_id: str
    business_name: str
    role: Literal["owner", "staff"]


class Me(Model):
    """Who is signed in. `operator` is the person who runs this server: they may enter every business."""

    subject: str
    operator: bool
    owners: list[OwnerRef]  # the first hundred; GET /owners lists all
    demo: bool  # whether a demo business may be made


@routes.post("/sign-in", keyed=False, access="anyone", refuses=(410,))
async def sign_in(call: Call, body: SignIn) -> WithCookie:
    """Spend a one-time link.

    Sets the session's cookie. Only a POST spends a link, so that nothing that looks at links does.
    """
    return WithCookie(None, await spend(call.parts, body.token))


@routes.post("/sign-out", keyed=False, access="signed_in")
async def sign_out(call: Call) -> WithCookie:
    """End this browser's session."""
    if call.session is not None:
        await call.desk.sessions.end(call.session)
    return WithCookie(None, "")


@routes.get("/me", access="signed_in")
async def read_me(call: Call) -> Me:
    """Who is signed in, and which businesses they may enter."""
    operator = call.subject == OPERATOR
    owners = await (_all(call) if operator else _entered(call))
    return Me(subject=call.subject, operator=operator, owners=owners, demo=operator)


async def _all(call: Call) -> list[OwnerRef]:
    owners, _ = await list_owners(call.parts, limit=OWNERS_SHOWN)
    return [OwnerRef(user_id=one.user_id, business_name=one.business_name, role="owner") for one in owners]


async def _entered(call: Call) -> list[OwnerRef]:
    system = call.parts.store.system()
    members = (await system.find(Query(Member, equal={"subject": call.subject}, limit=OWNERS_SHOWN))).items
    profiles = await system.get_many(Profile, [member.user_id for member in members])
    return [
        OwnerRef(user_id=member.user_id, business_name=profile.business_name if profile else "", role=member.role)
        for member, profile in zip(members, profiles, strict=True)
    ]
