"""The file of a message: fetched once, tried again when it is due, and never for ever."""

import asyncio
from datetime import timedelta

import pytest

from libs.common.blobs.port import BlobMissing
from libs.common.entities import MediaFile, User
from libs.common.events import Media, MediaRequested
from libs.common.service import Again, Later, Outcome
from libs.common.store.port import Delete
from services.gateway.handlers import media
from services.gateway.handlers.media import FetchMedia, wait_seconds
from services.gateway.whatsapp.lines import ConnectedLines
from services.gateway.whatsapp.sandbox import blob_of, number_id_of
from tests.fakes.graph import GraphApi
from tests.unit.services.gateway.room import NUMBER, OWNER, Room

JPEG = b"\xff\xd8\xff" + b"tooth" * 1000
MESSAGE = f"{OWNER}:m1"


@pytest.fixture
async def fetches(room: Room, graph: GraphApi, lines: ConnectedLines) -> FetchMedia:
    await room.owns(token=graph.number.token)
    return FetchMedia(lines, room.parts.blobs)


def requested(graph: GraphApi, number: str = NUMBER) -> MediaRequested:
    file = graph.media.add(graph.number.id, JPEG, "image/jpeg").in_webhook()
    return MediaRequested(
        user_id=OWNER,
        message_id=MESSAGE,
        conversation_id=f"{OWNER}:c1",
        phone_number_id=number,
        kind="image",
        media=Media(id=file["id"], mime_type=file["mime_type"], sha256=file["sha256"]),
    )


async def row_of(room: Room) -> MediaFile:
    return await room.must_get(MediaFile, MESSAGE)


async def test_a_file_is_fetched_and_where_it_is_stands_beside_its_message(
    room: Room, graph: GraphApi, fetches: FetchMedia
) -> None:
    """With what a page needs to show it."""
    step = await room.runs(fetches.effect(), room.delivered(requested(graph)))
    assert isinstance(step, Outcome)
    assert step.code == "fetched"
    row = await row_of(room)
    assert (row.state, row.mime_type, row.size, row.conversation_id) == (
        "fetched",
        "image/jpeg",
        len(JPEG),
        f"{OWNER}:c1",
    )
    assert await room.parts.blobs.get(OWNER, row.blob) == JPEG


async def test_a_file_that_is_here_is_not_fetched_again(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    """The same request delivered twice, or replayed."""
    event = requested(graph)
    await room.runs(fetches.effect(), room.delivered(event))
    calls = len(graph.calls)
    step = await room.runs(fetches.effect(), room.delivered(event))
    assert isinstance(step, Outcome)
    assert (step.code, len(graph.calls)) == ("known", calls)


async def test_a_file_that_cannot_be_had_now_is_asked_for_when_it_is_due(
    room: Room, graph: GraphApi, fetches: FetchMedia
) -> None:
    """Each time later; meanwhile the owner reads why, and nothing else waits for it."""
    graph.faults.fail(131016, when="media", times=2)
    event = room.delivered(requested(graph))
    for tries in (1, 2):
        assert isinstance(await room.runs(fetches.effect(), event), Again)
        row = await row_of(room)
        assert (row.state, row.tries, bool(row.reason)) == ("waiting", tries, True)
        due = room.clock() + timedelta(seconds=wait_seconds(tries))
        assert await room.runs(fetches.effect(), event) == Later(due)
        room.clock.now = due
    step = await room.runs(fetches.effect(), event)
    assert isinstance(step, Outcome)
    assert step.code == "fetched"
    assert (await row_of(room)).reason == ""


def test_waits_grow_and_are_bounded() -> None:
    waits = [wait_seconds(tries) for tries in range(1, 60)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (media.RETRY_SECONDS, media.RETRY_SECONDS_MAX)


async def test_what_never_comes_is_given_up_and_said_so(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    """No dead letter and no loop: two days, then words."""
    graph.faults.fail(131016, when="media", times=None)
    event = room.delivered(requested(graph))
    await room.runs(fetches.effect(), event)
    room.clock.passes(days=2, seconds=1)
    step = await room.runs(fetches.effect(), event)
    assert isinstance(step, Outcome)
    assert step.code == "gone"
    assert (await row_of(room)).reason.startswith("It could not be fetched within 2 days.")


async def test_what_is_gone_is_said_to_be(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    """A dead id ends it at once."""
    event = requested(graph)
    graph.media.forget(event.media.id)
    step = await room.runs(fetches.effect(), room.delivered(event))
    assert isinstance(step, Outcome)
    row = await row_of(room)
    assert (step.code, row.state, row.reason) == ("gone", "gone", "WhatsApp has this file no longer.")


async def test_a_number_that_is_not_connected_now_may_be_again(
    room: Room, graph: GraphApi, fetches: FetchMedia
) -> None:
    """It waits, and says what to do."""
    assert isinstance(await room.runs(fetches.effect(), room.delivered(requested(graph, "unknown"))), Again)
    assert "Connect it again" in (await row_of(room)).reason


async def test_the_sandboxs_file_stays_where_it_is(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    """It is there once, and looked at like any other."""
    event = requested(graph, number_id_of(OWNER))
    await room.parts.blobs.put(OWNER, blob_of(event.media.id), JPEG)
    await room.runs(fetches.effect(), room.delivered(event))
    row = await row_of(room)
    assert (row.state, row.blob, row.size) == ("fetched", blob_of(event.media.id), len(JPEG))
    assert not graph.calls


async def test_the_sandbox_without_its_file_says_so(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    await room.runs(fetches.effect(), room.delivered(requested(graph, number_id_of(OWNER))))
    assert (await row_of(room)).state == "gone"


async def test_of_an_owner_who_is_gone_nothing_is_kept(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    """Also where they were removed while their file was on its way."""
    event = room.delivered(requested(graph))
    effect = fetches.effect()

    class Removed(FetchMedia):
        """Fetches, and hears only afterwards that the owner is gone."""

        async def act(self, event: MediaRequested, file: object) -> object:  # type: ignore[override]
            came = await fetches.act(event, file)  # type: ignore[arg-type]
            await room.put(Delete(User, OWNER), Delete(MediaFile, MESSAGE))
            return came

    assert isinstance(await room.runs(Removed(fetches.lines, fetches.blobs).effect(), event), Again)
    step = await room.runs(effect, event)
    assert isinstance(step, Outcome)
    assert step.code == "no_owner"
    assert await room.get(MediaFile, MESSAGE) is None
    with pytest.raises(BlobMissing):
        await room.parts.blobs.get(OWNER, media.blob_of(event))


async def test_a_slow_file_holds_up_no_read_mark(room: Room, graph: GraphApi, fetches: FetchMedia) -> None:
    """They have topics of their own, so one never waits behind the other."""
    gate = graph.faults.hold(when="download")
    fetching = asyncio.create_task(room.runs(fetches.effect(), room.delivered(requested(graph))))
    await gate.reached()
    line = await fetches.lines.line(OWNER, NUMBER)
    assert line is not None
    assert await line.mark_read("wamid.1", typing=True)
    gate.release()
    assert isinstance(await fetching, Outcome)
