"""Whether an answer may go out, and what is to be done with its parts. Pure: the rules of "one answer".

A part is claimed before a byte leaves, and then sent, unknown (no answer came) or refused (certainly not taken).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from libs.common.entities import Conversation, Delivery
from libs.common.envelope import deterministic_id
from libs.common.events import DeliveryReported, ReplyReady
from services.gateway.whatsapp.transport import Answer, Refused, Silent, Taken

WINDOW = timedelta(hours=24)
"""WhatsApp takes free words this long after the customer's last message; later only a template."""
SILENCE = timedelta(seconds=60)
"""How long a report on a message of which nothing is known is waited for."""
SILENCE_OF_KILLED = timedelta(seconds=90)
"""The same where the process that sent it ended before it could say what came of it. Firestore keeps what that process
had locked for up to 60 s, and a report that has come cannot be written down before."""
LOOK_AGAIN = timedelta(seconds=2)
SENDS_MAX = 3
"""How often one part is sent at most while no answer comes."""
RETRY_SECONDS_MAX = 60.0
KEEP = timedelta(days=30)

# Reports may come in any order; a later one never takes back what an earlier one said.
RANKS = {"": 0, "sent": 1, "failed": 2, "delivered": 3, "read": 4, "played": 5}
NO_ERROR: dict[str, Any] = {"error_code": None, "error": ""}
OUT_OF_WINDOW = "The customer's last message is more than 24 hours old, and WhatsApp takes only a template then."


@dataclass(frozen=True, slots=True)
class Send:
    """Send this part now; `row` is its delivery, claimed."""

    part: int
    row: Delivery


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing can be known or done before this moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Done:
    """There is nothing more to send. `row` is to be stored where it changed."""

    code: str
    row: Delivery | None = None


def delivery_id(reply: ReplyReady, part: int) -> str:
    """The same for every attempt at the same part."""
    return f"{reply.user_id}:{deterministic_id(reply.id, str(part))}"


def next_step(
    reply: ReplyReady, conversation: Conversation, rows: Sequence[Delivery | None], now: datetime
) -> Send | Wait | Done:
    """What to do now, given what became of the parts so far. Parts go out in order, one after the other."""
    part = next((place for place, row in enumerate(rows) if row is None or row.state != "sent"), None)
    if part is None:
        return Done("maybe_twice" if any(row and row.maybe_twice for row in rows) else "sent")
    row = rows[part]
    match row.state if row else None:
        case "failed" | "superseded" as state:
            return Done(state)
        case "refused" if row and row.retry_at and now < row.retry_at:
            return Wait(row.retry_at)
        case "claimed" | "unknown" if row and now < (until := row.claimed_at + _silence(row)):
            return Wait(min(until, now + LOOK_AGAIN))
        case "claimed" | "unknown" if row and not _may_repeat(reply, row):
            return Done("unknown", row.changed(state="unknown"))
    why_not = _hindrance(reply, conversation, now, begun=part > 0)
    claimed = _claimed(reply, part, row, now)
    if why_not is None:
        return Send(part, claimed)
    if row is not None and row.state in ("claimed", "unknown"):  # it may have arrived: that stays the truth
        return Done(why_not, row.changed(state="unknown"))
    if why_not == "superseded":
        return Done(why_not, claimed.changed(state="superseded"))
    return Done("failed", claimed.changed(state="failed", error=OUT_OF_WINDOW))


def after(row: Delivery, answer: Answer, now: datetime) -> Delivery:
    """The delivery once a send came to something. What a report said in the meantime stands."""
    match answer:
        case Taken(whatsapp_id=whatsapp_id):
            state = "failed" if row.state == "failed" else "sent"
            error = {} if state == "failed" else NO_ERROR
            return row.changed(state=state, whatsapp_id=whatsapp_id, sent_at=row.sent_at or now, **error)
        case _ if row.state == "sent":
            return row
        case Silent(reason=reason):
            return row.changed(state="unknown", error=reason)
        case Refused(retry="never"):
            return row.changed(state="failed", error_code=answer.code, error=answer.title)
        case Refused(retry="later"):
            retry_at = now + timedelta(seconds=_pause(answer, row.sends))
            return row.changed(state="refused", error_code=answer.code, error=answer.title, retry_at=retry_at)
        case Refused():
            return row.changed(state="refused", error_code=answer.code, error=answer.title, retry_at=None)


def reported(row: Delivery, report: DeliveryReported) -> Delivery | None:
    """The delivery after WhatsApp's report; None where it says nothing new."""
    if RANKS.get(report.status, 0) <= RANKS.get(row.status, 0):
        return None
    known = {"status": report.status, "whatsapp_id": row.whatsapp_id or report.whatsapp_id}
    if report.status == "failed":
        return row.changed(**known, **_reason(report), state="failed")
    return row.changed(**known, **NO_ERROR, state="sent", sent_at=row.sent_at or report.reported_at)


def _silence(row: Delivery) -> timedelta:
    return SILENCE if row.state == "unknown" else SILENCE_OF_KILLED


def _hindrance(reply: ReplyReady, conversation: Conversation, now: datetime, *, begun: bool) -> str | None:
    """Why a part must not go out; None where it may. An answer that has begun is brought to its end."""
    if not begun and not _still_wanted(reply, conversation, now):
        return "superseded"
    last = conversation.last_inbound_at
    return None if last is not None and now < last + WINDOW else "out_of_window"


def _still_wanted(reply: ReplyReady, conversation: Conversation, now: datetime) -> bool:
    match reply.author:
        case "staff" | "notice":
            return True
        case "booking":
            return not conversation.stopped
        case "assistant":
            return (
                not conversation.stopped and _is_its_turn(reply, conversation) and not _held(reply, conversation, now)
            )


def _is_its_turn(reply: ReplyReady, conversation: Conversation) -> bool:
    """Ingest may have recorded the reply, and so closed its turn, before it is sent here."""
    if reply.said_in is not None:
        return reply.said_in in (conversation.turn, conversation.last_closed)
    if reply.turn is None:
        return conversation.turn_open
    return (conversation.turn_open and conversation.turn == reply.turn) or reply.id in conversation.closed_by


def _held(reply: ReplyReady, conversation: Conversation, now: datetime) -> bool:
    """Has a person taken over? A reply that hands over says so itself: what it brought about does not hold it back."""
    if not conversation.held_by or (conversation.held_until is not None and conversation.held_until <= now):
        return False
    return not (reply.hand_over and reply.id in conversation.closed_by[-1:])


def _may_repeat(reply: ReplyReady, row: Delivery) -> bool:
    """An answer is worth reading twice; that it takes a little longer is not."""
    return row.sends < SENDS_MAX and not (reply.author == "assistant" and reply.turn is None)


def _claimed(reply: ReplyReady, part: int, row: Delivery | None, now: datetime) -> Delivery:
    if row is None:
        return Delivery(
            delivery_id=delivery_id(reply, part),
            user_id=reply.user_id,
            conversation_id=reply.conversation_id,
            part=part,
            claimed_at=now,
            expires_at=now + KEEP,
        )
    perhaps_there = row.maybe_twice or row.state in ("claimed", "unknown")
    return row.changed(state="claimed", claimed_at=now, sends=row.sends + 1, maybe_twice=perhaps_there, retry_at=None)


def _pause(refusal: Refused, sends: int) -> float:
    if refusal.retry_after is not None:
        return refusal.retry_after
    return min(2.0 ** min(sends - 1, 10), RETRY_SECONDS_MAX)


def _reason(report: DeliveryReported) -> dict[str, Any]:
    if not report.errors:
        return NO_ERROR
    first = report.errors[0]
    return {"error_code": first.code, "error": ": ".join(said for said in (first.title, first.detail) if said)}
