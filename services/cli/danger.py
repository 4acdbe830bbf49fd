"""`frontdesk danger`: the owner's words of danger."""

import secrets
from typing import Any

from libs.common.entities import DangerWords
from libs.common.events import SettingsChanged
from services.cli.house import House
from services.cli.schedules import NotApplied, in_words
from services.cli.shown import Misused, Shown, plain, stored


async def change(
    house: House, *, owner: str, words: list[str] | None, contact: str | None, enabled: bool | None
) -> Shown:
    """Change what is named, whole or not at all; then show what holds."""
    named = {"words": words, "contact": contact, "enabled": enabled}
    values: dict[str, Any] = {name: value for name, value in named.items() if value is not None}
    if not values:
        raise Misused("Say what to change: --word, --contact, --on or --off.")
    await house.owner(owner)
    event = SettingsChanged(user_id=owner, section="conversations", values=values, by="command")
    [event_id] = await house.publisher.publish(event, cause=secrets.token_hex(16))
    receipt = await house.receipt("ingest", event_id)
    if receipt.code != "applied":
        raise NotApplied(problems=in_words((receipt.answer or {}).get("errors", [])))
    return await show(house, owner=owner)


async def show(house: House, *, owner: str) -> Shown:
    """What holds."""
    await house.owner(owner)
    row = await house.parts.store.reader(owner).get(DangerWords, owner)
    row = row or DangerWords(user_id=owner, updated_at=house.parts.clock())
    lines = [
        f"Signs of danger: {'a person is called at once' if row.enabled else 'nothing is taken as one'}",
        f"How you are reached: {plain(row.contact) or 'the phone of the profile'}",
        "Your own phrases: " + (", ".join(map(plain, row.words)) or "none; the known ones count in eleven languages"),
    ]
    return Shown("\n".join(lines), stored(row))
