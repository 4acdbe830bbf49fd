"""What is read all the time is read seldom, and a change is seen within half a minute."""

import pytest

from services.gateway import fresh
from services.gateway.fresh import FRESH_SECONDS, Fresh
from tests.unit.services.gateway.room import HandClock


class Shelf:
    """Values, and how often each was asked for."""

    def __init__(self, **values: str) -> None:
        self.values = values
        self.asked: list[str] = []

    async def load(self, key: str) -> str | None:
        self.asked.append(key)
        return self.values.get(key)


async def test_a_value_is_loaded_once_in_thirty_seconds() -> None:
    """Then it is looked at again."""
    shelf, clock = Shelf(a="old"), HandClock()
    kept = Fresh(shelf.load, clock)
    assert await kept.get("a") == await kept.get("a") == "old"
    shelf.values["a"] = "new"
    clock.passes(seconds=FRESH_SECONDS - 1)
    assert await kept.get("a") == "old"
    clock.passes(seconds=1)
    assert await kept.get("a") == "new"
    assert len(shelf.asked) == 2


async def test_a_change_made_here_is_seen_at_once_and_a_removal_when_it_is_no_longer_fresh() -> None:
    """That there is nothing is never kept."""
    shelf, clock = Shelf(), HandClock()
    kept = Fresh(shelf.load, clock)
    assert await kept.get("a") is None
    shelf.values["a"] = "made"
    assert await kept.get("a") == "made"
    shelf.values.clear()
    kept.forget("a")
    assert await kept.get("a") is None


async def test_what_was_being_read_while_it_changed_is_not_kept() -> None:
    """It may be what stood before."""
    shelf = Shelf(a="old")

    async def load(key: str) -> str | None:
        value = await shelf.load(key)
        shelf.values[key] = "new"
        kept.forget(key)
        return value

    kept = Fresh(load, HandClock())
    assert await kept.get("a") == "old"
    assert await kept.get("a") == "new"


async def test_it_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was loaded longest ago goes first."""
    monkeypatch.setattr(fresh, "KEPT_MAX", 2)
    shelf = Shelf(a="1", b="2", c="3")
    kept = Fresh(shelf.load, HandClock())
    for key in "abcca":
        await kept.get(key)
    assert shelf.asked == ["a", "b", "c", "a"]
