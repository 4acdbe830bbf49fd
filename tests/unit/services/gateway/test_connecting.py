"""Connecting a number: WhatsApp is asked first, and every refusal says what to do."""

import pytest

from libs.common.entities import Number, WhatsappCred
from services.gateway.connecting import (
    Credentials,
    NumberNotFound,
    NumberTaken,
    TokenRejected,
    WhatsappSilent,
    connect_number,
)
from services.gateway.directory import APP_SECRET, TOKEN, Directory
from services.gateway.owners import NoSuchOwner
from tests.fakes.graph import GraphApi
from tests.unit.services.gateway.room import NUMBER, OWNER, Room


@pytest.fixture(autouse=True)
async def owner(room: Room) -> None:
    await room.owns(number=None)


async def test_a_number_is_kept_with_its_secrets_sealed(room: Room, graph: GraphApi) -> None:
    """And opens only under its own name."""
    given = Credentials(graph.number.token, "their secret", "their word")
    row = await connect_number(room.parts, OWNER, NUMBER, given)
    assert row == await room.must_get(Number, NUMBER)
    assert (row.verified_name, row.own_app, row.channel) == ("Lucky Shrub", True, "whatsapp")
    cred = await room.must_get(WhatsappCred, f"{OWNER}:{NUMBER}:token")
    assert graph.number.token not in cred.value
    directory = Directory(room.parts)
    token, secret = [await directory.secret(OWNER, NUMBER, name) for name in (TOKEN, APP_SECRET)]
    assert token is not None
    assert secret is not None
    assert (token.get_secret_value(), secret.get_secret_value()) == (graph.number.token, "their secret")


async def test_connecting_again_replaces_the_token_at_once_and_keeps_the_rest(room: Room, graph: GraphApi) -> None:
    """What is known here is forgotten, not half a minute later."""
    directory = Directory(room.parts)
    await connect_number(room.parts, OWNER, NUMBER, Credentials(graph.number.token, "their secret"))
    assert await directory.secret(OWNER, NUMBER, TOKEN) is not None
    graph.number.token = "a new token"
    row = await connect_number(room.parts, OWNER, NUMBER, Credentials("a new token"), directory=directory)
    token = await directory.secret(OWNER, NUMBER, TOKEN)
    assert token is not None
    assert token.get_secret_value() == "a new token"
    assert row.own_app
    assert await directory.secret(OWNER, NUMBER, APP_SECRET) is not None


async def test_a_token_that_whatsapp_rejects_is_not_kept(room: Room) -> None:
    """Nor one that could not be a token."""
    for token in ("wrong", "", "zwei Wörter", "a\nb"):
        with pytest.raises(TokenRejected):
            await connect_number(room.parts, OWNER, NUMBER, Credentials(token))
    assert await room.get(Number, NUMBER) is None


async def test_a_number_that_the_token_may_not_use_is_not_found(room: Room, graph: GraphApi) -> None:
    """Another's, a phone number in place of an id, or no id at all."""
    graph.add_number("200000000000002", token="another token", verified_name="Other")
    for number in ("200000000000002", "999", "+49 170 1234567", "1/messages", ""):
        with pytest.raises(NumberNotFound):
            await connect_number(room.parts, OWNER, number, Credentials(graph.number.token))


async def test_anothers_number_is_refused_without_saying_whose(room: Room, graph: GraphApi) -> None:
    """It is in use; that is all."""
    await room.owns("other-clinic", NUMBER)
    with pytest.raises(NumberTaken) as refusal:
        await connect_number(room.parts, OWNER, NUMBER, Credentials(graph.number.token))
    assert "other" not in str(refusal.value)
    assert (await room.must_get(Number, NUMBER)).user_id == "other-clinic"


async def test_a_silence_changes_nothing_and_says_so(room: Room, graph: GraphApi) -> None:
    """An outage, or an address where nobody listens."""
    outage = graph.faults.fail(131016, when="number", times=None)
    with pytest.raises(WhatsappSilent):
        await connect_number(room.parts, OWNER, NUMBER, Credentials(graph.number.token))
    outage.end()
    graph.faults.drop_call(when="number", times=None)
    with pytest.raises(WhatsappSilent):
        await connect_number(room.parts, OWNER, NUMBER, Credentials(graph.number.token))
    assert await room.get(Number, NUMBER) is None


async def test_an_owner_who_is_not_there_gets_no_number(room: Room, graph: GraphApi) -> None:
    """Whatever the token."""
    with pytest.raises(NoSuchOwner):
        await connect_number(room.parts, "nobody", NUMBER, Credentials(graph.number.token))
    assert await room.get(Number, NUMBER) is None
