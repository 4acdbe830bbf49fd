"""What an error means for the message that was to be sent."""

from datetime import UTC, datetime
from typing import Any

import pytest

from services.gateway.whatsapp.graph_errors import answer_of, seconds_in
from services.gateway.whatsapp.transport import Refused, Silent
from tests.fakes.graph.errors import KNOWN, RATE_LIMITS, GraphError

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


def retry_for(status: int, body: Any) -> str:
    answer = answer_of(status, body, None)
    return answer.retry if isinstance(answer, Refused) else "silent"


def error(code: int, **more: Any) -> Any:
    return {"error": {"code": code, "message": "…", **more}}


@pytest.mark.parametrize("code", KNOWN)
def test_every_error_that_meta_documents_is_a_certain_refusal(code: int) -> None:
    """Graph answered, so it has not taken the message, whatever the HTTP status."""
    known = GraphError(code)
    for status in (known.status, 400, 500):
        answer = answer_of(status, known.body("trace"), None)
        assert isinstance(answer, Refused)
        assert answer.code == code
        assert (answer.retry == "later") >= (code in RATE_LIMITS)


@pytest.mark.parametrize(
    ("status", "body", "retry"),
    [
        (400, error(190), "never"),
        (400, error(132001), "never"),
        (503, error(131016), "later"),
        (500, error(131000), "again"),
        (400, error(99_999_999), "again"),
        (500, error(99_999_999), "later"),
        (400, error(99_999_999, is_transient=True), "later"),
    ],
)
def test_the_code_decides(status: int, body: Any, retry: str) -> None:
    """An unknown one is tried a few times."""
    assert retry_for(status, body) == retry


@pytest.mark.parametrize(
    ("status", "retry"),
    [(429, "later"), (503, "later"), (404, "never"), (500, "silent"), (502, "silent"), (504, "silent")],
)
@pytest.mark.parametrize("body", [None, "<html>", {}, {"error": "x"}, []])
def test_without_an_error_of_graphs_own_only_some_statuses_say_no(status: int, retry: str, body: Any) -> None:
    """A proxy's 502 may hide that the message was taken."""
    assert retry_for(status, body) == retry
    assert isinstance(answer_of(502, body, None), Silent)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("Mon, 04 May 2026 09:00:30 GMT", 30.0),
        ("Mon, 04 May 2026 08:00:00 GMT", 0.0),
        ("999999999", 3600.0),
        ("soon", None),
        ("-1", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after_is_a_number_or_a_date(header: str | None, seconds: float | None) -> None:
    """At most an hour."""
    assert seconds_in(header, NOW) == seconds
