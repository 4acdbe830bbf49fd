"""What a webhook says, held to real bodies and to any JSON at all."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from libs.common.events import DeliveryReported, MessageReceived, seal
from libs.common.events.base import seal_payload
from services.gateway.whatsapp.payloads import Arrival, Happened, changes_in, events_of, is_webhook

FIXTURES = Path(__file__).parents[4] / "fixtures" / "whatsapp"
NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)

Meaning = dict[str, Any]


def bodies() -> list[tuple[str, Meaning]]:
    rows = [json.loads(line) for line in (FIXTURES / "manifest.jsonl").read_text().splitlines()]
    return [(row["file"], row["meaning"]) for row in rows if row["kind"] != "graph"]


def read(body: Any) -> list[Happened]:
    return [event for change in changes_in(body) for event in events_of(change, Arrival("ana", "1", "whatsapp", NOW))]


def messages(body: Any) -> list[MessageReceived]:
    return [MessageReceived.model_validate(payload) for kind, payload, _ in read(body) if kind is MessageReceived]


def statuses(body: Any) -> list[DeliveryReported]:
    return [DeliveryReported.model_validate(payload) for kind, payload, _ in read(body) if kind is DeliveryReported]


def holds(whole: Any, part: Any) -> bool:
    """Does `whole` say everything that `part` says? It may say more, where `part` leaves a field at its default."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(holds(whole.get(name), value) for name, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


def of(message: Any, **beside: Any) -> Any:
    value = {
        "metadata": {"phone_number_id": "1", "display_phone_number": "15550001111"},
        "messages": [message],
        **beside,
    }
    return {"object": "whatsapp_business_account", "entry": [{"changes": [{"value": value}]}]}


def customers_said(event: MessageReceived) -> bool:
    """What the manifest lists as a message: not an echo, not a call."""
    return not event.message.from_owner and not event.message.echo_of_ours and event.message.kind != "call"


def type_in_manifest(event: MessageReceived) -> str:
    message, raw = event.message, event.message.raw or {}
    if message.kind == "audio" and message.media and message.media.voice:
        return "voice"
    if message.kind == "interactive":
        return "interactive." + (raw.get("interactive", {}).get("type") or "reply")
    if message.kind == "edit":
        return f"edit.{raw['edit']['message']['type']}"
    return f"system.{raw['system']['type']}" if message.kind == "system" else message.kind


# Answering these is a matter of more than the message itself: its age (the 24-hour window, at the time of sending),
# and a sender that never reads (a code from a machine).
ASIDE = {"derived_text_very_old__pywa.json", "inbound_text_otp_no_profile__issue.json"}


@pytest.mark.parametrize(("file", "meaning"), bodies(), ids=[file for file, _ in bodies()])
def test_a_real_body_is_read_as_its_meaning_says(file: str, meaning: Meaning) -> None:
    """Who wrote, what, under which id, and whether it wants an answer."""
    body = json.loads((FIXTURES / file).read_text())
    found = {event.message.id: event for event in messages(body) if customers_said(event)}
    for expected in meaning["messages"]:
        if expected["id"] is None or not (expected["phone"] or expected["user_id"]):
            continue
        event = found[expected["id"]]
        kinds = expected["type"].replace("button_reply", "reply").replace("list_reply", "reply")
        assert type_in_manifest(event) == kinds
        assert (event.phone, event.user_scoped_id) == (expected["phone"], expected["user_id"])
        assert (event.parent_scoped_id, event.username) == (
            expected["parent_user_id"],
            (expected["username"] or "").removeprefix("@") or None,
        )
        assert event.message.group_id == expected["group_id"]
        assert (event.message.media is not None) == expected["media"]
        assert event.message.text in {expected["text"] or "", *(said["text"] for said in meaning["messages"])}
        if file not in ASIDE:
            assert event.message.needs_no_answer != expected["reply_expected"]


@pytest.mark.parametrize(("file", "meaning"), bodies(), ids=[file for file, _ in bodies()])
def test_a_real_status_is_read_as_its_meaning_says(file: str, meaning: Meaning) -> None:
    """Which message, what became of it, and why not."""
    reported = statuses(json.loads((FIXTURES / file).read_text()))
    assert [(one.whatsapp_id, one.status) for one in reported] == [
        (one["id"], one["status"]) for one in meaning["statuses"]
    ]
    assert [[error.code for error in one.errors] for one in reported] == [one["errors"] for one in meaning["statuses"]]


def test_an_echo_is_the_owner_writing_to_a_customer() -> None:
    """Whatever the owner writes on their own phone is theirs, and the customer is the one it went to."""
    [echo] = messages(json.loads((FIXTURES / "account_echo_text__botpress.json").read_text()))
    assert echo.message.from_owner
    assert echo.sender == "15550756898"
    assert echo.message.text.startswith("Hi! Thanks for reaching out")


def test_an_echo_of_what_we_sent_is_ours() -> None:
    """It carries our callback data, and is nobody taking over."""
    echo = {"from": "15550001111", "to": "4", "id": "w", "type": "text", "biz_opaque_callback_data": "ana:1"}
    [event] = messages(of({}, message_echoes=[echo], messages=[]))
    assert (event.message.from_owner, event.message.echo_of_ours) == (False, True)


def test_an_unknown_type_is_kept_whole_and_wants_an_answer() -> None:
    """A type that Meta adds tomorrow is not lost and not met with silence."""
    hologram = {"id": "wamid.1", "from": "4", "type": "hologram", "hologram": {"url": "x"}}
    [event] = messages(of(hologram))
    assert event.message.raw == hologram
    assert not event.message.needs_no_answer


def test_a_message_without_an_id_gets_the_same_one_again() -> None:
    """So that a webhook sent twice brings it once."""
    first, second, other = (messages(of({"from": "4", "type": "text", "text": {"body": body}}))[0] for body in "aab")
    assert first.message.id == second.message.id != other.message.id


def test_a_change_of_identity_comes_before_what_was_said_under_the_new_one() -> None:
    """Also where the webhook lists it behind."""
    file = FIXTURES / "inbound_text_and_system_user_changed_user_id__chatwoot_up.json"
    events = messages(json.loads(file.read_text()))
    assert [event.message.kind for event in events] == ["system", "text"]
    assert {event.sender for event in events} == {"IN.CURRENTBSUID"}


def test_callback_data_of_somebody_else_is_not_a_delivery_of_ours() -> None:
    """Only an id that begins with the owner is."""
    reports = [{"id": "w1", "status": "sent", "biz_opaque_callback_data": data} for data in ("ana:12", "ben:12", "{}")]
    assert [one.delivery_id for one in statuses(of({}, statuses=reports))] == ["ana:12", None, None]


def test_what_is_no_webhook_is_told_apart() -> None:
    """Another product's webhook, or any other JSON."""
    assert is_webhook({"object": "whatsapp_business_account", "entry": []})
    others: list[Any] = [None, [], {}, {"object": "page", "entry": []}, {"object": "x"}]
    assert not any(is_webhook(body) for body in others)
    assert not is_webhook({"object": "whatsapp_business_account", "entry": {}})


words = st.text(max_size=8) | st.sampled_from(
    ["\ud800", "wamid.1", "ana:1", "1700000000", "text", "edit", "interactive"]
)
NAMES = (
    "id from from_user_id to type text body timestamp image caption interactive button_reply title reaction edit "
    "message original_message_id system user_id wa_id context contacts profile name errors code status group_id order"
)
KINDS = "text image audio document sticker button interactive order edit revoke reaction system location x"
names = st.sampled_from(NAMES.split())
numbers = st.integers() | st.floats() | st.just(10**400)
anything = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names | words, inner, max_size=5),
    max_leaves=12,
)
kinds = st.sampled_from(KINDS.split())
typed = st.builds(
    lambda body, kind: {**body, "from": "4", "type": kind}, st.dictionaries(names, anything, max_size=6), kinds
)
values = st.fixed_dictionaries(
    {},
    optional={
        "metadata": anything,
        "contacts": st.lists(anything, max_size=2),
        "messages": st.lists(typed | anything, max_size=3) | anything,
        "message_echoes": st.lists(typed | anything, max_size=2),
        "calls": st.lists(typed, max_size=1),
        "statuses": st.lists(st.dictionaries(names, anything, max_size=5), max_size=2) | anything,
    },
)


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


@settings(deadline=None, max_examples=300, derandomize=True)
@given(value=values | anything)
@example(value={"messages": [{"from": "4", "type": "x", "x": nested(200)}]})
@example(value={"messages": [{"from": 4, "type": "edit", "edit": {"message": {"type": "edit", "edit": {}}}}]})
@example(value={"statuses": [{"timestamp": float("nan"), "errors": [{"code": 10**400}]}]})
def test_any_json_is_read_without_an_error_and_its_events_travel(value: Any) -> None:
    """And come out on the other side as they went in: what is written without the events' models says what they would
    say, under the same id and key."""
    body = {"object": "whatsapp_business_account", "entry": [{"changes": [{"value": value}]}]}
    for kind, payload, cause in read(body):
        envelope = seal_payload(kind, payload, cause=cause, source="gateway", at=NOW)
        event = kind.opened(envelope)
        again = seal(event, cause=cause, source="gateway", at=NOW)
        assert (again.id, again.key, again.type) == (envelope.id, envelope.key, envelope.type)
        assert holds(json.loads(again.data), json.loads(envelope.data))
        assert len(envelope.key.encode()) < 2_400


@settings(deadline=None, max_examples=100, derandomize=True)
@given(body=anything)
def test_any_json_at_all_has_changes_or_none(body: Any) -> None:
    """Not even its outermost shape is taken for granted."""
    is_webhook(body)
    changes_in(body)
