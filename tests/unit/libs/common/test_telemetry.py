"""Traces: ids without a collector, spans sent to one where there is one."""

import asyncio
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from opentelemetry.sdk.trace import TracerProvider

from libs.common import telemetry
from libs.common.errors import Misconfigured
from libs.common.settings import Settings
from libs.common.telemetry import configure, current_traceparent, span

GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture(autouse=True)
def telemetry_as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(telemetry, "_tracer", None)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level


def trace_of(traceparent: str) -> str:
    return traceparent.split("-")[1]


def test_outside_a_span_there_is_no_trace() -> None:
    """Empty, not a trace of zeroes."""
    assert current_traceparent() == ""


def test_a_span_has_ids_without_a_collector_and_without_set_up() -> None:
    """W3C's form; a span inside another belongs to the same trace."""
    with span("outer"):
        outer = current_traceparent()
        with span("inner"):
            inner = current_traceparent()
        assert current_traceparent() == outer
    assert re.fullmatch(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}", outer)
    assert trace_of(inner) == trace_of(outer)
    assert inner != outer
    assert current_traceparent() == ""


def test_a_span_continues_the_trace_that_an_event_carries() -> None:
    """Also while another trace is current: the event's counts."""
    with span("something else"), span("handle", traceparent=GIVEN):
        assert trace_of(current_traceparent()) == trace_of(GIVEN)
        assert current_traceparent() != GIVEN


@pytest.mark.parametrize(
    "broken", ["nonsense", GIVEN.replace("0af7", "zzzz"), "00-" + "0" * 32 + "-" + "0" * 16 + "-01"]
)
def test_a_broken_traceparent_begins_a_new_trace(broken: str) -> None:
    """An event is handled whatever its attribute holds."""
    with span("handle", traceparent=broken):
        assert trace_of(current_traceparent()) != "0" * 32


async def test_tasks_side_by_side_keep_their_own_traces() -> None:
    """A thousand handlers share one event loop."""

    async def handle() -> tuple[str, str]:
        with span("handle"):
            before = current_traceparent()
            await asyncio.sleep(0)
            return before, current_traceparent()

    pairs = await asyncio.gather(*(handle() for _ in range(20)))
    assert all(before == after for before, after in pairs)
    assert len({trace_of(before) for before, _ in pairs}) == 20


class Collector(BaseHTTPRequestHandler):
    """Takes OTLP over HTTP as a collector does."""

    spans: list[Span]

    def do_POST(self) -> None:
        request = ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["content-length"])))
        if self.path == "/v1/traces":
            self.spans += [one for group in request.resource_spans for each in group.scope_spans for one in each.spans]
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test looks at the spans."""


@pytest.fixture
def collector() -> Iterator[tuple[str, list[Span]]]:
    spans: list[Span] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Listening", (Collector,), {"spans": spans}))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", spans
    server.shutdown()
    server.server_close()
    thread.join()


PROGRAM = """
import sys
from libs.common.settings import Settings
from libs.common.telemetry import configure, span
configure("booking", Settings(otel_endpoint=sys.argv[1]))
with span("turn", event_id="e1", attempt=2):
    try:
        with span("step"):
            raise ValueError("call me at 555")
    except ValueError:
        pass
"""


def run(endpoint: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", PROGRAM, endpoint], capture_output=True, text=True, timeout=30)


def test_spans_reach_the_collector_before_the_process_ends(collector: tuple[str, list[Span]]) -> None:
    """With their attributes in camelCase, and of an exception its type alone."""
    endpoint, spans = collector
    assert run(endpoint).returncode == 0
    turn, step = sorted(spans, key=lambda one: one.name, reverse=True)
    assert (turn.name, step.name) == ("turn", "step")
    assert step.parent_span_id == turn.span_id
    assert {attribute.key for attribute in turn.attributes} == {"eventId", "attempt"}
    assert (step.status.code, step.status.message) == (Status.STATUS_CODE_ERROR, "ValueError")
    assert b"call me" not in step.SerializeToString()


def test_a_dead_collector_harms_nothing() -> None:
    """The process works and ends well."""
    assert run("http://127.0.0.1:9").returncode == 0


def test_without_a_collector_the_exporter_is_not_even_imported() -> None:
    """The default installation does without it."""
    program = PROGRAM.replace("sys.argv[1]", "None") + "print([name for name in sys.modules if '.exporter' in name])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_collector_without_the_exporter_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line that says what to install."""
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(Misconfigured, match=r"frontdesk\[telemetry\]"):
        configure("booking", Settings(otel_endpoint="http://127.0.0.1:9"))


def test_an_attribute_that_would_hold_words_is_refused_where_it_would_be_sent() -> None:
    """The rule of log fields."""
    telemetry._tracer = TracerProvider(shutdown_on_exit=False).get_tracer("recording")
    with pytest.raises(ValueError, match="not logged"), span("handle", text="hush"):
        pytest.fail("the span began")
