"""One answer: when it may go out, and what is done after a silence."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libs.common.entities import Conversation, Delivery
from libs.common.events import DeliveryReported, ReplyReady, ReportedError
from services.gateway.answers import (
    RANKS,
    SENDS_MAX,
    SILENCE,
    SILENCE_OF_KILLED,
    WINDOW,
    Done,
    Send,
    Wait,
    after,
    delivery_id,
    next_step,
    reported,
)
from services.gateway.whatsapp.transport import Answer, Refused, Silent, Taken
from tests.unit.services.gateway.room import ANA, MORNING, NUMBER, OWNER, answer

SECOND = timedelta(seconds=1)


def reply(**fields: Any) -> ReplyReady:
    return answer(**fields).delivered(at=MORNING)


def talk(**fields: Any) -> Conversation:
    named: dict[str, Any] = {"turn": 1, "turn_open": True, "last_inbound_at": MORNING, "address": ANA}
    return Conversation(
        conversation_id=f"{OWNER}:c1",
        user_id=OWNER,
        channel="whatsapp",
        participant_key="p",
        created_at=MORNING,
        updated_at=MORNING,
        phone_number_id=NUMBER,
        **{**named, **fields},
    )


def row(state: str = "claimed", **fields: Any) -> Delivery:
    named: dict[str, Any] = {"delivery_id": delivery_id(reply(), 0), "claimed_at": MORNING, "state": state}
    return Delivery(user_id=OWNER, conversation_id=f"{OWNER}:c1", expires_at=MORNING + WINDOW, **{**named, **fields})


def step(event: ReplyReady, conversation: Conversation, *rows: Delivery | None, later: timedelta = SECOND) -> Any:
    return next_step(event, conversation, rows or [None], MORNING + later)


def goes(event: ReplyReady, conversation: Conversation) -> bool:
    return isinstance(step(event, conversation), Send)


# Whether it may go out


def test_the_assistant_speaks_only_while_its_turn_is_open() -> None:
    """Or where its words were recorded already, which is what closed the turn."""
    assert goes(reply(), talk())
    assert not goes(reply(), talk(turn=2))
    assert not goes(reply(), talk(turn_open=False))
    assert goes(reply(), talk(turn_open=False, closed_by=(reply().id,), last_closed=1))
    assert goes(reply(turn=None), talk(turn=7))
    assert not goes(reply(turn=None), talk(turn_open=False))


def test_an_answer_by_the_way_goes_out_although_the_turn_was_closed_faster() -> None:
    """The calendar's reply to the same words may be recorded before it; a turn long over is another matter."""
    assert goes(reply(turn=None, said_in=1), talk(turn_open=False, last_closed=1))
    assert goes(reply(turn=None, said_in=1), talk(turn=2, last_closed=1))
    assert not goes(reply(turn=None, said_in=1), talk(turn=3, last_closed=2))


def test_answers_still_on_their_way_outlive_the_next_turn() -> None:
    """One that waits for WhatsApp's limit is sent although the turn after it was answered meanwhile."""
    assert goes(reply(), talk(turn=3, closed_by=(reply().id, "the next"), last_closed=2))


def test_who_took_over_silences_the_assistant_and_not_the_desk() -> None:
    """Facts from the calendar and a person's words go out; so does the assistant once the hold has run out."""
    held = talk(held_by="maria")
    assert not goes(reply(), held)
    assert goes(reply(), talk(held_by="maria", held_until=MORNING))
    assert all(goes(reply(author=author), held) for author in ("booking", "staff", "notice"))


def test_a_reply_that_hands_over_is_not_held_back_by_what_it_brought_about() -> None:
    """Its turn was closed and the conversation given to a person by this very reply."""
    event = reply(hand_over="asked for a person")
    given = talk(turn_open=False, closed_by=(event.id,), held_by="staff")
    assert goes(event, given)
    assert not goes(event, talk(held_by="maria"))


def test_after_stop_only_a_person_is_heard() -> None:
    """And the one notice that says how to come back."""
    stopped = talk(stopped=True)
    assert [
        author for author in ("assistant", "booking", "staff", "notice") if goes(reply(author=author), stopped)
    ] == [
        "staff",
        "notice",
    ]


@pytest.mark.parametrize("author", ["assistant", "booking", "staff", "notice"])
def test_outside_the_window_nothing_is_sent_and_staff_see_why(author: str) -> None:
    """WhatsApp would take only a template."""
    done = step(reply(author=author), talk(), later=WINDOW)
    assert isinstance(done, Done)
    assert done.row is not None
    assert (done.row.state, "24 hours" in done.row.error) == ("failed", True)
    assert isinstance(step(reply(author=author), talk(), later=WINDOW - SECOND), Send)


def test_what_was_overtaken_is_recorded_as_that() -> None:
    """So that the console can show what was not said."""
    done = step(reply(), talk(turn=2))
    assert done == Done("superseded", done.row)
    assert done.row.state == "superseded"
    assert step(reply(), talk(), done.row) == Done("superseded")


# Parts


def test_parts_go_out_in_order_and_an_answer_that_has_begun_is_finished() -> None:
    """Half an answer is worse than a late one."""
    first, rest = row("sent"), [None, None]
    sending = step(reply(), talk(turn=2), first, *rest)
    assert isinstance(sending, Send)
    assert (sending.part, sending.row.delivery_id) == (1, delivery_id(reply(), 1))
    assert step(reply(), talk(), row("sent"), row("sent")) == Done("sent")


def test_a_part_that_failed_ends_the_answer() -> None:
    """What comes behind would make no sense."""
    assert step(reply(), talk(), row("failed"), None) == Done("failed")


# Silence


@pytest.mark.parametrize(("state", "silence"), [("unknown", SILENCE), ("claimed", SILENCE_OF_KILLED)])
def test_a_silence_waits_for_a_report_before_it_is_sent_again(state: str, silence: timedelta) -> None:
    """A claim that nobody recorded is a silence too: the process died with it. Its report cannot be written down while
    what it had locked is kept, which is as long as a silence lasts."""
    assert SILENCE_OF_KILLED > SILENCE
    waiting = step(reply(), talk(), row(state), later=silence - SECOND)
    assert waiting == Wait(MORNING + silence)
    again = step(reply(), talk(), row(state), later=silence)
    assert isinstance(again, Send)
    assert (again.row.sends, again.row.maybe_twice, again.row.state) == (2, True, "claimed")
    assert again.row.delivery_id == row().delivery_id


def test_a_silence_is_looked_at_often_enough() -> None:
    """Its report may come any moment, and the conversation waits."""
    waiting = step(reply(), talk(), row("unknown"))
    assert waiting == Wait(MORNING + 3 * SECOND)


def test_silences_end() -> None:
    """After some sends it stays unknown, and staff see it."""
    done = step(reply(), talk(), row("unknown", sends=SENDS_MAX), later=SILENCE)
    assert done == Done("unknown", done.row)
    assert done.row.state == "unknown"


def test_a_holding_message_is_not_worth_reading_twice() -> None:
    """Nor is what was overtaken in the meantime; that it may have arrived stays the truth."""
    assert step(reply(turn=None), talk(), row("unknown"), later=SILENCE).code == "unknown"
    overtaken = step(reply(), talk(turn=2), row("claimed"), later=SILENCE_OF_KILLED)
    assert (overtaken.code, overtaken.row.state) == ("superseded", "unknown")


# What a send comes to


def test_a_refusal_is_sent_again_and_not_counted_as_twice() -> None:
    """WhatsApp was never reached, or said no."""
    refused = after(row(), Refused(130429, "too many", "later", retry_after=7), MORNING)
    assert refused.retry_at == MORNING + 7 * SECOND
    assert step(reply(), talk(), refused) == Wait(MORNING + 7 * SECOND)
    again = step(reply(), talk(), refused, later=7 * SECOND)
    assert isinstance(again, Send)
    assert not again.row.maybe_twice


def test_pauses_grow_where_whatsapp_does_not_say_how_long() -> None:
    """To a minute at the most."""
    pauses = [after(row(sends=sends), Refused(2, "", "later"), MORNING).retry_at for sends in (1, 2, 3, 30)]
    assert pauses == [MORNING + seconds * SECOND for seconds in (1, 2, 4, 60)]


def test_a_refusal_for_good_is_kept_with_its_reason() -> None:
    """For the console."""
    failed = after(row(), Refused(131026, "Message undeliverable", "never"), MORNING)
    assert (failed.state, failed.error_code, failed.error) == ("failed", 131026, "Message undeliverable")


@pytest.mark.parametrize("answer", [Silent("timeout"), Refused(1, "", "again"), Refused(2, "", "later")])
def test_a_report_that_was_faster_than_the_answer_stands(answer: Answer) -> None:
    """It was taken: whatever the line says afterwards."""
    sent = reported(row(), report("sent"))
    assert sent is not None
    assert after(sent, answer, MORNING) == sent
    assert after(sent, Taken("wamid.1"), MORNING).state == "sent"


def report(status: str, *errors: ReportedError) -> DeliveryReported:
    return DeliveryReported(
        user_id=OWNER, delivery="d", whatsapp_id="wamid.1", status=status, reported_at=MORNING, errors=errors
    )


# Reports


def test_a_report_ends_a_silence() -> None:
    """And brings WhatsApp's id."""
    known = reported(row("unknown", error="timeout"), report("delivered"))
    assert known is not None
    assert (known.state, known.whatsapp_id, known.status, known.error) == ("sent", "wamid.1", "delivered", "")
    assert step(reply(), talk(), known) == Done("sent")


def test_a_failed_report_keeps_code_and_words() -> None:
    """Unless the message arrived all the same."""
    failed = reported(row("sent", status="sent"), report("failed", ReportedError(code=131047, title="Re-engagement")))
    assert failed is not None
    assert (failed.state, failed.error_code, failed.error) == ("failed", 131047, "Re-engagement")
    assert reported(row("sent", status="read"), report("failed")) is None
    arrived = reported(failed, report("delivered"))
    assert arrived is not None
    assert (arrived.state, arrived.error_code) == ("sent", None)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(statuses=st.lists(st.sampled_from([*RANKS, "warming_up"]), max_size=8))
def test_reports_in_any_order_come_to_the_same(statuses: list[str]) -> None:
    """To the furthest of them."""
    stands = row("sent")
    for status in statuses:
        stands = reported(stands, report(status)) or stands
    assert RANKS[stands.status] == max((RANKS.get(status, 0) for status in statuses), default=0)
