"""The demo business's days and documents."""

from datetime import UTC, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.gateway.demo import content
from services.gateway.demo.making import open_dates
from services.gateway.documents import is_taken
from tests.embedded import at

RANGE = (datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2027-12-31"))


@given(st.datetimes(*RANGE, timezones=st.just(UTC)))
def test_its_visits_are_on_days_when_it_is_open(moment: datetime):
    """The next ones, whichever day it is made on."""
    now = moment.astimezone(ZoneInfo(content.TIMEZONE))
    dates = open_dates(now, 5)
    assert len(dates) == 5
    assert all(day.weekday() < 5 for day in dates)
    assert all(earlier < later for earlier, later in pairwise(dates))
    assert 0 < (dates[0] - now.date()).days <= 4


def test_it_is_made_on_a_friday_evening_for_the_week_to_come():
    friday = at("2026-05-08T20:00:00+02:00")
    assert [day.isoformat() for day in open_dates(friday, 2)] == ["2026-05-11", "2026-05-12"]


@pytest.mark.parametrize("name", content.DOCUMENTS)
def test_its_documents_are_ones_that_are_taken(name: str):
    assert is_taken(name, "")
