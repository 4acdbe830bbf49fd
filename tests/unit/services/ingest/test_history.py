"""Recent history: bounded, in order, and nothing out of place."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from libs.common.entities import Said
from services.ingest import history
from tests.unit.services.ingest.desk import NOON


def line(content: str, second: int = 0) -> Said:
    return Said(role="customer", content=content, at=NOON + timedelta(seconds=second))


def played(lines: list[Said]) -> tuple[Said, ...]:
    recent: tuple[Said, ...] = ()
    for said in lines:
        recent = history.with_line(recent, said)
    return recent


@settings(deadline=None, derandomize=True)
@given(st.lists(st.builds(line, st.text(max_size=4096), st.integers(0, 60)), max_size=20))
def test_history_is_at_most_8_lines_and_8_kb_in_the_order_of_time(lines: list[Said]) -> None:
    """In whatever order they arrive, in whatever script."""
    recent = played(lines)
    assert len(recent) <= 8
    assert sum(len(said.content.encode()) for said in recent) <= 8_000
    assert [said.at for said in recent] == sorted(said.at for said in recent)


@settings(deadline=None, derandomize=True)
@given(st.permutations(range(8)))
def test_eight_short_messages_stand_in_time_order_however_they_arrive(order: list[int]) -> None:
    recent = played([line(str(second), second) for second in order])
    assert [said.content for said in recent] == [str(second) for second in range(8)]


def test_the_oldest_goes_when_a_ninth_comes() -> None:
    recent = played([line(str(second), second) for second in range(9)])
    assert [said.content for said in recent] == [str(second) for second in range(1, 9)]


def test_a_message_older_than_a_full_history_does_not_enter_it() -> None:
    recent = played([line(str(second), second) for second in range(1, 9)])
    assert history.with_line(recent, line("late", 0)) == recent


def test_a_very_long_message_leaves_room_for_the_one_before() -> None:
    """Four bytes a sign, and never half a sign."""
    recent = played([line("😀" * 4096, 0), line("👍" * 4096, 1)])
    assert [said.content[0] for said in recent] == ["😀", "👍"]
    assert all(said.content.endswith("…") for said in recent)


def test_messages_of_one_second_stand_in_the_order_they_arrived() -> None:
    """WhatsApp tells whole seconds; an answer of ours within the same second came between."""
    recent = (line("a"), Said(role="assistant", content="b", at=NOON + timedelta(milliseconds=400)))
    moment = history.moment(recent, NOON)
    assert recent[-1].at < moment < NOON + timedelta(seconds=1)
    assert history.moment((), NOON) == NOON
    assert history.moment(recent, NOON + timedelta(seconds=1)) == NOON + timedelta(seconds=1)


def test_a_line_goes_behind_one_of_the_same_moment() -> None:
    assert [said.content for said in played([line("a"), line("b")])] == ["a", "b"]


def test_two_of_one_exact_moment_stand_in_the_order_they_arrived() -> None:
    exact = NOON + timedelta(milliseconds=400)
    said = Said(role="customer", content="a", at=exact)
    assert history.moment((said,), exact) == exact + timedelta(microseconds=1)
