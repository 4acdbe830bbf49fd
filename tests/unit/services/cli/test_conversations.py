"""What `frontdesk conversations show` prints of a message."""

from datetime import UTC, datetime
from typing import Any

from libs.common.entities import Message
from services.cli.conversations import line


def message(**fields: Any) -> Message:
    named: dict[str, Any] = {
        "message_id": "clinic:m1",
        "conversation_id": "clinic:c1",
        "user_id": "clinic",
        "role": "assistant",
        "content": "10:00 is free.\nShall I book it?",
        "created_at": datetime(2026, 5, 4, 9, 0, tzinfo=UTC),
    }
    return Message.model_validate({**named, **fields})


def test_what_was_offered_stands_under_what_was_said():
    """Line by line, set in."""
    shown = line(message(choices=["Yes, book it", "No\x1b[2J, thanks"]))
    assert shown.splitlines() == [
        "2026-05-04 09:00 assistant: 10:00 is free.",
        "    Shall I book it?",
        "    [Yes, book it]",
        "    [No [2J, thanks]",
    ]


def test_a_message_without_words_is_named_by_its_kind():
    assert line(message(content="", kind="image", role="customer")).endswith("customer: (image)")
