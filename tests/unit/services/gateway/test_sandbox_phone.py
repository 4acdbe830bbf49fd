"""A played phone says what a real one would: the webhooks that it makes are read as Meta's."""

import hashlib
import json

import pytest

from libs.common.entities import SandboxMessage
from libs.common.envelope import Envelope
from libs.common.events import MessageReceived
from services.gateway import sandbox_phone
from services.gateway.directory import Directory
from services.gateway.intake import Intake
from services.gateway.sandbox_phone import PICTURE_TYPES, Choice, Picture, type_of
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.sandbox import number_id_of, picture_in
from tests.unit.services.gateway.room import ANA, OWNER, Room

JPEG = b"\xff\xd8\xff and so on"


class Phone:
    """Ana's, on the owner's sandbox number; what it says is heard instead of published."""

    def __init__(self, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard: list[MessageReceived] = []
        self._room = room
        self._intake = Intake(room.parts, Directory(room.parts))

        async def publish(*envelopes: Envelope) -> None:
            messages = (one for one in envelopes if one.topic == MessageReceived.topic)
            self.heard.extend(MessageReceived.opened(one) for one in messages)

        monkeypatch.setattr(room.parts.bus, "publish", publish)

    async def says(self, text: str = "", customer: str = ANA, **act: object) -> str:
        return await sandbox_phone.write(self._room.parts, self._intake, OWNER, customer, text=text, **act)  # type: ignore[arg-type]


@pytest.fixture
async def phone(room: Room, monkeypatch: pytest.MonkeyPatch) -> Phone:
    await room.owns()
    return Phone(room, monkeypatch)


async def test_a_played_phone_writes_and_taps_as_a_real_one_does(phone: Phone) -> None:
    """A word, a button, a row."""
    await phone.says("Hello", name="Ana")
    wrote = phone.heard[0]
    assert (wrote.message.text, wrote.phone, wrote.profile_name) == ("Hello", ANA, "Ana")
    assert (wrote.channel, wrote.phone_number_id) == ("sandbox", f"sandbox-{OWNER}")
    for listed in (False, True):
        await phone.says(choice=Choice("1|yes|-|-|-", "Yes", listed), answering="wamid.1")
        tapped = phone.heard[-1].message
        assert (tapped.choice_id, tapped.text, tapped.reply_to) == ("1|yes|-|-|-", "Yes", "wamid.1")


async def test_a_picture_comes_as_meta_would_post_it_and_is_kept_once(room: Room, phone: Phone) -> None:
    """With its checksum and its caption; the same act again is the same file."""
    for _ in range(2):
        await phone.says(picture=Picture(JPEG, "image/jpeg", "My tooth"), cause="act")
    first, again = (event.message for event in phone.heard)
    assert first == again
    assert (first.kind, first.text) == ("image", "My tooth")
    assert first.media is not None
    assert first.media.mime_type == "image/jpeg"
    row = await room.must_get(SandboxMessage, f"{OWNER}:{first.id}")
    shown = picture_in(row)
    assert shown is not None
    data = await room.parts.blobs.get(OWNER, shown.blob)
    assert hashlib.sha256(data).digest() == hashlib.sha256(JPEG).digest()
    assert json.loads(row.payload)["image"]["id"] == first.media.id


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (JPEG, "image/jpeg"),
        (b"\x89PNG\r\n\x1a\nIHDR", "image/png"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", None),
        (b"<svg onload='alert(1)'>", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_how_it_begins(data: bytes, expected: str | None) -> None:
    """Whatever it is called."""
    assert type_of(data) == expected
    assert expected is None or expected in PICTURE_TYPES


async def test_one_act_is_one_message(phone: Phone) -> None:
    """A double click has one cause."""
    first, again, other = [await phone.says("Hello", cause=cause) for cause in "aab"]
    assert first == again != other


async def test_a_phone_shows_both_ways_in_order(room: Room, phone: Phone, lines: ConnectedLines) -> None:
    """And only its own conversation."""
    wamid = await phone.says("Hello")
    room.clock.passes(seconds=1)
    line = await lines.line(OWNER, number_id_of(OWNER))
    assert line is not None
    await line.send(ANA, {"type": "text", "text": {"body": "Hello"}}, f"{OWNER}:1")
    await phone.says("I am Ben", customer="15550001002")
    page = await sandbox_phone.shown(room.parts, OWNER, ANA)
    assert [one.outbound for one in page.items] == [False, True]
    assert await line.mark_read(wamid, typing=True)
    assert (await room.must_get(SandboxMessage, f"{OWNER}:{wamid}")).status == "read"
