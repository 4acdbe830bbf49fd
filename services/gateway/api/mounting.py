"""Putting the API under an application's address."""

from aiohttp import web

from libs.common.parts import Parts
from services.gateway.api import openapi
from services.gateway.api.call import Desk
from services.gateway.api.door import HEADERS, Door
from services.gateway.api.feed.feed import Feed
from services.gateway.api.routing import BASE
from services.gateway.api.sign_in.sessions import Sessions
from services.gateway.api.table import OPERATIONS
from services.gateway.directory import Directory
from services.gateway.intake import Intake
from services.gateway.usage import Usage
from services.gateway.whatsapp.cloud_api import GraphApi


class Api:
    """The API of one process."""

    def __init__(self, parts: Parts, directory: Directory, intake: Intake, graph: GraphApi) -> None:
        self._feed = Feed(parts)
        desk = Desk(parts, directory, intake, graph, Sessions(parts), self._feed, Usage(parts))
        self._door = Door(desk)

    def add_to(self, app: web.Application) -> None:
        """Add the routes. Live feeds end when the application stops."""
        app.router.add_get(f"{BASE}/openapi.json", _described)
        self._door.add_to(app, OPERATIONS)
        app.on_shutdown.append(self._stop)

    async def _stop(self, _: web.Application) -> None:
        self._feed.stop()


async def _described(_: web.Request) -> web.Response:
    return web.Response(text=openapi.text(), content_type="application/json", headers=HEADERS)
