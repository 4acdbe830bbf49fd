"""The calendar: booking's."""

from typing import Literal

from libs.common.entities.base import Entity
from libs.common.events.booking import BookingStatus
from libs.common.model import Day, Instant, Model

DayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class ConsultantConfig(Entity, collection="consultant_configs", key="user_id", writer="booking"):
    """How the owner takes bookings. `slot_duration` is in minutes."""

    user_id: str
    enabled: bool = True
    booking_type: Literal["slot", "token"] = "slot"
    slot_duration: int = 30
    max_tokens_per_day: int = 40
    dynamic_allocation: bool = False
    timezone: str = "UTC"
    updated_at: Instant


class ConsultantDaySchedule(
    Entity, collection="consultant_day_schedules", key="schedule_id", writer="booking", indexes=()
):
    """One weekday's opening hours, local, "HH:MM". An `end_time` of "24:00" is midnight at the day's end."""

    schedule_id: str  # <userId>:<dayName>
    user_id: str
    day_name: DayName
    enabled: bool = True
    start_time: str = "09:00"
    end_time: str = "17:00"
    break_start: str | None = None
    break_end: str | None = None


class Booking(
    Entity,
    collection="bookings",
    key="booking_id",
    writer="booking",
    indexes=(
        ("date", "starts_at"),
        ("date",),  # a week of them
        ("participant_key", "-starts_at"),
        ("participant_key", "status", "starts_at"),  # what a customer has that is not settled yet
        ("status", "date"),
        ("-created_at",),
        ("-updated_at",),  # what changed lately, for whoever watches
    ),
):
    """One customer's place in an owner's calendar. Dates and times are local to the owner's timezone."""

    booking_id: str
    user_id: str
    phone: str = ""  # contact data; may be empty
    name: str = ""
    reason: str = ""
    date: Day
    time_slot: str | None = None  # "HH:MM"; slot mode only
    token_number: int | None = None  # token mode only
    status: BookingStatus = "draft"
    created_at: Instant
    confirmed_at: Instant | None = None
    confirmed_by: str | None = None
    staff_note: str = ""
    updated_at: Instant
    # Beyond the diagram:
    conversation_id: str = ""  # where its customer is told
    participant_key: str = ""  # whose it is: only they may see, move or cancel it
    starts_at: Instant | None = None
    ends_at: Instant | None = None
    held_until: Instant | None = None  # when an unanswered draft or offer gives its place back
    actor: str = ""  # who made the last change: customer, staff or desk
    language: str = "en"  # what its customer reads


# The machinery's own


class Interval(Model):
    """A taken stretch of a day in minutes from local midnight, half open. `end` includes the buffer."""

    start: int
    end: int
    holder: str  # booking id
    expires: Instant | None = None  # a draft's or an offer's hold


class QueueStep(Model):
    """One press in a day's queue: who left it, and who was called. Kept so that it can be taken back."""

    at: Instant
    left: str = ""  # the booking that left the queue: served or missed
    since: Instant | None = None  # when that one had been called; None: it was not being served
    called: str = ""


class BookingDay(Entity, collection="booking_days", key="day_id", writer="booking", contended=True):
    """The ledger of one owner's date: what is taken, and the last token given. Every booking transaction reads and
    writes it, so two customers can never hold the same place."""

    day_id: str  # <userId>:<date>
    user_id: str
    date: Day
    taken: tuple[Interval, ...] = ()
    last_token: int = 0
    active_tokens: tuple[str, ...] = ()  # booking ids that count against the day's limit
    cancelled_tokens: int = 0  # places not sold again that day without dynamic allocation
    served_tokens: int = 0  # completed: gone from the active, yet counted against the day's limit
    serving: str = ""  # the booking whose token was called last and is not done yet
    called_at: Instant | None = None
    served_minutes: tuple[int, ...] = ()  # how long each served token took; its median is today's pace
    missed_tokens: int = 0  # of the cancelled ones: called or waited for, and not there
    last_step: QueueStep | None = None  # what staff did to the queue last

    @staticmethod
    def id_for(user_id: str, date: Day) -> str:
        return f"{user_id}:{date.isoformat()}"


class Timer(Entity, collection="timers", key="timer_id", writer="booking", indexes=(("*", "due_at"),)):
    """Something of a booking that falls due: a hold that ends, a wait that is over. One a booking at most; an owner's
    request sets it, the clock asks for all owners' at once."""

    timer_id: str  # the booking's id
    user_id: str
    booking_id: str
    due_at: Instant
    kind: Literal["hold", "wait"] = "hold"
