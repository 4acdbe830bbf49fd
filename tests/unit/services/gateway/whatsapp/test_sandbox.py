"""The sandbox's line takes what the Graph API would take."""

import json

import pytest

from libs.common.events import DeliveryReported
from services.gateway import sandbox_phone
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.sandbox import number_id_of
from services.gateway.whatsapp.transport import Taken
from tests.fakes.graph.messages import check_message
from tests.unit.services.gateway.room import ANA, OWNER, Room

HELLO = {"type": "text", "text": {"body": "Hello"}}


async def test_what_is_sent_is_shown_on_the_phone_once_and_reported(
    room: Room, lines: ConnectedLines, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the Graph API would take it; sending the same delivery again changes nothing."""
    await room.owns()
    published: list[DeliveryReported] = []

    async def publish(*envelopes: object) -> None:
        published.extend(DeliveryReported.opened(one) for one in envelopes)  # type: ignore[arg-type]

    monkeypatch.setattr(room.parts.bus, "publish", publish)
    line = await lines.line(OWNER, number_id_of(OWNER))
    assert line is not None
    first = await line.send(ANA, HELLO, f"{OWNER}:1")
    assert isinstance(first, Taken)
    assert await line.send(ANA, HELLO, f"{OWNER}:1") == first
    [shown] = (await sandbox_phone.shown(room.parts, OWNER, ANA)).items
    assert shown.outbound
    message = json.loads(shown.payload)
    check_message({name: value for name, value in message.items() if name != "id"})
    assert [one.status for one in published[:2]] == ["sent", "delivered"]
    assert {(one.delivery_id, one.whatsapp_id) for one in published} == {(f"{OWNER}:1", first.whatsapp_id)}


async def test_another_owners_number_has_no_line_here(room: Room, lines: ConnectedLines) -> None:
    """Nor one that nobody connected, nor one without a token."""
    await room.owns()
    await room.owns("other", "2")
    assert await lines.line("other", number_id_of(OWNER)) is None
    assert await lines.line(OWNER, "unknown") is None
    assert await lines.line("other", "2") is None
