"""What a played phone shows: a message of WhatsApp's Cloud API as lines of text, with numbers to tap. Pure."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from libs.common.entities import SandboxMessage
from libs.common.envelope import deterministic_id
from services.cli.shown import plain
from services.gateway.sandbox_phone import Choice

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: its lines, and what can be tapped, the first under number 1. `id` is the message's."""

    id: str
    lines: tuple[str, ...]
    choices: tuple[Choice, ...]

    def __str__(self) -> str:
        return "\n".join(self.lines)


def screen_of(row: SandboxMessage) -> Screen:
    """What the business sent, as the phone shows it."""
    message: Json = json.loads(row.payload)
    interactive: Json = message.get("interactive") or {}
    tappable = list(_tappable(interactive))
    numbered = [
        f"  [{number}] {plain(choice.title)}{_beside(description)}"
        for number, (choice, description) in enumerate(tappable, start=1)
    ]
    return Screen(
        id=str(message.get("id", "")),
        lines=(*_said(message, interactive), *numbered),
        choices=tuple(choice for choice, _ in tappable),
    )


def tapped(line: str, screen: Screen | None) -> Choice | None:
    """What a line taps: the number of a choice that is on the screen; None for words."""
    if screen is None or not re.fullmatch(r"[1-9]\d?", line) or int(line) > len(screen.choices):
        return None
    return screen.choices[int(line) - 1]


def customer_of(who: str) -> tuple[str, str]:
    """The phone and the name of who plays: a phone number is itself; a name gets a number of its own, always the same.

    555 is a number that the North American plan gives nobody as an area code.
    """
    digits = re.sub(r"[\s()/.-]", "", who).removeprefix("+")
    if digits.isascii() and digits.isdigit():
        return digits, ""
    return f"1555{int(deterministic_id('phone', who.casefold()), 16) % 10**7:07}", who


def _said(message: Json, interactive: Json) -> Iterator[str]:
    body = (message.get("text") or {}).get("body") or (interactive.get("body") or {}).get("text")
    lines = str(body or f"({message.get('type', 'message')})").splitlines()
    yield from (plain(line) for line in lines)


def _tappable(interactive: Json) -> Iterator[tuple[Choice, str]]:
    action: Json = interactive.get("action") or {}
    for button in action.get("buttons", ()):
        yield Choice(button["reply"]["id"], button["reply"]["title"]), ""
    for section in action.get("sections", ()):
        for row in section.get("rows", ()):
            yield Choice(row["id"], row["title"], listed=True), row.get("description", "")


def _beside(description: str) -> str:
    return f" - {plain(description)}" if description else ""
