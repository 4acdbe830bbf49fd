"""Google's emulators for the tests: from their image where a Docker engine answers, else from an installed SDK.

One of each a test process, begun by the first test that needs it. Where there is none the test is skipped and says
why; with REQUIRE_EMULATORS=1 it fails.
"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from urllib.parse import urlsplit

import pytest

from deploy import emulators
from deploy.emulators import Emulator
from libs.common.errors import Misconfigured

IMAGE = "gcr.io/google.com/cloudsdktool/google-cloud-cli:emulators"
CONTAINER_PORT = 8080
CONTAINER_SECONDS = 120


@contextmanager
def in_docker(emulator: Emulator) -> Iterator[str]:
    """Run it from Google's image. Raises Misconfigured where no Docker engine answers, or the image does not run."""
    if not engine_answers():
        raise Misconfigured("No Docker engine answers.")
    from docker.errors import DockerException  # type: ignore[import-untyped]
    from testcontainers.core.container import DockerContainer
    from testcontainers.core.wait_strategies import HttpWaitStrategy

    name = "firestore" if emulator is emulators.FIRESTORE else "pubsub"
    container = (
        DockerContainer(IMAGE)
        .with_command(f"gcloud beta emulators {name} start --project=tests --host-port=0.0.0.0:{CONTAINER_PORT}")
        .with_exposed_ports(CONTAINER_PORT)
        .waiting_for(HttpWaitStrategy(CONTAINER_PORT).with_startup_timeout(CONTAINER_SECONDS))
    )
    try:
        container.start()
    except (DockerException, TimeoutError) as error:
        raise Misconfigured(f"The {emulator.name} emulator's image does not run: {error}") from error
    with ExitStack() as stack:
        stack.callback(container.stop)
        yield f"{container.get_container_host_ip()}:{container.get_exposed_port(CONTAINER_PORT)}"


def engine_answers() -> bool:
    """Asked on a plain socket: Docker's client leaves an open one behind when nobody answers."""
    where = urlsplit(os.environ.get("DOCKER_HOST", "unix:///var/run/docker.sock"))
    with socket.socket(socket.AF_UNIX if where.scheme == "unix" else socket.AF_INET) as probe:
        probe.settimeout(2.0)
        try:
            probe.connect(where.path if where.scheme == "unix" else (where.hostname, where.port))
        except OSError:
            return False
    return True


Way = Callable[[Emulator], AbstractContextManager[str]]
WAYS: tuple[Way, ...] = (in_docker, emulators.running)


@contextmanager
def emulated(emulator: Emulator) -> Iterator[str]:
    """Its `host:port`, by the first way that works; else the test is skipped, or fails where emulators are required."""
    reasons: list[str] = []
    with ExitStack() as stack:
        for way in WAYS:
            try:
                host = stack.enter_context(way(emulator))
            except Misconfigured as error:
                reasons.append(str(error))
                continue
            yield host
            return
    none = pytest.fail if os.environ.get("REQUIRE_EMULATORS") == "1" else pytest.skip
    none(" ".join(reasons))


@pytest.fixture(scope="session")
def firestore_host() -> Iterator[str]:
    """Where the Firestore emulator answers."""
    with emulated(emulators.FIRESTORE) as host:
        yield host


@pytest.fixture(scope="session")
def pubsub_host() -> Iterator[str]:
    """Where the Pub/Sub emulator answers."""
    with emulated(emulators.PUBSUB) as host:
        yield host
