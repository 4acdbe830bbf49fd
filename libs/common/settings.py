"""Every setting: read once, from the environment and from `.env` in the working directory; the environment wins.

`python -m libs.common.settings` prints docs/settings.md. A setting that is not set, or empty, has its default.
"""

import difflib
import os
import re
import sys
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from libs.common.errors import Misconfigured

PREFIX = "FRONTDESK_"
ALL_INTERFACES = "0.0.0.0"  # noqa: S104 - Cloud Run reaches a container from outside

Mode = Literal["embedded", "google"]


def _base_url(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        raise ValueError("should begin with http:// or https://")
    return url.rstrip("/")


Url = Annotated[str, AfterValidator(_base_url)]
"""An address to which paths are added, without a slash at its end."""


class Settings(BaseSettings):
    """What the operator decides. Cannot change once read. None: not set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, populate_by_name=True, extra="forbid")

    mode: Mode = Field(
        "embedded",
        description="`embedded`: everything in one data folder on this machine. "
        "`google`: Pub/Sub, Firestore and Cloud Storage, or their emulators.",
    )
    data: Annotated[Path, AfterValidator(Path.expanduser)] = Field(
        Path("./data"), description="The data folder of the embedded mode. Relative to the working directory."
    )
    host: str = Field(
        "127.0.0.1", description="The interface to listen on. `0.0.0.0` (all) by itself where `PORT` is set."
    )
    port: int = Field(
        8080,
        ge=0,
        le=65_535,
        validation_alias=AliasChoices("PORT", "FRONTDESK_PORT"),
        description="The port to listen on; 0 takes any that is free. `PORT`, which Cloud Run sets, wins.",
    )
    public_url: Url | None = Field(
        None,
        description="Where people and WhatsApp reach this server from outside, such as `https://desk.example.com`. "
        "Not set: `http://localhost` and the port.",
    )
    quiet_seconds: float = Field(
        1.5,
        ge=0,
        le=10,
        description="How many seconds a customer must have been quiet before the assistant answers, so that several "
        "short messages get one answer. At most 10.",
    )
    vault_keys: SecretStr | None = Field(
        None,
        description="Keys that credentials are encrypted with, separated by commas: the first encrypts, all decrypt. "
        "Each is 32 random bytes in URL-safe base64. Not set: the embedded mode keeps one in `vault.key` in the data "
        "folder; the google mode does not start.",
    )
    graph_url: Url = Field("https://graph.facebook.com", description="WhatsApp's Graph API.")
    graph_version: str = Field("v23.0", pattern=r"^v\d+\.\d+$", description="Which version of the Graph API is spoken.")
    whatsapp_app_secret: SecretStr | None = Field(
        None,
        description="The secret of the operator's own Meta app: webhooks at `/webhooks/whatsapp` are signed with it. "
        "Not set: that address refuses them.",
    )
    whatsapp_verify_token: SecretStr | None = Field(
        None, description="The word that Meta repeats when the webhook at `/webhooks/whatsapp` is set up."
    )
    cohere_api_key: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("CO_API_KEY", "COHERE_API_KEY"),
        description="Cohere answers, embeds and reranks. Not set: the offline assistant and the built-in embedding do.",
    )
    cohere_api_url: Url | None = Field(
        None, validation_alias="CO_API_URL", description="A private deployment of Cohere. Not set: Cohere's own."
    )
    demo: bool = Field(
        False,
        description="Whether a demo business is there from the start: profile, opening hours, three documents, a week "
        "with some bookings.",
    )
    google_cloud_project: str | None = Field(
        None,
        validation_alias="GOOGLE_CLOUD_PROJECT",
        description="The Google Cloud project of the google mode. Not set: that of the credentials found.",
    )
    bucket: str | None = Field(
        None,
        description="The Cloud Storage bucket that documents lie in, in the google mode. Not set: files in the data "
        "folder, which the gateway and knowledge services must share.",
    )
    pubsub: Literal["pull", "push"] = Field(
        "pull",
        description="How events come in the google mode. `pull`: the service asks for them. `push`: Pub/Sub posts them "
        "to `/events/{subscription}`, as on Cloud Run.",
    )
    push_audience: str | None = Field(
        None, description="The audience that a push's token must name. Needed to be pushed to, but by the emulator."
    )
    push_account: str | None = Field(
        None, description="The service account that pushes: a token of any other is refused."
    )
    pubsub_emulator_host: str | None = Field(
        None,
        validation_alias="PUBSUB_EMULATOR_HOST",
        description="Host and port of the Pub/Sub emulator, in place of Google's.",
    )
    firestore_emulator_host: str | None = Field(
        None,
        validation_alias="FIRESTORE_EMULATOR_HOST",
        description="Host and port of the Firestore emulator, in place of Google's.",
    )
    storage_emulator_host: str | None = Field(
        None,
        validation_alias="STORAGE_EMULATOR_HOST",
        description="Address of a stand-in for Cloud Storage, in place of Google's.",
    )
    otel_endpoint: Url | None = Field(
        None,
        validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT",
        description="Address of an OpenTelemetry collector (OTLP over HTTP) that traces are sent to. Not set: traces "
        "are not sent, and log lines still carry their ids.",
    )

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource, *_: Any, **_others: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments alone: `load` is the one place that looks at the environment, so a test's settings are its own."""
        return (init_settings,)

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")) -> Self:
        """Read the environment (`environ` in place of the process's) over the file, which may be absent.

        Raises Misconfigured for an unknown FRONTDESK_ name, or a value that is not allowed.
        """
        variables = {**_in_file(cls, env_file), **(os.environ if environ is None else environ)}
        _refuse_unknown(variables)
        given = {name: variables[name] for field in cls.model_fields for name in names(field) if variables.get(name)}
        source = EnvSettingsSource(cls)
        source.env_vars = {name.lower(): value for name, value in given.items()}
        values = source()
        if "PORT" in given:
            values.setdefault("host", ALL_INTERFACES)
        try:
            return cls(**values)
        except ValidationError as error:
            raise Misconfigured(_explained(error, given)) from None


def names(field: str) -> tuple[str, ...]:
    """The variables that a setting is read from; the first that is set wins."""
    alias = Settings.model_fields[field].validation_alias
    if isinstance(alias, AliasChoices):
        return tuple(str(choice) for choice in alias.choices)
    return (str(alias or f"{PREFIX}{field.upper()}"),)


def table() -> str:
    """Every setting as a Markdown page."""
    rows = [_row(field, info) for field, info in Settings.model_fields.items()]
    return "\n".join([PAGE_HEAD, *rows, ""])


PAGE_HEAD = """\
# Settings

Read when a process starts, from the environment and from a file `.env` in the working directory (`NAME=value`, one a
line). The environment wins over the file. An empty value counts as not set. A name that begins with `FRONTDESK_` and
is not listed here stops the start, with the nearest name as a suggestion.

| variable | default | what it decides |
| --- | --- | --- |"""


def _row(field: str, info: FieldInfo) -> str:
    default = "" if info.default is None else f"`{info.default}`"
    return f"| {', '.join(f'`{name}`' for name in names(field))} | {default} | {info.description} |"


def _in_file(cls: type[BaseSettings], env_file: Path | None) -> Mapping[str, str | None]:
    try:
        return DotEnvSettingsSource(cls, env_file=env_file, env_file_encoding="utf-8", case_sensitive=True).env_vars
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(f"{env_file} cannot be read: {error}") from error


def _refuse_unknown(variables: Iterable[str]) -> None:
    known = [name for field in Settings.model_fields for name in names(field) if name.startswith(PREFIX)]
    for name in sorted(variables):
        if name.upper().startswith(PREFIX) and name not in known:
            raise Misconfigured(f"{name} is not a setting. {_advice(name, known)}")


def _advice(name: str, known: Iterable[str]) -> str:
    """The nearest name. What all begin with says nothing, so it is not compared."""
    endings = [one.removeprefix(PREFIX) for one in known]
    near = difflib.get_close_matches(name.upper().removeprefix(PREFIX), endings, n=1)
    return f"Did you mean {PREFIX}{near[0]}?" if near else "docs/settings.md lists what there is."


def _explained(error: ValidationError, given: Container[str]) -> str:
    """One line about the first value that is not allowed; never a secret's value."""
    first = error.errors(include_url=False)[0]
    field = next(field for field in Settings.model_fields if first["loc"][0] in (field, *names(field)))
    name = next(name for name in names(field) if name in given)
    allowed = re.sub(r"^Value error, |^(Input|String) (?=should)", "", first["msg"])
    secret = Settings.model_fields[field].annotation == SecretStr | None
    got = "has a value that is not allowed" if secret else f"is {first['input']!r}"
    return f"{name} {got}; it {allowed}."


if __name__ == "__main__":
    sys.stdout.write(table())
