"""From a terminal into the console: the links that `run` and `link` print."""

import re
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from tests.flows.terminal import Server, Terminal


def test_run_and_link_print_a_way_in(tmp_path: Path):
    """Each signs in the person whose machine it is; with a demo business there is something to see at once."""
    terminal = Terminal(tmp_path / "data", {"FRONTDESK_DEMO": "1"})
    with terminal.server() as server:
        printed = re.search(r"http://localhost:(\d+)/#sign-in=([\w-]+)", read_on(server))
        assert printed is not None
        assert printed[1] == server.port
        assert "operator" in me(server, printed[2])
        made = terminal.asks("link")
        assert made["url"].endswith(f"/#sign-in={made['token']}")
        assert "operator" in me(server, made["token"])
        assert "works once" in terminal.run("link").out
        listed = terminal.asks("owner", "list")["items"]
        assert [owner["businessName"] for owner in listed] == ["Bright Smile Dental (demo)"]
        assert server.stop() == 0


def read_on(server: Server) -> str:
    """What the server says up to its link."""
    assert server.process.stdout is not None
    said = server.welcome
    while "#sign-in=" not in said:
        line = server.process.stdout.readline()
        assert line, f"it ended without a link: {said}"
        said += line
    return said


def me(server: Server, token: str) -> str:
    """Who a link signs in."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    base = f"http://localhost:{server.port}/api/v1"
    headers = {"Content-Type": "application/json", "X-Frontdesk": "1"}
    spend = urllib.request.Request(f"{base}/sign-in", f'{{"token": "{token}"}}'.encode(), headers)
    with browser.open(spend) as response:
        assert response.status == 204
    with browser.open(f"{base}/me") as response:
        return str(response.read().decode())
