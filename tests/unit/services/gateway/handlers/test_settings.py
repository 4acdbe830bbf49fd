"""The profile: all of it is applied, or the owner hears what is wrong."""

from typing import Any

import pytest

from libs.common.entities import Profile
from libs.common.events import SettingsChanged
from services.gateway.handlers.settings import profile
from tests.unit.services.gateway.room import OWNER, Room


async def change(room: Room, values: dict[str, Any], section: str = "profile") -> Any:
    event = SettingsChanged.model_validate({"user_id": OWNER, "section": section, "values": values})
    return await room.decides(profile, room.delivered(event))


async def test_some_values_leave_the_others_as_they_are(room: Room) -> None:
    """The console saves what was edited."""
    await room.owns()
    room.clock.passes(hours=1)
    outcome = await change(room, {"description": "  Two doctors. ", "contactEmail": "desk@clinic.example"})
    stands = await room.must_get(Profile, OWNER)
    assert outcome.code == "applied"
    assert (stands.business_name, stands.description, stands.contact_email, stands.updated_at) == (
        "The Clinic",
        "Two doctors.",
        "desk@clinic.example",
        room.clock(),
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("contactEmail", "not an address"),
        ("businessName", " "),
        ("description", "x" * 8001),
        ("contactPhone", 15),
        ("userId", "another"),
    ],
)
async def test_one_wrong_value_refuses_all_and_names_itself(room: Room, field: str, value: Any) -> None:
    """So that nothing is half saved."""
    await room.owns()
    outcome = await change(room, {"businessType": "clinic", field: value})
    assert outcome.code == "refused"
    assert [error["field"] for error in outcome.answer["errors"]] == [field]
    assert (await room.must_get(Profile, OWNER)).business_type == ""


async def test_another_section_is_somebody_elses(room: Room) -> None:
    """The schedule is booking's."""
    assert (await change(room, {"slotDuration": 20}, "schedule")).code == "not_mine"
