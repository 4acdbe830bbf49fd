"""The last things said in a conversation, in order: WhatsApp's timestamp decides, then arrival."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from libs.common.entities import Said

LINES_MAX = 8
BYTES_MAX = 8_000
"""Of all contents together, in UTF-8: history is one read, in the document that every message touches."""
LINE_BYTES_MAX = 4_000
"""Of one content: however long the newest message is, what it follows still stands beside it."""

_SECOND = timedelta(seconds=1)
_TICK = timedelta(microseconds=1)
_CUT = "…"


def moment(recent: Sequence[Said], sent_at: datetime) -> datetime:
    """Where a message stands that WhatsApp says was sent at this time.

    WhatsApp tells whole seconds. Messages of one second stand in the order they arrived, each a microsecond
    after the last of its second.
    """
    width = _SECOND if sent_at.microsecond == 0 else _TICK
    beside = [said.at for said in recent if sent_at <= said.at < sent_at + width]
    return max(beside) + _TICK if beside else sent_at


def with_line(recent: Sequence[Said], line: Said) -> tuple[Said, ...]:
    """The recent history with one more line in its place: the newest 8 lines, at most 8 kB of them."""
    line = line.changed(content=_cut(line.content))
    place = next((at for at in range(len(recent), 0, -1) if recent[at - 1].at <= line.at), 0)
    return _newest([*recent[:place], line, *recent[place:]])


def _newest(lines: Sequence[Said]) -> tuple[Said, ...]:
    kept: list[Said] = []
    room = BYTES_MAX
    for line in reversed(lines[-LINES_MAX:]):
        room -= len(line.content.encode())
        if room < 0:
            break
        kept.append(line)
    return tuple(reversed(kept))


def _cut(content: str) -> str:
    encoded = content.encode()
    if len(encoded) <= LINE_BYTES_MAX:
        return content
    return encoded[: LINE_BYTES_MAX - len(_CUT.encode())].decode(errors="ignore") + _CUT
