"""What can go wrong, in three kinds that the runtime treats differently.

    Refusal       a person is told; nothing is retried
    Failure       the event's own trouble: retried, counted, dead-lettered after the last attempt
    Unavailable   not the event's fault (store, bus, Graph, model do not answer): retried, never counted

A Refusal's or Failure's docstring is its message: what happened and what to do next, with the values in braces.
"""

from collections.abc import Sequence
from typing import Any, ClassVar, Self


class Told(Exception):
    """Something went wrong."""

    code: ClassVar[str] = "error"

    def __init_subclass__(cls, *, code: str | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if code is not None:
            cls.code = code

    def __init__(self, **values: Any) -> None:
        self.values = values
        for name, value in values.items():
            setattr(self, name, value)
        super().__init__(" ".join((type(self).__doc__ or "").split()).format(**values))


class Refusal(Told, code="refused"):
    """This cannot be done."""


class Failure(Told, code="failed"):
    """Handling failed: {reason}"""

    keep: Sequence[Any] = ()

    def keeping(self, *rows: Any) -> Self:
        """The same failure, with rows that must be stored although it failed (a model call that was paid)."""
        self.keep = rows
        return self


class Unavailable(Exception):
    """A dependency does not answer. `retry_after` is what it asked for, in seconds, if it did."""

    def __init__(self, what: str, *, retry_after: float | None = None) -> None:
        super().__init__(f"{what} does not answer")
        self.what = what
        self.retry_after = retry_after


class OwnershipError(Exception):
    """A service wrote to a collection that another service owns, or to an owner's data that is not its event's."""


class TooLarge(Failure, code="too_large"):
    """{what} is {size:,} bytes; the limit is {limit:,}."""


class Misconfigured(Exception):
    """A setting or the machine is not as it must be. One line that says what to do; the command exits with 2."""
