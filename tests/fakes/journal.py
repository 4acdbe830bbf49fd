"""What a stand-in saw, in order, and waiting for it: by condition, never by polling."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")

PATIENCE_SECONDS = 10.0


class NeverCame(AssertionError):
    """A test waited for something that did not happen; the message lists what did."""


class Journal(Sequence[T]):
    """Entries in the order they came. `key` indexes them, so that `of(key)` and waiting on a key scan nothing else."""

    def __init__(self, name: str, *, key: Callable[[T], str] | None = None, show: Callable[[T], str] = repr) -> None:
        self.name = name
        self._key = key
        self._show = show
        self._entries: list[T] = []
        self._by_key: defaultdict[str, list[T]] = defaultdict(list)
        self._changed = asyncio.Condition()

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._entries[index]

    def of(self, key: str) -> Sequence[T]:
        """The entries under one key, in order."""
        return self._by_key.get(key, ())

    async def add(self, entry: T) -> None:
        """Append an entry and wake whoever waits."""
        async with self._changed:
            self._entries.append(entry)
            if self._key is not None:
                self._by_key[self._key(entry)].append(entry)
            self._changed.notify_all()

    async def wait_for(
        self,
        count: int = 1,
        *,
        key: str | None = None,
        when: Callable[[T], bool] | None = None,
        timeout_seconds: float = PATIENCE_SECONDS,
    ) -> list[T]:
        """Return once `count` entries match, with all that match. Raises NeverCame when the time is up."""

        def matching() -> list[T]:
            entries = self._entries if key is None else self.of(key)
            return [entry for entry in entries if when is None or when(entry)]

        try:
            async with asyncio.timeout(timeout_seconds), self._changed:
                while len(found := matching()) < count:
                    await self._changed.wait()
                return found
        except TimeoutError:
            raise NeverCame(self._missed(count, key, len(matching()), timeout_seconds)) from None

    def _missed(self, count: int, key: str | None, found: int, timeout_seconds: float) -> str:
        about = f" for {key}" if key is not None else ""
        last = "\n".join(f"  {self._show(entry)}" for entry in self._entries[-10:]) or "  (none)"
        return f"waited {timeout_seconds:g} s for {count} {self.name}{about}, {found} came; the last of all:\n{last}"
