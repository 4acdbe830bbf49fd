"""The console: what set-up makes of it, and what the gateway's policy asks of the page it serves."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "services/gateway/web"
FIRST_LOAD_BYTES_MAX = 200_000

# Stands in for npm: notes what it was asked, and leaves behind what npm would.
NPM = """#!/bin/sh
echo "$*" >> "$NPM_ASKED"
if [ -n "$NPM_FAILS" ]; then echo "$NPM_FAILS" >&2; exit 1; fi
case "$*" in
  *" ci"*) rm -rf "$WEB/node_modules"; mkdir -p "$WEB/node_modules" ;;
  *"run build"*) mkdir -p "$WEB/dist"; echo page > "$WEB/dist/index.html"; echo "first load: 9 kB" ;;
esac
"""


@dataclass
class Project:
    """A folder with the shape of this one, as far as the console's set-up looks, with a Node and npm of its own."""

    root: Path

    @property
    def web(self) -> Path:
        return self.root / "services/gateway/web"

    def has_node(self, version: str) -> None:
        self._program("node", f"#!/bin/sh\necho {version}\n")
        self._program("npm", NPM)

    def run(self, *arguments: str, **environment: str) -> tuple[int, str]:
        """The exit code and what was said."""
        ours = {
            "PATH": f"{self.root / 'bin'}:/bin",
            "WEB": str(self.web),
            "NPM_ASKED": str(self.root / "asked"),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
        }
        command = [sys.executable, str(self.root / "requirements/console.py"), *arguments]
        done = subprocess.run(command, env={**ours, **environment}, capture_output=True, text=True)
        return done.returncode, done.stderr

    @property
    def asked(self) -> list[str]:
        """What npm did, since this was asked last."""
        file = self.root / "asked"
        lines = file.read_text().splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return [re.sub(r"^.*--prefix \S+ ", "", line) for line in lines]

    def _program(self, name: str, text: str) -> None:
        file = self.root / "bin" / name
        file.write_text(text)
        file.chmod(0o755)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements", ignore=shutil.ignore_patterns("__pycache__"))
    made = Project(tmp_path)
    for folder in (made.web / "src", tmp_path / "docs", tmp_path / "bin"):
        folder.mkdir(parents=True)
    (made.web / "package-lock.json").write_text("{}")
    (made.web / "src/main.tsx").write_text("console")
    (tmp_path / "docs/openapi.json").write_text("{}")
    made.has_node("v20.19.0")
    return made


def test_it_is_built_once_and_again_when_something_of_it_changed(project: Project):
    """A second call asks npm nothing."""
    assert project.run("build")[0] == 0
    assert project.asked == ["ci --omit=dev", "run build"]
    assert project.run("build") == (0, "")
    assert project.asked == []
    (project.web / "src/main.tsx").write_text("another console")
    project.run("build")
    assert project.asked == ["run build"]
    (project.web / "package-lock.json").write_text('{"new": 1}')
    project.run("build")
    assert project.asked == ["ci --omit=dev", "run build"]


def test_it_is_built_again_when_the_api_says_something_else(project: Project):
    """Its types are made from the OpenAPI document."""
    project.run("build")
    assert project.asked
    (project.root / "docs/openapi.json").write_text('{"paths": {}}')
    project.run("build")
    assert project.asked == ["run build"]


def test_its_tools_are_installed_when_they_are_first_asked_for(project: Project):
    project.run("build")
    assert project.asked
    project.run("check")
    assert project.asked == ["ci", "run --silent check"]
    project.run("build")
    assert project.asked == ["run build"]
    project.run("test")
    assert project.asked == ["run --silent test"]


def test_its_tools_can_be_installed_and_none_of_them_run(project: Project):
    """For tests that use one of them themselves."""
    assert project.run("tools")[0] == 0
    assert project.asked == ["ci"]
    assert project.run("tools") == (0, "")
    assert project.asked == []


@pytest.mark.parametrize("version", ["v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0"])
def test_a_node_that_is_too_old_is_replaced_and_if_none_comes_it_says_what_is_missing(project: Project, version: str):
    project.has_node(version)
    code, said = project.run("build")
    assert code == 2
    assert "It needs Node ^20.19 or >=22.12 with npm (nodejs.org), and none came." in said
    assert project.asked == []


@pytest.mark.parametrize("version", ["v20.19.0", "v22.12.0", "v24.1.0"])
def test_a_node_that_is_new_enough_is_used(project: Project, version: str):
    project.has_node(version)
    assert project.run("build")[0] == 0


def test_without_a_network_frontdesk_starts_without_it_and_one_line_says_so(project: Project):
    code, said = project.run("build", "--optional", NPM_FAILS="npm error code ENOTFOUND")
    [line] = [line for line in said.splitlines() if "not built" in line]
    assert code == 0
    assert line.startswith(
        "The console is not built; Frontdesk runs without it. The index of JavaScript packages did not"
    )


def test_a_build_that_fails_leaves_no_mark_of_having_been_done(project: Project):
    assert project.run("build", NPM_FAILS="no")[0] == 2
    assert project.asked
    assert project.run("build")[0] == 0
    assert project.asked == ["ci --omit=dev", "run build"]


@pytest.fixture
def page() -> str:
    file = WEB / "dist/index.html"
    if not file.exists():
        pytest.skip("the console is not built: requirements/console.py build")
    return file.read_text()


def test_the_first_page_load_fetches_at_most_200_kb_of_javascript(page: str):
    """Gzipped; the other pages come when they are opened."""
    fetched = set(re.findall(r'(?:src|href)="/(\S+\.js)"', page))
    sizes = {name: len(gzip.compress((WEB / "dist" / name).read_bytes())) for name in fetched}
    assert sizes
    assert sum(sizes.values()) <= FIRST_LOAD_BYTES_MAX, sizes


def test_the_page_holds_nothing_that_its_policy_forbids(page: str):
    """Scripts are files of ours; there is no inline style; the nonce has its place."""
    scripts = re.findall(r"<script\b[^>]*>(.*?)</script>", page, re.DOTALL)
    assert scripts == [""] * len(scripts)
    assert not re.search(r"<style\b|\sstyle=|\son\w+=|https?://", page)
    assert '<meta property="csp-nonce" nonce="__CSP_NONCE__">' in page


def test_the_lock_of_its_packages_names_no_address_and_a_hash_for_each():
    """What is installed is what was locked, wherever it is fetched from."""
    written = (WEB / "package-lock.json").read_text()
    assert "://" not in written
    packages = json.loads(written)["packages"]
    ours = packages.pop("")
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, package in packages.items() if "integrity" not in package]
    assert not [version for version in ours["dependencies"].values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)]
