"""The vault: what opens what, and how its key comes into being."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from libs.common import key_file
from libs.common.errors import Misconfigured
from libs.common.key_file import KEY_FILE, new_key
from libs.common.settings import Settings
from libs.common.vault import Sealed, Vault

OLD, NEW = new_key(), new_key()
NAME = "ana:4915:token"


@given(name=st.text(), value=st.text())
def test_what_is_sealed_opens_under_its_name(name: str, value: str) -> None:
    """Whatever the characters."""
    desk = Vault([OLD])
    assert desk.open(name, desk.seal(name, value)).get_secret_value() == value


def test_what_is_stored_shows_nothing() -> None:
    """Neither the value nor, twice, the same text; what opens prints as stars."""
    desk = Vault([OLD])
    first, second = desk.seal(NAME, "EAAG-secret"), desk.seal(NAME, "EAAG-secret")
    assert first != second
    assert "EAAG" not in first + str(desk.open(NAME, first)) + repr(vars(desk))


def test_a_row_copied_to_another_owner_does_not_open() -> None:
    """The name is inside what is encrypted."""
    desk = Vault([OLD])
    with pytest.raises(Sealed, match="The credential ben:4915:token does not open: it was sealed under another name"):
        desk.open("ben:4915:token", desk.seal(NAME, "secret"))


@pytest.mark.parametrize("change", [lambda text: text[:-3], lambda text: "A" + text[1:], lambda _: "", lambda _: "é"])
def test_a_changed_value_does_not_open(change: Callable[[str], str]) -> None:
    """Nor does it turn into another value."""
    desk = Vault([OLD])
    with pytest.raises(Sealed):
        desk.open(NAME, change(desk.seal(NAME, "secret")))


def test_a_value_of_a_key_that_is_gone_does_not_open() -> None:
    """It says so, and names the credential, never the value."""
    with pytest.raises(Sealed, match="its key is not among") as refused:
        Vault([NEW]).open(NAME, Vault([OLD]).seal(NAME, "secret"))
    assert refused.value.code == "sealed"
    assert refused.value.key_id == NAME


def test_rotation_moves_a_value_to_the_first_key() -> None:
    """Both keys while values move, then the new one alone."""
    sealed = Vault([OLD]).seal(NAME, "secret")
    both = Vault([NEW, OLD])
    assert both.open(NAME, sealed).get_secret_value() == "secret"
    rotated = both.rotated(NAME, sealed)
    assert Vault([NEW]).open(NAME, rotated).get_secret_value() == "secret"
    with pytest.raises(Sealed):
        Vault([NEW]).rotated(NAME, sealed)


@pytest.mark.parametrize("keys", [[], ["short"], [OLD, "x" * 44], [OLD[:-1]], [b"\xff" * 44]])
def test_keys_that_are_none_are_refused_at_the_start(keys: list[str | bytes]) -> None:
    """Not when the first credential is opened; and without showing them."""
    with pytest.raises(Misconfigured) as refused:
        Vault(keys)
    assert not any(str(key) in str(refused.value) for key in keys)


def test_the_command_in_the_message_makes_a_key() -> None:
    """Advice that does not work is worse than none."""
    with pytest.raises(Misconfigured) as refused:
        Vault(["short"])
    command = str(refused.value).partition("Make one with: ")[2]
    made = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert Vault([made.stdout.strip()]).seal("a", "b")


def test_keys_that_are_set_win_over_the_file(tmp_path: Path) -> None:
    """No file is made. Spaces around the commas are no trouble."""
    desk = Vault.of(Settings(data=tmp_path, vault_keys=SecretStr(f" {NEW}, {OLD} ,")))
    assert desk.open(NAME, Vault([OLD]).seal(NAME, "secret")).get_secret_value() == "secret"
    assert Vault([NEW]).open(NAME, desk.seal(NAME, "secret"))
    assert list(tmp_path.iterdir()) == []


def test_google_mode_needs_keys_of_the_operators() -> None:
    """A key made in a container would be gone with it."""
    with pytest.raises(Misconfigured, match="FRONTDESK_VAULT_KEYS is not set"):
        Vault.of(Settings(mode="google"))


def test_the_embedded_vault_makes_its_key_once_for_its_owner_alone(tmp_path: Path) -> None:
    """A restart opens what was sealed before; nothing else is left behind."""
    data = tmp_path / "new" / "data"
    sealed = Vault.of(Settings(data=data)).seal(NAME, "secret")
    assert Vault.of(Settings(data=data)).open(NAME, sealed).get_secret_value() == "secret"
    assert [path.name for path in data.iterdir()] == [KEY_FILE]
    assert (data / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert data.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_that_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    """With the command that mends it."""
    key_file.read(tmp_path)
    (tmp_path / KEY_FILE).chmod(mode)
    with pytest.raises(Misconfigured, match=rf"mode {mode:04o}.*chmod 600 {tmp_path}"):
        Vault.of(Settings(data=tmp_path))


def test_a_folder_that_cannot_hold_the_key_is_named(tmp_path: Path) -> None:
    """One line, not a traceback."""
    (tmp_path / "data").write_text("a file")
    with pytest.raises(Misconfigured, match="cannot be read from"):
        Vault.of(Settings(data=tmp_path / "data"))


def test_twenty_at_once_get_one_key(tmp_path: Path) -> None:
    """Two processes that start together must not seal with keys that the other never sees."""
    with ThreadPoolExecutor(20) as workers:
        keys = list(workers.map(key_file.read, [tmp_path] * 20))
    assert keys == [(tmp_path / KEY_FILE).read_text().split()] * 20
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_that_another_process_made_meanwhile_stays(tmp_path: Path) -> None:
    """The one that comes second has looked, and found none, before the first wrote."""
    path = tmp_path / KEY_FILE
    key_file._make_once(path, OLD)
    key_file._make_once(path, NEW)
    assert path.read_text() == OLD
    assert len(list(tmp_path.iterdir())) == 1


def test_a_process_that_never_opens_a_credential_does_not_load_the_library(tmp_path: Path) -> None:
    """Commands start faster for it."""
    program = (
        "import json, sys, pathlib\nfrom libs.common.settings import Settings\nfrom libs.common.vault import Vault\n"
        f"Vault.of(Settings(data=pathlib.Path({str(tmp_path)!r})))\nprint(json.dumps('cryptography' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) is False
