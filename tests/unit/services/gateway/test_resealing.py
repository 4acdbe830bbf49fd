"""After a key was changed, the old one opens nothing any more, and nothing is lost."""

from dataclasses import replace

import pytest

from libs.common.entities import WhatsappCred
from libs.common.key_file import new_key
from libs.common.vault import Sealed, Vault
from services.gateway import resealing
from services.gateway.directory import key_id
from services.gateway.resealing import reseal_all
from tests.unit.services.gateway.room import NUMBER, OWNER, Room


def sealing(room: Room, vault: Vault) -> Room:
    return replace(room, parts=replace(room.parts, vault=vault))


async def sealed(room: Room, owner: str, name: str, number: str = NUMBER) -> WhatsappCred:
    row = await room.parts.store.reader(owner).get(WhatsappCred, key_id(owner, number, name))
    assert row is not None
    return row


async def test_every_owners_credentials_open_with_the_new_key_alone(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are: owners and credentials come in pages."""
    monkeypatch.setattr(resealing, "OWNERS_AT_ONCE", 1)
    monkeypatch.setattr(resealing, "CREDENTIALS_AT_ONCE", 1)
    old, new = new_key(), new_key()
    room = sealing(room, Vault([old]))
    await room.owns(token="EAAG-ours", app_secret="ours")
    await room.owns("other", "200000000000002", token="EAAG-theirs")
    done = await reseal_all(room.parts, Vault([new, old]))
    assert (done.count, done.left) == (3, ())
    for owner, number, name, value in (
        (OWNER, NUMBER, "token", "EAAG-ours"),
        (OWNER, NUMBER, "app_secret", "ours"),
        ("other", "200000000000002", "token", "EAAG-theirs"),
    ):
        row = await sealed(room, owner, name, number)
        assert Vault([new]).open(row.key_id, row.value).get_secret_value() == value
        with pytest.raises(Sealed):
            Vault([old]).open(row.key_id, row.value)


async def test_what_no_key_opens_stays_and_is_named(room: Room) -> None:
    """It may be that its key is found."""
    room = sealing(room, Vault([new_key()]))
    await room.owns(token="EAAG-lost")
    before = await sealed(room, OWNER, "token")
    done = await reseal_all(room.parts, Vault([new_key()]))
    assert (done.count, done.left) == (0, (before.key_id,))
    assert await sealed(room, OWNER, "token") == before
