"""What is out of a finger's reach on a page."""

from typing import Any

from tests.browser.window import Window

# Looks at each control where a person would scroll to it: it must lie within the screen's width, and be hit there.
UNREACHABLE = """() => {
  const controls = ":is(header, main, footer) :is(a[href], button, input, select, textarea, [role=tab])";
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && element.getClientRects().length > 0 && !element.closest("[inert], [aria-hidden=true]");
  const found = [];
  for (const control of document.querySelectorAll(controls)) {
    const label = control.closest("label") ?? document.querySelector(`label[for="${CSS.escape(control.id || "-")}"]`);
    if (!isShown(control) || control.disabled) continue;
    control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect();
    if (width < 2 || height < 2) continue;
    const name = control.getAttribute("aria-label") || control.textContent.trim() || control.name || control.outerHTML;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const isHit = hit && (control.contains(hit) || hit.contains(control) || label?.contains(hit));
    const span = `${Math.round(left)} to ${Math.round(right)} of ${innerWidth}`;
    if (left < -1 || right > innerWidth + 1) found.push(`${name}: ${span}`);
    else if (!isHit) found.push(`${name}: covered by ${hit?.outerHTML.slice(0, 80)}`);
  }
  return found;
}"""
OVERFLOW = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth"


async def out_of_reach(window: Window) -> list[str]:
    """Controls that lie beside the screen or under something else, each with where it is."""
    found: Any = await window.page.evaluate(UNREACHABLE)
    return [str(one) for one in found]


async def too_wide(window: Window) -> list[str]:
    """Whether somebody has to scroll sideways, and by how much."""
    pixels: Any = await window.page.evaluate(OVERFLOW)
    return [f"{pixels} pixels too wide"] if pixels > 0 else []
