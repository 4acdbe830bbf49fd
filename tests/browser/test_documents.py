"""Documents: how they come in, what is answered from them, and what is not taken."""

import asyncio
from pathlib import Path

from playwright.async_api import Locator, Request, Route, expect

from services.gateway.documents import BYTES_MAX
from tests.browser.played import take_phone
from tests.browser.window import Window

UPLOADS = "**/api/v1/owners/*/documents"
PARKING = "The white house has its own car park: enter the code 4711 at the gate in Rose Lane."
MANY = 60
"""Passages enough that reading them takes a moment."""


def handbook(folder: Path) -> Path:
    """A long document, with one thing in it that a customer asks for."""
    rooms = (f"## Room {number}\n\nRoom {number} has {number + 2} chairs and a lamp.\n" for number in range(MANY))
    file = folder / "House handbook.md"
    file.write_text(f"# House handbook\n\n## Car park\n\n{PARKING}\n\n" + "\n".join(rooms))
    return file


async def choose(window: Window, *files: Path) -> None:
    """Choose files as a person does, in the browser's own dialog."""
    async with window.page.expect_file_chooser() as chooser:
        await window.presses("Choose files")
    await (await chooser.value).set_files(list(files))


def row(window: Window, name: str) -> Locator:
    """A document in the list."""
    return window.page.get_by_role("main").get_by_role("listitem").filter(has_text=name)


async def test_a_document_is_uploaded_with_progress_and_answered_from(window: Window, tmp_path: Path):
    """In the test box and on a customer's phone, with the document's name beside the answer."""
    sent = asyncio.Event()

    async def hold(route: Route) -> None:
        if route.request.method == "POST":
            await sent.wait()
        await route.continue_()

    await window.goes_to("Documents")
    await window.page.route(UPLOADS, hold)
    await choose(window, handbook(tmp_path))
    await window.sees("Uploading House handbook.md…")
    sent.set()
    await expect(row(window, "House handbook.md").get_by_role("progressbar")).to_be_visible()
    await expect(row(window, "House handbook.md")).to_contain_text("Ready")

    await window.fills("Question", "How do I get into the car park?")
    await window.presses("Ask")
    await window.sees("House handbook.md · House handbook > Car park")
    phone = await take_phone(window, "Nora Lindgren")
    await phone.writes("How do I open the gate of the car park?")
    await phone.reads("4711")
    await phone.reads("— House handbook.md")


async def test_a_file_that_cannot_be_taken_is_refused_before_it_is_sent(window: Window, tmp_path: Path):
    """Too large, or of a kind that cannot be read: said at once, with the limit, and without a request."""
    large, strange = tmp_path / "Brochure.pdf", tmp_path / "Song.mp3"
    with large.open("wb") as file:
        file.truncate(BYTES_MAX * 5 // 4)
    strange.write_bytes(b"ID3")
    sent: list[Request] = []
    window.page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    await window.goes_to("Documents")
    await choose(window, large, strange)
    alert = window.page.get_by_role("alert")
    await expect(alert).to_contain_text("2 files were not taken")
    await expect(alert).to_contain_text("Brochure.pdf: It has 25 MB; at most 20 MB can be read.")
    await expect(alert).to_contain_text("Song.mp3: This is not a kind of file that can be read.")
    assert [request.url for request in sent] == []
