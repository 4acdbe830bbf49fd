"""`frontdesk owner`: the businesses that Frontdesk answers for."""

import sys

from libs.common.entities import ConsultantConfig
from libs.common.errors import Refusal
from libs.common.events import OwnerChanged
from services.cli.house import House, event_id_of
from services.cli.shown import Shown, cursor_of, listing, spoken_name, stored
from services.gateway.owners import add_owner, list_owners, remove_owner
from services.gateway.whatsapp.sandbox import number_id_of

PAGE = 500
ERASE_SECONDS = 120.0
"""Erasing goes in steps of at most 400 rows: years of a busy desk take some hundred of them."""


class NotMeant(Refusal, code="not_meant"):
    """Nothing was removed."""


async def add(house: House, *, name: str, timezone: str) -> Shown:
    """Make an owner, and wait until every service has made what it owns of them."""
    user_id = await add_owner(house.parts, name, timezone)
    config = await _until_made(house, user_id)
    profile = await house.owner(user_id)
    data = {
        "userId": user_id,
        "businessName": profile.business_name,
        "timezone": config.timezone if config else timezone,
        "phoneNumberId": number_id_of(user_id),
    }
    command = spoken_name()
    text = f"""\
Added {profile.business_name}. Its id: {user_id}
Next:
  {command} document add --owner {user_id} FILE
  {command} schedule set --owner {user_id} --open "mon-fri 09:00-17:00"
  {command} chat --owner {user_id}"""
    return Shown(text, data)


async def show_all(house: House, *, after: str | None) -> Shown:
    """Who is there."""
    owners, more = await list_owners(house.parts, limit=PAGE, after=cursor_of(after))
    configs = await house.parts.store.system().get_many(ConsultantConfig, [owner.user_id for owner in owners])
    items = [
        {**stored(owner), "timezone": config.timezone if config else None}
        for owner, config in zip(owners, configs, strict=True)
    ]
    columns = {"OWNER": "userId", "NAME": "businessName", "TIMEZONE": "timezone", "LAST ACTIVE": "lastActive"}
    return listing(items, columns, empty="There is no business yet. Add one: frontdesk owner add --help", after=more)


async def remove(house: House, *, owner: str) -> Shown:
    """Erase everything of an owner. At a terminal the person is asked once more."""
    profile = await house.owner(owner)
    if sys.stdin.isatty() and not _meant(profile.business_name or owner):
        raise NotMeant()
    event_id = await remove_owner(house.parts, owner)
    await house.settled(OwnerChanged.topic, event_id, seconds=ERASE_SECONDS)
    return Shown(f"Removed {profile.business_name or owner} and everything of it.", {"userId": owner})


def _meant(name: str) -> bool:
    print(
        f"This erases {name}: its conversations, bookings and documents. Type yes to go on: ", end="", file=sys.stderr
    )
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() == "yes"


async def _until_made(house: House, user_id: str) -> ConsultantConfig | None:
    """Everything an owner begins with is there."""
    event_id = event_id_of(OwnerChanged, user_id, cause=f"owner made:{user_id}")
    await house.settled(OwnerChanged.topic, event_id)
    return await house.parts.store.reader(user_id).get(ConsultantConfig, user_id)
