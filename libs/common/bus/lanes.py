"""Which event may be handled now: in order per key, bounded per owner, owners taking turns. Pure bookkeeping."""

from collections import Counter, OrderedDict, deque
from dataclasses import dataclass
from typing import Literal

PER_KEY_MAX = 256
"""Headers of one key held in memory; the rest stay in the log until these are done."""


@dataclass(slots=True)
class Header:
    """One pending event of one subscription."""

    seq: int
    key: str
    user_id: str
    attempt: int = 0
    due_at: float | None = None  # Unix seconds; None: at once
    finished: bool = False
    unanswered: bool = False  # a step of its handling, in this delivery, found no receipt


@dataclass(slots=True)
class _Lane:
    waiting: deque[Header]
    overflowed: bool = False
    state: Literal["idle", "ready", "busy"] = "idle"


class Lanes:
    """The events of one subscription that this process knows of."""

    def __init__(self, *, in_flight: int, per_owner: int) -> None:
        self._in_flight_max = in_flight
        self._per_owner_max = per_owner
        self._lanes: dict[str, _Lane] = {}
        self._ready: OrderedDict[str, deque[str]] = OrderedDict()  # owner -> keys whose first event may go
        self._in_flight: Counter[str] = Counter()
        self._total = 0

    @staticmethod
    def _lane_of(header: Header) -> str:
        """Events without a key are ordered with nothing: each has a lane of its own."""
        return header.key or f"\0{header.seq}"

    def offer(self, header: Header) -> bool:
        """Take an event in, behind those of its key. False when its key is full: it stays in the log."""
        name = self._lane_of(header)
        lane = self._lanes.get(name)
        if lane is None:
            self._lanes[name] = _Lane(deque([header]))
            self._make_ready(header.user_id, name)
            return True
        if lane.overflowed or len(lane.waiting) >= PER_KEY_MAX:
            lane.overflowed = True
            return False
        lane.waiting.append(header)
        return True

    def _make_ready(self, owner: str, name: str) -> None:
        lane = self._lanes[name]
        if lane.state == "idle":
            lane.state = "ready"
            self._ready.setdefault(owner, deque()).append(name)

    def take(self, now: float) -> Header | None:
        """The next event to handle, or None while nothing may start. A first event that is not due yet is left to
        `wake`."""
        if self._total >= self._in_flight_max:
            return None
        for owner in list(self._ready):
            if self._in_flight[owner] >= self._per_owner_max:
                continue
            header = self._first_due(owner, now)
            if header is not None:
                self._in_flight[owner] += 1
                self._total += 1
                return header
        return None

    def _first_due(self, owner: str, now: float) -> Header | None:
        names = self._ready[owner]
        header = None
        while names and header is None:
            lane = self._lanes[names.popleft()]
            first = lane.waiting[0]
            header = first if first.due_at is None or first.due_at <= now else None
            lane.state = "busy" if header else "idle"
        if names:
            self._ready.move_to_end(owner)  # the next owner's turn
        else:
            del self._ready[owner]
        return header

    def settle(self, header: Header) -> bool:
        """An event that was taken is finished (then its key goes on), or postponed, or let go (then it stays first).

        True when more of its key lie in the log and should be offered.
        """
        self._in_flight[header.user_id] -= 1
        self._total -= 1
        if not self._in_flight[header.user_id]:
            del self._in_flight[header.user_id]
        name = self._lane_of(header)
        lane = self._lanes[name]
        lane.state = "idle"
        if not header.finished:
            return False
        lane.waiting.popleft()
        if lane.waiting:
            self._make_ready(header.user_id, name)
        elif not lane.overflowed:
            del self._lanes[name]
        return lane.overflowed and not lane.waiting

    def refill(self, key: str, headers: list[Header], *, more: bool) -> None:
        """The next events of an overflowed key, out of the log; `more` says whether still others lie there."""
        lane = self._lanes[key]
        lane.waiting.extend(headers)
        lane.overflowed = more
        if lane.waiting:
            self._make_ready(lane.waiting[0].user_id, key)
        elif not more:
            del self._lanes[key]

    def wake(self, header: Header) -> None:
        """A postponed or let-go event may be taken again."""
        header.due_at = None
        self._make_ready(header.user_id, self._lane_of(header))
