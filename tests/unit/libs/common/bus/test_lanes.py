"""Which event may be handled now: laws that hold for any arrivals, finishes and postponements."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from libs.common.bus.lanes import PER_KEY_MAX, Header, Lanes

arrivals = st.lists(
    st.tuples(st.sampled_from(["ana", "ben", "cem"]), st.sampled_from(["", "1", "2", "3"])), max_size=60
)


def headers(arrived: list[tuple[str, str]]) -> list[Header]:
    return [Header(seq, f"{owner}:{key}" if key else "", owner) for seq, (owner, key) in enumerate(arrived, 1)]


@given(arrived=arrivals, choices=st.lists(st.integers(0, 2), max_size=300), in_flight=st.integers(1, 6))
@settings(deadline=None)
def test_whatever_happens_order_and_bounds_hold_and_nothing_is_lost(
    arrived: list[tuple[str, str]], choices: list[int], in_flight: int
) -> None:
    """One event of a key at a time and in order; at most `in_flight` in all and two per owner; every event once."""
    lanes, waiting = Lanes(in_flight=in_flight, per_owner=2), headers(arrived)
    under_way: list[Header] = []
    done: list[Header] = []
    asleep: list[Header] = []
    picks = iter(choices)
    while len(done) < len(arrived):
        pick = next(picks, 0)
        if pick and waiting:
            lanes.offer(waiting.pop(0))
        if pick == 2 and under_way:  # let go, or postponed
            header = under_way.pop(0)
            lanes.settle(header)
            asleep.append(header)
        elif under_way:
            header = under_way.pop()
            header.finished = True
            lanes.settle(header)
            done.append(header)
        if not pick or not waiting:
            for header in waiting:
                lanes.offer(header)
            waiting.clear()
            while asleep:
                lanes.wake(asleep.pop())
        while (taken := lanes.take(0.0)) is not None:
            under_way.append(taken)
        assert len(under_way) <= in_flight
        assert all(count <= 2 for count in Counter(header.user_id for header in under_way).values())
        keyed = [header.key for header in under_way + asleep if header.key]
        assert len(keyed) == len(set(keyed))
    for key in {header.key for header in done if header.key}:
        assert [header.seq for header in done if header.key == key] == sorted(
            header.seq for header in done if header.key == key
        )
    assert sorted(header.seq for header in done) == list(range(1, len(arrived) + 1))


def test_owners_take_turns() -> None:
    """A long queue of one owner does not push another to its end."""
    lanes = Lanes(in_flight=100, per_owner=100)
    for header in headers([("ana", str(n)) for n in range(5)] + [("ben", str(n)) for n in range(2)]):
        lanes.offer(header)
    taken = [header.user_id for header in iter(lambda: lanes.take(0.0), None)]
    assert taken == ["ana", "ben", "ana", "ben", "ana", "ana", "ana"]


def test_an_event_that_is_not_due_keeps_its_key_waiting_until_it_is_woken() -> None:
    lanes = Lanes(in_flight=9, per_owner=9)
    first = Header(1, "ana:1", "ana", due_at=100.0)
    lanes.offer(first)
    lanes.offer(Header(2, "ana:1", "ana"))
    assert lanes.take(99.0) is None
    lanes.wake(first)
    assert lanes.take(100.0) is first
    assert lanes.take(100.0) is None


def test_a_key_holds_so_much_and_then_asks_for_the_rest() -> None:
    """What did not fit stays in the log, and is asked for when its turn comes."""
    lanes = Lanes(in_flight=1, per_owner=1)
    rows = [Header(seq, "ana:1", "ana") for seq in range(1, PER_KEY_MAX + 3)]
    assert [lanes.offer(header) for header in rows] == [True] * PER_KEY_MAX + [False, False]
    asked = []
    for _ in range(PER_KEY_MAX):
        header = lanes.take(0.0)
        assert header is not None
        header.finished = True
        asked.append(lanes.settle(header))
    assert asked == [False] * (PER_KEY_MAX - 1) + [True]
    lanes.refill("ana:1", rows[PER_KEY_MAX:], more=False)
    assert lanes.take(0.0) is rows[PER_KEY_MAX]
