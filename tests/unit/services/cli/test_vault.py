"""The key that locks credentials away, changed from a terminal."""

import asyncio

import pytest

from libs.common.entities import WhatsappCred
from libs.common.key_file import new_key
from libs.common.parts import system_clock
from libs.common.sqlite.lock import ServiceLock
from libs.common.vault import Vault
from tests.embedded import embedded
from tests.unit.services.cli.conftest import Command, added


def keep(command: Command, owner: str, vault: Vault) -> str:
    """A credential of this owner; gives its key."""
    key = f"{owner}:100:token"

    async def put() -> None:
        async with embedded(command.folder / "data") as house:
            row = WhatsappCred(key_id=key, user_id=owner, value=vault.seal(key, "EAAG"), updated_at=system_clock())
            await house.put("gateway", owner, row)

    asyncio.run(put())
    return key


def opened(command: Command, owner: str, key: str, vault: Vault) -> str:
    async def get() -> str:
        async with embedded(command.folder / "data") as house:
            row = await house.store.reader(owner).get(WhatsappCred, key)
            assert row is not None
            return vault.open(key, row.value).get_secret_value()

    return asyncio.run(get())


def test_the_files_key_is_changed_and_the_old_one_is_gone(command: Command) -> None:
    owner = added(command)
    file = command.folder / "data" / "vault.key"
    old = file.read_text().split()
    key = keep(command, owner, Vault(old))
    rotated = command("vault", "rotate")
    assert rotated.code == 0
    assert "1 credential is sealed with a new key" in rotated.out
    [new] = file.read_text().split()
    assert new not in old
    assert opened(command, owner, key, Vault([new])) == "EAAG"
    assert file.stat().st_mode & 0o777 == 0o600


def test_keys_that_are_set_are_left_to_whoever_set_them(command: Command) -> None:
    """What is sealed with the old one is sealed with the first."""
    owner = added(command)
    old, new = new_key(), new_key()
    key = keep(command, owner, Vault([old]))
    command.patch.setenv("FRONTDESK_VAULT_KEYS", f"{new},{old}")
    file = (command.folder / "data" / "vault.key").read_text()
    assert command.asks("vault", "rotate") == {"sealed": 1, "left": []}
    assert opened(command, owner, key, Vault([new])) == "EAAG"
    assert (command.folder / "data" / "vault.key").read_text() == file


def test_while_a_server_runs_its_key_stays(command: Command) -> None:
    """It would go on with the old one, and open nothing any more."""
    added(command)
    file = command.folder / "data" / "vault.key"
    before = file.read_text()
    with ServiceLock(command.folder / "data", "gateway"):
        refused = command("vault", "rotate")
    assert refused.code == 2
    assert "Stop it" in refused.err
    assert file.read_text() == before


def test_what_was_broken_off_is_ended_by_the_next(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until then the file's keys open all."""
    owner = added(command)
    file = command.folder / "data" / "vault.key"
    key = keep(command, owner, Vault(file.read_text().split()))
    with monkeypatch.context() as broken:
        broken.setattr("services.cli.vault.reseal_all", _dies)
        with pytest.raises(RuntimeError):
            command("vault", "rotate")
    both = file.read_text().split()
    assert len(both) == 2
    assert opened(command, owner, key, Vault(both)) == "EAAG"
    assert command("vault", "rotate").code == 0
    assert opened(command, owner, key, Vault(file.read_text().split())) == "EAAG"
    assert len(file.read_text().split()) == 1


async def _dies(*_: object) -> None:
    raise RuntimeError("the power is gone")


def test_a_credential_that_no_key_opens_is_named(command: Command) -> None:
    owner = added(command)
    key = keep(command, owner, Vault([new_key()]))
    rotated = command("vault", "rotate")
    assert rotated.code == 1
    assert f"{key} opens with no key" in rotated.err
