"""What the owner said about the business, as passages that are searched and quoted like any document."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from libs.common.entities import AiConfig, ConsultantConfig, ConsultantDaySchedule, Profile
from libs.common.store.port import Reader
from libs.common.store.query import Query

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class Facts:
    """The settings that an answer rests on."""

    profile: Profile | None
    config: ConsultantConfig | None
    days: tuple[ConsultantDaySchedule, ...]
    assistant: AiConfig | None

    @property
    def timezone(self) -> dt.tzinfo:
        return ZoneInfo(self.config.timezone) if self.config else dt.UTC

    @property
    def business(self) -> str:
        """What the business is called; empty where the owner has not said."""
        return self.profile.business_name if self.profile else ""

    def open_between(self) -> tuple[dt.time, dt.time] | None:
        """The earliest opening and the latest closing of the week, towards which "at four" leans."""
        enabled = [day for day in self.days if day.enabled]
        if not enabled:
            return None
        first = min(day.start_time for day in enabled)
        last = max(day.end_time for day in enabled)
        return dt.time.fromisoformat(first), dt.time(23, 59) if last == "24:00" else dt.time.fromisoformat(last)


async def read(store: Reader, user_id: str) -> Facts:
    """Read them: at most ten documents."""
    schedule = await store.find(Query(ConsultantDaySchedule, limit=7))
    return Facts(
        profile=await store.get(Profile, user_id),
        config=await store.get(ConsultantConfig, user_id),
        days=tuple(sorted(schedule.items, key=lambda day: _DAYS.index(day.day_name))),
        assistant=await store.get(AiConfig, user_id),
    )


@dataclass(frozen=True)
class Statement:
    """One thing that the settings say, under a heading."""

    heading: str
    text: str


def statements(facts: Facts) -> Sequence[Statement]:
    """The settings in sentences; what the owner left empty says nothing."""
    made = [_about(facts.profile), _contact(facts.profile), _hours(facts.days)]
    return [statement for statement in made if statement is not None and statement.text]


def _about(profile: Profile | None) -> Statement | None:
    if profile is None or not profile.description:
        return None
    kind = f" ({profile.business_type})" if profile.business_type else ""
    return Statement(f"About {profile.business_name or 'us'}{kind}", profile.description)


def _contact(profile: Profile | None) -> Statement | None:
    if profile is None:
        return None
    lines = [
        f"Phone number: {profile.contact_phone}" if profile.contact_phone else "",
        f"E-mail address: {profile.contact_email}" if profile.contact_email else "",
    ]
    return Statement("Contact: phone and e-mail", "\n".join(line for line in lines if line))


def _hours(days: Sequence[ConsultantDaySchedule]) -> Statement | None:
    if not any(day.enabled for day in days):
        return None
    return Statement("Opening hours: when we are open", "\n".join(map(_day, days)))


def _day(day: ConsultantDaySchedule) -> str:
    name = day.day_name.capitalize()
    if not day.enabled:
        return f"{name}: closed"
    pause = f" (closed {day.break_start} to {day.break_end})" if day.break_start and day.break_end else ""
    return f"{name}: {day.start_time} to {day.end_time}{pause}"
