"""The pictures of the console in docs/screenshots: every page, on a desk and on a phone, by day and by night.

    python -m tests.browser.screenshots [FOLDER]

They show the demo dentist on a Monday morning that is always the same, so that a picture changes when the console does.
"""

import asyncio
import io
import json
import sys
import tempfile
from collections.abc import AsyncIterator
from itertools import product
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.async_api import Browser, Route

from tests.browser import chromium
from tests.browser.pages import OPENED, every_page, settled
from tests.browser.story import entered, told
from tests.browser.window import SIZES, Scheme, Size, Window, opened
from tests.flows.house import House

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
IN_PICTURES = (
    *("held-conversation", "phone-chat", "booking", "week", "tried-question"),
    *("welcome", "new-business", "set-up-knowledge", "set-up-summary"),
)
"""What is opened for a picture of its own."""
COLOURS = 256
UNSEEN_PIXELS_MAX = 16
TRIAL = "**/api/v1/owners/*/questions"
SECONDS = 0.048
"""How long a tried question took: as measured once, for each time it is another."""


async def take_all(browser: Browser, house: House) -> dict[str, bytes]:
    """Every picture, by the name of its file."""
    pictures: dict[str, bytes] = {}
    for size, scheme in product(SIZES, SCHEMES):
        async for name, window in scenes(browser, house, size, scheme):
            await window.page.mouse.move(0, 0)
            await settled(window)
            await window.is_still()
            # Hiding the caret or stopping motion would need a style that the page's policy forbids; neither is there.
            taken = await window.page.screenshot(caret="initial")
            pictures[f"{name}-{size}-{scheme}.png"] = await asyncio.to_thread(small, taken)
    return pictures


def small(png: bytes) -> bytes:
    """The same picture in its commonest colours, each as it was: less than half the size."""
    with Image.open(io.BytesIO(png)) as picture:
        pixels = np.asarray(picture.convert("RGB"), dtype=np.int32)
    colours, places, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    commonest = colours[np.argsort(-counts, kind="stable")[:COLOURS]]
    away = ((colours[:, None, :] - commonest[None, :, :]) ** 2).sum(axis=2)
    nearest = away.argmin(axis=1).astype(np.uint8)[places.reshape(pixels.shape[:2])]
    paletted = Image.fromarray(nearest, "P")
    paletted.putpalette(commonest.astype(np.uint8).tobytes())
    reduced = io.BytesIO()
    paletted.save(reduced, "PNG", optimize=True)
    return reduced.getvalue()


async def scenes(browser: Browser, house: House, size: Size, scheme: Scheme) -> AsyncIterator[tuple[str, Window]]:
    """What is to be drawn, open in a window."""
    async with opened(browser) as windows:
        window = await entered(house, windows, size, scheme)
        await window.page.route(TRIAL, always_as_quick)
        async for name in every_page(window):
            yield name, window
        for name in IN_PICTURES:
            await window.page.goto(house.url)
            await settled(window)
            await OPENED[name](window)
            yield name, window


async def always_as_quick(route: Route) -> None:
    """The answer as it is, with the same time beside it each time."""
    response = await route.fetch()
    answer = await response.json()
    if "seconds" in answer:
        answer["seconds"] = {"search": SECONDS}
    await route.fulfill(response=response, body=json.dumps(answer))


def is_as_before(old: bytes, new: bytes) -> bool:
    """Whether two pictures differ in nothing that is seen: Chromium does not round every corner alike each time."""
    with Image.open(io.BytesIO(old)) as before, Image.open(io.BytesIO(new)) as after:
        if before.size != after.size:
            return False
        differing = np.asarray(before.convert("RGB")) != np.asarray(after.convert("RGB"))
    return int(differing.any(axis=2).sum()) <= UNSEEN_PIXELS_MAX


async def draw() -> dict[str, bytes]:
    """Tell the story and take the pictures. Raises NoBrowser."""
    with tempfile.TemporaryDirectory() as data:
        async with chromium.browser() as browser, told(Path(data) / "data") as house:
            return await take_all(browser, house)


def main(folder: Path) -> int:
    """Draw them all anew; what is as it was stays, what is no page any more goes. Gives the exit code."""
    try:
        pictures = asyncio.run(draw())
    except chromium.NoBrowser as missing:
        print(missing, file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        if old.name in pictures and is_as_before(old.read_bytes(), pictures[old.name]):
            del pictures[old.name]
        else:
            old.unlink()
    for name, png in pictures.items():
        (folder / name).write_bytes(png)
    sizes = [picture.stat().st_size for picture in folder.glob("*.png")]
    print(f"{len(sizes)} pictures in {folder}, {len(pictures)} of them new: {sum(sizes) / 1e6:.1f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
