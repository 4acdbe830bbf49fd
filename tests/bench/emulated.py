"""Google's emulators for the measurements; where they cannot be had, a section says why and has no figures."""

import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch
from uuid import uuid4

from deploy.emulators import Emulator
from libs.common.errors import Misconfigured
from tests.bench.place import Place
from tests.bench.report import Aim, Figure, Section, median
from tests.emulators import WAYS

RATIO = Aim("at most", 1.15)
"""What our adapter may cost beside Google's own client."""


def new_project() -> str:
    """A project as empty as a new one."""
    return f"demo-{uuid4().hex[:12]}"


@contextmanager
def emulated(*wanted: Emulator) -> Iterator[dict[str, str]]:
    """They run while the block runs; gives the variables by which Google's clients find them, set in this process too.

    Raises Misconfigured where one cannot be had, with the reasons.
    """
    with ExitStack() as stack:
        hosts = {emulator.variable: _started(emulator, stack) for emulator in wanted}
        stack.enter_context(patch.dict(os.environ, hosts))
        yield hosts


def _started(emulator: Emulator, stack: ExitStack) -> str:
    reasons: list[str] = []
    for way in WAYS:
        try:
            return stack.enter_context(way(emulator))
        except Misconfigured as error:
            reasons.append(str(error))
    raise Misconfigured(" ".join(reasons))


Measure = Callable[[Place, dict[str, str]], Awaitable[Section]]


async def section(place: Place, title: str, beside: str, wanted: tuple[Emulator, ...], measure: Measure) -> Section:
    """What `measure` finds on these emulators, or why there is nothing to find."""
    try:
        with emulated(*wanted) as hosts:
            return await measure(place, hosts)
    except Misconfigured as error:
        place.say(f"{title}: skipped. {error}")
        return Section(title, beside, [], note=f"skipped: {error}")


@dataclass(frozen=True)
class Pair:
    """What one round measured of both sides: ours and theirs, in one unit, less being better."""

    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def compared(what: str, unit: str, rounds: list[Pair]) -> list[Figure]:
    """Both sides' medians, and the median of the rounds' ratios beside what was asked: drift hits both of a round."""
    ours, theirs = median([each.ours for each in rounds]), median([each.theirs for each in rounds])
    return [Figure(what, ours, unit, theirs), ratio(rounds)]


def ratio(rounds: list[Pair], what: str = "ratio") -> Figure:
    """The ratio of the middle round."""
    return Figure(f"  {what}, median of the rounds", median([each.ratio for each in rounds]), "", aim=RATIO)
