"""Bytes to text, where nothing says which encoding they are in."""

import codecs
import re

from services.knowledge.parsing.refusals import UndecodableText

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

CONTROL_SHARE_MAX = 0.005
"""Above this share of control characters, what was decoded is no text."""

BROKEN_SHARE_MAX = 0.02
"""Up to this share of characters beyond ASCII may be broken in text that is otherwise UTF-8."""


def decoded(data: bytes, name: str) -> str:
    """The text of a file: by its mark, else UTF-16 or UTF-8 by its looks, else Windows' Western encoding.

    Line ends become newlines. Raises UndecodableText for what has no sensible reading (a program, a picture).
    """
    text = _read(data)
    if text is None or len(_CONTROL.findall(text)) > CONTROL_SHARE_MAX * len(text):
        raise UndecodableText(name=name)
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _read(data: bytes) -> str | None:
    encoding = next((encoding for mark, encoding in _MARKS.items() if data.startswith(mark)), None) or _utf16(data)
    if encoding:
        return data.decode(encoding, "replace")
    if b"\0" in data:
        return None
    return _utf8(data) or data.decode("cp1252", "replace").replace("\ufffd", "")


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, seen by every other byte being zero, as in any text that is mostly Latin."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def _utf8(data: bytes) -> str | None:
    """The text if it is UTF-8, forgiving a few broken characters (a file cut short, one bad paste)."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken:
        return text
    beyond_ascii = sum(character > "\x7f" for character in text)
    return text if broken <= BROKEN_SHARE_MAX * beyond_ascii else None
