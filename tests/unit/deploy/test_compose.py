"""docker-compose.yml without a Docker engine: the specification's schema, the settings, who waits for whom."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from deploy import local
from libs.common.events import CATALOGUE
from libs.common.running import STOP_SECONDS
from libs.common.settings import Settings, names
from tests.emulators import IMAGE as EMULATORS_IMAGE
from tests.unit.deploy import dockerfile
from tests.unit.deploy.dockerfile import ROOT

SCHEMA = json.loads((ROOT / "tests" / "fixtures" / "compose" / "compose-spec.json").read_text())
FILE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
CONTAINERS: dict[str, dict[str, Any]] = FILE["services"]
OURS = {name: said for name, said in CONTAINERS.items() if "environment" in said}
KNOWN = {name for field in Settings.model_fields for name in names(field)}


def filled_in(value: str) -> str:
    """What Compose makes of `${NAME:-default}` where nothing is set."""
    return re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", value)


def environment(name: str) -> dict[str, str]:
    """What a container gets: its image's variables, and over them the file's."""
    image = OURS[name].get("build", {"target": "deploy"})["target"]
    fixed = {key: value for key, value in dockerfile.environment(image).items() if key in KNOWN}
    return fixed | {key: filled_in(str(value)) for key, value in OURS[name]["environment"].items()}


def test_it_is_a_compose_file() -> None:
    """By the Compose specification's own schema."""
    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(FILE)]
    assert not errors


def test_every_service_of_the_catalogue_is_there() -> None:
    """And the emulators, what provisions them, and the clock."""
    handling = {name for event in CATALOGUE for name in event.consumers}
    assert handling == set(local.SERVICES)
    assert set(CONTAINERS) == handling | {"pubsub", "firestore", "provision", "clock", "command"}


@pytest.mark.parametrize("name", [*OURS])
def test_every_name_that_a_container_is_given_is_a_setting(name: str) -> None:
    assert OURS[name]["environment"].keys() <= KNOWN


@pytest.mark.parametrize("name", [*OURS])
def test_what_a_container_is_given_is_allowed(name: str) -> None:
    """With nothing set on the machine that runs it."""
    settings = Settings.load(environment(name), env_file=None)
    assert settings.mode == "google"
    assert settings.pubsub_emulator_host == "pubsub:8080"
    assert settings.firestore_emulator_host == "firestore:8080"
    assert settings.google_cloud_project == local.PROJECT
    assert settings.vault_keys is not None


def test_what_may_be_set_outside_has_the_same_name_inside() -> None:
    given = [(key, str(value)) for said in OURS.values() for key, value in said["environment"].items()]
    outside = [(key, match[1]) for key, value in given if (match := re.match(r"\$\{(\w+):-", value))]
    assert outside
    assert all(inside == name for inside, name in outside)


@pytest.mark.parametrize("name", [*OURS])
def test_every_image_is_a_stage_of_the_dockerfile_or_one_that_is_built_here(name: str) -> None:
    build = OURS[name].get("build")
    if build is None:
        assert OURS[name]["image"] in {said["image"] for said in OURS.values() if "build" in said and "image" in said}
        return
    assert (ROOT / build["context"] / build["dockerfile"]).exists()
    assert build["target"] in dockerfile.stages()
    assert name == build["target"] or name == "provision"


def test_the_emulators_are_googles_own_image_the_one_that_tests_use() -> None:
    assert {CONTAINERS[name]["image"] for name in ("pubsub", "firestore")} == {EMULATORS_IMAGE}
    for name in ("pubsub", "firestore"):
        assert f"emulators {name} start --project={local.PROJECT} " in CONTAINERS[name]["command"]


@pytest.mark.parametrize("name", [*local.SERVICES, "clock"])
def test_nobody_starts_before_topics_stand_and_nothing_is_provisioned_before_emulators_answer(name: str) -> None:
    assert CONTAINERS[name]["depends_on"]["provision"]["condition"] == "service_completed_successfully"
    for emulator in ("pubsub", "firestore"):
        assert CONTAINERS["provision"]["depends_on"][emulator]["condition"] == "service_healthy"
        assert "healthcheck" in CONTAINERS[emulator]


def test_only_the_gateway_can_be_reached_and_from_this_machine_alone() -> None:
    published = {name: said["ports"] for name, said in CONTAINERS.items() if "ports" in said}
    assert published == {"gateway": ["127.0.0.1:8080:8080"]}
    assert environment("gateway")["PORT"] == "8080"


def test_documents_lie_where_the_gateway_and_knowledge_both_look() -> None:
    for name in ("gateway", "knowledge", "command"):
        assert CONTAINERS[name]["volumes"] == [f"data:{environment(name)['FRONTDESK_DATA']}"]
    assert "data" in FILE["volumes"]


def test_the_clocks_entry_point_is_a_module() -> None:
    python, flag, module = CONTAINERS["clock"]["entrypoint"]
    assert (python, flag) == ("python", "-m")
    assert ROOT.joinpath(*module.split(".")).with_suffix(".py").exists()


def test_a_container_is_given_longer_to_stop_than_a_service_takes() -> None:
    for name in local.SERVICES:
        assert int(CONTAINERS[name]["stop_grace_period"].removesuffix("s")) > STOP_SECONDS


def paths(said: object) -> Iterator[str]:
    """Every text in the file."""
    if isinstance(said, dict):
        for value in said.values():
            yield from paths(value)
    elif isinstance(said, list):
        for value in said:
            yield from paths(value)
    else:
        yield str(said)


def test_nothing_of_the_machine_is_mounted() -> None:
    """No folder and no Docker socket: a container sees the volume and its image."""
    volumes = [volume for said in CONTAINERS.values() for volume in paths(said.get("volumes", []))]
    assert all(Path(volume).parts[0].split(":")[0] in FILE["volumes"] for volume in volumes)
