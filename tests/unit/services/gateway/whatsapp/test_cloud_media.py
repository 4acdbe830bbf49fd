"""A customer's file comes over from WhatsApp whole and as it was announced, or it is said why not."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from libs.common.blobs.port import BlobMissing
from libs.common.events import Media
from services.gateway.whatsapp import cloud_media, media
from services.gateway.whatsapp.cloud_api import FILES_HOST, GraphApi
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.transport import Fetched, Kept, Line, NotKept, Wanted
from tests.fakes.graph import GraphApi as StandIn
from tests.unit.services.gateway.room import NUMBER, OWNER, HandClock, Room

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4000
BLOB = "media/m1"


@pytest.fixture
async def line(room: Room, graph: StandIn, lines: ConnectedLines) -> Line:
    await room.owns(token=graph.number.token)
    line = await lines.line(OWNER, NUMBER)
    assert line is not None
    return line


def sent(graph: StandIn, data: bytes = PNG, mime_type: str = "image/png", kind: str = "image") -> Wanted:
    """A file at WhatsApp, as the message with it names it."""
    said = graph.media.add(graph.number.id, data, mime_type).in_webhook()
    named = Media(id=said["id"], mime_type=said["mime_type"], sha256=said["sha256"])
    return Wanted(named, kind, BLOB)


async def is_kept(room: Room) -> bool:
    try:
        await room.parts.blobs.get(OWNER, BLOB)
    except BlobMissing:
        return False
    return True


async def test_a_file_is_fetched_whole_and_twice_is_once(room: Room, graph: StandIn, line: Line) -> None:
    """Under the name that it was asked for."""
    file = sent(graph)
    for _ in range(2):
        assert await line.fetch(file) == Kept(BLOB, "image/png", len(PNG))
    assert await room.parts.blobs.get(OWNER, BLOB) == PNG


@pytest.mark.parametrize(
    "announced",
    [{"sha256": "0" * 64}, {"sha256": "0" * 64, "file_size": 3}],
)
async def test_a_file_that_is_not_what_was_announced_is_not_kept(
    room: Room, graph: StandIn, line: Line, announced: dict[str, Any]
) -> None:
    """It is asked for once more, since it may have been damaged on the way."""
    file = sent(graph)
    graph.media.announce(file.media.id, **announced)
    refused = await line.fetch(file)
    assert isinstance(refused, NotKept)
    assert (refused.becomes, "damaged" in refused.reason) == ("refused", True)
    assert [call.kind for call in graph.calls].count("download") == 2
    assert not await is_kept(room)


async def test_the_checksum_of_the_message_counts_as_well(room: Room, graph: StandIn, line: Line) -> None:
    """The Graph API may not say one."""
    file = sent(graph)
    graph.media.announce(file.media.id, sha256="")
    assert isinstance(await line.fetch(file), Kept)
    other = Wanted(file.media.changed(sha256=sent(graph, b"another").media.sha256), "image", "media/m2")
    assert isinstance(await line.fetch(other), NotKept)


async def test_a_file_that_is_too_large_by_its_own_account_is_not_asked_for(graph: StandIn, line: Line) -> None:
    """WhatsApp's limit for pictures is 5 MB."""
    file = sent(graph)
    graph.media.announce(file.media.id, file_size=5 * 1024 * 1024 + 1)
    refused = await line.fetch(file)
    assert refused == NotKept("It has more than the 5 MB that a picture may have on WhatsApp.", "refused")
    assert "download" not in [call.kind for call in graph.calls]


async def test_a_file_that_does_not_end_is_not_kept(
    room: Room, graph: StandIn, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small it was said to be."""
    monkeypatch.setattr(media, "BYTES_MAX", {"image": 100_000})
    file = sent(graph)
    graph.media.announce(file.media.id, file_size=10)
    refused = await line.fetch(file)
    assert isinstance(refused, NotKept)
    assert refused.becomes == "refused"
    assert not await is_kept(room)


async def test_a_picture_that_is_something_else_is_not_asked_for(graph: StandIn, line: Line) -> None:
    """Of a document any type may come."""
    page = sent(graph, b"<script>", "text/html")
    refused = await line.fetch(page)
    assert refused == NotKept("It was sent as a picture, but is said to be text/html.", "refused")
    assert isinstance(await line.fetch(Wanted(page.media, "document", BLOB)), Kept)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/whatsapp_business/attachments/?mid=1",
        f"http://{FILES_HOST}/?mid=1",
        f"https://{FILES_HOST}.evil.example/",
        f"https://{FILES_HOST}:8443/",
        f"https://me@{FILES_HOST}/",
        "http://[::1",
        "file:///etc/passwd",
    ],
)
async def test_the_token_goes_to_whatsapp_alone(graph: StandIn, line: Line, url: str) -> None:
    """Whatever address the Graph API names."""
    file = sent(graph)
    graph.media.announce(file.media.id, url=url)
    refused = await line.fetch(file)
    assert refused == NotKept("WhatsApp named an address for it that is not WhatsApp's.", "refused")


async def test_metas_own_addresses_are_trusted() -> None:
    api = GraphApi("https://graph.facebook.com", "v23.0", HandClock())
    assert api.trusts(f"https://{FILES_HOST}/whatsapp_business/attachments/?mid=1&hash=x")
    assert api.trusts("https://graph.facebook.com/v23.0/x")
    assert not api.trusts("https://graph.facebook.com.evil.example/")
    await api.close()


async def test_a_dead_id_is_gone(graph: StandIn, line: Line) -> None:
    """After 7 days WhatsApp forgets it."""
    file = sent(graph)
    graph.media.forget(file.media.id)
    assert await line.fetch(file) == NotKept(cloud_media.GONE, "gone")


@pytest.mark.parametrize(
    ("status", "becomes"),
    [(404, "gone"), (410, "gone"), (401, "waiting"), (429, "waiting"), (503, "waiting"), (302, "refused")],
)
async def test_what_an_address_answers_decides(graph: StandIn, line: Line, status: int, becomes: str) -> None:
    """Gone, or later, or not: and it leads nowhere else."""
    graph.faults.answer(lambda: web.Response(status=status, headers={"Location": "/elsewhere"}), when="download")
    answer = await line.fetch(sent(graph))
    assert isinstance(answer, NotKept)
    assert answer.becomes == becomes


async def test_too_many_calls_say_when_to_come_back(graph: StandIn, line: Line) -> None:
    """In the Graph API's words."""
    graph.faults.rate_limit(retry_after_seconds=30, when="media")
    answer = await line.fetch(sent(graph))
    assert isinstance(answer, NotKept)
    assert (answer.becomes, answer.retry_after) == ("waiting", 30.0)


async def test_a_rejected_token_waits_for_a_better_one(room: Room, graph: StandIn, lines: ConnectedLines) -> None:
    """The owner reads what to do."""
    await room.owns(token="not the token")
    line = await lines.line(OWNER, NUMBER)
    assert line is not None
    assert await line.fetch(sent(graph)) == NotKept(cloud_media.TOKEN, "waiting")


@pytest.fixture(params=["break off", "stall", "drop", "be silent"])
def trouble(request: pytest.FixtureRequest, graph: StandIn, monkeypatch: pytest.MonkeyPatch) -> Wanted:
    """The line fails while a file is on its way."""
    monkeypatch.setattr(cloud_media, "IDLE_SECONDS_MAX", 0.05)
    file = sent(graph)
    match request.param:
        case "break off":
            graph.media.break_off(file.media.id, at=len(PNG) // 2)
        case "stall":
            graph.faults.hold(when="download")
        case "drop":
            graph.faults.drop_call(when="download", times=None)
        case _:
            graph.faults.drop_call(when="media", times=None)
    return file


async def test_a_line_that_fails_is_tried_again_later(room: Room, graph: StandIn, line: Line, trouble: Wanted) -> None:
    """Half a file is no file, and the whole one comes once the line is well."""
    answer = await line.fetch(trouble)
    assert isinstance(answer, NotKept)
    assert answer.becomes == "waiting"
    assert not await is_kept(room)
    graph.faults.clear()
    graph.media.break_off(trouble.media.id, at=None)
    assert await line.fetch(trouble) == Kept(BLOB, "image/png", len(PNG))


async def test_files_that_fail_do_not_stop_messages(graph: StandIn, line: Line) -> None:
    """The pause after silences is for the line that messages take."""
    graph.faults.drop_call(when="download", times=None)
    answers: list[Fetched] = [await line.fetch(sent(graph)) for _ in range(4)]
    assert {answer.becomes for answer in answers if isinstance(answer, NotKept)} == {"waiting"}
    assert await line.mark_read("wamid.1", typing=False)


async def test_it_is_never_whole_in_memory(room: Room, graph: StandIn, line: Line) -> None:
    """It passes in pieces."""
    sizes: list[int] = []
    put_stream = room.parts.blobs.put_stream

    async def watched(user_id: str, name: str, pieces: Any, *, content_type: str = "") -> str:
        async def noted() -> AsyncIterator[bytes]:
            async for piece in pieces:
                sizes.append(len(piece))
                yield piece

        return await put_stream(user_id, name, noted(), content_type=content_type)

    object.__setattr__(room.parts.blobs, "put_stream", watched)
    film = bytes(3 * 1024 * 1024)
    assert isinstance(await line.fetch(sent(graph, film, "video/mp4", "video")), Kept)
    assert (sum(sizes), max(sizes) <= cloud_media.PIECE_BYTES) == (len(film), True)
