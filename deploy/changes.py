"""What provisioning finds missing or different: how it is done once, and told."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from google.api_core.exceptions import AlreadyExists


@dataclass(frozen=True)
class Change:
    """One thing that is missing or different."""

    what: str
    name: str
    do: Any

    def __str__(self) -> str:
        return f"{self.what} {self.name}"


async def make(change: Change, answering: AbstractAsyncContextManager[None]) -> None:
    """Do it, asking as the service's own client is asked. Harmless where somebody provisions at the same time."""
    try:
        async with answering:
            await change.do()
    except AlreadyExists:
        return


def tell(done: Sequence[Change], *, dry_run: bool, otherwise: str) -> None:
    """Say what was done, or would be; where that is nothing, `otherwise`."""
    for change in done:
        print(f"would {change}" if dry_run else change)  # noqa: T201 - what a person asked for
    if not done:
        print(otherwise)  # noqa: T201
