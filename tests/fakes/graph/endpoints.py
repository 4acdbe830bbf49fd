"""The Graph API's endpoints for one WhatsApp account: who may call, what is accepted, what is answered."""

from collections.abc import Awaitable, Callable

from aiohttp import BodyPartReader, web

from tests.fakes.graph.errors import GraphError, invalid, no_such_object
from tests.fakes.graph.limits import Json
from tests.fakes.graph.media import MediaShelf
from tests.fakes.graph.messages import check_message, check_product, check_read, media_ids
from tests.fakes.graph.number import BusinessNumber
from tests.fakes.graph.sent import ReadMark, SentMessage
from tests.fakes.loopback import CALL

Take = Callable[[BusinessNumber, SentMessage], Awaitable[None]]
Mark = Callable[[ReadMark], Awaitable[None]]

ATTACHMENTS = "/whatsapp_business/attachments/"


class Endpoints:
    """`take` hears of every accepted message, `mark` of every read mark, before they are answered."""

    def __init__(
        self,
        numbers: dict[str, BusinessNumber],
        media: MediaShelf,
        next_id: Callable[[str], str],
        take: Take,
        mark: Mark,
    ) -> None:
        self._numbers = numbers
        self._media = media
        self._next_id = next_id
        self._take = take
        self._mark = mark

    def routes(self) -> list[web.RouteDef]:
        version = r"/{version:v\d+\.\d+}"
        return [
            web.get(version + "/{id}", self._node),
            web.post(version + "/{id}/messages", self._message),
            web.post(version + "/{id}/media", self._upload),
            web.get(ATTACHMENTS, self._download),
            web.route("*", "/{path:.*}", self._unknown),
        ]

    async def _node(self, request: web.Request) -> web.Response:
        token = self._token(request)
        object_id = request.match_info["id"]
        number, media = self._numbers.get(object_id), self._media.get(object_id)
        if number is not None and number.token == token:
            return web.json_response(number.node(request.query.get("fields", "")))
        if media is not None and self._numbers[media.number_id].token == token:
            return web.json_response(media.node(str(request.url.origin())))
        raise no_such_object("GET", object_id)

    async def _message(self, request: web.Request) -> web.Response:
        number = self._number(request)
        body = request[CALL].body
        if "status" in body:
            check_read(body)
            await self._mark(ReadMark(number.id, body["message_id"], "typing_indicator" in body))
            return web.json_response({"success": True})
        check_message(body)
        self._check_what_it_names(number, body)
        to = str(body.get("to", body.get("recipient")))
        sent = SentMessage(self._next_id(to), number.id, to, body)
        await self._take(number, sent)
        return web.json_response(_accepted(sent))

    def _check_what_it_names(self, number: BusinessNumber, body: Json) -> None:
        for param, media_id in media_ids(body):
            media = self._media.get(media_id)
            if media is None or media.number_id != number.id:
                raise invalid(f"Param {param} is not a valid whatsapp business account media attachment ID")
        if body.get("type") == "template":
            number.check_template(body["template"])

    async def _upload(self, request: web.Request) -> web.Response:
        number = self._number(request)
        if not request.content_type.startswith("multipart/"):
            raise invalid("The parameter file is required.")
        fields: dict[str, str] = {}
        data, mime_type = None, ""
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                raise invalid("Param file must be a file.")
            if part.name == "file":
                data, mime_type = await part.read(), part.headers.get("Content-Type", "")
            else:
                fields[str(part.name)] = await part.text()
        check_product(fields)
        if data is None:
            raise invalid("The parameter file is required.")
        media = self._media.upload(number.id, bytes(data), fields.get("type") or mime_type)
        return web.json_response({"id": media.id})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        media = self._media.get(request.query.get("mid", ""))
        if media is None:
            return web.Response(status=404)
        if self._numbers[media.number_id].token != self._token(request):
            return web.Response(status=401)
        response = web.StreamResponse(headers={"Content-Type": media.mime_type})
        response.content_length = len(media.data)
        await response.prepare(request)
        await response.write(media.data[: media.breaks_off_at])
        if media.breaks_off_at is not None and request.transport is not None:
            request.transport.abort()
        return response

    async def _unknown(self, request: web.Request) -> web.Response:
        raise GraphError(2500, f"Unknown path components: {request.path}")

    def _number(self, request: web.Request) -> BusinessNumber:
        number = self._numbers.get(request.match_info["id"])
        if number is None or number.token != self._token(request):
            raise no_such_object(request.method, request.match_info["id"])
        return number

    def _token(self, request: web.Request) -> str:
        """The caller's token, in the header or the query as Meta takes it. Raises GraphError for one nobody holds."""
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        token = token if scheme.lower() == "bearer" else request.query.get("access_token", "")
        if not any(number.token == token for number in self._numbers.values()):
            raise GraphError(190)
        return token


def _accepted(sent: SentMessage) -> Json:
    contact = {"input": sent.to} | ({"wa_id": sent.wa_id} if sent.wa_id else {"user_id": sent.user_id})
    message = {"id": sent.id} | ({"message_status": "accepted"} if sent.type == "template" else {})
    return {"messaging_product": "whatsapp", "contacts": [contact], "messages": [message]}
