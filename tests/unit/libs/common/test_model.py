"""The base of everything stored or sent."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from libs.common.model import Day, Instant, Model

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CENTURY = timedelta(days=36_525)
zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(lambda since, zone: (EPOCH + since).astimezone(zone), st.timedeltas(timedelta(0), CENTURY), zones)


class Visit(Model):
    """A value with one field of each special kind."""

    visit_id: str = "v1"
    starts_at: Instant
    on_day: Day = date(2026, 3, 5)


def stored(moment: datetime) -> str:
    text: str = Visit(starts_at=moment).model_dump(mode="json", by_alias=True)["startsAt"]
    return text


@given(moments, moments)
def test_the_text_of_moments_sorts_as_the_moments_do(one: datetime, other: datetime) -> None:
    """Whatever their zones; equal moments have equal text. Stores order by it."""
    assert (stored(one) < stored(other)) == (one < other)
    assert (stored(one) == stored(other)) == (one == other)


@given(moments)
def test_a_moment_survives_storage_to_the_microsecond(moment: datetime) -> None:
    """And comes back in UTC."""
    visit = Visit(starts_at=moment)
    back = Visit.model_validate_json(visit.model_dump_json(by_alias=True))
    assert back == visit
    assert back.starts_at == moment
    assert back.starts_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    """It would mean another moment on every machine."""
    with pytest.raises(ValidationError, match="a moment needs a timezone"):
        Visit(starts_at=datetime(2026, 3, 5, 9, 30))  # noqa: DTZ001 - what is refused


def test_names_are_camelcase_outside_and_days_are_text() -> None:
    """As the ER diagram writes them."""
    visit = Visit(starts_at=datetime(2026, 3, 5, 9, 30, tzinfo=UTC))
    assert visit.model_dump(mode="json", by_alias=True) == {
        "visitId": "v1",
        "startsAt": "2026-03-05T09:30:00.000000Z",
        "onDay": "2026-03-05",
    }
    assert visit.model_dump()["on_day"] == "2026-03-05"


def test_a_field_of_a_newer_release_is_passed_over() -> None:
    """Two releases run side by side while one replaces the other."""
    assert Visit.model_validate_json('{"startsAt": "2026-03-05T09:30:00Z", "new": 1}').visit_id == "v1"


def test_a_value_does_not_change_and_a_changed_copy_is_checked() -> None:
    """`changed` is the way, and it refuses what the model would."""
    visit = Visit(starts_at=datetime(2026, 3, 5, 9, 30, tzinfo=UTC))
    with pytest.raises(ValidationError):
        visit.visit_id = "v2"  # type: ignore[misc]
    assert visit.changed(visit_id="v2").visit_id == "v2"
    assert visit.visit_id == "v1"
    with pytest.raises(ValidationError):
        visit.changed(starts_at="soon")
