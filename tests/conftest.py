"""What holds for every test."""

import os

from hypothesis import HealthCheck, settings

from tests.emulators import firestore_host, pubsub_host

__all__ = ["firestore_host", "pubsub_host"]

# A slow machine is no counter-example; in CI the same examples are tried each time, so that red means the code changed.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "default")
