"""`settings.changed`, section "profile": what the business says of itself."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from libs.common.entities import Profile
from libs.common.events import SettingsChanged
from libs.common.service import Outcome
from libs.common.store.port import Transaction

CHARACTERS_MAX = {
    "businessName": 120,
    "businessType": 80,
    "contactEmail": 254,
    "contactPhone": 40,
    "description": 8000,
}
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


async def profile(event: SettingsChanged, tx: Transaction, now: datetime) -> Outcome:
    """Apply all of the values, or say which are refused and why."""
    if event.section != "profile" or event.preview:
        return Outcome(code="not_mine")
    wrong = problems_in(event.values)
    if wrong:
        return Outcome(code="refused", answer={"errors": wrong})
    stands = await tx.get(Profile, event.user_id) or Profile(user_id=event.user_id, updated_at=now)
    if event.edited_from not in (None, stands.updated_at):
        return Outcome(code="stale")
    values = {name: value.strip() for name, value in event.values.items()}
    changed = Profile.model_validate({**stands.model_dump(by_alias=True), **values, "updatedAt": now})
    return Outcome(write=[changed], code="applied")


def problems_in(values: Mapping[str, Any]) -> list[dict[str, str]]:
    """What is wrong with a profile's values, field by field, in words for the owner."""
    found = [(field, _problem(field, value)) for field, value in values.items()]
    return [{"field": field, "problem": problem} for field, problem in found if problem]


def _problem(field: str, value: Any) -> str | None:
    most = CHARACTERS_MAX.get(field)
    if most is None:
        return "There is no such field."
    if not isinstance(value, str):
        return "This must be a text."
    if len(value.strip()) > most:
        return f"This has {len(value.strip()):,} characters; at most {most:,} are kept."
    if field == "businessName" and not value.strip():
        return "A business needs a name."
    if field == "contactEmail" and value.strip() and not _MAIL.fullmatch(value.strip()):
        return "This is not a mail address."
    return None
