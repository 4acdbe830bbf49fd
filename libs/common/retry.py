"""When to try again, the same on every bus: pure arithmetic."""

from dataclasses import dataclass
from datetime import timedelta

ATTEMPTS_MAX = 5
"""Attempts at an event whose handling fails by itself, before it becomes a dead letter."""
FAILURE_SECONDS = (1.0, 3.0, 9.0, 16.0)
"""Waits between these attempts, before jitter: 29 s at the most in all."""
UNAVAILABLE_SECONDS_MAX = 60.0
EVENT_AGE_MAX = timedelta(days=7)
"""How long an event is tried while what it needs does not answer."""


def after_failure(attempt: int, jitter: float) -> float:
    """Seconds to wait after the failed attempt number `attempt` (from 1). `jitter` lies in [0, 1)."""
    return FAILURE_SECONDS[min(attempt, len(FAILURE_SECONDS)) - 1] * (0.5 + jitter / 2)


def after_silence(times: int, jitter: float, *, asked: float | None = None) -> float:
    """Seconds to wait after a dependency did not answer for the `times`-th time (from 1) in a row: from 1 s doubled
    up to 60 s, or what it asked for itself."""
    if asked is not None:
        return min(asked, UNAVAILABLE_SECONDS_MAX) * (1 + jitter / 10)
    return min(2.0 ** (min(times, 7) - 1), UNAVAILABLE_SECONDS_MAX) * (0.5 + jitter / 2)


@dataclass(slots=True)
class Breaker:
    """Keeps work of one kind and owner from pressing on a dependency that does not answer.

    While it is open, one waits and tries; the others wait for it.
    """

    silences: int = 0
    open_until: float = 0.0  # Unix seconds

    def silent(self, now: float, jitter: float, asked: float | None) -> float:
        """It did not answer; gives the seconds to wait."""
        self.silences += 1
        wait = after_silence(self.silences, jitter, asked=asked)
        self.open_until = max(self.open_until, now + wait)
        return wait

    def answered(self) -> None:
        """It answered: everybody may go on."""
        self.silences, self.open_until = 0, 0.0
