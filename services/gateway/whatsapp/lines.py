"""Which adapter carries a number: the Cloud API with its token, or the sandbox."""

from collections.abc import AsyncIterable

from libs.common.parts import Parts
from services.gateway.directory import TOKEN, Directory
from services.gateway.whatsapp.cloud_api import GraphApi
from services.gateway.whatsapp.cloud_line import CloudLine
from services.gateway.whatsapp.sandbox import Accept, SandboxLine
from services.gateway.whatsapp.transport import Line


class ConnectedLines:
    """The lines of the numbers in the directory."""

    def __init__(self, parts: Parts, directory: Directory, api: GraphApi, accept: Accept) -> None:
        self._parts = parts
        self._directory = directory
        self._api = api
        self._accept = accept

    async def line(self, user_id: str, phone_number_id: str) -> Line | None:
        number = await self._directory.number(phone_number_id)
        if number is None or number.user_id != user_id:
            return None
        if number.channel == "sandbox":
            return SandboxLine(user_id, self._parts.store, self._parts.blobs, self._parts.clock, self._accept)
        token = await self._directory.secret(user_id, phone_number_id, TOKEN)
        if token is None:
            return None

        async def store(name: str, pieces: AsyncIterable[bytes], mime_type: str) -> str:
            return await self._parts.blobs.put_stream(user_id, name, pieces, content_type=mime_type)

        return CloudLine(self._api, phone_number_id, token.get_secret_value(), store)
