"""Who may ask what of the API, and that an act is done once."""

from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from libs.common.entities import Member, Session
from libs.common.parts import system_clock
from libs.common.store.query import Query
from services.gateway.api.routing import UNSAFE, Operation
from services.gateway.api.sign_in.links import LINK_LIVES, make_link, session_id
from services.gateway.api.table import OPERATIONS
from tests.flows.api_client import ApiClient, Reply, browser, signed_in
from tests.flows.house import House, open_house

OF_AN_OWNER = [operation for operation in OPERATIONS if operation.path.startswith("/owners/{userId}")]
PROFILE = {"businessName": "Smile", "businessType": "", "contactEmail": "", "contactPhone": "", "description": ""}


@pytest.fixture
async def console(house: House) -> AsyncIterator[ApiClient]:
    async with signed_in(house) as client:
        yield client


async def tried(client: ApiClient, operation: Operation, **headers: str | None) -> Reply:
    """Ask for an operation, with something in every place of its path."""
    path = operation.path.replace("{userId}", client.owner)
    for name in operation.path_names:
        path = path.replace(f"{{{name}}}", "123456")
    body: dict[str, Any] = {"json": {}} if operation.body is not None else {}
    return await client.ask(operation.method, path, headers=headers, **body)


async def statuses(client: ApiClient, operations: Iterable[Operation], **headers: str | None) -> dict[str, int]:
    return {one.id: (await tried(client, one, **headers)).status for one in operations}


def all_are(status: int, found: dict[str, int]) -> bool:
    """Every operation answered this; what did not is shown by the assertion."""
    assert {name: got for name, got in found.items() if got != status} == {}
    return bool(found)


async def test_nobody_gets_in_who_is_not_signed_in(house: House):
    """Each operation but the one that signs in."""
    async with browser(house) as stranger:
        asked = [operation for operation in OPERATIONS if operation.id != "signIn"]
        assert all_are(401, await statuses(stranger, asked))


async def test_another_owners_staff_are_told_that_there_is_no_such_business(house: House):
    """Every route of an owner; the business that is somebody else's looks as one that never was."""
    await house.put_system(
        Member(member_id="other:rosa", user_id="other", subject="rosa", role="owner", created_at=now())
    )
    async with signed_in(house, "rosa") as rosa:
        asked = [one for one in OF_AN_OWNER if one.access != "operator"]
        assert all_are(404, await statuses(rosa, asked))
        theirs = await rosa.ask("GET", "~/profile")
        nobodys = await rosa.ask("GET", "/owners/never-was/profile")
        assert theirs.body == nobodys.body
        operators = [one for one in OPERATIONS if one.access == "operator"]
        assert all_are(403, await statuses(rosa, operators))


async def test_staff_work_the_desk_and_change_no_settings(house: House):
    await house.put_system(member(house, "rosa", "staff"))
    async with signed_in(house, "rosa") as rosa:
        owners = [one for one in OF_AN_OWNER if one.access == "owner"]
        assert all_are(403, await statuses(rosa, owners))
        assert (await rosa.get("~/conversations"))["items"] == []
        me = await rosa.get("/me")
        assert (me["operator"], [owner["role"] for owner in me["owners"]]) == (False, ["staff"])


async def test_an_act_without_a_key_is_not_done(console: ApiClient):
    """Also with one that is too short to be anybody's own."""
    keyed = [operation for operation in OPERATIONS if operation.keyed]
    assert all_are(400, await statuses(console, keyed, **{"Idempotency-Key": None}))
    assert all_are(400, await statuses(console, keyed[:1], **{"Idempotency-Key": "short"}))


async def test_what_another_sites_page_sends_is_not_done(console: ApiClient):
    """Without the console's header, or from another origin; a session alone is not enough."""
    unsafe = [operation for operation in OPERATIONS if operation.method in UNSAFE]
    assert all_are(403, await statuses(console, unsafe, **{"X-Frontdesk": None}))
    assert all_are(403, await statuses(console, unsafe, Origin="https://evil.example"))


async def test_a_page_of_ours_may_ask(console: ApiClient, house: House):
    answer = await console.ask("PUT", "~/profile", json=PROFILE, headers={"If-Match": "*", "Origin": house.url})
    answer.must(200)


async def test_the_same_key_is_the_same_act(console: ApiClient, house: House):
    """A double click books once, and both clicks are answered alike."""
    wish = {"name": "Ana", "date": "2027-01-12", "time": "09:00"}
    first = await console.ask("POST", "~/bookings", json=wish, headers={"Idempotency-Key": "one-act-1"})
    second = await console.ask("POST", "~/bookings", json=wish, headers={"Idempotency-Key": "one-act-1"})
    assert first.must(201) == second.must(201)
    assert second.headers["Idempotency-Replayed"] == "true"
    assert len(await house.bookings()) == 1


async def test_an_act_whose_answer_was_lost_is_done_once_all_the_same(console: ApiClient, house: House):
    """The events are made from the key; the kept answer is only quicker."""
    wish = {"name": "Ana", "date": "2027-01-12", "time": "09:00"}
    with patch("services.gateway.api.keeping.KEPT_STATUSES", frozenset()):
        first = await console.ask("POST", "~/bookings", json=wish, headers={"Idempotency-Key": "one-act-1"})
        second = await console.ask("POST", "~/bookings", json=wish, headers={"Idempotency-Key": "one-act-1"})
    assert "Idempotency-Replayed" not in second.headers
    assert first.must(201) == second.must(201)
    assert len(await house.bookings()) == 1


async def test_a_key_is_for_one_act(console: ApiClient):
    """Used for another, it is refused, and that act is not done."""
    key = {"Idempotency-Key": "one-act-1"}
    await console.post("~/bookings", {"name": "Ana", "date": "2027-01-12", "time": "09:00"}, status=201, headers=key)
    reused = await console.ask(
        "POST", "~/bookings", json={"name": "Ben", "date": "2027-01-13", "time": "09:00"}, headers=key
    )
    assert reused.must(422)["type"] == "urn:frontdesk:problem:idempotency_key_reused"


async def test_a_refusal_is_an_acts_answer_too(console: ApiClient, house: House):
    """The place is free again meanwhile, yet the same act was refused."""
    wish = {"name": "Ana", "date": "2027-01-12", "time": "09:00"}
    made = await console.post("~/bookings", wish, status=201)
    refused = await console.ask("POST", "~/bookings", json=wish, headers={"Idempotency-Key": "one-act-2"})
    where = f"~/bookings/{made['booking']['bookingId']}/decision"
    await console.post(where, {"act": "cancel"})
    again = await console.ask("POST", "~/bookings", json=wish, headers={"Idempotency-Key": "one-act-2"})
    assert refused.must(409) == again.must(409)


async def test_a_link_signs_in_once(house: House):
    """And a GET of whatever looks at links spends nothing: the token is in the fragment."""
    link = await make_link(house.parts)
    assert link.url.endswith(f"/#sign-in={link.token}")
    async with browser(house) as first, browser(house) as second:
        assert (await first.ask("GET", f"/sign-in?token={link.token}")).status == 405
        signed = await first.ask("POST", "/sign-in", json={"token": link.token})
        assert signed.status == 204
        cookie = signed.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert (await first.get("/me"))["operator"]
        spent = await second.ask("POST", "/sign-in", json={"token": link.token})
        assert "frontdesk link" in spent.must(410)["detail"]
        assert (await second.ask("GET", "/me")).status == 401


async def test_a_link_that_is_too_old_says_how_to_get_a_new_one(house: House):
    link = await make_link(house.parts)
    row = await house.parts.store.system().get(Session, session_id("link", link.token))
    assert row is not None
    assert row.expires_at - row.created_at == LINK_LIVES
    await house.put_system(row.changed(expires_at=now() - timedelta(seconds=1)))
    async with browser(house) as client:
        expired = await client.ask("POST", "/sign-in", json={"token": link.token})
        assert "frontdesk link" in expired.must(410)["detail"]


async def test_neither_links_nor_sessions_can_be_read_from_the_store(house: House):
    """Their secrets are kept as hashes."""
    async with signed_in(house) as client:
        (cookie,) = client.session.cookie_jar
        rows = (await house.parts.store.system().find(Query(Session, limit=10))).items
        assert [row.kind for row in rows] == ["browser"]
        assert all(cookie.value not in row.model_dump_json() for row in rows)


async def test_who_signs_out_is_out(console: ApiClient):
    await console.post("/sign-out", status=204)
    assert (await console.ask("GET", "/me")).status == 401


async def test_a_session_lives_as_long_as_it_is_used(console: ApiClient, house: House):
    """Thirty days from the last use; prolonging it costs a write a day at most."""
    (before,) = (await house.parts.store.system().find(Query(Session, limit=10))).items
    assert "Set-Cookie" not in (await console.ask("GET", "/me")).headers
    await house.put_system(before.changed(expires_at=now() + timedelta(days=3)))
    assert "Set-Cookie" in (await console.ask("GET", "/me")).headers
    (after,) = (await house.parts.store.system().find(Query(Session, limit=10))).items
    assert after.expires_at > now() + timedelta(days=29)


async def test_where_the_server_is_reached_by_https_the_cookie_is_sent_by_nothing_else(tmp_path: Path):
    async with open_house(tmp_path, public_url="https://desk.example.com") as house, browser(house) as client:
        link = await make_link(house.parts)
        assert link.url.startswith("https://desk.example.com/#sign-in=")
        signed = await client.ask("POST", "/sign-in", json={"token": link.token})
        assert signed.headers["Set-Cookie"].startswith("__Host-frontdesk=")
        assert "Secure" in signed.headers["Set-Cookie"]


async def test_what_is_no_json_object_is_refused(console: ApiClient):
    for data, status in ((b"[1]", 400), (b"{", 400), (b"x" * 300_000, 413)):
        answer = await console.ask("POST", "~/questions", data=data, headers={"Content-Type": "application/json"})
        assert answer.status == status
    form = await console.ask("POST", "~/questions", data=b"a=1", headers={"Content-Type": "text/plain"})
    assert form.status == 415


async def test_a_field_that_is_wrong_is_named(console: ApiClient):
    for blank in ("", "  \n"):
        answer = await console.ask("POST", "~/questions", json={"question": blank})
        assert [error["field"] for error in answer.must(422)["errors"]] == ["question"]
    for word in ("nonsense", "W10", "eyJhIjoxfQ"):
        page = await console.ask("GET", f"~/conversations?after={word}")
        assert [error["field"] for error in page.must(422)["errors"]] == ["after"]


async def test_an_address_that_is_not_there_is_a_problem(console: ApiClient):
    for method, path, status in (("GET", "/nothing", 404), ("PATCH", "/me", 405), ("POST", "/me", 405)):
        answer = await console.ask(method, path)
        assert answer.must(status)["status"] == status
        assert answer.headers["Content-Type"] == "application/problem+json"


async def test_the_document_is_served(house: House):
    """Without being signed in: it says nothing of anybody."""
    async with browser(house) as stranger:
        assert (await stranger.get("/openapi.json"))["openapi"].startswith("3.1")


def now() -> datetime:
    return system_clock()


def member(house: House, subject: str, role: str) -> Member:
    return Member.model_validate(
        {
            "member_id": f"{house.owner}:{subject}",
            "user_id": house.owner,
            "subject": subject,
            "role": role,
            "created_at": now(),
        }
    )
