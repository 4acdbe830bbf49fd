"""Finding, starting and ending Google's emulators."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from deploy import emulators
from libs.common.errors import Misconfigured

RUN_AND_WAIT = """
from deploy.emulators import FIRESTORE, running
with running(FIRESTORE) as host:
    print(host, flush=True)
    input()
"""


@pytest.fixture
def installed() -> None:
    """The SDK with its Firestore emulator, and Java."""
    try:
        emulators.command(emulators.FIRESTORE, 1)
    except Misconfigured as error:
        pytest.skip(str(error))


def answers(host: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://{host}/", timeout=2.0):
            return True
    except (urllib.error.URLError, OSError):
        return False


def an_sdk(folder: Path) -> Path:
    (folder / "platform").mkdir(parents=True)
    return folder


def test_without_an_sdk_it_says_where_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CLOUDSDK_ROOT_DIR", raising=False)
    with pytest.raises(Misconfigured, match="Google Cloud SDK is not installed"):
        emulators.command(emulators.FIRESTORE, 1)


def test_an_sdk_without_the_emulator_says_how_to_add_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOUDSDK_ROOT_DIR", str(an_sdk(tmp_path)))
    with pytest.raises(Misconfigured, match="gcloud components install pubsub-emulator"):
        emulators.command(emulators.PUBSUB, 1)


def test_without_java_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jar = an_sdk(tmp_path) / "platform" / "cloud-firestore-emulator" / "cloud-firestore-emulator.jar"
    jar.parent.mkdir()
    jar.touch()
    monkeypatch.setenv("CLOUDSDK_ROOT_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Misconfigured, match="needs Java"):
        emulators.command(emulators.FIRESTORE, 1)


def test_one_that_does_not_come_up_tells_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here, a Java that only complains."""
    jar = an_sdk(tmp_path) / "platform" / "cloud-firestore-emulator" / "cloud-firestore-emulator.jar"
    jar.parent.mkdir()
    jar.touch()
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho no room for a heap\nexit 1\n")
    java.chmod(0o755)
    monkeypatch.setenv("CLOUDSDK_ROOT_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", f"{java.parent}:/usr/bin:/bin")
    with (
        pytest.raises(Misconfigured, match=r"does not come up on .*: no room for a heap"),
        emulators.running(emulators.FIRESTORE),
    ):
        pass


@pytest.mark.usefixtures("installed")
def test_it_answers_in_the_block_and_is_gone_after() -> None:
    with emulators.running(emulators.FIRESTORE) as host:
        assert answers(host)
    assert not answers(host)


@pytest.mark.usefixtures("installed")
def test_it_dies_with_a_process_that_is_killed() -> None:
    """`kill -9` leaves no java behind."""
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", RUN_AND_WAIT], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        host = process.stdout.readline().strip()
        assert answers(host)
        process.kill()
        process.wait()
    until = time.monotonic() + 10.0
    while answers(host):
        assert time.monotonic() < until, "the emulator still answers"
