"""The adapters of one process, open and connected: what the runtime chose, and everything else is given."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from libs.common.finish.port import Finisher
from libs.common.parts import Parts
from libs.common.trials import Trials


@dataclass(frozen=True)
class Foundation:
    """What services run on."""

    parts: Parts
    finisher: Finisher
    trials: Trials
    housekeeping: Callable[[], AbstractAsyncContextManager[None]] | None = None  # None: Google keeps house
    alone: Callable[[str], AbstractContextManager[Any]] = nullcontext
    """While nobody else runs a service's handlers on this data folder, nor can begin to: raises Misconfigured where
    somebody does. Where there is no data folder it says nothing."""
    routes: Callable[[Any], None] | None = None  # of a bus that is pushed to: adds them to an aiohttp Application
