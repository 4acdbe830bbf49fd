"""A whole turn: from the first byte of the webhook to the Graph API call that answers it, as its customer waits.

Each customer writes, waits for the answer, and writes again. Beside it an echo of the same messages.
"""

import asyncio
import itertools
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.bench.children import Child, child
from tests.bench.messages import DOCUMENT_NAME, person, questions, webhook
from tests.bench.place import Place
from tests.bench.report import Aim, Figure, Section, median, percentile
from tests.bench.wire import Wire, connect
from tests.fakes.graph.inbound import Person

ROUNDS = 3
TURNS = {1: 80, 8: 240, 64: 512}
"""Customers at once -> turns a round."""
ANSWER_SECONDS = 30.0
ANSWERED_SHARE_MIN = 0.95
"""So many of the questions must be answered out of the document, or it is something else that was measured."""


@dataclass(frozen=True)
class Round:
    """One side at one number of customers."""

    seconds: float
    waits: Sequence[float]
    answers: Sequence[str]
    cpu_seconds: float

    @property
    def cpu_ms(self) -> float:
        return self.cpu_seconds / len(self.waits) * 1000

    @property
    def rate(self) -> float:
        return len(self.waits) / self.seconds

    def wait_ms(self, share: float) -> float:
        return percentile(self.waits, share) * 1000


class Phone:
    """One customer with a connection of their own."""

    def __init__(self, place: Place, port: int, who: Person) -> None:
        self._place = place
        self._port = port
        self._who = who
        self._taken = asyncio.Event()
        self._status = 0
        self._wire: Wire | None = None

    async def connect(self) -> None:
        """Before the clock runs."""
        self._wire = await connect(self._port, self._answered)

    def _answered(self, _: Wire, status: int) -> None:
        self._status = status
        self._taken.set()

    async def asks(self, message_id: str, text: str) -> tuple[float, str]:
        """Write, and wait for what comes; gives the seconds until then and the words."""
        assert self._wire is not None
        request = webhook(self._place.desk, self._port, self._who, message_id, text)
        unasked = self._place.graph.unasked(self._who.phone or "")
        assert not unasked, f"more than one answer to one message: {unasked}"
        self._taken.clear()
        began = time.perf_counter()
        self._wire.ask(request)
        came, words = await self._place.graph.answer_to(self._who.phone or "", ANSWER_SECONDS)
        await asyncio.wait_for(self._taken.wait(), ANSWER_SECONDS)
        assert self._status == 200, f"the webhook was answered {self._status}"
        return came - began, words

    def close(self) -> None:
        if self._wire is not None:
            self._wire.close()


async def measure(place: Place) -> Section:
    """Both sides in turn at each number of customers."""
    asked = iter(questions())
    ids = itertools.count()
    figures: list[Figure] = []
    settings = place.settings(place.copy("turns"))
    async with (
        child(["services", "run"], place.said, settings) as house,
        child(["tests.bench.echo"], place.said, settings) as echo,
    ):
        await asked_by(place, house, 8, list(itertools.islice(asked, 40)), ids)  # what is loaded first is loaded
        await asked_by(place, echo, 8, ["Hello"] * 40, ids)
        for customers, turns in TURNS.items():
            ours: list[Round] = []
            theirs: list[Round] = []
            for _ in range(ROUNDS):
                texts = list(itertools.islice(asked, turns))
                ours.append(await asked_by(place, house, customers, texts, ids))
                theirs.append(await asked_by(place, echo, customers, texts, ids))
                _check(ours[-1])
                place.say(
                    f"turns, {customers} at once: {ours[-1].wait_ms(0.5):.1f} ms, {ours[-1].rate:.0f} a second "
                    f"beside an echo's {theirs[-1].wait_ms(0.5):.1f} ms, {theirs[-1].rate:.0f}"
                )
            figures += _figures(customers, ours, theirs)
    return Section("a whole turn", "plain echo", figures)


async def asked_by(place: Place, server: Child, customers: int, texts: Sequence[str], ids: Iterator[int]) -> Round:
    """Every text asked once, by whoever is free."""
    phones = [Phone(place, server.port, person(number)) for number in range(customers)]
    await asyncio.gather(*(phone.connect() for phone in phones))
    left = iter(texts)
    waits: list[float] = []
    answers: list[str] = []

    async def writes(phone: Phone) -> None:
        for text in left:
            wait, words = await phone.asks(f"wamid.turn{next(ids)}", text)
            waits.append(wait)
            answers.append(words)

    began, cpu = time.perf_counter(), server.cpu_seconds()
    await asyncio.gather(*map(writes, phones))
    seconds, cpu = time.perf_counter() - began, server.cpu_seconds() - cpu
    for phone in phones:
        phone.close()
    return Round(seconds, waits, answers, cpu)


def _check(made: Round) -> None:
    """It was plain questions, answered out of the document, that were measured."""
    others = [answer for answer in made.answers if DOCUMENT_NAME not in answer]
    assert len(others) <= (1 - ANSWERED_SHARE_MIN) * len(made.answers), f"{len(others)} do not, such as {others[:5]}"


def _figures(customers: int, ours: Sequence[Round], theirs: Sequence[Round]) -> list[Figure]:
    at_once = f"{customers} customer{'s' if customers > 1 else ''} at once"

    def figure(what: str, unit: str, measured: Callable[[Round], float], aim: Aim | None = None) -> Figure:
        value, beside = median([measured(one) for one in ours]), median([measured(one) for one in theirs])
        return Figure(f"{at_once}: {what}", value, unit, beside, aim)

    return [
        figure("p50", "ms", lambda one: one.wait_ms(0.5), Aim("under", 30) if customers == 1 else None),
        figure("p99", "ms", lambda one: one.wait_ms(0.99)),
        figure("turns", "a second", lambda one: one.rate, Aim("at least", 60) if customers == 64 else None),
        figure("processor time a turn", "ms", lambda one: one.cpu_ms),
    ]
