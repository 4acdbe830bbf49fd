"""What a played phone shows, and what a line taps."""

from typing import Any

import pytest

from libs.common.entities import SandboxMessage
from services.cli.phone import customer_of, screen_of, tapped
from services.gateway.sandbox_phone import Choice
from services.gateway.whatsapp.sandbox import message_row
from tests.embedded import at

NOW = at("2026-03-02T09:00:00+00:00")


def sent(**message: Any) -> SandboxMessage:
    """A message from the business, as the sandbox keeps it."""
    return message_row("ana", "15550001", {"id": "wamid.1", "to": "15550001", **message}, outbound=True, at=NOW)


BUTTONS = {
    "type": "button",
    "body": {"text": "Friday at 10:00 is free.\nShall I book it?"},
    "action": {
        "buttons": [
            {"type": "reply", "reply": {"id": "1|yes|b1|-|-", "title": "Yes, book it"}},
            {"type": "reply", "reply": {"id": "1|show|b1|-|-", "title": "Other times"}},
        ]
    },
}
LIST = {
    "type": "list",
    "body": {"text": "When suits you?"},
    "action": {
        "button": "Choose",
        "sections": [
            {"rows": [{"id": "r1", "title": "09:00", "description": "Friday"}, {"id": "r2", "title": "09:30"}]},
            {"rows": [{"id": "r3", "title": "Later"}]},
        ],
    },
}


def test_text_is_shown_line_by_line():
    assert str(screen_of(sent(type="text", text={"body": "Hello Ana\nWe are open."}))) == "Hello Ana\nWe are open."


def test_buttons_have_numbers_to_tap():
    screen = screen_of(sent(type="interactive", interactive=BUTTONS))
    assert str(screen).splitlines() == [
        *("Friday at 10:00 is free.", "Shall I book it?", "  [1] Yes, book it", "  [2] Other times")
    ]
    assert tapped("2", screen) == Choice("1|show|b1|-|-", "Other times")


def test_rows_of_all_sections_are_numbered_through():
    screen = screen_of(sent(type="interactive", interactive=LIST))
    assert screen.lines[1:] == ("  [1] 09:00 - Friday", "  [2] 09:30", "  [3] Later")
    assert tapped("3", screen) == Choice("r3", "Later", listed=True)


@pytest.mark.parametrize("line", ["4", "0", "01", "1.", "one", "10:00", "²", ""])
def test_what_is_no_number_on_the_screen_is_words(line: str):
    assert tapped(line, screen_of(sent(type="interactive", interactive=LIST))) is None


def test_without_anything_to_tap_a_number_is_words():
    """ "How many are you?" - "2"."""
    assert tapped("2", None) is None
    assert tapped("1", screen_of(sent(type="text", text={"body": "How many are you?"}))) is None


def test_other_kinds_of_message_are_named():
    assert str(screen_of(sent(type="image", image={"id": "1"}))) == "(image)"


def test_what_is_sent_cannot_speak_to_the_terminal():
    assert "\x1b" not in str(screen_of(sent(type="text", text={"body": "\x1b[2Jgone"})))


@pytest.mark.parametrize("who", ["+49 170 123-4567", "491701234567", "(49) 170.1234567"])
def test_a_phone_number_is_itself(who: str):
    assert customer_of(who) == ("491701234567", "")


def test_a_name_has_a_phone_of_its_own():
    """The same however it is written, so that a conversation goes on; another for another name; digits alone."""
    (ana, name), (shouting, _), (ben, _) = customer_of("Ana"), customer_of("ANA"), customer_of("Ben")
    assert name == "Ana"
    assert ana == shouting != ben
    assert ana.isdigit()
    assert len(ana) == 11
