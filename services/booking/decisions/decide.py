"""From a request to its result: which rule answers which act."""

from collections.abc import Callable, Mapping

from libs.common.events import BookingRequested
from libs.common.events.booking import BookingAct
from services.booking.decisions import queue, tokens
from services.booking.decisions.book import book, show
from services.booking.decisions.cancel import cancel, mine
from services.booking.decisions.desk import Desk
from services.booking.decisions.move import move
from services.booking.decisions.results import Decided, Refused
from services.booking.decisions.settle import expire, settle_by_staff
from services.booking.hours import minutes_of

Rule = Callable[[BookingRequested, Desk], Decided]

SLOTS: Mapping[BookingAct, Rule] = {
    "show": show,
    "book": book,
    "move": move,
    "cancel": cancel,
    "mine": mine,
    "confirm": settle_by_staff,
    "decline": settle_by_staff,
    "complete": settle_by_staff,
    "no_show": settle_by_staff,
    "expire": expire,
    "next_token": queue.next_token,  # nobody waits, unless the owner changed from numbers to slots today
    "queue": queue.line,
    "undo": queue.undo,
}

TOKENS: Mapping[BookingAct, Rule] = {
    **SLOTS,
    "show": tokens.show,
    "book": tokens.book,
    "move": tokens.move,
}

PLACES_WANTED: frozenset[BookingAct] = frozenset({"show", "book", "move"})
"""Acts that look for a place, and so need the dates around the wish."""


def decide(event: BookingRequested, desk: Desk) -> Decided:
    """What the request results in. Pure: the same request, calendar and moment give the same result."""
    if event.act in PLACES_WANTED and event.actor.kind == "customer" and not takes_bookings(desk):
        return Refused("not_taking")
    rule = (TOKENS if desk.calendar.config.booking_type == "token" else SLOTS).get(event.act)
    if rule is None:
        return Refused("not_allowed")
    return rule(event, desk) if readable(event) else Refused("misread")


def readable(event: BookingRequested) -> bool:
    """Whether the times that the request names are times."""
    try:
        return all(minutes_of(time) >= 0 for time in (event.time, event.until) if time is not None)
    except ValueError:
        return False


def takes_bookings(desk: Desk) -> bool:
    """Whether the owner takes bookings, and is open on any day at all."""
    return desk.calendar.config.enabled and any(day.enabled for day in desk.calendar.week.days)
