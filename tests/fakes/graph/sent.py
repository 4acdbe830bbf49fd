"""What the business sent, as the stand-in took it."""

import re
from dataclasses import dataclass
from typing import Any

from tests.fakes.graph.limits import Json


@dataclass(frozen=True)
class Choice:
    """A button or a list row that a customer can tap."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class SentMessage:
    """One accepted message. `to` is the recipient as named in the call; `wa_id` or `user_id` is who that is."""

    id: str
    number_id: str
    to: str
    body: Json

    @property
    def wa_id(self) -> str:
        """The phone in digits alone; empty for a business-scoped user id."""
        return "" if "to" not in self.body else re.sub(r"\D", "", self.to)

    @property
    def user_id(self) -> str:
        return "" if "to" in self.body else self.to

    @property
    def address(self) -> str:
        return self.wa_id or self.user_id

    @property
    def type(self) -> str:
        return str(self.body.get("type", "text"))

    @property
    def content(self) -> Any:
        """The part named like the type: an object, for contacts a list."""
        return self.body[self.type]

    @property
    def text(self) -> str:
        """What a person reads: the words, the caption or file name, the place, the emoji."""
        return _text_of(self.type, self.content)

    @property
    def choices(self) -> list[Choice]:
        """What can be tapped, in order."""
        return _choices_of(self.content) if self.type == "interactive" else []

    @property
    def answers(self) -> str | None:
        """The message this one quotes."""
        return _text_or_none(self.body.get("context", {}).get("message_id"))

    @property
    def opaque(self) -> str | None:
        """What the sender wants to find again in the status webhooks."""
        return _text_or_none(self.body.get("biz_opaque_callback_data"))

    def __str__(self) -> str:
        choices = "".join(f" [{choice.title}]" for choice in self.choices)
        return f"{self.type} to {self.to}: {self.text!r}{choices}"


@dataclass(frozen=True)
class ReadMark:
    """The business marked a customer's message as read, and with `typing` showed that an answer is being written."""

    number_id: str
    message_id: str
    typing: bool


def _text_or_none(value: Any) -> str | None:
    return None if value is None else str(value)


def _text_of(kind: str, content: Any) -> str:
    match kind:
        case "text":
            return str(content["body"])
        case "interactive":
            return str(content.get("body", {}).get("text", ""))
        case "template":
            return " ".join([content["name"], *template_parameters(content)])
        case "reaction":
            return str(content["emoji"])
        case "contacts":
            return ", ".join(contact["name"]["formatted_name"] for contact in content)
        case "location":
            return str(content.get("name") or content.get("address") or "")
        case _:
            return str(content.get("caption") or content.get("filename") or "")


def template_parameters(template: Json) -> list[str]:
    """The values that fill a template's body, in order."""
    parameters = [
        parameter
        for component in template.get("components", [])
        if str(component.get("type")).lower() == "body"
        for parameter in component.get("parameters", [])
    ]
    return [str(parameter.get("text") or parameter.get("type")) for parameter in parameters]


def _choices_of(interactive: Json) -> list[Choice]:
    action = interactive["action"]
    replies = [button["reply"] for button in action.get("buttons", [])]
    rows = [row for section in action.get("sections", []) for row in section.get("rows", [])]
    return [Choice(choice["id"], choice["title"], choice.get("description", "")) for choice in [*replies, *rows]]
