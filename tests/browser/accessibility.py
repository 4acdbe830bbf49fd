"""What axe-core finds wrong with a page for people who do not see it, or see it otherwise."""

from functools import cache
from typing import Any

import pytest

from services.gateway.http.console import DIST
from tests.browser.window import Window

AXE = DIST.parent / "node_modules" / "axe-core" / "axe.min.js"
COUNTED = ("serious", "critical")
COLOURS = "color-contrast"
"""The one rule that day and night make a difference to."""
RUN = """async (rules) => {
  const only = rules ? { runOnly: rules } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, impact, help, nodes }) =>
    ({ id, impact, help, where: nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`) }));
}"""


@cache
def source() -> str:
    """The script; it comes with the console's own tools."""
    if not AXE.exists():
        pytest.fail("axe-core is not installed (make test-browser installs it).")
    return AXE.read_text()


async def violations(window: Window) -> list[str]:
    """What is serious or critical on the page that is open, by day and by night, each with its rule and place."""
    if not await window.page.evaluate("'axe' in window"):
        await window.page.evaluate(source())
    by_day = await _found(window, None)
    await window.turns("dark")
    by_night = await _found(window, [COLOURS])
    await window.turns("light")
    return [*by_day, *(f"in the dark: {one}" for one in by_night)]


async def _found(window: Window, rules: list[str] | None) -> list[str]:
    found: list[dict[str, Any]] = await window.page.evaluate(RUN, rules)
    return [f"{one['id']}: {one['help']}: {one['where']}" for one in found if one["impact"] in COUNTED]
