"""Envelopes: ids that a repetition cannot change, and attributes that say everything."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common.envelope import Envelope, deterministic_id

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CENTURY = timedelta(days=36_525)
zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(lambda since, zone: (EPOCH + since).astimezone(zone), st.timedeltas(timedelta(0), CENTURY), zones)
parts = st.lists(st.text(max_size=10), max_size=5)
envelopes = st.builds(
    Envelope,
    id=st.text(),
    topic=st.text(min_size=1),
    source=st.text(),
    time=moments,
    key=st.text(),
    user_id=st.text(),
    data=st.binary(),
    version=st.integers(min_value=0),
    subject=st.text(),
    traceparent=st.text(),
    only=st.text(),
)

PLAIN = Envelope(
    id="1",
    topic="message.received",
    source="gateway",
    time=datetime(2026, 3, 5, 9, 30, tzinfo=UTC),
    key="ana:1:4915",
    user_id="ana",
    data=b"{}",
)


@given(parts, parts)
def test_an_id_says_its_parts_and_nothing_else(one: list[str], other: list[str]) -> None:
    """The same parts give the same id, different parts another: also where joining them would give the same text."""
    assert re.fullmatch("[0-9a-f]{32}", deterministic_id(*one))
    assert (deterministic_id(*one) == deterministic_id(*other)) == (one == other)
    assert deterministic_id(*one) != deterministic_id(*one, "")


def test_an_id_is_the_same_on_every_machine_and_in_every_release() -> None:
    """Rows and receipts are found by it: this value must never change."""
    assert deterministic_id("ana", "wamid.1", "message.received", "0") == "a2e3dd4b120a1298ae2019cf0bae8d3a"


@given(envelopes)
def test_attributes_carry_the_whole_envelope(envelope: Envelope) -> None:
    """What arrives is what was sent, whatever the texts."""
    assert Envelope.from_attributes(envelope.attributes(), envelope.data) == envelope


@given(envelopes)
def test_the_size_is_that_of_payload_and_attributes(envelope: Envelope) -> None:
    """In bytes, so that a limit holds for every script."""
    attributes = envelope.attributes().items()
    assert envelope.size == len(envelope.data) + sum(
        len(name.encode()) + len(value.encode()) for name, value in attributes
    )


def test_attributes_have_the_names_of_cloudevents_pubsub_binding() -> None:
    """And of ours only those that say something."""
    assert PLAIN.attributes() == {
        "ce-specversion": "1.0",
        "ce-id": "1",
        "ce-type": "frontdesk.message.received.v1",
        "ce-source": "gateway",
        "ce-time": "2026-03-05T09:30:00+00:00",
        "ce-subject": "",
        "ce-partitionkey": "ana:1:4915",
        "content-type": "application/json",
        "userId": "ana",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ce-type", "com.example.thing.v1"),
        ("ce-type", "frontdesk.v1"),
        ("ce-type", "frontdesk.message.received"),
        ("ce-type", "frontdesk.message.received.vx"),
        ("ce-time", "yesterday"),
        ("ce-id", None),
        ("ce-type", None),
        ("ce-source", None),
        ("ce-time", None),
    ],
)
def test_what_is_not_an_event_of_ours_is_refused(name: str, value: str | None) -> None:
    """With ValueError, by which a message is known to be unreadable for good."""
    attributes = {**PLAIN.attributes()} | ({name: value} if value is not None else {})
    if value is None:
        del attributes[name]
    with pytest.raises(ValueError):  # noqa: PT011 - the reader of the topic acts on the type
        Envelope.from_attributes(attributes, b"")


@given(
    st.dictionaries(
        st.sampled_from([*PLAIN.attributes(), "x"]), st.text() | st.sampled_from(list(PLAIN.attributes().values()))
    )
)
def test_any_attributes_are_read_or_refused(attributes: dict[str, str]) -> None:
    """Nothing else is ever raised."""
    try:
        Envelope.from_attributes(attributes, b"")
    except ValueError:
        return


def test_a_replayed_dead_letter_is_a_new_event_for_one_service() -> None:
    """The same replay asked twice is one; another service's is another; the payload stays."""
    again = PLAIN.again_for("booking", "click 1")
    assert again == PLAIN.again_for("booking", "click 1")
    assert again._replace(id=PLAIN.id, only="") == PLAIN
    assert again.only == "booking"
    others = [PLAIN.again_for("ingest", "click 1"), PLAIN.again_for("booking", "click 2")]
    assert len({PLAIN.id, again.id, *(other.id for other in others)}) == 4
