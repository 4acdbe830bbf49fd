"""The assistant's section of the settings: pure validation, with the reason per field."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from libs.common.entities import AiConfig

CONTEXT_CHARS_MAX = 8_000
MODEL_CHARS_MAX = 100
_FIELDS = {"model": MODEL_CHARS_MAX, "context": CONTEXT_CHARS_MAX}


def revised(
    before: AiConfig | None, user_id: str, values: Mapping[str, Any], now: datetime
) -> tuple[AiConfig, list[dict[str, str]]]:
    """The settings with some fields replaced, and what is wrong with the new ones (then nothing is replaced)."""
    before = before or AiConfig(user_id=user_id, updated_at=now)
    errors = [problem for name, value in values.items() if (problem := _wrong(name, value))]
    if errors:
        return before, errors
    return before.changed(**{name: value.strip() for name, value in values.items()}, updated_at=now), []


def _wrong(name: str, value: object) -> dict[str, str] | None:
    if name not in _FIELDS:
        return {"field": name, "problem": f"There is no such setting; there are {', '.join(_FIELDS)}."}
    if not isinstance(value, str):
        return {"field": name, "problem": "This must be text."}
    if len(value) > _FIELDS[name]:
        return {"field": name, "problem": f"This is {len(value):,} characters long; the limit is {_FIELDS[name]:,}."}
    return None
