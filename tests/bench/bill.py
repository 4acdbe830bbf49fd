"""How many documents a plain question's turn reads and writes: on Firestore, what it costs."""

from collections import Counter
from datetime import datetime, timedelta
from unittest.mock import patch

from libs.common.parts import system_clock
from tests.bench.counting import Counts, Who, counting
from tests.bench.messages import DOCUMENT_NAME, document, questions
from tests.bench.place import Place
from tests.bench.report import Aim, Figure, Section
from tests.flows.house import House, open_house

READ_MAX = 16
WRITTEN_MAX = 16
STATUSES = "delivery.reported"
"""WhatsApp's word on what became of an answer: counted apart, since it comes when it likes."""
CACHES_LIVE = timedelta(seconds=31)
"""Longer than settings and documents are believed to be unchanged."""


class Clock:
    """The machine's, moved on by hand."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return system_clock() + self.ahead


async def measure(place: Place) -> Section:
    """The same kind of question, at four moments in the life of a conversation and of the process."""
    clock = Clock()
    path = place.folder / "bill"
    with counting() as counts, patch("libs.common.runtime.system_clock", clock):
        async with open_house(path) as house:
            await house.uploads(DOCUMENT_NAME, document())
            return Section("documents of a plain question's turn", "", await _turns(house, counts, clock))


async def _turns(house: House, counts: Counts, clock: Clock) -> list[Figure]:
    asked = iter(questions())
    ana, ben = house.graph.customer("Ana"), house.graph.customer("Ben")
    figures: list[Figure] = []
    for when, customer in (
        ("the process's first question", ana),
        ("a new customer's first question", ben),
        ("their next question", ben),
    ):
        await _settled(house)
        counts.reset()
        await customer.writes(next(asked))
        answer = await customer.reads_next()
        assert DOCUMENT_NAME in answer, f"not answered out of the document: {answer}"
        await _settled(house)
        aimed = when == "their next question"
        figures += _figures(when, counts, aimed=aimed)
        if aimed:
            figures += _by_service(counts)
    clock.ahead = CACHES_LIVE
    counts.reset()
    await ben.writes(next(asked))
    await ben.reads_next()
    await _settled(house)
    return [*figures, *_figures("a question after a quiet half minute", counts, aimed=False)]


async def _settled(house: House) -> None:
    """Return once every event is handled, WhatsApp's statuses among them."""
    await house.graph.statuses.settled()
    await house.drained()


def _figures(when: str, counts: Counts, *, aimed: bool) -> list[Figure]:
    read, written = _total(counts.read), _total(counts.written)
    return [
        Figure(f"{when}: read", read, "", aim=Aim("at most", READ_MAX) if aimed else None),
        Figure(f"{when}: written", written, "", aim=Aim("at most", WRITTEN_MAX) if aimed else None),
    ]


def _total(counted: Counter[Who]) -> int:
    return sum(number for (_, topic), number in counted.items() if topic != STATUSES)


def _by_service(counts: Counts) -> list[Figure]:
    """Who reads and writes them."""
    return [
        Figure(f"  {service} on {topic}: read and written", counts.read[service, topic], f"+ {written}")
        for service, topic in sorted(counts.read.keys() | counts.written.keys())
        if (written := counts.written[service, topic]) or counts.read[service, topic]
    ]
