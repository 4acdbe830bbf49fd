"""Settings: what is read from where, and what a person is told about a value that is not allowed."""

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from libs.common.errors import Misconfigured
from libs.common.settings import Settings, names, table

PAGE = Path(__file__).parents[4] / "docs" / "settings.md"


def loaded(**variables: str) -> Settings:
    return Settings.load(variables, env_file=None)


def refusal(**variables: str) -> str:
    with pytest.raises(Misconfigured) as refused:
        loaded(**variables)
    return str(refused.value)


def test_without_any_variable_it_is_the_embedded_default() -> None:
    """Trying it takes no configuration."""
    settings = loaded()
    assert settings == Settings()
    assert (settings.mode, settings.data, settings.host, settings.port) == ("embedded", Path("data"), "127.0.0.1", 8080)
    assert settings.quiet_seconds == 1.5
    assert settings.whatsapp_verify_token is None


def test_every_setting_is_read_from_each_of_its_names() -> None:
    """A name in the table that did nothing would be a lie."""
    samples = {
        "mode": "google",
        "port": "99",
        "quiet_seconds": "3",
        "graph_version": "v9.9",
        "pubsub": "push",
        "demo": "true",
    }
    for field in Settings.model_fields:
        for name in names(field):
            settings = loaded(**{name: samples.get(field, "https://x")})
            assert getattr(settings, field) != getattr(Settings(), field), name


def test_a_field_of_our_own_is_named_after_its_variable() -> None:
    """So that who knows one knows the other."""
    for field in Settings.model_fields:
        for name in names(field):
            assert not name.startswith("FRONTDESK_") or name == f"FRONTDESK_{field.upper()}"


def test_settings_made_in_code_do_not_look_at_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's settings are its own; `load` reads the process's."""
    monkeypatch.setenv("FRONTDESK_QUIET_SECONDS", "4")
    assert Settings(mode="embedded").quiet_seconds == 1.5
    assert Settings.load(env_file=None).quiet_seconds == 4


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    """`NAME=value make run` overrides once what `.env` says always."""
    file = tmp_path / ".env"
    file.write_text("# ours\nFRONTDESK_PORT=7000\nFRONTDESK_HOST='::1'\nSOMETHING_ELSE=1\n")
    settings = Settings.load({"FRONTDESK_PORT": "7001"}, file)
    assert (settings.port, settings.host) == (7001, "::1")
    assert Settings.load({}, tmp_path / "absent") == Settings()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """Not a decoding error with a traceback."""
    file = tmp_path / ".env"
    file.write_bytes(b"FRONTDESK_HOST=\xff\xfe")
    with pytest.raises(Misconfigured, match=r"\.env cannot be read"):
        Settings.load({}, file)


def test_cloud_runs_port_wins_and_opens_all_interfaces() -> None:
    """A container is reached from outside; a host that was set stays."""
    settings = loaded(PORT="9000", FRONTDESK_PORT="7000")
    assert (settings.port, settings.host) == (9000, "0.0.0.0")
    assert loaded(PORT="9000", FRONTDESK_HOST="10.0.0.1").host == "10.0.0.1"
    assert loaded(FRONTDESK_PORT="7000").host == "127.0.0.1"


def test_an_empty_value_counts_as_not_set() -> None:
    """As a line `FRONTDESK_PUBLIC_URL=` in a copied file means it."""
    assert loaded(FRONTDESK_PUBLIC_URL="", FRONTDESK_PORT="", PORT="", CO_API_KEY="") == Settings()


def test_addresses_have_no_slash_at_their_end_and_a_home_is_found() -> None:
    """So that paths can be added to them."""
    settings = loaded(FRONTDESK_PUBLIC_URL="https://desk.example.com/", FRONTDESK_DATA="~/desk")
    assert settings.public_url == "https://desk.example.com"
    assert settings.data == Path.home() / "desk"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("FRONTDESK_QUIET_SECOND", "FRONTDESK_QUIET_SECONDS"),
        ("FRONTDESK_VAULT_KEY", "FRONTDESK_VAULT_KEYS"),
        ("frontdesk_mode", "FRONTDESK_MODE"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_known(name: str, nearest: str) -> None:
    """A typing error must not become a default."""
    assert refusal(**{name: "1"}) == f"{name} is not a setting. Did you mean {nearest}?"


def test_an_unknown_name_in_the_file_is_refused_too(tmp_path: Path) -> None:
    """One that resembles nothing gets the page instead of a guess."""
    file = tmp_path / ".env"
    file.write_text("FRONTDESK_XYZZY=1\n")
    with pytest.raises(Misconfigured, match=r"FRONTDESK_XYZZY is not a setting\. docs/settings\.md"):
        Settings.load({}, file)


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("FRONTDESK_MODE", "gogle", "'embedded' or 'google'"),
        ("FRONTDESK_PORT", "http", "integer"),
        ("PORT", "70000", "65535"),
        ("FRONTDESK_QUIET_SECONDS", "11", "10"),
        ("FRONTDESK_QUIET_SECONDS", "nan", "0"),
        ("FRONTDESK_PUBLIC_URL", "desk.example.com", "https://"),
        ("FRONTDESK_GRAPH_VERSION", "23", r"v\d"),
        ("CO_API_URL", "cohere", "https://"),
    ],
)
def test_a_bad_value_is_named_with_what_is_allowed(name: str, value: str, allowed: str) -> None:
    """In one line: the variable as it was written, what it holds, what it may hold."""
    told = refusal(**{name: value})
    assert told.startswith(f"{name} is {value!r}; it should")
    assert allowed in told
    assert "\n" not in told


def test_secrets_are_not_shown() -> None:
    """Neither printed nor in a traceback's locals."""
    settings = loaded(FRONTDESK_VAULT_KEYS="hush1", CO_API_KEY="hush2", FRONTDESK_WHATSAPP_APP_SECRET="hush3")
    assert "hush" not in repr(settings)
    assert settings.cohere_api_key is not None
    assert settings.cohere_api_key.get_secret_value() == "hush2"


def test_a_setting_cannot_change_once_read() -> None:
    """What a service was built with stays true."""
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_every_setting_is_documented_and_the_page_is_up_to_date() -> None:
    """`python -m libs.common.settings > docs/settings.md` writes it."""
    undocumented = [name for name, field in Settings.model_fields.items() if not field.description]
    assert undocumented == []
    printed = subprocess.run([sys.executable, "-m", "libs.common.settings"], capture_output=True, check=True, text=True)
    assert PAGE.read_text() == table() == printed.stdout
