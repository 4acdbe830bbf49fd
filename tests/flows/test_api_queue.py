"""A morning with numbers, by the API: who is being served, who waits, and what the customer's phone says."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House

ZOE = "15550100042"


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    """At a practice that gives out numbers, all day long."""
    async with signed_in(house) as client:
        schedule = await client.get("~/schedule")
        hours = [{**day, "enabled": True, "startTime": "00:00", "endTime": "24:00"} for day in schedule["days"]]
        await client.put("~/schedule", {**schedule, "bookingType": "token", "days": hours}, headers={"If-Match": "*"})
        yield client


def tomorrow(house: House) -> str:
    now = house.parts.clock().astimezone(ZoneInfo("Europe/Berlin"))
    return (now + timedelta(days=1)).date().isoformat()


async def heard(console: ApiClient, house: House) -> list[str]:
    """What the customer's phone shows that is from the practice, the latest first."""
    await house.drained()
    screen = await console.get(f"~/phone/customers/{ZOE}/messages")
    return [words_of(one["payload"]) for one in screen["items"] if one["outbound"]]


def words_of(payload: dict[str, Any]) -> str:
    text: str = payload["text"]["body"] if "text" in payload else payload["interactive"]["body"]["text"]
    return text


async def test_the_queue_is_told_called_and_taken_back(console: ApiClient, house: House):
    """Zoe wrote for her number; she is called, told that it was too early, and called again."""
    day = tomorrow(house)
    await console.post("~/bookings", {"name": "Ana", "date": day}, status=201)
    await console.post(f"~/phone/customers/{ZOE}/messages", {"text": "A number for tomorrow, please"}, status=201)
    assert "number" in (await heard(console, house))[0]
    for _ in range(2):
        await console.post("~/queue/next", {"date": day})
    queue = await console.get(f"~/queue?date={day}")
    assert (queue["serving"]["tokenNumber"], queue["served"], queue["waiting"]) == (2, 1, [])
    assert (await heard(console, house))[0] == "Number 2, it is your turn now. Please come in."

    back = await console.post("~/queue/undo", {"date": day, "bookingId": queue["undo"]["bookingId"]})
    assert (back["booking"]["name"], back["booking"]["status"]) == ("Ana", "confirmed")
    queue = await console.get(f"~/queue?date={day}")
    assert (queue["serving"]["name"], queue["served"], queue["undo"]) == ("Ana", 0, None)
    [zoe] = queue["waiting"]
    assert (zoe["ahead"], zoe["booking"]["tokenNumber"]) == (1, 2)
    assert zoe["time"] in (await heard(console, house))[0]
    again = await console.post("~/queue/undo", {"date": day}, status=409)
    assert again["detail"] == "There is nothing here that can be taken back any more."

    called = await console.post("~/queue/next", {"date": day, "bookingId": zoe["booking"]["bookingId"]})
    assert called["completed"]["name"] == "Ana"
    gone = f"~/bookings/{zoe['booking']['bookingId']}/decision"
    await console.post(gone, {"act": "no_show"})
    queue = await console.get(f"~/queue?date={day}")
    assert (queue["serving"], queue["served"], queue["missed"], queue["given"]) == (None, 1, 1, 2)


async def test_staff_move_a_booking_and_its_customer_is_told(console: ApiClient, house: House):
    """With the note. A move without a date is no move."""
    day = tomorrow(house)
    await console.post(f"~/phone/customers/{ZOE}/messages", {"text": "A number for tomorrow, please"}, status=201)
    await house.drained()
    [booking] = (await console.get(f"~/bookings?first={day}&last={day}"))["items"]
    where = f"~/bookings/{booking['bookingId']}/decision"
    assert (await console.ask("POST", where, json={"act": "move"})).status == 422
    assert (await console.ask("POST", where, json={"act": "confirm", "date": day})).status == 422
    same = await console.post(where, {"act": "move", "date": day}, status=409)
    assert "already" in same["detail"]
    later = (house.parts.clock() + timedelta(days=4)).date().isoformat()
    moved = await console.post(where, {"act": "move", "date": later, "note": "The doctor is ill."})
    assert (moved["booking"]["date"], moved["booking"]["tokenNumber"]) == (later, 1)
    told = (await heard(console, house))[0]
    assert told.startswith("We have moved your booking.")
    assert told.endswith("The doctor is ill.")
