"""The webhook as Meta meets it: handshake, signature, and whatever a body may hold."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from libs.common.entities import Conversation, DeadLetter
from libs.common.store.query import Query
from tests.fakes.graph import sign
from tests.flows.house import House, open_house

PAYLOADS = sorted((Path(__file__).parents[1] / "fixtures" / "whatsapp").glob("*.json"))


async def post(house: House, raw: bytes, *, path: str = "", signature: str | None = None) -> tuple[int, dict[str, Any]]:
    """Post a body to the webhook; gives the status and the problem, if one was described."""
    headers = {"X-Hub-Signature-256": sign(raw, house.graph.app_secret) if signature is None else signature}
    url = f"{house.url}/webhooks/whatsapp{path}"
    async with aiohttp.ClientSession() as http, http.post(url, data=BytesIO(raw), headers=headers) as answer:
        body = await answer.read()
        assert answer.content_type == "application/problem+json" or answer.status == 200
        return answer.status, json.loads(body) if body else {}


async def test_every_real_payload_is_taken(house: House) -> None:
    """Bodies from public test suites, some sparser than Meta's, some broken on purpose: never an error of ours."""
    assert len(PAYLOADS) > 150
    for path in PAYLOADS:
        status, problem = await post(house, path.read_bytes())
        assert status in (200, 400), (path.name, status, problem)


async def test_real_payloads_for_a_known_number_are_handled_to_the_end(house: House) -> None:
    """Whatever they mean, no event of theirs is given up."""
    for path in PAYLOADS:
        await post(house, readdressed(path, house.graph.number.id))
    await house.drained()
    dead = await house.parts.store.system().find(Query(DeadLetter))
    assert [(row.topic, row.error) for row in dead.items] == []


def readdressed(path: Path, number: str) -> bytes:
    """The body, as if it had come for our number."""
    body = json.loads(path.read_bytes())
    text = json.dumps(_with_number(body, number))
    return text.encode()


def _with_number(value: Any, number: str) -> Any:
    if isinstance(value, dict):
        return {key: number if key == "phone_number_id" else _with_number(one, number) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_number(one, number) for one in value]
    return value


@pytest.mark.parametrize(
    ("path", "signature"),
    [("", "sha256=" + "0" * 64), ("", ""), ("/nobody", None), ("/nobody", "")],
    ids=["wrong", "missing", "unknown owner", "unknown owner, unsigned"],
)
async def test_what_is_not_signed_is_refused_alike(house: House, path: str, signature: str | None) -> None:
    """An unknown owner and a bad signature get the same answer, and nothing is published."""
    raw = PAYLOADS[0].read_bytes()
    status, problem = await post(house, raw, path=path, signature=signature)
    assert (status, problem["type"]) == (401, "urn:frontdesk:problem:unsigned")
    assert await house.waiting() == 0


@pytest.mark.parametrize("raw", [b"not json", b"[]", b'{"object":"page"}', b"", b"\xff\xfe", b"[" * 100_000])
async def test_what_is_no_webhook_is_told_so(house: House, raw: bytes) -> None:
    status, problem = await post(house, raw)
    assert status == 400
    assert problem["detail"]


async def test_an_oversized_body_is_refused(house: House) -> None:
    status, problem = await post(house, b"x" * (3 * 1024 * 1024 + 1))
    assert (status, problem["status"]) == (413, 413)


async def test_an_unknown_number_is_no_reason_to_send_again(house: House) -> None:
    """Meta is told 200, and nothing comes of it."""
    body = house.graph.customer("Ana").composes("text", {"body": "Hello"})
    raw = json.dumps(_with_number(body, "404")).encode()
    assert (await post(house, raw))[0] == 200
    page = await house.parts.store.reader(house.owner).find(Query(Conversation, order="-updated_at"))
    assert page.items == []


async def test_without_a_secret_nothing_is_accepted(tmp_path: Path) -> None:
    """And the setting is named."""
    async with open_house(tmp_path, whatsapp_app_secret=None) as house:
        status, problem = await post(house, PAYLOADS[0].read_bytes())
        assert status == 503
        assert "FRONTDESK_WHATSAPP_APP_SECRET" in problem["detail"]


async def test_the_handshake_repeats_the_challenge_to_who_knows_the_word(house: House) -> None:
    async def shakes(word: str) -> tuple[int, str]:
        query = {"hub.mode": "subscribe", "hub.verify_token": word, "hub.challenge": "1158201444"}
        url = f"{house.url}/webhooks/whatsapp"
        async with aiohttp.ClientSession() as http, http.get(url, params=query) as answer:
            return answer.status, await answer.text()

    assert await shakes("verify-me") == (200, "1158201444")
    assert (await shakes("verify-you"))[0] == 403


async def test_an_unknown_kind_of_message_is_kept_and_politely_answered(house: House) -> None:
    ana = house.graph.customer("Ana")
    await ana.sends("hologram", {"beam": "me up"})
    assert "only read text" in await ana.reads_next()
