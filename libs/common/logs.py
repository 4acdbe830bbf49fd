"""Log lines: a fixed phrase plus fields, so that they can be counted. One JSON object a line on stderr; where stderr
is a terminal, one line for a person.

A line holds ids, counts, codes and durations: never a customer's words, name or number, never a credential. So field
names that would carry them are refused, and of an exception only the type and the frames are written: its message may
quote what somebody wrote.

    log = logger("booking")
    log.info("event handled", topic=event.topic, event_id=event.id, duration_ms=14)
"""

import json
import logging
import re
import sys
import traceback
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TextIO

from opentelemetry import trace
from pydantic.alias_generators import to_camel

from libs.common.errors import Misconfigured, Unavailable

ROOT = "frontdesk"

Field = str | int | float | bool | date | None
"""What a line may hold beside its phrase. A datetime is a date, too."""

WORDS = {"text", "message", "body", "content", "caption", "payload", "question", "prompt", "words"}
PEOPLE = {"phone", "sender", "recipient", "address", "jid", "email", "name", "username", "key"}
CREDENTIALS = {"token", "secret", "password", "credential", "credentials", "authorization", "signature", "cookie"}
REFUSED = WORDS | PEOPLE | CREDENTIALS
"""Last words of field names that are not logged (`key` is an ordering key, which holds a sender's number). Ids and
counts of the same things are welcome: `phone_number_id`, `input_tokens`."""

MESSAGE_IS_SAFE = (OSError, Misconfigured, Unavailable)
"""Exceptions whose message is about the machine or a dependency, not about what somebody wrote."""


class Log:
    """Writes one service's lines. Costs next to nothing below the level that is shown."""

    def __init__(self, service: str) -> None:
        self._out = logging.getLogger(f"{ROOT}.{service}")

    def debug(self, phrase: str, /, **fields: Field) -> None:
        """What helps to follow one thing through the house."""
        self._write(logging.DEBUG, phrase, fields)

    def info(self, phrase: str, /, **fields: Field) -> None:
        """What is as it should be."""
        self._write(logging.INFO, phrase, fields)

    def warning(self, phrase: str, /, **fields: Field) -> None:
        """What the house copes with by itself, and an operator may want to know."""
        self._write(logging.WARNING, phrase, fields)

    def error(self, phrase: str, /, **fields: Field) -> None:
        """What a person has to look at. In an `except` block the exception's type and frames go with it."""
        self._write(logging.ERROR, phrase, fields, exc_info=sys.exc_info()[0] is not None)

    def _write(self, level: int, phrase: str, fields: dict[str, Field], *, exc_info: bool = False) -> None:
        if self._out.isEnabledFor(level):
            outside = {outside_name(name): value for name, value in fields.items()}
            self._out.log(level, phrase, extra={"fields": outside}, exc_info=exc_info)


def logger(service: str) -> Log:
    """The log of a service, or of a part of the house such as "runtime"."""
    return Log(service)


@lru_cache(maxsize=1024)
def outside_name(field: str) -> str:
    """A field's camelCase name. Raises ValueError for one that would carry what must not be logged."""
    if re.split(r"_|(?<=[a-z])(?=[A-Z])", field)[-1].lower() in REFUSED:
        raise ValueError(f"{field!r} is not logged: a line holds ids, never words, numbers or credentials")
    return to_camel(field)


class JsonLines(logging.Formatter):
    """One JSON object a line, as Cloud Logging reads it: `severity`, `message`, `time`, and the fields."""

    def __init__(self, project: str | None = None) -> None:
        super().__init__()
        self._project = project

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line of JSON."""
        line = {
            "severity": record.levelname,
            "message": record.getMessage(),
            **_origin(record),
            **getattr(record, "fields", {}),
            **self._trace(),
            **({"stack": stack(record.exc_info[1])} if record.exc_info and record.exc_info[1] else {}),
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        return json.dumps(line, ensure_ascii=False, default=str)

    def _trace(self) -> dict[str, str]:
        context = trace.get_current_span().get_span_context()
        if not context.is_valid:
            return {}
        found = {"trace": f"{context.trace_id:032x}", "span": f"{context.span_id:016x}"}
        if self._project:  # what Cloud Logging joins lines and traces by
            found["logging.googleapis.com/trace"] = f"projects/{self._project}/traces/{found['trace']}"
        return found


class ForPeople(logging.Formatter):
    """`14:03:22 WARNING booking: phrase  field=value`, in local time; frames below, where there are any."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as a person reads it in a terminal."""
        moment = self.formatTime(record, "%H:%M:%S")
        [origin] = _origin(record).values()
        fields = "".join(f"  {name}={_plain(value)}" for name, value in getattr(record, "fields", {}).items())
        frames = stack(record.exc_info[1]) if record.exc_info and record.exc_info[1] else ""
        lines = f"{moment} {record.levelname} {origin}: {record.getMessage()}{fields}\n{frames}".splitlines()
        return "\n    ".join(lines)


def stack(error: BaseException) -> str:
    """Types and frames of an exception and of what caused it, innermost last; a message only where it is safe."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{stack(cause)}\nwhich led to\n" if cause else ""
    said = f": {error}" if isinstance(error, MESSAGE_IS_SAFE) else ""
    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    return before + "\n".join([f"{type(error).__name__}{said}", *frames])


def write_to(stream: TextIO, project: str | None = None) -> None:
    """Send every line of the process here, other packages' warnings too. The last call holds."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ForPeople() if stream.isatty() else JsonLines(project))
    root = logging.getLogger()
    root.handlers = [other for other in root.handlers if not isinstance(other.formatter, ForPeople | JsonLines)]
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(ROOT).setLevel(logging.INFO)


def _origin(record: logging.LogRecord) -> dict[str, str]:
    house, _, service = record.name.partition(".")
    return {"service": service} if house == ROOT and service else {"logger": record.name}


def _plain(value: Any) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if re.search(r"\s", text) else text
