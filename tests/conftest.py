"""What holds for every test."""

import os
import signal
from collections import Counter
from typing import Any

from hypothesis import HealthCheck, settings

from tests.emulators import firestore_host, pubsub_host

__all__ = ["firestore_host", "pubsub_host"]

# A slow machine is no counter-example; in CI the same examples are tried each time, so that red means the code changed.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "default")

ADAPTERS = ("embedded", "google")

# A shell lets what it starts in the background hear no Ctrl-C, nor what that starts: the commands under test must.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say on which adapters the contract suites ran, and how many tests each passed."""
    counted = Counter(
        (adapter, outcome)
        for outcome in ("passed", "failed", "error", "skipped")
        for report in terminalreporter.stats.get(outcome, ())
        for adapter in ADAPTERS
        if "tests/contract/" in report.nodeid and adapter in report.nodeid.partition("[")[2].rstrip("]").split("-")
    )
    for adapter in ADAPTERS:
        outcomes = [f"{number} {outcome}" for (name, outcome), number in counted.items() if name == adapter]
        if outcomes:
            terminalreporter.write_line(f"contract suites on {adapter}: {', '.join(outcomes)}")
