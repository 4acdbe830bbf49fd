"""Opening hours, and how bookings are taken."""

from typing import Any, Literal

from pydantic import Field

from libs.common.entities import ConsultantConfig, ConsultantDaySchedule
from libs.common.entities.booking import DayName
from libs.common.events import SettingsChanged
from libs.common.model import Day, Model
from services.gateway.api import asking
from services.gateway.api.answers import Versioned
from services.gateway.api.call import Call
from services.gateway.api.problems import NotFound, Stale
from services.gateway.api.resources.bookings import BookingShown
from services.gateway.api.routing import OWNER, Routes

DAYS: tuple[DayName, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PREVIEW_SECONDS = 10.0

routes = Routes("Schedule", "Opening hours, and how bookings are taken.")


class DayHours(Model):
    """One weekday's hours, local, "HH:MM"; "24:00" is midnight at the day's end."""

    day_name: DayName
    enabled: bool
    start_time: str
    end_time: str
    break_start: str | None = None
    break_end: str | None = None


class ScheduleValues(Model):
    """What is edited. `slotDuration` is in minutes: a place's length, or about how long one number takes."""

    enabled: bool
    booking_type: Literal["slot", "token"]
    slot_duration: int
    max_tokens_per_day: int
    dynamic_allocation: bool
    timezone: str
    days: list[DayHours] = Field(max_length=7)


class ScheduleShown(ScheduleValues, Versioned):
    """The schedule as it stands. After a change, `noLongerFit` are the bookings that it has no place for: they stay
    booked (the first 200 of them, by time)."""

    no_longer_fit: list[BookingShown] = Field(default_factory=list)
    no_longer_fit_count: int = 0


class DayToCome(Model):
    """One date as the schedule cuts it: the times of its places, or how many numbers it has."""

    date: Day
    day_name: DayName
    times: list[str]
    numbers: int


class SchedulePreview(Model):
    """What a schedule would come to: the next seven days, and the bookings that would no longer fit."""

    days: list[DayToCome]
    no_longer_fit: list[BookingShown]
    no_longer_fit_count: int


@routes.get(f"{OWNER}/schedule")
async def read_schedule(call: Call) -> ScheduleShown:
    """Read the schedule."""
    config = await call.reader.get(ConsultantConfig, call.user_id)
    if config is None:
        raise NotFound(what="schedule yet")
    rows = await call.reader.get_many(ConsultantDaySchedule, [f"{call.user_id}:{name}" for name in DAYS])
    days = [DayHours.model_validate(row.model_dump()) for row in rows if row is not None]
    return ScheduleShown.model_validate({**config.model_dump(), "days": days})


@routes.put(f"{OWNER}/schedule", access="owner", versioned=True, waits=True)
async def change_schedule(call: Call, body: ScheduleValues) -> ScheduleShown:
    """Replace the schedule. What is booked stays booked; the answer lists what no longer fits."""
    receipt = await call.ask("booking", _event(call, body, preview=False))
    if receipt.code == "stale":
        raise Stale(await read_schedule(call), body)
    if receipt.code != "applied":
        raise asking.refused_fields(receipt)
    shown = await read_schedule(call)
    return ScheduleShown.model_validate({**shown.model_dump(by_alias=True), **(receipt.answer or {})})


@routes.post(f"{OWNER}/schedule/preview", access="owner", keyed=False, waits=True)
async def preview_schedule(call: Call, body: ScheduleValues) -> SchedulePreview:
    """What a schedule would come to, without saving it."""
    event = _event(call, body, preview=True)
    cause = f"preview:{call.now.isoformat()}:{call.subject}"
    receipt = await asking.ask(call.parts, "booking", event, cause=cause, seconds=PREVIEW_SECONDS)
    if receipt.code != "preview":
        raise asking.refused_fields(receipt)
    return SchedulePreview.model_validate(receipt.answer)


def _event(call: Call, body: ScheduleValues, *, preview: bool) -> SettingsChanged:
    values: dict[str, Any] = body.model_dump(by_alias=True)
    edited_from = None if preview else call.edited_from
    return SettingsChanged(
        user_id=call.user_id,
        section="schedule",
        values=values,
        by=call.subject,
        edited_from=edited_from,
        preview=preview,
    )
