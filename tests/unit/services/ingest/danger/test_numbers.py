"""A number to call is named where it holds, and nowhere else."""

import pytest

from services.ingest.danger.numbers import emergency_number


@pytest.mark.parametrize(
    ("timezone", "number"),
    [("Europe/Berlin", "112"), ("America/New_York", "911"), ("Europe/London", "999"), ("Asia/Jakarta", None)],
)
def test_a_number_is_named_where_it_is_certain(timezone: str, number: str | None) -> None:
    assert emergency_number(timezone) == number
