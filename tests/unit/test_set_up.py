"""Set-up, run as `make` runs it, on a small project of the same shape whose packages lie in a folder beside it."""

import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

REQUIREMENTS = Path(__file__).parents[2] / "requirements"

# A build backend in 20 lines: it makes the wheel of the project, and here that of the one package the project needs.
BACKEND = """
import zipfile
from pathlib import Path

def write_wheel(folder, name):
    info = f"{name}-1.dist-info"
    files = {
        f"{name}.py": "def main(): print('it runs')",
        f"{info}/METADATA": f"Metadata-Version: 2.1\\nName: {name}\\nVersion: 1\\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        f"{info}/entry_points.txt": f"[console_scripts]\\n{name} = {name}:main\\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\\n" for path in [*files, f"{info}/RECORD"])
    wheel = Path(folder) / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel.name

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    return write_wheel(wheel_directory, "frontdesk")
"""
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "frontdesk"
version = "1"
"""


@dataclass
class Project:
    """A folder with the shape of this one, as far as set-up looks."""

    root: Path

    @property
    def command(self) -> Path:
        return self.root / ".venv/bin/frontdesk"

    def start(self, lock: str = "embedded", **environment: str) -> subprocess.Popen[str]:
        """Set-up in a process group of its own, cut off from this machine's package index."""
        index = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.root / "wheels")}
        return subprocess.Popen(
            ["/bin/sh", str(self.root / "requirements/set-up"), lock],
            env={**os.environ, **index, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def set_up(self, lock: str = "embedded", **environment: str) -> tuple[int, list[str]]:
        """The exit code and what was said."""
        process = self.start(lock, **environment)
        _, said = process.communicate()
        return process.returncode, said.splitlines()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "requirements").mkdir()
    for name in ("set-up", "set_up.py"):
        shutil.copy(REQUIREMENTS / name, tmp_path / "requirements")
    (tmp_path / "backend.py").write_text(BACKEND)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "wheels").mkdir()
    backend = load(tmp_path / "backend.py")
    wheel = tmp_path / "wheels" / backend.write_wheel(tmp_path / "wheels", "bell")
    locked = f"bell==1 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    for lock in ("embedded", "dev"):
        (tmp_path / "requirements" / f"{lock}.txt").write_text(locked)
    return Project(tmp_path)


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_two_set_ups_at_once_make_one_venv_and_the_next_has_nothing_to_do(project: Project):
    """The command is there, the second waited for the first, and a larger set holds a smaller."""
    both = [project.start("dev"), project.start("dev")]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("making .venv" in words for words in said) == 1
    assert subprocess.check_output([project.command], text=True) == "it runs\n"
    assert project.set_up("dev") == (0, [])
    assert project.set_up("embedded") == (0, [])


def test_a_changed_lock_is_installed_into_the_same_venv(project: Project):
    """Whoever works in it keeps it."""
    project.set_up()
    with (project.root / "requirements/embedded.txt").open("a") as lock:
        lock.write("# another line\n")
    code, said = project.set_up()
    assert code == 0
    assert not any("making .venv" in line for line in said)
    assert any("installing 1 package" in line for line in said)


def test_a_set_up_that_was_killed_halfway_is_followed_by_one_that_starts_afresh(project: Project):
    """What a killed installer leaves may look installed and not be."""
    process = project.start()
    assert process.stderr
    for line in process.stderr:
        if "installing" in line:
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    code, said = project.set_up()
    assert code == 0, said
    assert any("making .venv" in line for line in said)
    assert subprocess.check_output([project.command], text=True) == "it runs\n"


def test_without_a_package_index_one_line_says_so(project: Project):
    code, said = project.set_up(PIP_FIND_LINKS=str(project.root))
    assert code == 2
    assert said[-1].startswith("The package index did not answer")


def test_a_package_that_is_not_the_locked_one_is_not_installed(project: Project):
    (project.root / "requirements/embedded.txt").write_text(f"bell==1 --hash=sha256:{'0' * 64}\n")
    code, said = project.set_up()
    assert code == 2
    assert "not the one that was locked" in said[-1]
    assert not project.command.exists()


def test_without_a_python_that_is_new_enough_one_line_says_which_is_needed(project: Project, tmp_path: Path):
    old = tmp_path / "old"
    old.mkdir()
    (old / "python3").write_text("#!/bin/sh\nexit 1\n")
    (old / "python3").chmod(0o755)
    assert project.set_up(PATH=str(old)) == (
        2,
        [
            "Frontdesk needs Python 3.11 or newer, and found none (Debian, Ubuntu: apt-get install python3 "
            "python3-venv; macOS: brew install python). Install it and run the same command again."
        ],
    )


def test_without_the_venv_module_one_line_names_the_package_that_brings_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    set_up = load(project.root / "requirements/set_up.py")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert set_up.main(["embedded"]) == 2
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"apt-get install python{version}-venv" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_to_is_named(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    set_up = load(project.root / "requirements/set_up.py")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert set_up.main(["embedded"]) == 2
    assert f"{project.root} cannot be written to" in capsys.readouterr().err


def test_a_set_that_does_not_exist_is_refused_with_those_that_do(project: Project):
    assert project.set_up("everything") == (2, ["Usage: requirements/set-up embedded|google|dev"])
