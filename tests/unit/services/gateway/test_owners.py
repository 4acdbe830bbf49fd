"""Owners are made whole, listed, and removed."""

import pytest

from libs.common.bus.port import Delivery, Subscription
from libs.common.entities import Number, Onboarding, Profile
from libs.common.events import OwnerChanged
from services.gateway.handlers.owners import EraseOwner
from services.gateway.owners import (
    NameRefused,
    NoSuchOwner,
    UnknownTimezone,
    add_owner,
    list_owners,
    owner_id,
    remove_owner,
)
from tests.unit.services.gateway.room import Room


class Heard:
    """What the other services were told."""

    def __init__(self) -> None:
        self.events: list[OwnerChanged] = []

    async def __call__(self, delivery: Delivery) -> None:
        self.events.append(OwnerChanged.opened(delivery.envelope))


@pytest.fixture
async def heard(room: Room) -> Heard:
    heard = Heard()
    await room.parts.bus.listen([Subscription("booking", OwnerChanged.topic)], heard)
    return heard


async def test_an_owner_is_made_with_a_sandbox_number_and_the_others_hear_of_it(room: Room, heard: Heard) -> None:
    """In the timezone that was given."""
    user_id = await add_owner(room.parts, "  Zahnärzte   am Markt ", "Europe/Berlin", language="de")
    assert user_id.startswith("zahnarzte-am-markt-")
    assert (await room.must_get(Profile, user_id)).business_name == "Zahnärzte am Markt"
    assert (await room.must_get(Number, f"sandbox-{user_id}")).channel == "sandbox"
    assert await room.get(Onboarding, user_id) is not None
    await room.parts.bus.stop(5)
    [event] = heard.events[:1]
    assert (event.user_id, event.act, event.timezone, event.language) == (user_id, "made", "Europe/Berlin", "de")


async def test_the_same_act_again_is_the_same_owner(room: Room) -> None:
    """So that a crash in between can be mended by asking again."""
    first = await add_owner(room.parts, "Clinic", "UTC", cause="form-1")
    assert await add_owner(room.parts, "Clinic", "UTC", cause="form-1") == first
    assert await add_owner(room.parts, "Clinic", "UTC") != first
    owners, after = await list_owners(room.parts)
    assert len(owners) == 2
    assert after is None
    assert {one.business_name for one in owners} == {"Clinic"}


async def test_the_list_goes_on_where_a_page_ended(room: Room) -> None:
    """And shows each owner once."""
    made = {await add_owner(room.parts, f"Clinic {place}", "UTC") for place in range(3)}
    first, after = await list_owners(room.parts, limit=2)
    rest, end = await list_owners(room.parts, limit=2, after=after)
    assert {one.user_id for one in [*first, *rest]} == made
    assert end is None


async def test_a_timezone_that_is_none_is_refused_with_the_nearest(room: Room) -> None:
    """A typing mistake is the likeliest."""
    with pytest.raises(UnknownTimezone, match="Europe/Berlin"):
        await add_owner(room.parts, "Clinic", "Europe/Berlni")
    for name in ("../etc/passwd", "", "x" * 1000):
        with pytest.raises(UnknownTimezone):
            await add_owner(room.parts, "Clinic", name)
    with pytest.raises(NameRefused):
        await add_owner(room.parts, " ", "UTC")


async def test_a_removed_owners_numbers_are_free_at_once(room: Room, heard: Heard) -> None:
    """And removing can be asked for until the last row is gone."""
    user_id = await add_owner(room.parts, "Clinic", "UTC")
    event_id = await remove_owner(room.parts, user_id)
    assert await room.get(Number, f"sandbox-{user_id}") is None
    assert await remove_owner(room.parts, user_id) == event_id
    removed = room.delivered(OwnerChanged(user_id=user_id, act="removed"))
    while getattr(await room.runs(EraseOwner(room.parts.blobs).effect(), removed), "code", "") != "erased":
        pass
    with pytest.raises(NoSuchOwner):
        await remove_owner(room.parts, user_id)


@pytest.mark.parametrize("name", ["東京クリニック", "-", "A very long name of a business that goes on and on"])
def test_an_owners_id_is_short_and_plain(name: str) -> None:
    """Whatever the name is written in: it stands in addresses and file names."""
    made = owner_id(name, "cause")
    assert len(made) <= 31
    assert made.replace("-", "").isalnum()
    assert made.isascii()
    assert made == made.lower().strip("-")
