"""The house itself: what it is built on, where things lie, and that its walls stand."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
SERVICES = ("gateway", "ingest", "responder", "booking", "knowledge")
LOCKS = ("embedded", "google", "dev")
LINES_MAX = 300

TOP_LEVEL = {
    *(
        "services",
        "libs",
        "deploy",
        "tests",
        "docs",
        "requirements",
        "docker-compose.yml",
        "Makefile",
        "pyproject.toml",
    ),
    *("README.md", "LICENSE", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md", "mkdocs.yml"),
}
BUILT_ON = {
    *("google-cloud-pubsub", "google-cloud-firestore", "aiohttp", "pydantic", "cohere", "opentelemetry-sdk"),
    *("pytest", "testcontainers"),
}


def requirements(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for in every service, and in these extras."""
    optional = PYPROJECT["project"]["optional-dependencies"]
    return [
        Requirement(line)
        for lines in (PYPROJECT["project"]["dependencies"], *(optional[extra] for extra in extras))
        for line in lines
    ]


def names(*extras: str) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements(*extras)}


def locked(lock: str) -> dict[str, set[str]]:
    """Name -> versions (a lock may name one for each of several Pythons)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([^\s=]+)==([^\s;]+)", lock_text(lock), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def lock_text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.txt").read_text()


def test_the_packages_it_is_built_on_are_among_its_dependencies():
    assert names(*PYPROJECT["project"]["optional-dependencies"]) >= BUILT_ON


def test_every_service_has_an_extra():
    """Its image asks for that and nothing else."""
    assert set(SERVICES) <= set(PYPROJECT["project"]["optional-dependencies"])


def test_a_service_without_google_gets_no_google_package_and_the_gateway_no_pdf_parser():
    """An image carries what its service uses and no more."""
    assert not {name for name in names(*SERVICES, "telemetry") if name.startswith(("google", "grpc"))}
    assert not {name for name in locked("embedded") if name.startswith(("google-cloud", "grpc"))}
    assert "pypdf" not in names("gateway")


def test_nothing_stands_at_the_top_level_but_what_the_layout_names():
    if not (ROOT / ".git").exists():
        pytest.skip("only git knows which files are the project's own")
    listed = subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).splitlines()
    tops = {path.partition("/")[0] for path in listed}
    assert {top for top in tops if not top.startswith(".")} <= TOP_LEVEL
    assert {"services", "libs", "tests", "docs", "requirements"} <= tops


def test_no_file_of_code_outgrows_what_a_reader_holds_in_mind():
    """Past about 300 lines it is two ideas: give each its room."""
    code = [path for folder in ("libs", "services", "tests", "requirements") for path in (ROOT / folder).rglob("*.py")]
    lines = {path.relative_to(ROOT): path.read_text().count("\n") for path in code if "node_modules" not in path.parts}
    assert not {path: count for path, count in lines.items() if count > LINES_MAX}


@pytest.mark.parametrize("lock", [*LOCKS, "node"])
def test_a_lock_carries_a_hash_for_each_package_and_no_address(lock: str):
    """What is installed is what was locked, wherever it is fetched from."""
    entries = re.split(r"^(?=\S)", lock_text(lock), flags=re.MULTILINE)[1:]
    assert entries
    assert not [entry for entry in entries if not re.match(r"\S+==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", entry)]
    assert not re.findall(r"https?://|--(?:extra-)?index-url|--find-links", lock_text(lock))


@pytest.mark.parametrize(
    ("lock", "extras"),
    [
        ("embedded", [*SERVICES, "telemetry"]),
        ("google", [*SERVICES, "telemetry", "google"]),
        ("dev", [*SERVICES, "telemetry", "google", "dev"]),
    ],
)
def test_a_lock_is_in_step_with_what_pyproject_asks_for(lock: str, extras: list[str]):
    """Whoever changes a dependency runs `make lock`."""
    versions = locked(lock)
    unmet = [
        str(requirement)
        for requirement in [*requirements(*extras), *map(Requirement, PYPROJECT["build-system"]["requires"])]
        if not any(requirement.specifier.contains(v) for v in versions.get(canonicalize_name(requirement.name), ()))
    ]
    assert not unmet


def test_each_lock_holds_all_of_the_one_before_it_in_the_same_versions():
    """So a folder set up for tests also runs, and what was tested is what runs."""
    embedded, google, dev = (locked(lock).items() for lock in LOCKS)
    assert embedded <= google <= dev


def test_every_task_of_the_makefile_has_a_sentence():
    makefile = (ROOT / "Makefile").read_text()
    tasks = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert tasks
    said = dict(re.findall(r"^([a-z-]+):.*## (\S.+)$", makefile, re.MULTILINE))
    assert set(tasks[1].split()) == set(said)
    assert {"run", "test", "check", "format", "bench", "lock", "clean"} <= set(said)


def test_make_alone_lists_the_tasks():
    listed = subprocess.check_output(["make", "--no-print-directory"], cwd=ROOT, text=True)
    assert "make run " in listed
    assert "make test " in listed


def test_ci_runs_the_commands_that_a_person_runs():
    script = (ROOT / ".ci/run").read_text()
    assert "make test" in script
    assert "make check" in script


def test_the_walls_between_the_parts_have_no_exception():
    """`make check` holds the code to them; here, that they are there and that none is waived."""
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    assert {contract["type"] for contract in contracts} >= {"layers", "forbidden", "protected"}
    assert not [contract["name"] for contract in contracts if "ignore_imports" in contract]
    assert set(re.findall(r"services\.(\w+)", contracts[0]["layers"][2])) == set(SERVICES)
