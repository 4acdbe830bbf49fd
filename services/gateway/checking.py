"""What is wrong with a connected number, in words: its token, this server's address, its webhook, its messages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from libs.common.entities import Conversation, Number
from libs.common.parts import Parts
from libs.common.store.query import Query
from services.gateway.connecting import spoken_webhook
from services.gateway.directory import APP_SECRET, TOKEN, VERIFY_TOKEN, Directory
from services.gateway.whatsapp.cloud_api import GraphApi, Heard
from services.gateway.whatsapp.graph_errors import TOKEN_REJECTED, title_of
from services.gateway.whatsapp.untrusted import number, obj

LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that must be right."""

    name: Literal["token", "address", "webhook", "messages"]
    ok: bool
    words: str


class Checking:
    """Looks at one number. Asks WhatsApp once, with the number's own token."""

    def __init__(self, parts: Parts, directory: Directory, graph: GraphApi) -> None:
        self._parts = parts
        self._directory = directory
        self._graph = graph

    async def steps(self, row: Number) -> list[Step]:
        """Each step, in the order in which they are put right. Raises Unavailable."""
        if row.channel == "sandbox":
            return [Step("token", True, "This is the sandbox: a number inside Frontdesk. It needs nothing.")]
        return [await self._token(row), self._address(), await self._webhook(row), await self._messages(row)]

    async def _token(self, row: Number) -> Step:
        token = await self._directory.secret(row.user_id, row.phone_number_id, TOKEN)
        if token is None:
            return _wrong(
                "token", "The token that is kept here cannot be read. Connect the number again with a new one."
            )
        heard = await self._graph.ask("GET", f"{row.phone_number_id}?fields=id", token.get_secret_value())
        if not isinstance(heard, Heard):
            why = getattr(heard, "title", "") or getattr(heard, "reason", "")
            return _wrong("token", f"WhatsApp could not be asked ({why}). Try again in a minute.")
        error = obj(heard.body, "error")
        if number(error.get("code")) in TOKEN_REJECTED and error:
            return _wrong(
                "token",
                f"WhatsApp does not accept the token any more ({title_of(error)}). Make a new one in Meta's dashboard, "
                "and connect the number again.",
            )
        if heard.status >= 400:
            return _wrong(
                "token",
                f"WhatsApp answers, but not for this number ({title_of(error) or f'HTTP {heard.status}'}). Connect the "
                "number again with a token that may use it.",
            )
        return Step("token", True, "WhatsApp accepts the token.")

    def _address(self) -> Step:
        url = self._parts.settings.public_url or ""
        if not url:
            return _wrong(
                "address",
                "This server has no public address, so WhatsApp cannot reach it. Whoever runs it sets "
                "FRONTDESK_PUBLIC_URL to an https address that leads here.",
            )
        if not url.startswith("https://"):
            return _wrong(
                "address",
                f"WhatsApp calls https addresses only, and this server's is {url}. Whoever runs it sets "
                "FRONTDESK_PUBLIC_URL.",
            )
        return Step("address", True, f"This server is reached at {url}.")

    async def _webhook(self, row: Number) -> Step:
        missing = await (self._own_app(row) if row.own_app else self._operators_app())
        if missing:
            return _wrong("webhook", missing)
        address = spoken_webhook(self._parts.settings, row)
        return Step(
            "webhook",
            True,
            f'What the Meta app sends is let in. Its webhook there must be {address}, subscribed to "messages".',
        )

    async def _own_app(self, row: Number) -> str:
        kept = {
            name: await self._directory.secret(row.user_id, row.phone_number_id, name)
            for name in (APP_SECRET, VERIFY_TOKEN)
        }
        if kept[APP_SECRET] is None:
            return "Messages are turned away: the secret of your Meta app is missing. Connect the number again with it."
        if kept[VERIFY_TOKEN] is None:
            return "Meta cannot set up the webhook: the verify token is missing. Connect the number again with one."
        return ""

    async def _operators_app(self) -> str:
        settings = self._parts.settings
        if settings.whatsapp_app_secret is None:
            return (
                "Messages are turned away: this server has no Meta app of its own. Whoever runs it sets "
                "FRONTDESK_WHATSAPP_APP_SECRET; or connect the number again with a Meta app of yours."
            )
        if settings.whatsapp_verify_token is None:
            return (
                "Meta cannot set up the webhook: this server has no verify token. Whoever runs it sets "
                "FRONTDESK_WHATSAPP_VERIFY_TOKEN."
            )
        return ""

    async def _messages(self, row: Number) -> Step:
        reader = self._parts.store.reader(row.user_id)
        latest: Sequence[Conversation] = (
            await reader.find(Query(Conversation, order="-updated_at", limit=LOOKED_AT))
        ).items
        heard = next(
            (one for one in latest if one.phone_number_id == row.phone_number_id and one.last_inbound_at), None
        )
        if heard is None or heard.last_inbound_at is None:
            return _wrong(
                "messages", "No message has come in on this number lately. Write to it from a phone, and look again."
            )
        return Step("messages", True, f"The latest message came on {heard.last_inbound_at:%Y-%m-%d at %H:%M} UTC.")


def _wrong(name: Literal["token", "address", "webhook", "messages"], words: str) -> Step:
    return Step(name, False, words)
