"""`frontdesk link`: a way into the console for whoever runs this machine."""

from libs.common.model import sortable
from services.cli.house import House
from services.cli.shown import Shown
from services.gateway.api.sign_in.links import Link, make_link


async def link(house: House) -> Shown:
    """A fresh sign-in link. It leads to the running server."""
    made = await make_link(house.parts)
    data = {"url": made.url, "token": made.token, "expiresAt": sortable(made.expires_at)}
    return Shown(words(made), data)


def words(made: Link) -> str:
    """The link for a person."""
    return f"Open this within 10 minutes; it works once:\n  {made.url}"
