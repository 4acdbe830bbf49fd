"""The owner's schedule: what it starts as, whether a change of it makes sense, and which bookings it leaves outside."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from libs.common.entities import Booking, ConsultantConfig, ConsultantDaySchedule
from services.booking.decisions.desk import over, place_of
from services.booking.hours import DAY_NAMES, Week, minutes_of

SLOT_MINUTES = (1, 720)
TOKENS = (1, 1000)
OFFICE_DAYS = DAY_NAMES[:5]
DAYS_TO_COME = 7


class Problem(NamedTuple):
    """Why a field cannot be as it was sent. A weekday's field is named like `days.monday.startTime`."""

    field: str
    words: str


Settings = tuple[ConsultantConfig, tuple[ConsultantDaySchedule, ...]]


def opening_settings(user_id: str, timezone: str, now: datetime) -> Settings:
    """What an owner starts with: Monday to Friday, nine to five. A zone that nobody knows becomes UTC."""
    zone = timezone if is_zone(timezone) else "UTC"
    days = (day.changed(enabled=day.day_name in OFFICE_DAYS) for day in _closed_week(user_id))
    return ConsultantConfig(user_id=user_id, timezone=zone, updated_at=now), tuple(days)


def _closed_week(user_id: str) -> list[ConsultantDaySchedule]:
    return [
        ConsultantDaySchedule(schedule_id=f"{user_id}:{name}", user_id=user_id, day_name=name, enabled=False)
        for name in DAY_NAMES
    ]


def is_zone(name: object) -> bool:
    """Whether a name stands in the time zone database."""
    try:
        return isinstance(name, str) and ZoneInfo(name) is not None
    except (LookupError, ValueError, OSError):  # unknown; not a name at all; the name of a folder
        return False


def revised(
    config: ConsultantConfig, days: Sequence[ConsultantDaySchedule], values: Mapping[str, Any], now: datetime
) -> Settings | list[Problem]:
    """The settings with the values in place, or everything that is wrong with them. What is not named stays."""
    problems = [problem for name, value in values.items() if (problem := _wrong(name, value))]
    rows = {day.day_name: day for day in (*_closed_week(config.user_id), *days)}
    sent_days = [] if any(problem.field == "days" for problem in problems) else values.get("days", [])
    for sent in sent_days:
        wrong = _wrong_day(sent)
        if not wrong:
            day = rows[sent["dayName"]] = _merged(rows[sent["dayName"]], sent)
            wrong = _wrong_hours(day)
        problems += wrong
    if problems:
        return problems
    flat = {name: value for name, value in values.items() if name != "days"}
    stored = config.model_dump(by_alias=True) | flat | {"updatedAt": now}
    return ConsultantConfig.model_validate(stored), tuple(rows[name] for name in DAY_NAMES)


def _wrong(name: str, value: Any) -> Problem | None:
    """What is wrong with one of the settings that are not a weekday's."""
    match name:
        case "bookingType":
            words = "" if value in ("slot", "token") else "Choose slots or tokens."
        case "slotDuration":
            words = _not_between(value, *SLOT_MINUTES, "minutes")
        case "maxTokensPerDay":
            words = _not_between(value, *TOKENS, "tokens")
        case "dynamicAllocation" | "enabled":
            words = "" if isinstance(value, bool) else "This is either on or off."
        case "timezone":
            words = "" if is_zone(value) else "There is no such time zone; it looks like Europe/Berlin."
        case "days":
            words = _not_days(value)
        case _:
            words = "The schedule has no such setting."
    return Problem(name, words) if words else None


def _not_between(value: Any, least: int, most: int, unit: str) -> str:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return "" if whole and least <= value <= most else f"Give a whole number of {unit} from {least} to {most}."


def _not_days(value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(one, Mapping) for one in value):
        return "Give a list of weekdays."
    names = [one.get("dayName") for one in value]
    if any(name not in DAY_NAMES for name in names):
        return f"A weekday is one of {', '.join(DAY_NAMES)}."
    return "" if len(set(names)) == len(names) else "Each weekday can be given once."


_TIMES = ("startTime", "endTime", "breakStart", "breakEnd")


def _wrong_day(sent: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with a weekday's fields, each by itself."""
    at = f"days.{sent['dayName']}"
    problems = []
    if not isinstance(sent.get("enabled", True), bool):
        problems.append(Problem(f"{at}.enabled", "This is either on or off."))
    for name in _TIMES:
        value = sent.get(name)
        if name in sent and not (_is_time(value) or (value is None and name.startswith("break"))):
            problems.append(Problem(f"{at}.{name}", "Write a time like 09:30."))
    return problems


def _is_time(value: Any) -> bool:
    try:
        return isinstance(value, str) and minutes_of(value) >= 0
    except ValueError:
        return False


def _merged(day: ConsultantDaySchedule, sent: Mapping[str, Any]) -> ConsultantDaySchedule:
    known = {name: sent[name] for name in ("enabled", *_TIMES) if name in sent}
    return ConsultantDaySchedule.model_validate(day.model_dump(by_alias=True) | known)


def _wrong_hours(day: ConsultantDaySchedule) -> list[Problem]:
    """What is wrong with a weekday's hours taken together."""
    at = f"days.{day.day_name}"
    opens, closes = minutes_of(day.start_time), minutes_of(day.end_time)
    if opens >= closes:
        return [Problem(f"{at}.endTime", f"Closing comes after opening at {day.start_time}.")]
    if day.break_start is None and day.break_end is None:
        return []
    if day.break_start is None:
        return [Problem(f"{at}.breakStart", "Say when the break begins, or leave both its times empty.")]
    if day.break_end is None:
        return [Problem(f"{at}.breakEnd", "Say when the break ends, or leave both its times empty.")]
    begins, ends = minutes_of(day.break_start), minutes_of(day.break_end)
    if begins >= ends:
        return [Problem(f"{at}.breakEnd", f"The break ends after it begins at {day.break_start}.")]
    if begins < opens or ends > closes:
        return [Problem(f"{at}.breakStart", f"The break lies between {day.start_time} and {day.end_time}.")]
    return []


def misfits(bookings: Iterable[Booking], config: ConsultantConfig, week: Week, now: datetime) -> list[Booking]:
    """The bookings still ahead that the settings have no place for: closed or off the grid by now, at another moment
    because the zone changed, or of the other booking type. By time."""
    unfit = (one for one in bookings if not over(one, now) and not _fits(one, config, week))
    return sorted(unfit, key=lambda one: (one.starts_at or now, one.booking_id))


def _fits(booking: Booking, config: ConsultantConfig, week: Week) -> bool:
    place = place_of(booking)
    if place is None:
        return config.booking_type == "token" and bool(week.stretches(booking.date))
    on_grid = any(one.start == place.start for one in week.places(booking.date))
    same_moment = booking.starts_at == week.instant(place.date, place.start)
    return config.booking_type == "slot" and on_grid and week.is_open(place) and same_moment


def days_to_come(config: ConsultantConfig, week: Week, now: datetime) -> list[dict[str, Any]]:
    """The next seven days as these settings cut them: the times of their places, or how many numbers there are.
    What is booked is not looked at."""
    today = week.today(now)
    dates = [today + timedelta(days=ahead) for ahead in range(DAYS_TO_COME)]
    numbered = config.booking_type == "token"
    return [
        {
            "date": day.isoformat(),
            "dayName": DAY_NAMES[day.weekday()],
            "times": [] if numbered else [place.time for place in week.places(day)],
            "numbers": config.max_tokens_per_day if numbered and week.stretches(day) else 0,
        }
        for day in dates
    ]
