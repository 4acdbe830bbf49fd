"""The sandbox speaks WhatsApp's own JSON, both ways."""

import json

import pytest

from libs.common.entities import SandboxMessage
from libs.common.events import DeliveryReported, MessageReceived
from services.gateway import sandbox_phone
from services.gateway.directory import Directory
from services.gateway.intake import Intake
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.payloads import Arrival, changes_in, events_of, is_webhook
from services.gateway.whatsapp.sandbox import Choice, number_id_of, sandbox_webhook
from services.gateway.whatsapp.transport import Taken
from tests.fakes.graph.messages import check_message
from tests.unit.services.gateway.room import ANA, MORNING, OWNER, Room

HELLO = {"type": "text", "text": {"body": "Hello"}}


@pytest.fixture
def intake(room: Room) -> Intake:
    return Intake(room.parts, Directory(room.parts))


def received(body: object) -> MessageReceived:
    assert is_webhook(body)
    [change] = changes_in(body)
    [event] = events_of(change, Arrival(OWNER, number_id_of(OWNER), "sandbox", MORNING))
    assert isinstance(event, MessageReceived)
    return event


def test_a_played_phone_writes_and_taps_as_a_real_one_does() -> None:
    """A word, a button, a row."""
    wrote = received(sandbox_webhook(OWNER, ANA, at=MORNING, text="Hello", name="Ana"))
    assert (wrote.message.text, wrote.phone, wrote.profile_name) == ("Hello", ANA, "Ana")
    assert (wrote.channel, wrote.phone_number_id) == ("sandbox", f"sandbox-{OWNER}")
    for listed in (False, True):
        tap = sandbox_webhook(OWNER, ANA, at=MORNING, choice=Choice("1|yes|-|-|-", "Yes", listed), answering="wamid.1")
        tapped = received(tap)
        assert (tapped.message.choice_id, tapped.message.text) == ("1|yes|-|-|-", "Yes")
        assert tapped.message.reply_to == "wamid.1"


def test_one_act_is_one_message() -> None:
    """A double click has one cause."""
    first, again, other = (
        received(sandbox_webhook(OWNER, ANA, at=MORNING, text="Hello", cause=cause)).message.id for cause in "aab"
    )
    assert first == again != other


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


async def test_a_phone_shows_both_ways_in_order(room: Room, intake: Intake, lines: ConnectedLines) -> None:
    """And only its own conversation."""
    await room.owns()
    wamid = await sandbox_phone.write(room.parts, intake, OWNER, ANA, text="Hello")
    room.clock.passes(seconds=1)
    line = await lines.line(OWNER, number_id_of(OWNER))
    assert line is not None
    await line.send(ANA, HELLO, f"{OWNER}:1")
    await sandbox_phone.write(room.parts, intake, OWNER, "15550001002", text="I am Ben")
    page = await sandbox_phone.shown(room.parts, OWNER, ANA)
    assert [one.outbound for one in page.items] == [False, True]
    assert await line.mark_read(wamid, typing=True)
    assert (await room.must_get(SandboxMessage, f"{OWNER}:{wamid}")).status == "read"


async def test_another_owners_number_has_no_line_here(room: Room, lines: ConnectedLines) -> None:
    """Nor one that nobody connected, nor one without a token."""
    await room.owns()
    await room.owns("other", "2")
    assert await lines.line("other", number_id_of(OWNER)) is None
    assert await lines.line(OWNER, "unknown") is None
    assert await lines.line("other", "2") is None
