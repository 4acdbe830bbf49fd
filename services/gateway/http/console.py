"""The built console at `/`, where there is one: hashed assets for a year, the page itself never from a cache.

The page gets a fresh nonce with each answer, in place of NONCE, for the styles that its components make; scripts come
from files alone.
"""

import secrets
from pathlib import Path

from aiohttp import web

from libs.common.problems import problem

DIST = Path(__file__).parents[1] / "web" / "dist"
NONCE = "__CSP_NONCE__"
ASSETS = "assets/"
YEAR = "public, max-age=31536000, immutable"
DAY = "public, max-age=86400"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def policy(nonce: str) -> str:
    """The Content-Security-Policy: everything from here, nothing inline but styles that carry the nonce."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' 'nonce-{nonce}'",
            "img-src 'self' data: blob:",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


class Console:
    """Serves the files of one folder, and its page for every other address that a browser may be at."""

    def __init__(self, dist: Path = DIST) -> None:
        self._dist = dist.resolve()

    def add_to(self, app: web.Application) -> None:
        """Add the routes. They take whatever no other route does, so they come last."""
        app.router.add_get("/{path:.*}", self.serve)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """A file, or the page."""
        path = request.match_info["path"]
        file = self._file(path)
        if file is not None:
            kept = YEAR if path.startswith(ASSETS) else DAY
            return web.FileResponse(file, headers={**HEADERS, "Cache-Control": kept})
        page = self._dist / "index.html"
        if not page.is_file():
            return _missing("The console is not built. The API is at /api/v1.")
        if path.startswith(ASSETS) or "." in path.rpartition("/")[2].removesuffix("index.html"):
            return _missing(f"There is no {request.path}.")
        return _page(page)

    def _file(self, path: str) -> Path | None:
        """The file of this path, inside the folder; the page is none of them."""
        file = (self._dist / path).resolve()
        inside = file.is_relative_to(self._dist) and file.is_file()
        return file if inside and file != self._dist / "index.html" else None


def _page(file: Path) -> web.Response:
    nonce = secrets.token_urlsafe(16)
    headers = {**HEADERS, "Cache-Control": "no-cache, no-store", "Content-Security-Policy": policy(nonce)}
    html = file.read_text(encoding="utf-8").replace(NONCE, nonce)
    return web.Response(text=html, content_type="text/html", headers=headers)


def _missing(detail: str) -> web.Response:
    return problem(404, "no_such_address", detail, headers=HEADERS)
