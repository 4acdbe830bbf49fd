"""A customer in danger, through the whole house: whom to call is on their phone, and a person has the conversation."""

from collections.abc import AsyncIterator

import pytest

from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House

ZOE = "15550100042"


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


async def writes(console: ApiClient, house: House, text: str) -> list[str]:
    """What her phone shows afterwards that is from the business, the latest first."""
    await console.post(f"~/phone/customers/{ZOE}/messages", {"text": text, "name": "Zoe"}, status=201)
    await house.drained()
    screen = await console.get(f"~/phone/customers/{ZOE}/messages")
    return [one["payload"]["text"]["body"] for one in screen["items"] if one["outbound"]]


async def test_the_owners_words_count_and_no_assistant_answers(console: ApiClient, house: House):
    """Set by the API, with what a stale edit and a wrong value are told."""
    words = await console.get("~/danger")
    assert (words["enabled"], words["words"]) == (True, [])
    version = {"If-Match": f'"{words["updatedAt"]}"'}
    wish = {"enabled": True, "words": ["the crown fell out"], "contact": "Dr. Roth, +49 171 1"}
    changed = await console.put("~/danger", wish, headers=version)
    assert (changed["words"], changed["contact"]) == (wish["words"], wish["contact"])
    await console.put("~/danger", {**wish, "words": []}, headers=version, status=412)
    await console.put("~/danger", {**wish, "words": ["x"]}, headers={"If-Match": "*"}, status=422)

    told = await writes(console, house, "Help! The crown fell out!")
    assert len(told) == 1
    assert "Dr. Roth, +49 171 1" in told[0]
    [conversation] = (await console.get("~/conversations"))["items"]
    assert conversation["heldBy"] == "staff"
    assert await writes(console, house, "What are your prices?") == told


async def test_known_signs_need_no_setting(console: ApiClient, house: House):
    """In the customer's own language."""
    [told] = await writes(console, house, "Mein Vater atmet nicht mehr")
    assert told.startswith("Das klingt nach einem Notfall.")
