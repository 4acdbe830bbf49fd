"""A booking is given up by its customer, or called off by staff."""

from libs.common.entities import Booking
from libs.common.events import BookingRequested
from services.booking import tokens
from services.booking.decisions.desk import Desk, over
from services.booking.decisions.results import Decided, Listed, Refused, Which
from services.booking.decisions.settle import settle
from services.booking.status import LIVE


def cancel(event: BookingRequested, desk: Desk) -> Decided:
    """Cancel the booking that is named, or the only one that the request fits; ask which where several do."""
    found = meant(event, desk)
    if not found:
        return Refused("not_found" if event.booking_id else "none_booked")
    if len(found) > 1:
        return Which("cancel", found)
    booking = found[0]
    if event.actor.kind == "staff":
        return settle(event, desk, booking, "cancelled", "cancelled_by_us")
    if over(booking, desk.now) and booking.status in LIVE:
        return Refused("past", booking)
    return settle(event, desk, booking, "cancelled", "released" if booking.status == "draft" else "cancelled")


def mine(event: BookingRequested, desk: Desk) -> Decided:
    """What the customer has booked from now on."""
    if not desk.upcoming:
        return Refused("none_booked")
    calendar = desk.calendar
    outlooks = (
        tokens.outlook(
            calendar.ledger(one.date), one.booking_id, one.token_number, calendar.config, calendar.week, desk.now
        )
        for one in desk.upcoming
        if one.token_number is not None
    )
    return Listed(desk.upcoming, tuple(outlooks))


def meant(event: BookingRequested, desk: Desk) -> tuple[Booking, ...]:
    """The bookings that a request may be about: the one named, else those on the date and at the time it names,
    else all; a draft only where there is nothing else."""
    if event.booking_id:
        return (desk.held,) if desk.held else ()
    known = desk.upcoming or tuple(one for one in desk.theirs if one.status == "draft")
    fits = tuple(one for one in known if event.date in (None, one.date) and event.time in (None, one.time_slot))
    return fits or known
