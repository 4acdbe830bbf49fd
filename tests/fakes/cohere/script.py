"""What the language model will say: replies a test lays down beforehand."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.fakes.cohere.chat import ChatRequest, Reply, extract

Decide = Callable[[ChatRequest], Reply]
When = Callable[[ChatRequest], bool]


@dataclass
class _Line:
    decide: Decide
    when: When
    left: int | None


class Script:
    """Each request takes the oldest reply that is for it and not used up; without one it gets an extract."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []

    def add(self, decide: Decide, *, times: int | None, when: When | None) -> None:
        """Decide the next `times` requests that match (None: all of them)."""
        self._lines.append(_Line(decide, when or (lambda request: True), times))

    def reply(self, request: ChatRequest) -> Reply:
        for line in self._lines:
            if line.left != 0 and line.when(request):
                line.left = None if line.left is None else line.left - 1
                return line.decide(request)
        return extract(request)

    @property
    def unused(self) -> int:
        """Replies that were laid down and not asked for."""
        return sum(line.left or 0 for line in self._lines)
