"""Reading JSON that somebody else composed: whatever it holds, reading it gives a value or nothing, never an error."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from libs.common.model import sortable

Json = Mapping[str, Any]

TEXT_MAX = 65_536
"""Characters of one message: what WhatsApp's own apps let a person type."""
NAME_MAX = 256
"""Characters of an id or a name. A Pub/Sub ordering key, which holds two of them, has 1,024 bytes."""
KEPT_BYTES_MAX = 65_536
_DEPTH_MAX = 20
_EARLIEST = datetime(2009, 1, 1, tzinfo=UTC).timestamp()  # WhatsApp did not exist before
_LATEST = datetime(9999, 1, 1, tzinfo=UTC).timestamp()
_DIGITS_MAX = 12


def mapping(value: Any) -> Json:
    """The value where it is an object; an empty one where it is not."""
    return value if isinstance(value, dict) else {}


def obj(value: Any, name: str) -> Json:
    """The object under this name; an empty one where there is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def objects(value: Any, name: str) -> list[Json]:
    """The objects of the list under this name; whatever else stands in it is passed over."""
    listed = value.get(name) if isinstance(value, dict) else None
    return [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []


def text(value: Any) -> str:
    """A text, cut where no person could have typed on; empty where there is none."""
    return _sound(value)[:TEXT_MAX] if isinstance(value, str) else ""


def named(item: Json, key: str) -> str:
    """The id or name that an object has under this key; empty where there is none. Numbers count, since some senders
    write ids so."""
    value = item.get(key)
    if value is None:
        return ""
    if isinstance(value, str):
        return value if value.isascii() and len(value) <= NAME_MAX else _sound(value)[:NAME_MAX]
    return str(number(value)) if number(value) else ""


def moment(value: Any, otherwise: datetime) -> str:
    """A time in seconds since 1970, as text or number, in the form it is stored in; `otherwise` where it is none that a
    message can have."""
    if isinstance(value, str):
        return (_written(value) if len(value) <= _DIGITS_MAX else "") or sortable(otherwise)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return sortable(otherwise)
    return _stored(value) or sortable(otherwise)


@lru_cache(maxsize=256)
def _written(value: str) -> str:
    """Of the messages that come together most are of the same second."""
    return _stored(int(value)) if value.isascii() and value.isdigit() else ""


def _stored(seconds: float) -> str:
    return sortable(datetime.fromtimestamp(seconds, UTC)) if _EARLIEST <= seconds < _LATEST else ""


def number(value: Any) -> int:
    """A whole number that fits 63 bits; 0 where there is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and -(2**63) <= value < 2**63 else 0


def kept(value: Json) -> dict[str, Any] | None:
    """A copy that any store can keep; None for one that is too large to be a message."""
    copy: dict[str, Any] = storable(value)
    return copy if len(json.dumps(copy)) <= KEPT_BYTES_MAX else None


def storable(value: Any, depth: int = 0) -> Any:
    """A copy without what UTF-8, JSON or a store cannot say, and without what lies absurdly deep."""
    if isinstance(value, str):
        return _sound(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return None
    if isinstance(value, dict | list) and depth == _DEPTH_MAX:
        return None
    if isinstance(value, dict):
        return {_sound(key): storable(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [storable(item, depth + 1) for item in value]
    return value


def _sound(value: str) -> str:
    """Without lone surrogates: JSON can escape them, UTF-8 cannot say them."""
    if value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode(errors="replace").decode()
    return value
