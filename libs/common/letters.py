"""What is written about an event that is given up."""

import json
from datetime import datetime

from pydantic import ValidationError

from libs.common.bus.port import Delivery
from libs.common.errors import Told, Unavailable
from libs.common.events import DeadLettered

ERROR_CHARS_MAX = 1000


def dead_letter(delivery: Delivery, attempts: int, error: Exception, *, at: datetime) -> DeadLettered:
    """The event whole, who could not handle it, and why, without quoting what a customer wrote."""
    envelope = delivery.envelope
    conversation_id, turn = _turn_in(envelope.data)
    return DeadLettered(
        user_id=envelope.user_id,
        service=delivery.subscription.service,
        attributes=envelope.attributes(),
        data=envelope.data.decode(errors="replace"),
        code=_code(error),
        error=_words(error)[:ERROR_CHARS_MAX],
        attempts=attempts,
        given_up_at=at,
        conversation_id=conversation_id,
        turn=turn,
    )


def _code(error: Exception) -> str:
    match error:
        case Told():
            return error.code
        case ValidationError():
            return "unparseable"
        case Unavailable():
            return "unavailable"
        case _:
            return "unexpected"


def _words(error: Exception) -> str:
    if isinstance(error, ValidationError):  # its own text quotes the input
        wrong = ", ".join(".".join(map(str, problem["loc"])) for problem in error.errors(include_input=False))
        return f"The payload does not fit: {wrong}"
    if isinstance(error, Told | Unavailable):
        return str(error)
    return f"{type(error).__name__}: {error}"


def _turn_in(data: bytes) -> tuple[str | None, int | None]:
    """The conversation and turn that an event's payload names, if it can be read at all."""
    try:
        payload = json.loads(data)
    except ValueError:
        return None, None
    if not isinstance(payload, dict):
        return None, None
    conversation_id, turn = payload.get("conversationId"), payload.get("turn")
    return (
        conversation_id if isinstance(conversation_id, str) else None,
        turn if isinstance(turn, int) else None,
    )
