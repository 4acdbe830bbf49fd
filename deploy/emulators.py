"""Google's emulators from an installed Google Cloud SDK: found, started, waited for, ended.

Java is started here and not through `gcloud`, whose wrapper leaves its java behind when it is killed. Each emulator
has a session of its own, so that ending its group ends all of it, and a watch that ends it when this process dies.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from libs.common.errors import Misconfigured

READY_SECONDS = 30.0
"""How long an emulator may take until it answers; about 1 s on an idle machine."""
STARTS_MAX = 3
"""A free port may be taken by somebody else between looking and listening: then another is tried."""
JAVA_OPTIONS = ("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.language=en")

# The end of this process, however it dies, is the end of the pipe on descriptor 3: then the emulator is killed.
WATCHED = (
    'exec 3<&0; "$@" 3<&- & child=$!; '
    '(cat <&3 >/dev/null; kill -KILL "$child") 2>/dev/null & watch=$!; '
    'wait "$child"; status=$?; kill "$watch"; exit "$status"'
)


@dataclass(frozen=True)
class Emulator:
    """One of Google's emulators: what it stands in for, and where the SDK keeps it."""

    name: str
    variable: str  # the environment variable by which Google's clients find it
    jars: str  # below the SDK's folder; the newest is taken
    main: str
    component: str  # what `gcloud components install` calls it


FIRESTORE = Emulator(
    name="Firestore",
    variable="FIRESTORE_EMULATOR_HOST",
    jars="platform/cloud-firestore-emulator/cloud-firestore-emulator*.jar",
    main="com.google.cloud.datastore.emulator.firestore.CloudFirestore",
    component="cloud-firestore-emulator",
)
PUBSUB = Emulator(
    name="Pub/Sub",
    variable="PUBSUB_EMULATOR_HOST",
    jars="platform/pubsub-emulator/lib/cloud-pubsub-emulator-*-all.jar",
    main="com.google.cloud.pubsub.testing.v1.Main",
    component="pubsub-emulator",
)


def sdk_folder() -> Path:
    """Where the Google Cloud SDK lies. Raises Misconfigured when there is none."""
    named = os.environ.get("CLOUDSDK_ROOT_DIR")
    if named and Path(named, "platform").is_dir():
        return Path(named)
    gcloud = shutil.which("gcloud")
    if gcloud:
        folder = Path(gcloud).resolve().parent.parent
        if (folder / "platform").is_dir():
            return folder
    raise Misconfigured(
        "The Google Cloud SDK is not installed (no `gcloud` on PATH), and Google's emulators are part of it. "
        "https://cloud.google.com/sdk/docs/install says how; CLOUDSDK_ROOT_DIR names one that lies elsewhere."
    )


def command(emulator: Emulator, port: int, host: str = "127.0.0.1") -> list[str]:
    """The java command that runs it. Raises Misconfigured when the SDK, the emulator or Java is missing."""
    jars = sorted(sdk_folder().glob(emulator.jars))
    if not jars:
        raise Misconfigured(
            f"The Google Cloud SDK is installed without its {emulator.name} emulator. Install it with "
            f"`gcloud components install {emulator.component}` or "
            f"`apt-get install google-cloud-cli-{emulator.component.removeprefix('cloud-')}`."
        )
    java = shutil.which("java")
    if java is None:
        raise Misconfigured(
            f"The {emulator.name} emulator needs Java, and there is no `java` on PATH (Debian, Ubuntu: "
            "apt-get install default-jre-headless; macOS: brew install openjdk)."
        )
    return [java, *JAVA_OPTIONS, "-cp", str(jars[-1]), emulator.main, f"--host={host}", f"--port={port}"]


@contextmanager
def running(emulator: Emulator, port: int = 0) -> Iterator[str]:
    """Run it while the block runs; gives its `host:port`. Port 0 takes any that is free.

    Raises Misconfigured when it is not installed or does not come up, with its last words.
    """
    for last in range(STARTS_MAX, 0, -1):
        chosen = port or _free_port()
        with tempfile.TemporaryFile() as log:
            process = subprocess.Popen(  # noqa: S603 - our own command, nothing of it from outside
                ["/bin/sh", "-c", WATCHED, "emulator", *command(emulator, chosen)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                host = f"127.0.0.1:{chosen}"
                if _comes_up(process, host):
                    yield host
                    return
                if port or last == 1 or process.poll() is None:
                    raise Misconfigured(f"The {emulator.name} emulator does not come up on {host}: {_last_words(log)}")
            finally:
                stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End an emulator and all that belongs to it. They keep nothing, so nothing is lost."""
    with suppress(ProcessLookupError):  # it has ended by itself
        os.killpg(process.pid, signal.SIGKILL)
    if process.stdin is not None:
        process.stdin.close()
    process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _comes_up(process: subprocess.Popen[bytes], host: str) -> bool:
    """Whether it answers in time. Both emulators say "Ok" to a plain GET."""
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://{host}/", timeout=2.0):
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    return False


def _last_words(log: IO[bytes]) -> str:
    log.seek(0)
    lines = log.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it says nothing"
