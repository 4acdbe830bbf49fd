"""The calendar: who has which place, and what becomes of it."""

from libs.common.entities import Booking, BookingDay, ConsultantConfig, ConsultantDaySchedule, Timer
from libs.common.events import (
    BookingRequested,
    BookingUpdated,
    ClockTicked,
    OwnerChanged,
    ReplyReady,
    SettingsChanged,
)
from libs.common.parts import Parts
from libs.common.service import Decision, Service
from services.booking import handlers


def build(parts: Parts) -> Service:
    """Booking needs no part but the store that the runtime hands its decisions."""
    return Service(
        name="booking",
        owns=(ConsultantConfig, ConsultantDaySchedule, Booking, BookingDay, Timer),
        handles=(
            Decision(BookingRequested, handlers.book),
            Decision(ClockTicked, handlers.tick),
            Decision(SettingsChanged, handlers.settings),
            Decision(OwnerChanged, handlers.owner),
        ),
        publishes=(ReplyReady, BookingUpdated, BookingRequested),
    )
