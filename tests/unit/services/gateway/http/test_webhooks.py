"""The webhook's address: who is let in, what is said to whom, and that nothing is lost."""

import asyncio
import gzip
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from libs.common.bus.port import Delivery, Subscription
from libs.common.envelope import Envelope
from libs.common.errors import Unavailable
from libs.common.settings import Settings
from services.gateway import arriving
from services.gateway.directory import Directory
from services.gateway.http.webhooks import BODY_BYTES_MAX, SIGNATURE, Webhooks, is_signed
from services.gateway.intake import Intake
from tests.unit.services.gateway.room import APP_SECRET, MORNING, NUMBER, OWNER, VERIFY_TOKEN, Room

Client = TestClient[web.Request, web.Application]
OTHERS_NUMBER = "200000000000002"


def body(*texts: str, number: str = NUMBER, wamid: str = "wamid.") -> dict[str, Any]:
    messages = [
        {"from": "1", "id": f"{wamid}{place}", "type": "text", "text": {"body": text}}
        for place, text in enumerate(texts)
    ]
    value = {"metadata": {"phone_number_id": number}, "messages": messages}
    return {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": value}]}]}


async def post(client: Client, content: Any, *, secret: str | None = APP_SECRET, path: str = "") -> tuple[int, Any]:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    signed = {SIGNATURE: "sha256=" + hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()} if secret else {}
    async with client.post(f"/webhooks/whatsapp{path}", data=BytesIO(raw), headers=signed) as response:
        text = await response.text()
        if response.status >= 400:
            assert response.content_type == "application/problem+json"
        return response.status, json.loads(text) if text else None


class Ear:
    """Keeps what is published for ingest."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[Envelope] = asyncio.Queue()

    async def __call__(self, delivery: Delivery) -> None:
        await self.heard.put(delivery.envelope)
        await asyncio.Event().wait()

    async def texts(self, count: int) -> list[str]:
        async with asyncio.timeout(5):
            envelopes = [await self.heard.get() for _ in range(count)]
        return [json.loads(envelope.data)["message"]["text"] for envelope in envelopes]


@pytest.fixture
def intake(room: Room) -> Intake:
    return Intake(room.parts, Directory(room.parts))


async def client_for(room: Room, intake: Intake, settings: Settings) -> Client:
    app = web.Application()
    Webhooks(settings, Directory(room.parts), intake).add_to(app)
    client = TestClient(TestServer(app))
    await client.start_server()
    return client


@pytest.fixture
async def client(room: Room, intake: Intake) -> AsyncIterator[Client]:
    await room.owns(app_secret="the clinic's own secret", verify_token="the clinic's word")
    await room.owns("other", OTHERS_NUMBER)
    client = await client_for(room, intake, room.parts.settings)
    yield client
    await client.close()


@pytest.fixture
async def ear(room: Room) -> Ear:
    ear = Ear()
    await room.parts.bus.listen([Subscription("ingest", "message.received")], ear)
    return ear


async def test_every_message_of_a_post_is_published_before_the_answer(client: Client, ear: Ear) -> None:
    """200 means that nothing of it can be lost any more."""
    assert await post(client, body("Hello")) == (200, None)
    assert await ear.texts(1) == ["Hello"]


async def test_a_webhook_sent_again_brings_nothing_new(client: Client, room: Room, intake: Intake) -> None:
    """Its events have the ids they had."""
    first, again = [
        [event.id for event in await intake.read(body("Hello", "there"), only_owner=None)] for _ in range(2)
    ]
    assert first == again
    assert len(set(first)) == 2


@pytest.mark.parametrize("secret", [None, "not the secret", "the clinic's own secret"])
async def test_an_unsigned_body_is_refused_unread(client: Client, intake: Intake, secret: str | None) -> None:
    """Even one that is no JSON: the signature comes first."""
    status, problem = await post(client, b"{not json", secret=secret)
    assert (status, problem["type"]) == (401, "urn:frontdesk:problem:unsigned")
    assert intake.counts["unsigned"] == 1


async def test_an_unknown_owner_and_a_wrong_signature_are_told_apart_by_nobody(client: Client) -> None:
    """Nor an owner without an app of their own."""
    wrong = await post(client, body("Hello"), secret="wrong", path=f"/{OWNER}")
    unknown = await post(client, body("Hello"), secret="the clinic's own secret", path="/nobody")
    without = await post(client, body("Hello"), secret="the clinic's own secret", path="/other")
    assert wrong == unknown == without
    assert wrong[0] == 401


async def test_an_owners_app_speaks_for_that_owner_alone(client: Client, ear: Ear, intake: Intake) -> None:
    """What it says of another's number is refused and counted, and Meta need not send it again."""
    secret = "the clinic's own secret"
    assert (await post(client, body("Mine"), secret=secret, path=f"/{OWNER}"))[0] == 200
    assert (await post(client, body("Not mine", number=OTHERS_NUMBER), secret=secret, path=f"/{OWNER}"))[0] == 200
    assert intake.counts["foreign_numbers"] == 1
    assert intake.counts["accepted"] == 1
    assert await ear.texts(1) == ["Mine"]


async def test_an_unknown_number_is_answered_and_counted(client: Client, intake: Intake) -> None:
    """Sending it again would not make it known."""
    assert (await post(client, body("Hello", number="5")))[0] == 200
    assert intake.counts["unknown_numbers"] == 1


async def test_a_number_that_is_connected_later_is_known_at_once(room: Room, intake: Intake) -> None:
    """That there is none is never remembered."""
    assert await intake.read(body("Hello"), only_owner=None) == []
    await room.owns()
    assert len(await intake.read(body("Hello"), only_owner=None)) == 1


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"null", b"[]", b'{"object":"page","entry":[]}']
)
async def test_what_is_no_webhook_is_refused(client: Client, raw: bytes) -> None:
    """Signed or not, and however deep."""
    assert (await post(client, raw))[0] == 400


async def test_a_body_past_the_limit_is_refused_before_its_signature(client: Client) -> None:
    """Whether it says its length or not."""
    too_long = b" " * (BODY_BYTES_MAX + 1)
    assert (await post(client, too_long, secret=None))[0] == 413

    async def in_pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(too_long), 500_000):
            yield too_long[start : start + 500_000]

    async with client.post("/webhooks/whatsapp", data=in_pieces()) as response:
        assert response.status == 413


async def test_a_body_that_does_not_come_is_given_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the sender would have kept the connection."""
    monkeypatch.setattr(arriving, "SECONDS_MAX", 0.05)
    over = asyncio.Event()

    async def half() -> AsyncIterator[bytes]:
        yield b"{"
        await over.wait()

    async with client.post("/webhooks/whatsapp", data=half()) as response:
        over.set()
        assert response.status == 408
        assert (await response.json())["type"] == "urn:frontdesk:problem:too_slow"


async def test_a_body_that_unpacks_past_the_limit_is_refused(client: Client) -> None:
    """A few kilobytes would be all that it takes to fill the memory: the limit is on what they become."""
    packed = gzip.compress(b" " * (8 * BODY_BYTES_MAX))
    assert len(packed) < BODY_BYTES_MAX // 100
    headers = {"Content-Encoding": "gzip"}
    async with client.post("/webhooks/whatsapp", data=BytesIO(packed), headers=headers) as response:
        assert response.status == 413


async def test_without_a_secret_nothing_is_accepted(room: Room, intake: Intake) -> None:
    """And the answer names what to set."""
    client = await client_for(room, intake, Settings())
    status, problem = await post(client, body("Hello"))
    assert status == 503
    assert "FRONTDESK_WHATSAPP_APP_SECRET" in problem["detail"]
    async with client.get("/webhooks/whatsapp") as response:
        assert response.status == 503
        assert "FRONTDESK_WHATSAPP_VERIFY_TOKEN" in (await response.json(content_type=None))["detail"]
    await client.close()


async def test_what_could_not_be_published_is_not_accepted(
    client: Client, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Meta sends it again."""

    async def silent(*_: Envelope) -> None:
        raise Unavailable("the bus", retry_after=7)

    monkeypatch.setattr(room.parts.bus, "publish", silent)
    status, problem = await post(client, body("Hello"))
    assert (status, problem["type"]) == (503, "urn:frontdesk:problem:unavailable")


def question(word: str, mode: str = "subscribe") -> dict[str, str]:
    return {"hub.mode": mode, "hub.verify_token": word, "hub.challenge": "<b>1158201444</b>"}


async def test_the_handshake_knows_the_word(client: Client) -> None:
    """At both addresses, each its own; the challenge comes back as it came, as plain text."""
    for path, word in (("", VERIFY_TOKEN), (f"/{OWNER}", "the clinic's word")):
        async with client.get(f"/webhooks/whatsapp{path}", params=question(word)) as response:
            assert (response.status, await response.text()) == (200, "<b>1158201444</b>")
            assert response.content_type == "text/plain"


@pytest.mark.parametrize(
    ("path", "word", "mode"),
    [
        ("", "wrong", "subscribe"),
        ("", "", "subscribe"),
        ("", VERIFY_TOKEN, "unsubscribe"),
        (f"/{OWNER}", VERIFY_TOKEN, "subscribe"),
        ("/other", "é", "subscribe"),
        ("/nobody", "", "subscribe"),
    ],
)
async def test_the_handshake_refuses_another_word(client: Client, path: str, word: str, mode: str) -> None:
    """The same way, whatever was wrong."""
    async with client.get(f"/webhooks/whatsapp{path}", params=question(word, mode)) as response:
        assert response.status == 403


def test_no_secret_signs_nothing() -> None:
    """An owner without a secret is not an owner with an empty one."""
    raw = b"{}"
    assert not is_signed(raw, "sha256=" + hmac.new(b"", raw, hashlib.sha256).hexdigest(), [])


async def test_arrival_is_told_by_our_clock_where_whatsapp_gives_no_time(client: Client, ear: Ear) -> None:
    """So that every message has a place in its conversation."""
    await post(client, body("Hello"))
    async with asyncio.timeout(5):
        envelope = await ear.heard.get()
    assert json.loads(envelope.data)["message"]["sentAt"] == MORNING.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


async def test_half_a_surrogate_pair_silences_nobody(client: Client, ear: Ear) -> None:
    """Some apps cut a text in the middle of an emoji: what is left of it cannot be said in UTF-8, the rest is heard."""
    assert await post(client, body("Hello \ud83d")) == (200, None)
    assert await ear.texts(1) == ["Hello ?"]
