"""Counts the documents that each service reads and writes, where the embedded store touches them.

Firestore bills the same: each document got, also one that is not there; each that a query returned, and one where it
returned none; each written.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar, copy_context
from typing import Any
from unittest.mock import patch

from libs.common.bus.port import Delivery
from libs.common.handling import Handling
from libs.common.sqlite import documents
from libs.common.sqlite.documents import Rows
from libs.common.sqlite.folder import Folder
from libs.common.sqlite.writer import Writer

Who = tuple[str, str]
"""A service and the topic that it handles."""
OUTSIDE: Who = ("gateway", "webhook")


class Counts:
    """Documents since the last `reset`, by service and topic."""

    def __init__(self) -> None:
        self.read: Counter[Who] = Counter()
        self.written: Counter[Who] = Counter()

    def reset(self) -> None:
        """Begin again."""
        self.read.clear()
        self.written.clear()


@contextmanager
def counting() -> Iterator[Counts]:
    """Counts what stores opened inside the block read and write. Work handed to a thread counts as its asker's."""
    counts = Counts()
    who: ContextVar[Who] = ContextVar("who", default=OUTSIDE)

    def reads(original: Callable[..., Any], documents_in: Callable[[Any], int]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            result = original(*given, **named)
            counts.read[who.get()] += documents_in(result)
            return result

        return counted

    def writes(original: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            counts.written[who.get()] += 1
            return original(*given, **named)

        return counted

    def carried(original: Callable[..., Any]) -> Callable[..., Any]:
        """Hand over a function together with who asks."""

        def handed(self: Any, work: Callable[..., Any]) -> Any:
            asker = copy_context()
            return original(self, lambda *given: asker.run(work, *given))

        return handed

    handle = Handling.__call__

    async def handled(self: Handling, delivery: Delivery) -> None:
        who.set((delivery.subscription.service, delivery.subscription.topic))
        await handle(self, delivery)

    with ExitStack() as stack:
        for owner, name, replacement in (
            (Rows, "get", reads(Rows.get, lambda _: 1)),
            (Rows, "find", reads(Rows.find, lambda page: max(1, len(page.items)))),
            (Rows, "count", reads(Rows.count, lambda _: 1)),
            (documents, "_put", writes(documents._put)),
            (documents, "_delete", writes(documents._delete)),
            (Writer, "submit", carried(Writer.submit)),
            (Folder, "thorough", carried(Folder.thorough)),
            (Handling, "__call__", handled),
        ):
            stack.enter_context(patch.object(owner, name, replacement))
        yield counts
