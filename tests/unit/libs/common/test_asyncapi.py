"""The AsyncAPI document: valid, true, and committed as it is generated."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from libs.common.asyncapi import document, text
from libs.common.events import (
    BY_TOPIC,
    CATALOGUE,
    Actor,
    BookingRequested,
    Choice,
    ClockTicked,
    Event,
    Inbound,
    Media,
    MessageReceived,
    ReplyReady,
    SettingsChanged,
    seal,
)
from tests.references import lead_somewhere

ROOT = Path(__file__).parents[4]
NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


def test_it_is_valid_asyncapi() -> None:
    """By AsyncAPI's own schema."""
    schema = json.loads((ROOT / "tests/fixtures/asyncapi/3.0.0-without-$id.json").read_text())
    errors = sorted(Draft7Validator(schema).iter_errors(document()), key=lambda error: list(error.absolute_path))
    assert errors == []


def test_the_committed_copy_is_the_one_generated() -> None:
    """`python -m libs.common.asyncapi > docs/asyncapi.json` writes it."""
    printed = subprocess.run([sys.executable, "-m", "libs.common.asyncapi"], capture_output=True, check=True, text=True)
    assert (ROOT / "docs/asyncapi.json").read_text() == text() == printed.stdout


def test_every_reference_leads_somewhere() -> None:
    """AsyncAPI's schema does not look."""
    assert lead_somewhere(document())


def test_every_event_has_a_channel_and_an_operation_of_each_who_publishes_or_handles_it() -> None:
    """And there is no operation beside those."""
    operations = document()["operations"]
    for event in CATALOGUE:
        assert document()["channels"][event.topic]["address"] == event.topic
    expected = {f"{service}.send.{event.topic}" for event in CATALOGUE for service in event.publishers}
    expected |= {f"{service}.receive.{event.topic}" for event in CATALOGUE for service in event.consumers}
    assert set(operations) == expected


def test_what_an_event_says_and_its_ordering_key_stand_in_it() -> None:
    """An event's docstring is its line in the document."""
    channels = document()["channels"]
    assert channels["message.received"]["description"] == (
        "A customer wrote something, or the owner did from their own phone.\n\n"
        "Ordering key: `userId`, `phoneNumberId`, `sender`."
    )
    assert channels["booking.requested"]["description"].endswith("\n\nOrdering key: `userId`.")
    assert channels["clock.ticked"]["description"] == "A minute has passed.\n\nUnordered."
    for event in CATALOGUE:
        assert event.__doc__


EVENTS: list[Event] = [
    MessageReceived(
        user_id="ana",
        phone_number_id="1",
        sender="4915",
        message=Inbound(id="wamid.1", kind="image", sent_at=NOW, media=Media(id="m1"), raw={"new": ["thing"]}),
    ),
    ReplyReady(
        user_id="ana", conversation_id="c", turn=1, author="booking", text="When?", choices=(Choice(id="1", title="x"),)
    ),
    BookingRequested(user_id="ana", act="book", actor=Actor(kind="staff"), asked_at=NOW, date=date(2026, 3, 6)),
    SettingsChanged(user_id="ana", section="schedule", values={"slotDuration": 30, "days": [{"enabled": True}]}),
    ClockTicked(minute=NOW),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.topic)
def test_what_travels_is_what_the_document_says(event: Event) -> None:
    """Payload and attributes of a real event, as a consumer in another language would check them."""
    sealed = seal(event, cause="test", source="gateway", at=NOW, traceparent="00-1-2-01")
    whole = document()
    message = whole["components"]["messages"][BY_TOPIC[event.topic].__name__]
    check(json.loads(sealed.data), message["payload"], whole)
    check(sealed.attributes(), message["headers"], whole)
    assert set(sealed.attributes()) <= set(whole["components"]["schemas"]["Envelope"]["properties"])


def check(value: Any, schema: Any, whole: Any) -> None:
    schema = {"allOf": [schema], "components": whole["components"]}
    Draft7Validator(schema, format_checker=FormatChecker()).validate(value)
