"""What is wrong with a number, in words that say what to do."""

from dataclasses import replace

import pytest

from libs.common.entities import Number
from libs.common.parts import Parts
from libs.common.settings import Settings
from services.gateway.checking import Checking
from services.gateway.directory import Directory
from services.gateway.whatsapp.cloud_api import GraphApi
from services.gateway.whatsapp.sandbox import number_id_of
from tests.fakes.graph import GraphApi as StandIn
from tests.unit.services.gateway.room import NUMBER, OWNER, Room


async def steps(room: Room, number: str = NUMBER, /, **settings: object) -> dict[str, tuple[bool, str]]:
    """Each step's verdict and words."""
    values = {**room.parts.settings.model_dump(), **settings}
    parts: Parts = replace(room.parts, settings=Settings.model_validate(values))
    graph = GraphApi(parts.settings.graph_url, "v23.0", parts.clock)
    row = await room.must_get(Number, number)
    try:
        found = await Checking(parts, Directory(parts), graph).steps(row)
    finally:
        await graph.close()
    return {step.name: (step.ok, step.words) for step in found}


async def test_a_number_that_works_is_right_in_every_step(room: Room, graph: StandIn):
    await room.owns(token=graph.number.token)
    await room.talks()
    found = await steps(room, public_url="https://desk.example.com")
    assert {name: ok for name, (ok, _) in found.items()} == dict.fromkeys(
        ("token", "address", "webhook", "messages"), True
    )
    assert "https://desk.example.com/webhooks/whatsapp," in found["webhook"][1]


async def test_a_token_that_whatsapp_refuses_wants_a_new_one(room: Room):
    await room.owns(token="old")
    ok, words = (await steps(room))["token"]
    assert not ok
    assert "new one" in words


async def test_a_number_without_a_token_wants_connecting(room: Room):
    await room.owns()
    assert "Connect the number again" in (await steps(room))["token"][1]


async def test_a_whatsapp_that_does_not_answer_is_no_fault_of_the_token(room: Room):
    await room.owns(token="good")
    assert "Try again" in (await steps(room, graph_url="http://127.0.0.1:9"))["token"][1]


@pytest.mark.parametrize(
    ("url", "says"), [(None, "FRONTDESK_PUBLIC_URL"), ("http://desk.example.com", "https addresses only")]
)
async def test_an_address_that_whatsapp_cannot_call_is_said(room: Room, url: str | None, says: str):
    await room.owns(token="any")
    ok, words = (await steps(room, public_url=url))["address"]
    assert not ok
    assert says in words


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("whatsapp_app_secret", "FRONTDESK_WHATSAPP_APP_SECRET"),
        ("whatsapp_verify_token", "FRONTDESK_WHATSAPP_VERIFY_TOKEN"),
    ],
)
async def test_a_webhook_that_would_be_refused_is_said(room: Room, missing: str, says: str):
    await room.owns(token="any")
    ok, words = (await steps(room, **{missing: None}))["webhook"]
    assert not ok
    assert says in words


@pytest.mark.parametrize(
    ("secrets", "says"), [({}, "secret of your Meta app"), ({"app_secret": "s"}, "verify token"), (None, "")]
)
async def test_an_app_of_ones_own_needs_its_own_secrets(room: Room, secrets: dict[str, str] | None, says: str):
    given = {"app_secret": "s", "verify_token": "w"} if secrets is None else secrets
    await room.owns(token="any", **given)
    row = await room.must_get(Number, NUMBER)
    await room.put(row.changed(own_app=True))
    ok, words = (await steps(room))["webhook"]
    assert ok is (secrets is None)
    assert says in words
    assert not ok or f"/webhooks/whatsapp/{OWNER}" in words


async def test_the_sandbox_needs_nothing(room: Room):
    await room.owns()
    found = await steps(room, number_id_of(OWNER))
    assert [ok for ok, _ in found.values()] == [True]
