"""What a command prints: words for a person, or the same as JSON for a program."""

import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from libs.common.errors import Misconfigured
from libs.common.model import Model
from libs.common.store import cursors
from libs.common.store.cursors import marked
from libs.common.store.query import Cursor

COLUMN_MAX = 48
"""Characters of one cell; what is longer is cut with an ellipsis, but for ids, which the next command asks for."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\.\d{6}Z")


class Misused(Misconfigured):
    """The command was given something that cannot be meant. Exit code 2."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A command's answer. `refused` are lines for stderr: with any, the exit code is 1."""

    text: str
    data: Mapping[str, Any]
    refused: Sequence[str] = ()

    def printed(self, *, as_json: bool) -> str:
        """As the person, or the program, asked for it."""
        return json.dumps(self.data, ensure_ascii=False, indent=2) if as_json else self.text


def stored(row: Model) -> dict[str, Any]:
    """A row under the names it has in storage."""
    return row.model_dump(mode="json", by_alias=True)


def listing(
    items: Sequence[Mapping[str, Any]],
    columns: Mapping[str, str],
    *,
    empty: str,
    after: Cursor | None = None,
) -> Shown:
    """Rows of one kind. `columns` gives each heading the field that stands under it; `after` is where to go on."""
    text = under(columns, items) if items else empty
    more = f"\nThere is more: add --after {marked(after)}" if after else ""
    return Shown(text + more, {"items": list(items), "next": marked(after)})


def under(columns: Mapping[str, str], items: Iterable[Mapping[str, Any]]) -> str:
    """Items as a table: under each heading the field that it names."""
    return table(columns, [[_field(item, name) for name in columns.values()] for item in items])


def table(headings: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Aligned columns, two spaces apart."""
    lines = [[*headings], *rows]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _field(item: Mapping[str, Any], name: str) -> str:
    """One line without control characters: names and words are customers', and a terminal obeys what it is sent."""
    value = item.get(name)
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = plain(_MOMENT.sub(r"\1 \2 UTC", str(value)))
    return text if len(text) <= COLUMN_MAX or name.endswith(("Id", "Key")) else f"{text[: COLUMN_MAX - 1]}…"


def plain(text: str) -> str:
    """Text without what would move a terminal's cursor or colour it; line ends become spaces."""
    return "".join(" " if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") else one for one in text).strip()


def _width(text: str) -> int:
    """Columns on a terminal: Chinese and Japanese take two, combining marks none."""
    return sum(0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF") for one in text)


def cursor_of(word: str | None) -> Cursor | None:
    """The cursor that a word stands for. Raises Misused for one that `next` did not give."""
    try:
        return cursors.cursor_of(word)
    except cursors.NotACursor:
        raise Misused(f"--after {word} is not where a list went on; take the word that the list ended with.") from None


def spoken_name() -> str:
    """How this command is called from here: by its name where that is found, else by its path."""
    called = Path(sys.argv[0])
    if called.name == "__main__.py":
        return "python -m services"
    if shutil.which(called.name):
        return called.name
    here = Path.cwd()
    return str(called.relative_to(here) if called.is_relative_to(here) else called)
