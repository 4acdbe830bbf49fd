"""A reply becomes the Cloud API's message objects, within WhatsApp's limits. Pure.

Limits: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages (text, interactive messages).
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from libs.common.events import Choice, ListRow, ReplyReady, SourceRef
from services.gateway import wording
from services.gateway.whatsapp.splitting import last_piece, shortened, split

TEXT_MAX = 4096
BODY_MAX = 1024
BUTTONS_MAX = 3
BUTTON_TITLE_MAX = 20
BUTTON_ID_MAX = 256
ROWS_MAX = 10
ROW_TITLE_MAX = 24
ROW_DESCRIPTION_MAX = 72
ROW_ID_MAX = 200
PARTS_MAX = 8
"""Messages of one answer: more is not an answer that anybody reads on a phone."""
SOURCES_MAX = 3
SOURCE_NAME_MAX = 80

Content = dict[str, Any]
"""A message object without its recipient: `type`, and what is named by it."""

_PHONE = re.compile(r"\+?\d+")
Tappable = TypeVar("Tappable", Choice, ListRow)


def recipient(address: str) -> Content:
    """Whom a message is for: a phone, or a business-scoped user id where no phone is known."""
    return {"to": address} if _PHONE.fullmatch(address) else {"recipient": address}


def contents_of(reply: ReplyReady) -> list[Content]:
    """The messages that say it, in order; none where there is nothing to say.

    Choices stand under the last of them. What is too long for a message with choices goes before it as plain text.
    """
    language = reply.language or wording.DEFAULT
    text = _with_sources(reply.text.strip(), reply.sources)
    buttons, rows = _buttons(reply.choices), _rows(reply.rows, reply.choices)
    if not buttons and not rows:
        return [_text(piece) for piece in split(text, TEXT_MAX, PARTS_MAX)]
    before, body = last_piece(text, BODY_MAX)
    action = _list_action(reply.button, rows, language) if rows else {"buttons": buttons}
    asked = {
        "type": "list" if rows else "button",
        "body": {"text": body or wording.CHOOSE.of(language)},
        "action": action,
    }
    pieces = split(before, TEXT_MAX, PARTS_MAX - 1)
    return [*map(_text, pieces), {"type": "interactive", "interactive": asked}]


def sources_line(sources: Sequence[SourceRef]) -> str:
    """Where an answer comes from, in one line: "— Price list, p. 2; Opening hours"."""
    named = dict.fromkeys(_source(source) for source in sources if source.name.strip())
    return "— " + "; ".join(list(named)[:SOURCES_MAX]) if named else ""


def _source(source: SourceRef) -> str:
    name = shortened(" ".join(source.name.split()), SOURCE_NAME_MAX)
    return f"{name}, p. {source.page}" if source.page is not None else name


def _with_sources(text: str, sources: Sequence[SourceRef]) -> str:
    line = sources_line(sources)
    return f"{text}\n\n{line}" if text and line else text


def _text(body: str) -> Content:
    return {"type": "text", "text": {"body": body, "preview_url": False}}


def _buttons(choices: Sequence[Choice]) -> list[Content]:
    """None where there are more than WhatsApp has buttons for: then they are rows."""
    choices = _offered(choices, BUTTON_ID_MAX)
    if len(choices) > BUTTONS_MAX:
        return []
    titles = _titles((choice.title for choice in choices), BUTTON_TITLE_MAX)
    return [{"type": "reply", "reply": {"id": c.id, "title": title}} for c, title in zip(choices, titles, strict=True)]


def _rows(rows: Sequence[ListRow], choices: Sequence[Choice]) -> list[Content]:
    if not rows and len(_offered(choices, BUTTON_ID_MAX)) > BUTTONS_MAX:
        rows = [ListRow(id=choice.id, title=choice.title) for choice in choices]
    rows = _offered(rows, ROW_ID_MAX)[:ROWS_MAX]
    titles = _titles((row.title for row in rows), ROW_TITLE_MAX)
    return [_row(row, title) for row, title in zip(rows, titles, strict=True)]


def _row(row: ListRow, title: str) -> Content:
    described = {"description": shortened(row.description, ROW_DESCRIPTION_MAX)} if row.description.strip() else {}
    return {"id": row.id, "title": title, **described}


def _list_action(button: str, rows: list[Content], language: str) -> Content:
    label = shortened(button.strip(), BUTTON_TITLE_MAX) or wording.CHOOSE.of(language)
    return {"button": label, "sections": [{"rows": rows}]}


def _offered(items: Sequence[Tappable], id_max: int) -> list[Tappable]:
    """What can be tapped: with a title and an id that WhatsApp takes whole, each id once."""
    by_id = {item.id: item for item in reversed(items) if item.id and len(item.id) <= id_max and item.title.strip()}
    return list(reversed(by_id.values()))


def _titles(titles: Iterable[str], most: int) -> list[str]:
    """Titles that fit and differ: WhatsApp refuses two buttons of one title."""
    taken: list[str] = []
    for title in (shortened(" ".join(title.split()), most) for title in titles):
        place = 1
        told = title
        while told in taken:
            place += 1
            told = f"{shortened(title, most - len(f' {place}'))} {place}"
        taken.append(told)
    return taken
