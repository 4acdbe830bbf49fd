"""A webhook receiver that answers as it is told and keeps what it got."""

from typing import Any, Self

from aiohttp import web

from tests.fakes.graph import sign
from tests.fakes.journal import Journal


class Receiver:
    """Answers the coming posts with `answers`, then 200; keeps the bodies it answered 200 in `taken`."""

    def __init__(self, app_secret: str, *answers: int) -> None:
        self.taken: Journal[dict[str, Any]] = Journal("bodies")
        self.signatures_right: list[bool] = []
        self.url = ""
        self._app_secret = app_secret
        self._answers = list(answers)

    @property
    def statuses(self) -> list[dict[str, Any]]:
        """The status reports among what was taken."""
        values = [body["entry"][0]["changes"][0]["value"] for body in self.taken]
        return [status for value in values for status in value.get("statuses", [])]

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes([web.post("/webhooks/whatsapp", self._post), web.get("/webhooks/whatsapp", self._verify)])
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/webhooks/whatsapp"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _post(self, request: web.Request) -> web.Response:
        signature = sign(await request.read(), self._app_secret)
        self.signatures_right.append(signature == request.headers["X-Hub-Signature-256"])
        status = self._answers.pop(0) if self._answers else 200
        if status == 200:
            await self.taken.add(await request.json())
        return web.Response(status=status)

    async def _verify(self, request: web.Request) -> web.Response:
        knows = request.query["hub.verify_token"] == "right"
        return web.Response(text=request.query["hub.challenge"], status=200 if knows else 403)
