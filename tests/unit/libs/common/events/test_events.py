"""Every event: sealed and opened again, under an id that its cause alone decides."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from libs.common.envelope import Envelope
from libs.common.events import (
    BY_TOPIC,
    CATALOGUE,
    ClockTicked,
    ConversationRequested,
    Event,
    Inbound,
    MessageReceived,
    ReplyRequested,
    SettingsChanged,
    seal,
)

NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
SERVICES = {"gateway", "ingest", "responder", "booking", "knowledge"}
STOP = ConversationRequested(user_id="ana", conversation_id="c1", act="stop")


def sealed(event: Event, **changed: Any) -> Envelope:
    return seal(event, **{"cause": "wamid.1", "source": "ingest", "at": NOW, **changed})


def test_an_event_is_opened_as_it_was_sealed() -> None:
    """By its topic's model, with its envelope."""
    envelope = sealed(STOP, traceparent="00-1-2-01")
    event = BY_TOPIC[envelope.topic].opened(Envelope.from_attributes(envelope.attributes(), envelope.data))
    assert event.model_dump() == STOP.model_dump()
    assert event.id == envelope.id
    assert event.envelope == envelope
    assert event.envelope.traceparent == "00-1-2-01"


def test_sealed_again_for_the_same_cause_it_is_the_same_event() -> None:
    """When, by whom and in which trace makes no difference."""
    again = sealed(STOP, at=datetime(2027, 1, 1, tzinfo=UTC), source="gateway", traceparent="00-1-2-01")
    assert again.id == sealed(STOP).id


@pytest.mark.parametrize(
    "other",
    [
        sealed(STOP, cause="wamid.2"),
        sealed(STOP, place=1),
        sealed(STOP.changed(user_id="ben")),
        sealed(SettingsChanged(user_id="ana", section="profile", values={})),
    ],
)
def test_another_owner_cause_topic_or_place_is_another_event(other: Envelope) -> None:
    """None can stand in for another's."""
    assert other.id != sealed(STOP).id


def test_an_event_that_was_not_delivered_has_no_id() -> None:
    """Rather than one that would match nothing."""
    with pytest.raises(LookupError, match=r"this conversation\.requested has not been published"):
        _ = STOP.id
    assert STOP.delivered(at=NOW).id == STOP.delivered(at=NOW).id


def test_what_does_not_fit_is_refused() -> None:
    """With pydantic's error, by which a message is known to be unreadable for good."""
    envelope = sealed(STOP)
    for data in (b"", b"{}", b"[]", b"\xff", b'{"userId": "ana", "conversationId": "c1", "act": "explode"}'):
        with pytest.raises(ValidationError):
            ConversationRequested.opened(Envelope.from_attributes(envelope.attributes(), data))


def test_a_payload_leaves_out_what_is_not_there() -> None:
    """Nothing is `null`: smaller, and the same to every reader."""
    assert sealed(ReplyRequested(user_id="ana", conversation_id="c1", opened_at=NOW)).data == (
        b'{"userId":"ana","conversationId":"c1","turn":0,"openedAt":"2026-03-05T09:30:00.000000Z"}'
    )


@given(st.dictionaries(st.text(), st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(), max_size=5))
def test_what_an_owner_set_travels_unchanged(values: dict[str, Any]) -> None:
    """Free values too: also one that is None, which clears a setting."""
    event = SettingsChanged(user_id="ana", section="profile", values=values)
    assert event.delivered(at=NOW).model_dump() == event.model_dump()


def test_a_message_of_an_unknown_kind_travels_whole() -> None:
    """It is kept, whatever it holds."""
    raw = {"type": "new", "new": {"list": [1, 2.5, {"deep": None}]}}
    message = Inbound(id="wamid.1", kind="new", sent_at=NOW, raw=raw)
    event = MessageReceived(user_id="ana", phone_number_id="1", sender="4915", message=message)
    assert event.delivered(at=NOW).model_dump() == event.model_dump()


def test_keys_begin_with_the_owner_and_keep_customers_apart() -> None:
    """Two customers do not wait for each other; two owners never share a key."""
    message = Inbound(id="wamid.1", kind="text", sent_at=NOW)
    event = MessageReceived(user_id="ana", phone_number_id="1", sender="4915", message=message)
    assert event.key == "ana:1:4915"
    assert event.changed(sender="4916").key != event.key
    assert STOP.key == "ana:c1"
    assert SettingsChanged(user_id="ana", section="profile", values={}).key == "ana"
    assert ClockTicked(minute=NOW).key == ""


@pytest.mark.parametrize("event", CATALOGUE, ids=lambda event: event.topic)
def test_every_event_is_declared_whole(event: type[Event]) -> None:
    """A topic of its own, publishers and consumers that exist (a fact may have none of these), a key of its fields."""
    assert BY_TOPIC[event.topic] is event
    assert event.__doc__
    assert event.publishers
    assert set(event.publishers) <= SERVICES | {"clock"}
    assert set(event.consumers) <= SERVICES
    assert set(event.ordering) <= set(event.model_fields)
    assert all(event.model_fields[name].is_required() for name in event.ordering)
