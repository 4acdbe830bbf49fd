"""Settings by the API: saved whole or refused by field, never over what somebody else has changed."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from typing import Any

import pytest

from libs.common.entities import Number
from libs.common.store.query import Query
from tests.flows.api_client import ApiClient, signed_in
from tests.flows.house import House


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


@pytest.mark.parametrize("page", ["profile", "schedule", "assistant"])
async def test_a_stale_edit_is_refused_with_both_versions(console: ApiClient, page: str):
    """Two people open a page; the second to save sees what the first did, and loses nothing of their own."""
    read = await console.ask("GET", f"~/{page}")
    etag = {"If-Match": read.headers["ETag"]}
    first, second = edited(read.body, page, "first"), edited(read.body, page, "second")
    saved = await console.ask("PUT", f"~/{page}", json=first, headers=etag)
    assert saved.must(200)["updatedAt"] != read.body["updatedAt"]
    stale = (await console.ask("PUT", f"~/{page}", json=second, headers=etag)).must(412)
    assert shown(stale["current"], page) == shown(first, page)
    assert shown(stale["yours"], page) == shown(second, page)
    assert shown(await console.get(f"~/{page}"), page) == shown(first, page)
    await console.put(f"~/{page}", second, headers={"If-Match": saved.headers["ETag"]})


def edited(body: dict[str, Any], page: str, who: str) -> dict[str, Any]:
    changes: dict[str, dict[str, Any]] = {
        "profile": {"description": who},
        "assistant": {"context": who},
        "schedule": {"slotDuration": {"first": 15, "second": 20}[who]},
    }
    return {**body, **changes[page]}


def shown(body: dict[str, Any], page: str) -> object:
    return body[{"profile": "description", "assistant": "context", "schedule": "slotDuration"}[page]]


async def test_an_edit_says_what_it_was_made_from(console: ApiClient):
    """Or that it does not care."""
    profile = await console.get("~/profile")
    assert (await console.ask("PUT", "~/profile", json=profile)).status == 428
    assert (await console.ask("PUT", "~/profile", json=profile, headers={"If-Match": '"yesterday"'})).status == 400
    await console.put("~/profile", profile, headers={"If-Match": "*"})


async def test_what_is_wrong_with_a_profile_stands_at_its_field(console: ApiClient):
    profile = await console.get("~/profile")
    wrong = {**profile, "contactEmail": "not a mail address", "businessName": " "}
    refused = await console.put("~/profile", wrong, status=422, headers={"If-Match": "*"})
    assert {error["field"] for error in refused["errors"]} == {"contactEmail", "businessName"}
    assert await console.get("~/profile") == profile


async def test_what_is_wrong_with_a_schedule_stands_at_its_field(console: ApiClient):
    """By the weekday's name; and nothing of it is saved."""
    schedule = await console.get("~/schedule")
    wrong = {**schedule, "slotDuration": 0, "timezone": "Mars"}
    wrong["days"] = [{**schedule["days"][0], "endTime": "08:00"}]
    for path, method in (("~/schedule", "PUT"), ("~/schedule/preview", "POST")):
        refused = await console.ask(method, path, json=wrong, headers={"If-Match": "*"})
        fields = {error["field"] for error in refused.must(422)["errors"]}
        assert fields == {"slotDuration", "timezone", "days.monday.endTime"}
    assert await console.get("~/schedule") == schedule


async def test_a_schedule_can_be_tried_before_it_is_saved(console: ApiClient):
    """The preview shows the places of the next seven days and what would no longer fit, and changes nothing."""
    day = (await console.get("~/free-places"))["items"][-1]["date"]
    booked = await console.post("~/bookings", {"name": "Ana", "date": day, "time": "16:30"}, status=201)
    before = await console.get("~/schedule")
    shorter = {**before, "slotDuration": 60, "days": [{**one, "endTime": "12:00"} for one in before["days"]]}
    preview = await console.post("~/schedule/preview", shorter)
    assert len(preview["days"]) == 7
    assert preview["days"][3]["times"] == ["09:00", "10:00", "11:00"]
    assert [one["bookingId"] for one in preview["noLongerFit"]] == [booked["booking"]["bookingId"]]
    assert await console.get("~/schedule") == before
    saved = await console.put("~/schedule", shorter, headers={"If-Match": "*"})
    assert saved["noLongerFit"] == preview["noLongerFit"]
    assert (await console.get(f"~/bookings/{booked['booking']['bookingId']}"))["status"] == "confirmed"


async def test_a_preview_of_numbers_says_how_many(console: ApiClient):
    schedule = {**await console.get("~/schedule"), "bookingType": "token", "maxTokensPerDay": 12}
    preview = await console.post("~/schedule/preview", schedule)
    assert {(one["numbers"], len(one["times"])) for one in preview["days"]} == {(12, 0)}


async def test_the_set_up_can_be_left_and_resumed(console: ApiClient):
    """Each step saves itself and leads to the next."""
    assert (await console.get("~/onboarding"))["currentStep"] == 1
    await console.put("~/onboarding/steps/1", {"status": "done"})
    await console.put("~/onboarding/steps/2", {"status": "skipped"})
    left = await console.get("~/onboarding")
    assert (left["currentStep"], left["completed"]) == (3, False)
    assert [(step["stepNo"], step["status"]) for step in left["steps"]] == [(1, "done"), (2, "skipped")]
    done = await console.put("~/onboarding", {"currentStep": 3, "completed": True})
    assert done["completed"]
    for none in ("99", "0", "9" * 5000):
        await console.put(f"~/onboarding/steps/{none}", {"status": "done"}, status=422)


async def test_a_step_taken_again_does_not_lead_back(console: ApiClient):
    """Whoever saves an earlier step once more goes on at the first that is open. With the last the set-up is over."""
    for step, status in ((1, "done"), (2, "skipped"), (3, "done"), (5, "skipped"), (2, "done")):
        await console.put(f"~/onboarding/steps/{step}", {"status": status})
    left = await console.get("~/onboarding")
    assert (left["currentStep"], left["completed"]) == (4, False)
    over = await console.put("~/onboarding/steps/4", {"status": "done"})
    assert over["completed"]
    again = await console.put("~/onboarding/steps/1", {"status": "done"})
    assert again["completed"]


async def test_a_number_is_connected_and_what_is_wrong_with_it_is_said(console: ApiClient, house: House):
    """A token that WhatsApp refuses stands at its field; a good one is kept and never shown."""
    number = {"phoneNumberId": house.graph.number.id, "token": "made up"}
    refused = await console.post("~/numbers", number, status=422)
    assert [error["field"] for error in refused["errors"]] == ["token"]
    connected = await console.post("~/numbers", {**number, "token": "graph-token"}, status=201)
    assert "graph-token" not in str(connected)
    checked = await console.post(f"~/numbers/{house.graph.number.id}/check")
    assert {step["name"]: step["ok"] for step in checked["steps"]} == {
        "token": True,
        "address": False,
        "webhook": True,
        "messages": False,
    }
    assert "FRONTDESK_PUBLIC_URL" in checked["steps"][1]["words"]


async def test_a_business_is_made_and_removed(console: ApiClient, house: House):
    """When it is answered, everything of it is there, or nothing is left."""
    wish = {"name": "Corner Café", "timezone": "Europe/Rome"}
    made = await console.post("/owners", wish, status=201, headers={"Idempotency-Key": "make-cafe"})
    assert made == await console.post("/owners", wish, status=201, headers={"Idempotency-Key": "make-cafe"})
    where = f"/owners/{made['userId']}"
    assert (await console.get(f"{where}/schedule"))["timezone"] == "Europe/Rome"
    unknown = await console.post("/owners", {"name": "X", "timezone": "Mars"}, status=422)
    assert [error["field"] for error in unknown["errors"]] == ["timezone"]
    gone = {"Idempotency-Key": "remove-cafe"}
    assert (await console.ask("DELETE", where, headers=gone)).status == 204
    assert (await console.ask("DELETE", where, headers=gone)).status == 204
    assert (await console.ask("GET", f"{where}/profile")).status == 404
    numbers = await house.parts.store.system().find(Query(Number, equal={"user_id": made["userId"]}))
    assert numbers.items == []


async def test_a_business_says_of_itself_what_it_was_made_with(console: ApiClient):
    """Beside that it is the same as one made with a name only. What is wrong stands at its field, and none is made."""
    said = {"contactEmail": "desk@example.com", "contactPhone": "+39 06 1", "description": "Coffee and cake."}
    wish = {"name": "Corner Café", "businessType": "Café", "timezone": "Europe/Rome", **said}
    wrong = {**wish, "contactEmail": "desk", "description": "x" * 8001}
    refused = await console.post("/owners", wrong, status=422)
    assert {error["field"] for error in refused["errors"]} == {"contactEmail", "description"}
    names = [owner["businessName"] for owner in (await console.get("/owners"))["items"]]
    assert "Corner Café" not in names

    made = await console.post("/owners", wish, status=201)
    plain = await console.post("/owners", {"name": "Corner Café", "timezone": "Europe/Rome"}, status=201)
    where, other = (f"/owners/{each['userId']}" for each in (made, plain))
    profile = await console.get(f"{where}/profile")
    assert {name: profile[name] for name in said} == said
    assert (profile["businessName"], profile["businessType"]) == ("Corner Café", "Café")
    for page in ("schedule", "assistant", "onboarding"):
        assert settings_of(await console.get(f"{where}/{page}")) == settings_of(await console.get(f"{other}/{page}"))


def settings_of(page: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in page.items() if name != "updatedAt"}


async def test_the_demo_business_is_made_once(console: ApiClient, house: House):
    """With hours, documents and bookings; removed, it can be made anew."""
    made = await console.post("/demo", status=201)
    assert made == await console.post("/demo", status=201)
    demo = f"/owners/{made['userId']}"
    set_up = await console.get(f"{demo}/onboarding")
    assert set_up["completed"]
    assert [step["status"] for step in set_up["steps"]] == ["done", "done", "done", "done", "skipped"]
    schedule = await console.get(f"{demo}/schedule")
    assert schedule["days"][0]["breakStart"] == "13:00"
    first = (await console.get(f"{demo}/free-places"))["items"][0]["date"]
    week = await console.get(f"{demo}/bookings?first={first}&last={day_after(first, 14)}")
    assert {booking["status"] for booking in week["items"]} == {"confirmed", "pending"}
    assert len(week["items"]) == 9
    await house.drained()
    documents = await console.get(f"{demo}/documents")
    assert {document["status"] for document in documents["items"]} == {"indexed"}
    tried = await console.post(f"{demo}/questions", {"question": "How much is professional cleaning?"})
    assert "95 euro" in tried["text"]
    assert (await console.ask("DELETE", demo)).status == 204
    anew = await console.post("/demo", status=201)
    assert anew["userId"] != made["userId"]


def day_after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
