"""Disconnecting a number: it goes with its secrets, and nothing else does."""

import pytest

from libs.common.entities import Conversation, Number, WhatsappCred
from libs.common.store.query import Query
from services.gateway.directory import APP_SECRET, TOKEN, Directory
from services.gateway.disconnecting import NoSuchNumber, SandboxStays, disconnect_number
from services.gateway.whatsapp.sandbox import number_id_of
from tests.unit.services.gateway.room import NUMBER, OWNER, Room

OTHER = "200000000000002"


async def secrets_of(room: Room) -> list[str]:
    page = await room.parts.store.reader(OWNER).find(Query(WhatsappCred, limit=100))
    return sorted(row.key_id for row in page.items)


async def test_a_number_goes_with_its_secrets_and_what_was_written_stays(room: Room) -> None:
    """The business's other number keeps its own."""
    await room.owns(number=OTHER, token="other")
    await room.owns(token="t", app_secret="s", verify_token="w")
    await room.talks()
    gone = await disconnect_number(room.parts, OWNER, NUMBER)
    assert gone.phone_number_id == NUMBER
    assert await room.get(Number, NUMBER) is None
    assert await room.get(Number, OTHER) is not None
    assert await secrets_of(room) == [f"{OWNER}:{OTHER}:token"]
    assert await room.get(Conversation, f"{OWNER}:c1") is not None


async def test_it_is_forgotten_here_at_once(room: Room) -> None:
    """Its webhooks are an unknown number's, and its app's secret signs nothing more."""
    await room.owns(token="t", app_secret="s")
    directory = Directory(room.parts)
    assert await directory.number(NUMBER) is not None
    assert await directory.secrets(OWNER, APP_SECRET)
    await disconnect_number(room.parts, OWNER, NUMBER, directory=directory)
    assert await directory.number(NUMBER) is None
    assert await directory.secret(OWNER, NUMBER, TOKEN) is None
    assert await directory.secrets(OWNER, APP_SECRET) == []


async def test_the_sandbox_number_stays_and_it_is_said_why(room: Room) -> None:
    await room.owns()
    with pytest.raises(SandboxStays, match="phone inside Frontdesk"):
        await disconnect_number(room.parts, OWNER, number_id_of(OWNER))
    assert await room.get(Number, number_id_of(OWNER)) is not None


async def test_anothers_number_is_as_little_there_as_none(room: Room) -> None:
    """The same words for both."""
    await room.owns("other-clinic", OTHER, token="theirs")
    for number in (OTHER, number_id_of("other-clinic"), "999"):
        with pytest.raises(NoSuchNumber, match=f"no number with the phone number id {number}"):
            await disconnect_number(room.parts, OWNER, number)
    assert await room.get(Number, OTHER) is not None
    assert await room.get(WhatsappCred, f"other-clinic:{OTHER}:token") is not None


async def test_a_disconnected_number_may_be_connected_elsewhere(room: Room) -> None:
    """What a second disconnecting by the first business leaves alone."""
    await room.owns(token="t")
    await disconnect_number(room.parts, OWNER, NUMBER)
    await room.owns("other-clinic", NUMBER, token="theirs")
    with pytest.raises(NoSuchNumber):
        await disconnect_number(room.parts, OWNER, NUMBER)
    assert (await room.must_get(Number, NUMBER)).user_id == "other-clinic"
