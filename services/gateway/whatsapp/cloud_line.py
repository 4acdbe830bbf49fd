"""One number's line over the Cloud API: its messages, read marks and files."""

from collections.abc import Mapping
from typing import Any

from services.gateway.whatsapp.cloud_api import GraphApi, Heard
from services.gateway.whatsapp.cloud_media import MediaSource, Store
from services.gateway.whatsapp.graph_errors import answer_of
from services.gateway.whatsapp.outgoing import recipient
from services.gateway.whatsapp.transport import Answer, Fetched, Silent, Taken, Wanted
from services.gateway.whatsapp.untrusted import mapping, named, objects


class CloudLine:
    """One number with its token."""

    def __init__(self, api: GraphApi, phone_number_id: str, token: str, store: Store) -> None:
        self._api = api
        self._path = f"{phone_number_id}/messages"
        self._token = token
        self._media = MediaSource(api, token, store)

    async def send(self, to: str, content: Mapping[str, Any], delivery_id: str) -> Answer:
        heard = await self._api.ask(
            "POST",
            self._path,
            self._token,
            {
                "messaging_product": "whatsapp",
                "recipient_type": "individual",
                **recipient(to),
                **content,
                "biz_opaque_callback_data": delivery_id,
            },
        )
        if not isinstance(heard, Heard):
            return heard
        if heard.status >= 400:
            return answer_of(heard.status, heard.body, heard.retry_after)
        whatsapp_id = next((named(message, "id") for message in objects(heard.body, "messages")), "")
        return Taken(whatsapp_id) if whatsapp_id else Silent(f"HTTP {heard.status} without a message id")

    async def mark_read(self, whatsapp_id: str, *, typing: bool) -> bool:
        shown = {"typing_indicator": {"type": "text"}} if typing else {}
        body = {"messaging_product": "whatsapp", "status": "read", "message_id": whatsapp_id, **shown}
        heard = await self._api.ask("POST", self._path, self._token, body)
        return isinstance(heard, Heard) and heard.status < 400 and bool(mapping(heard.body).get("success"))

    async def fetch(self, file: Wanted) -> Fetched:
        return await self._media.fetch(file)
