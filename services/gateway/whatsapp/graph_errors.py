"""What an error of the Graph API means for a message that was to be sent. Pure.

Codes: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes. The code decides, not the HTTP
status, which has differed between versions.
"""

from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Literal

from services.gateway.whatsapp.transport import Answer, Refused, Silent
from services.gateway.whatsapp.untrusted import number, obj, text

RATE_LIMITS = frozenset({4, 613, 80007, 130429, 131048, 131056})
OUTAGES = frozenset({2, 131016, 131057, 133004})
PASSING = frozenset({1, 131000, 135000})
"""Errors without a cause that anybody could mend: tried again a few times."""
FOR_GOOD = frozenset(
    {0, 3, 10, 100, 190, 368, 130472, 130497, 131005, 131008, 131009, 131021, 131026, 131030, 131031, 131037}
    | {131042, 131045, 131047, 131049, 131050, 131051, 131052, 131053, 131062, 133010, *range(200, 300)}
    | set(range(132000, 132100))
)
TOKEN_REJECTED = frozenset({0, 190})
RETRY_AFTER_MAX = 3600.0


def answer_of(status: int, body: Any, retry_after: float | None) -> Answer:
    """What became of the message. Without an error of Graph's own, only 4xx and 503 say that nothing was taken: a 502
    may come from a proxy that lost the answer."""
    error = obj(body, "error")
    if not error:
        if status in (429, 503):
            return Refused(0, f"HTTP {status}", "later", retry_after)
        return Refused(0, f"HTTP {status}", "never") if 400 <= status < 500 else Silent(f"HTTP {status}")
    code = number(error.get("code"))
    return Refused(code, title_of(error), _retry(code, status, error), retry_after)


def title_of(error: Mapping[str, Any]) -> str:
    """Meta's words for an error, details included."""
    said = text(error.get("message")), text(obj(error, "error_data").get("details"))
    return ": ".join(part for part in dict.fromkeys(said) if part)[:500]


def seconds_in(header: str | None, now: datetime) -> float | None:
    """`Retry-After` in seconds, at most an hour; it may be a number or a date."""
    if not header:
        return None
    try:
        seconds = float(header) if header.strip().isdigit() else (parsedate_to_datetime(header) - now).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(seconds, 0.0), RETRY_AFTER_MAX)


def _retry(code: int, status: int, error: Mapping[str, Any]) -> Literal["later", "again", "never"]:
    if code in RATE_LIMITS or code in OUTAGES:
        return "later"
    if code in FOR_GOOD:
        return "never"
    if code in PASSING:
        return "again"
    return "later" if status >= 500 or error.get("is_transient") is True else "again"
