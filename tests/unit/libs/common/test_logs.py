"""Log lines: what they look like, and what can never stand in one."""

import ast
import io
import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common import logs
from libs.common.errors import Unavailable
from libs.common.logs import logger, outside_name
from libs.common.telemetry import current_traceparent, span

ROOT = Path(__file__).parents[4]


class Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level
    logging.getLogger(logs.ROOT).setLevel(logging.NOTSET)


@pytest.fixture
def stream(logging_as_it_was: None) -> io.StringIO:
    stream = io.StringIO()
    logs.write_to(stream)
    return stream


@pytest.fixture
def screen(logging_as_it_was: None) -> Screen:
    screen = Screen()
    logs.write_to(screen)
    return screen


def only_line(stream: io.StringIO) -> dict[str, Any]:
    [line] = stream.getvalue().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_a_line_is_a_phrase_and_camelcase_fields(stream: io.StringIO) -> None:
    """As Cloud Logging reads it, and as a person counts it."""
    logger("booking").info("event handled", topic="booking.requested", event_id="e1", attempt=1, duration_ms=1.5)
    line = only_line(stream)
    assert datetime.fromisoformat(line.pop("time")).tzinfo is UTC
    assert line == {
        "severity": "INFO",
        "message": "event handled",
        "service": "booking",
        "topic": "booking.requested",
        "eventId": "e1",
        "attempt": 1,
        "durationMs": 1.5,
    }


def test_a_line_inside_a_span_names_its_trace(stream: io.StringIO) -> None:
    """So that the lines of one turn are found together."""
    with span("handle"):
        logger("booking").info("event handled")
        _, trace, current, _ = current_traceparent().split("-")
    assert (only_line(stream)["trace"], only_line(stream)["span"]) == (trace, current)


def test_on_google_cloud_a_line_is_joined_to_its_trace(logging_as_it_was: None) -> None:
    """Under the name that Cloud Logging looks for."""
    stream = io.StringIO()
    logs.write_to(stream, "desk-1")
    with span("handle"):
        logger("booking").info("event handled")
    line = only_line(stream)
    assert line["logging.googleapis.com/trace"] == f"projects/desk-1/traces/{line['trace']}"


@given(value=st.text(), other=st.datetimes())
def test_whatever_a_field_holds_the_line_stays_one_line_of_json(value: str, other: datetime) -> None:
    """A line break in a value cannot forge a second line."""
    record = logging.LogRecord("frontdesk.booking", logging.INFO, __file__, 1, "event handled", None, None)
    record.fields = {"topic": value, "at": other}
    line = logs.JsonLines().format(record)
    assert "\n" not in line
    assert json.loads(line)["topic"] == value


@pytest.mark.parametrize(
    "field", ["text", "payload_text", "phone", "access_token", "appSecret", "name", "profile_name", "key", "message"]
)
def test_a_field_that_would_hold_words_numbers_or_credentials_is_refused(stream: io.StringIO, field: str) -> None:
    """Nothing of it is written."""
    with pytest.raises(ValueError, match="not logged"):
        logger("gateway").info("message received", **{field: "hush"})
    assert stream.getvalue() == ""


@pytest.mark.parametrize("field", ["phone_number_id", "input_tokens", "message_id", "texts", "key_id", "subscription"])
def test_ids_and_counts_are_welcome(field: str) -> None:
    """The guard looks at the last word."""
    assert outside_name(field)


def test_an_exceptions_message_is_left_out_and_its_frames_are_not(stream: io.StringIO) -> None:
    """A message may quote a customer; where it happened cannot."""
    try:
        try:
            int("call me at 555")
        except ValueError as error:
            raise RuntimeError("she wrote: call me") from error
    except RuntimeError:
        logger("booking").error("handler failed", event_id="e1")
    line = only_line(stream)
    assert "call me" not in json.dumps(line)
    assert line["stack"].index("ValueError") < line["stack"].index("RuntimeError")
    assert f"{Path(__file__).name}:" in line["stack"]


def test_a_dependencys_message_is_kept(stream: io.StringIO) -> None:
    """It is about the machine, and an operator needs it."""
    try:
        raise Unavailable("Firestore")
    except Unavailable:
        logger("booking").error("handler failed")
    assert only_line(stream)["stack"].startswith("Unavailable: Firestore does not answer\n")


def test_an_error_outside_an_except_block_has_no_stack(stream: io.StringIO) -> None:
    """And no made-up one."""
    logger("booking").error("no number is connected")
    assert "stack" not in only_line(stream)


def test_debug_lines_are_not_shown_and_other_packages_are_heard_from_warnings_on(stream: io.StringIO) -> None:
    """What another package says in passing may hold anything, so only its warnings are written."""
    logger("booking").debug("looked up", topic="x")
    logging.getLogger("aiohttp.access").info("GET /webhooks")
    logging.getLogger("aiohttp").warning("slow")
    line = only_line(stream)
    assert (line["message"], line["logger"]) == ("slow", "aiohttp")


def test_setting_up_twice_writes_each_line_once(stream: io.StringIO) -> None:
    """The last stream holds."""
    second = io.StringIO()
    logs.write_to(second)
    logger("booking").info("event handled")
    assert stream.getvalue() == ""
    assert only_line(second)["message"] == "event handled"


def test_in_a_terminal_a_line_is_for_a_person(screen: Screen) -> None:
    """Time, severity, service, phrase, fields; values with spaces in quotes."""
    logger("booking").warning("slow answer", event_id="e1", model="big one\nreally")
    line = screen.getvalue()
    assert line.count("\n") == 1
    assert line[8:] == ' WARNING booking: slow answer  eventId=e1  model="big one\\nreally"\n'


def test_in_a_terminal_frames_stand_below(screen: Screen) -> None:
    """Indented, so that lines still begin with a time."""
    try:
        raise KeyError("hush")
    except KeyError:
        logger("booking").error("handler failed")
    first, second, third = screen.getvalue().splitlines()
    assert first.endswith("handler failed")
    assert second == "    KeyError"
    assert third.endswith("test_in_a_terminal_frames_stand_below")


def logged_fields() -> Iterator[tuple[str, str]]:
    """Every keyword of every call of a log or of `span` in the code, and where it stands."""
    for path in [*ROOT.glob("libs/**/*.py"), *ROOT.glob("services/**/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and _logs(node.func):
                for keyword in node.keywords:
                    yield keyword.arg or "**", f"{path.relative_to(ROOT)}:{node.lineno}"


def _logs(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        log = called.value.attr if isinstance(called.value, ast.Attribute) else getattr(called.value, "id", "")
        return log.lower().strip("_") == "log" and called.attr in {"debug", "info", "warning", "error"}
    return isinstance(called, ast.Name) and called.id == "span"


def test_no_call_in_the_code_has_a_field_that_would_be_refused() -> None:
    """Also on paths that no test walks: there a refusal would come at the worst moment."""
    for field, where in logged_fields():
        assert field == "**" or outside_name(field), where
