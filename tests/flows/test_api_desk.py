"""The desk by the API: a phone that is played, its conversation, and what is booked."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from libs.common.entities import DeadLetter, UsageLog
from libs.common.envelope import Envelope
from libs.common.events import ReplyRequested, seal
from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House

ZOE = "15550100042"
PHONE = f"~/phone/customers/{ZOE}"


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


async def answered(console: ApiClient, house: House) -> dict[str, Any]:
    """What the phone shows once everything is handled: the latest message, as WhatsApp's JSON."""
    await house.drained()
    screen = await console.get(f"{PHONE}/messages")
    assert not screen["typing"]
    latest: dict[str, Any] = screen["items"][0]
    assert latest["outbound"]
    return latest["payload"]  # type: ignore[no-any-return]


async def writes(console: ApiClient, text: str) -> None:
    await console.post(f"{PHONE}/messages", {"text": text, "name": "Zoe"}, status=201)


async def taps(console: ApiClient, payload: dict[str, Any], title: str) -> None:
    """The button of this title."""
    buttons = {one["reply"]["title"]: one["reply"]["id"] for one in payload["interactive"]["action"]["buttons"]}
    tap = {"id": buttons[title], "title": title, "answering": payload["id"]}
    await console.post(f"{PHONE}/taps", tap, status=201)


async def test_a_played_customer_books_and_staff_confirm(console: ApiClient, house: House):
    """By the phone and back on it: what it shows is what WhatsApp would get."""
    await writes(console, "May I come on 12 January 2027 at 10:00?")
    await taps(console, await answered(console, house), "Yes, book it")
    await answered(console, house)
    week = await console.get("~/bookings?first=2027-01-11&last=2027-01-17")
    (booking,) = week["items"]
    assert (booking["status"], booking["timeSlot"], booking["name"]) == ("pending", "10:00", "Zoe")
    decision = {"act": "confirm", "note": "Bring your reports"}
    decided = await console.post(f"~/bookings/{booking['bookingId']}/decision", decision)
    assert decided["booking"]["status"] == "confirmed"
    assert decided["booking"]["confirmedBy"] == "operator"
    told = await answered(console, house)
    assert "Bring your reports" in told["text"]["body"]
    played = await console.get("~/phone/customers")
    assert [(one["customer"], one["name"]) for one in played["items"]] == [(ZOE, "Zoe")]


async def test_what_booking_refuses_is_said_in_its_words(console: ApiClient):
    """With the nearest free places, so that a person can choose another."""
    wish = {"name": "Ana", "date": "2027-01-12", "time": "09:00"}
    made = await console.post("~/bookings", wish, status=201)
    taken = await console.post("~/bookings", {**wish, "name": "Ben"}, status=409)
    assert "taken" in taken["detail"]
    assert {"date": "2027-01-12", "time": "09:30"} in taken["free"]
    where = f"~/bookings/{made['booking']['bookingId']}/decision"
    await console.post(where, {"act": "complete"})
    settled = await console.post(where, {"act": "cancel"}, status=409)
    assert settled["detail"]
    assert (await console.ask("POST", "~/bookings/never/decision", json={"act": "confirm"})).status == 404


async def test_the_queue_goes_on_by_numbers(console: ApiClient, house: House):
    """Staff give numbers by hand and call the next; nobody left is said in words."""
    schedule = await console.get("~/schedule")
    hours = [{**day, "startTime": "00:00", "endTime": "24:00"} for day in schedule["days"]]
    await console.put("~/schedule", {**schedule, "bookingType": "token", "days": hours}, headers={"If-Match": "*"})
    today = house.parts.clock().astimezone(ZoneInfo(schedule["timezone"])).date().isoformat()
    for name in ("Ana", "Ben"):
        await console.post("~/bookings", {"name": name, "date": today}, status=201)
    first = await console.post("~/queue/next")
    assert (first["booking"]["name"], first["booking"]["tokenNumber"]) == ("Ana", 1)
    second = await console.post("~/queue/next")
    assert (second["booking"]["name"], second["completed"]["name"]) == ("Ben", "Ana")
    assert second["completed"]["status"] == "completed"


async def test_a_person_takes_over_writes_and_hands_back(console: ApiClient, house: House):
    """While they have it the assistant is silent; what they write is on the phone, with its ticks in the thread."""
    await writes(console, "Hello!")
    await answered(console, house)
    (conversation,) = (await console.get("~/conversations"))["items"]
    where = f"~/conversations/{conversation['conversationId']}"
    taken = await console.post(f"{where}/take-over", {"minutes": 30})
    assert (taken["heldBy"], taken["heldUntil"] is not None) == ("operator", True)
    await writes(console, "Is anybody there?")
    await house.drained()
    written = await console.post(f"{where}/messages", {"text": "Yes, it's Rosa <b>here</b>."}, status=201)
    assert (written["role"], written["author"]) == ("staff", "operator")
    shown = await answered(console, house)
    assert shown["text"]["body"] == "Yes, it's Rosa <b>here</b>."
    thread = await console.get(f"{where}/messages?limit=2")
    assert [message["content"] for message in thread["items"]] == ["Yes, it's Rosa <b>here</b>.", "Is anybody there?"]
    assert thread["items"][0]["delivery"] == "delivered"
    earlier = await console.get(f"{where}/messages?limit=2&after={thread['next']}")
    assert [message["role"] for message in earlier["items"]] == ["assistant", "customer"]
    assert (await console.post(f"{where}/hand-back"))["heldBy"] == ""


async def test_a_conversation_is_found_by_name_and_by_number(console: ApiClient, house: House):
    """Also by the end of the number, as people know it."""
    await writes(console, "Hello!")
    await house.graph.customer("Ben", phone="4915100000002").writes("Hello!")
    await house.drained()
    for text, names in (("zo", ["Zoe"]), ("BEN", ["Ben"]), ("00042", ["Zoe"]), ("%2B49 151", ["Ben"]), ("tom", [])):
        page = await console.get(f"~/conversations?find={text}")
        assert [one["name"] for one in page["items"]] == names
        assert page["next"] is None
    assert len((await console.get("~/conversations?find=+"))["items"]) == 2
    assert (await console.ask("GET", f"~/conversations?find={'x' * 101}")).status == 422


async def test_a_message_that_whatsapp_would_not_take_says_why(console: ApiClient, house: House):
    """Out of the 24-hour window a person cannot write freely either."""
    await writes(console, "Hello!")
    await answered(console, house)
    conversation = await house.conversation()
    long_ago = house.parts.clock().replace(year=2020)
    await house.put("ingest", conversation.changed(last_inbound_at=long_ago))
    where = f"~/conversations/{conversation.conversation_id}/messages"
    refused = await console.post(where, {"text": "Are you still there?"}, status=409)
    assert "24 hours" in refused["detail"]


async def test_what_the_desk_did_is_counted_by_day(console: ApiClient, house: House):
    await writes(console, "Hello!")
    await answered(console, house)
    spent = UsageLog(
        usage_id=f"{house.owner}:u1",
        user_id=house.owner,
        input_tokens=70,
        output_tokens=9,
        created_at=house.parts.clock(),
    )
    await house.put("responder", spent)
    days = (await console.get("~/usage"))["items"]
    assert len(days) == 30
    today = days[-1]
    assert (today["received"], today["answered"], today["written"]) == (1, 1, 0)
    assert (today["inputTokens"], today["outputTokens"]) == (70, 9)
    assert date.fromisoformat(days[0]["date"]).toordinal() == date.fromisoformat(today["date"]).toordinal() - 29
    assert (await console.ask("GET", "~/usage?days=1000")).status == 422


async def test_what_was_given_up_can_be_tried_again(console: ApiClient, house: House):
    """The service handles it, and the letter counts it."""
    await house.put("gateway", letter_of(house))
    before = await console.get("~/dead-letters")
    (shown,) = before["items"]
    assert (shown["error"], shown["conversationId"], before["untried"]) == ("It rained.", f"{house.owner}:gone", 1)
    replayed = await console.post(f"~/dead-letters/{shown['deadLetterId']}/replay")
    assert replayed == {"service": "responder", "code": "superseded", "message": ""}
    after = await console.get("~/dead-letters")
    (shown,) = after["items"]
    assert (shown["replays"], shown["cameOf"]["code"], after["untried"]) == (1, "superseded", 0)


def letter_of(house: House) -> DeadLetter:
    """A turn that nobody has open any more."""
    now = house.parts.clock()
    event = ReplyRequested(user_id=house.owner, conversation_id=f"{house.owner}:gone", turn=1, opened_at=now)
    envelope: Envelope = seal(event, cause="test", source="ingest", at=now)
    return DeadLetter(
        dead_letter_id=f"{house.owner}:letter",
        user_id=house.owner,
        service="responder",
        topic=event.topic,
        attributes=envelope.attributes(),
        data=envelope.data.decode(),
        code="failed",
        error="It rained.",
        attempts=5,
        given_up_at=now,
    )


async def test_a_service_that_does_not_answer_in_time_is_said_to_be_at_work(house: House, console: ApiClient):
    """202: nothing is lost, and the same act asked again gives what came of it."""
    wait = house.parts.store.wait
    slow = asyncio.Event()

    async def never(receipt_id: str, seconds: float) -> Any:
        return None if not slow.is_set() else await wait(receipt_id, seconds)

    object.__setattr__(house.parts.store, "wait", never)
    wish, key = {"name": "Ana", "date": "2027-01-12", "time": "09:00"}, {"Idempotency-Key": "slow-act-1"}
    working = await console.post("~/bookings", wish, status=202, headers=key)
    assert (working["status"], working["service"]) == ("working", "booking")
    slow.set()
    made = await console.post("~/bookings", wish, status=201, headers=key)
    assert made["booking"]["timeSlot"] == "09:00"
    assert len(await house.bookings()) == 1
