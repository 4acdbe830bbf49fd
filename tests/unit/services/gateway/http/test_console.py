"""The built console as a browser gets it."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from services.gateway.http.console import NONCE, Console

PAGE = f'<!doctype html><meta name="csp-nonce" content="{NONCE}"><script src="/assets/index-1a2b.js"></script>'
Browser = TestClient[web.Request, web.Application]


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "assets" / "index-1a2b.js").write_text("console.log(1)")
    (folder / "favicon.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "secret.txt").write_text("not of the console")
    return folder


@pytest.fixture
async def browser(dist: Path) -> AsyncIterator[Browser]:
    app = web.Application()
    Console(dist).add_to(app)
    async with TestClient(TestServer(app)) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/index.html", "/owners/clinic/bookings", "/conversations/clinic:1a"])
async def test_every_address_of_the_application_is_the_page(browser: Browser, path: str):
    """And it is never taken from a cache: it names the files of this build."""
    response = await browser.get(path)
    assert response.status == 200
    assert response.content_type == "text/html"
    assert "no-cache" in response.headers["Cache-Control"]


async def test_nothing_inline_runs(browser: Browser):
    """Scripts come from files alone; a style may be inline where it carries this answer's nonce."""
    first, second = await browser.get("/"), await browser.get("/")
    policy = first.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    nonce = re.search(r"'nonce-([\w-]+)'", policy)
    assert nonce is not None
    assert f'content="{nonce[1]}"' in await first.text()
    assert nonce[1] not in second.headers["Content-Security-Policy"]


async def test_a_hashed_file_is_kept_for_a_year(browser: Browser):
    response = await browser.get("/assets/index-1a2b.js")
    assert response.status == 200
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" not in (await browser.get("/favicon.svg")).headers["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["/assets/gone-9f.js", "/nothing.png", "/assets/", "/..%2fsecret.txt", "/%2e%2e/secret.txt"]
)
async def test_a_file_that_is_not_there_is_a_problem(browser: Browser, path: str):
    """Not the page, which a script tag would choke on; and never a file beside the console."""
    response = await browser.get(path)
    text = await response.text()
    assert "not of the console" not in text
    assert response.status == 404
    assert response.content_type == "application/problem+json"


async def test_where_nothing_is_built_it_is_said(tmp_path: Path):
    app = web.Application()
    Console(tmp_path / "nothing").add_to(app)
    async with TestClient(TestServer(app)) as client:
        response = await client.get("/")
        assert response.status == 404
        assert "not built" in (await response.json(content_type=None))["detail"]
