"""Disconnecting a number: it goes with its secrets, and nothing else does."""

import pytest

from libs.common.entities import Conversation, Number, ReleasedNumber, WhatsappCred
from libs.common.store.query import Query
from services.gateway.connecting import Credentials, connect_number
from services.gateway.directory import APP_SECRET, TOKEN, Directory
from services.gateway.disconnecting import NoSuchNumber, SandboxStays, disconnect_number
from services.gateway.fresh import FRESH_SECONDS
from services.gateway.owners import remove_owner
from services.gateway.releasing import SKEW_SECONDS, NumberNotFree
from services.gateway.whatsapp.sandbox import number_id_of
from tests.fakes.graph import GraphApi
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


async def test_nobody_else_has_it_while_a_process_may_know_it_as_ours(room: Room, graph: GraphApi) -> None:
    """What customers write would come to us; and it is not said whose it was."""
    await room.owns(token="t")
    await room.owns("other-clinic", None)
    elsewhere = Directory(room.parts)
    assert await elsewhere.number(NUMBER) is not None
    await disconnect_number(room.parts, OWNER, NUMBER)
    token = Credentials(graph.number.token)
    with pytest.raises(NumberNotFree, match="in use until a moment ago") as refusal:
        await connect_number(room.parts, "other-clinic", NUMBER, token)
    assert OWNER not in str(refusal.value)
    room.clock.passes(seconds=FRESH_SECONDS)
    with pytest.raises(NumberNotFree):
        await connect_number(room.parts, "other-clinic", NUMBER, token)
    room.clock.passes(seconds=SKEW_SECONDS)
    await connect_number(room.parts, "other-clinic", NUMBER, token)
    known = await elsewhere.number(NUMBER)
    assert known is not None
    assert known.user_id == "other-clinic"
    assert await room.get(ReleasedNumber, NUMBER) is None


async def test_we_may_have_it_back_at_once(room: Room, graph: GraphApi) -> None:
    await room.owns(token="t")
    await disconnect_number(room.parts, OWNER, NUMBER)
    await connect_number(room.parts, OWNER, NUMBER, Credentials(graph.number.token))
    assert (await room.must_get(Number, NUMBER)).user_id == OWNER
    assert await room.get(ReleasedNumber, NUMBER) is None


async def test_the_number_of_a_business_that_is_removed_is_free_only_then(room: Room, graph: GraphApi) -> None:
    """Its sandbox number is nobody else's ever."""
    await room.owns(token="t")
    await room.owns("other-clinic", None)
    await remove_owner(room.parts, OWNER)
    assert await room.get(Number, NUMBER) is None
    assert await room.get(ReleasedNumber, number_id_of(OWNER)) is None
    with pytest.raises(NumberNotFree):
        await connect_number(room.parts, "other-clinic", NUMBER, Credentials(graph.number.token))
    room.clock.passes(seconds=FRESH_SECONDS + SKEW_SECONDS)
    await connect_number(room.parts, "other-clinic", NUMBER, Credentials(graph.number.token))
