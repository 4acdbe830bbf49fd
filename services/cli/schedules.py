"""`frontdesk schedule`: opening hours and how bookings are taken."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from libs.common.entities import ConsultantConfig, ConsultantDaySchedule
from libs.common.errors import Refusal
from libs.common.events import SettingsChanged
from services.cli.bookings import COLUMNS
from services.cli.hours import DAYS, Hours, Unclear, week_of
from services.cli.house import House
from services.cli.shown import Misused, Shown, stored, table, under


class NotApplied(Refusal, code="not_applied"):
    """Nothing was changed. {problems}"""


class NoSchedule(Refusal, code="no_schedule"):
    """{user_id} has no schedule yet: the booking service makes it as soon as it runs."""


async def change(
    house: House,
    *,
    owner: str,
    kind: str | None,
    slot_minutes: int | None,
    max_tokens: int | None,
    opening: list[Hours],
) -> Shown:
    """Change what is named, whole or not at all; then show what holds, and what no longer fits."""
    values = values_of(kind, slot_minutes, max_tokens, opening)
    await house.owner(owner)
    event = SettingsChanged(user_id=owner, section="schedule", values=values, by="command")
    [event_id] = await house.publisher.publish(event, cause=secrets.token_hex(16))
    receipt = await house.receipt("booking", event_id)
    answer = receipt.answer or {}
    if receipt.code != "applied":
        raise NotApplied(problems=in_words(answer.get("errors", [])))
    unfit: list[dict[str, Any]] = answer.get("noLongerFit", [])
    shown = await show(house, owner=owner)
    return Shown(shown.text + _unfit(unfit), {**shown.data, "noLongerFit": unfit})


async def show(house: House, *, owner: str) -> Shown:
    """What holds."""
    await house.owner(owner)
    reader = house.parts.store.reader(owner)
    config = await reader.get(ConsultantConfig, owner)
    if config is None:
        raise NoSchedule(user_id=owner)
    found = await reader.get_many(ConsultantDaySchedule, [f"{owner}:{name}" for name in DAYS])
    days = [day for day in found if day is not None]
    return Shown(_words(config, days), {**stored(config), "days": [stored(day) for day in days]})


def values_of(
    kind: str | None, slot_minutes: int | None, max_tokens: int | None, opening: Sequence[Hours]
) -> dict[str, Any]:
    """The settings that are named. Raises Misused where none is, or a weekday is named twice."""
    try:
        days = week_of(opening) if opening else None
    except Unclear as unclear:
        raise Misused(str(unclear)) from None
    named = {"bookingType": kind, "slotDuration": slot_minutes, "maxTokensPerDay": max_tokens, "days": days}
    values = {name: value for name, value in named.items() if value is not None}
    if not values:
        raise Misused("Say what to change: --type, --slot-minutes, --max-tokens or --open.")
    return values


def in_words(errors: Sequence[Mapping[str, str]]) -> str:
    """What was refused, by the flag that it came from."""
    flags = {"bookingType": "--type", "slotDuration": "--slot-minutes", "maxTokensPerDay": "--max-tokens"}
    said = [(error["field"], error["problem"]) for error in errors]
    return " ".join(f"{flags.get(field, field.removeprefix('days.'))}: {problem}" for field, problem in said)


def _words(config: ConsultantConfig, days: Sequence[ConsultantDaySchedule]) -> str:
    taken = {
        "slot": f"time slots of {config.slot_duration} minutes",
        "token": f"queue numbers, at most {config.max_tokens_per_day} a day, about {config.slot_duration} minutes each",
    }[config.booking_type]
    off = "" if config.enabled else " (switched off)"
    rows = [
        [
            day.day_name.capitalize(),
            *((_span(day.start_time, day.end_time), _break(day)) if day.enabled else ("closed", "")),
        ]
        for day in days
    ]
    return f"Bookings: {taken}{off}\nTimezone: {config.timezone}\n\n{table(('DAY', 'OPEN', 'BREAK'), rows)}"


def _break(day: ConsultantDaySchedule) -> str:
    return _span(day.break_start, day.break_end) if day.break_start and day.break_end else ""


def _span(start: str, end: str) -> str:
    return f"{start}-{end}"


def _unfit(bookings: Sequence[Mapping[str, Any]]) -> str:
    if not bookings:
        return ""
    return f"\n\nThese bookings stand, and no longer fit:\n{under(COLUMNS, bookings)}"
