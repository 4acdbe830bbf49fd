"""The ledger of one date: who holds which minutes of it, and the arithmetic of overlap.

Every change of a booking reads its date's ledger and writes it in the same transaction, which is what makes two
holders of one place impossible. A hold past its expiry counts as free at once, whether or not it has been swept.
"""

from datetime import date, datetime

from libs.common.entities import BookingDay, Interval
from services.booking.hours import Place


def empty(user_id: str, day: date) -> BookingDay:
    """The ledger of a date that nothing has been booked on."""
    return BookingDay(day_id=BookingDay.id_for(user_id, day), user_id=user_id, date=day)


def lapsed(interval: Interval, now: datetime) -> bool:
    """Whether its hold has run out."""
    return interval.expires is not None and interval.expires <= now


def swept(day: BookingDay, now: datetime) -> BookingDay:
    """Without the holds that ran out."""
    return day.changed(taken=tuple(one for one in day.taken if not lapsed(one, now)))


def is_free(day: BookingDay, place: Place, now: datetime, *, but_for: str = "") -> bool:
    """Whether nobody, `but_for` aside, holds a minute of the place."""
    return not any(
        one.start < place.end and place.start < one.end and one.holder != but_for and not lapsed(one, now)
        for one in day.taken
    )


def take(
    day: BookingDay, place: Place, holder: str, now: datetime, *, expires: datetime | None = None
) -> BookingDay | None:
    """The ledger with the place held, and whatever else that holder had in it freed; None when it is not free."""
    if place.date != day.date:
        raise ValueError(f"a place on {place.date} does not belong in the ledger of {day.date}")
    if not is_free(day, place, now, but_for=holder):
        return None
    others = free(swept(day, now), holder)
    mine = Interval(start=place.start, end=place.end, holder=holder, expires=expires)
    return others.changed(taken=tuple(sorted((*others.taken, mine), key=lambda one: one.start)))


def free(day: BookingDay, holder: str) -> BookingDay:
    """The ledger without what this holder has in it."""
    return day.changed(taken=tuple(one for one in day.taken if one.holder != holder))
