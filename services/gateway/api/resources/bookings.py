"""The calendar: what is booked, and staff's decisions about it."""

from datetime import timedelta
from typing import Any, Literal

from pydantic import Field, model_validator

from libs.common.entities import Booking, Receipt
from libs.common.events import Actor, BookingAct, BookingRequested
from libs.common.events.booking import BookingStatus
from libs.common.model import Day, Instant, Model
from libs.common.store.query import Query, Range
from services.gateway.api.asking import ask
from services.gateway.api.call import Call
from services.gateway.api.cursors import cursor_of, marked
from services.gateway.api.problems import Conflict, NotFound
from services.gateway.api.routing import OWNER, Routes

DAYS_MAX = 62

routes = Routes("Bookings", "The calendar: what is booked, and staff's decisions about it.")


class BookingShown(Model):
    """One customer's place. Dates and times are local to the owner's timezone; `startsAt` and `endsAt` are moments."""

    booking_id: str
    status: BookingStatus
    date: Day
    time_slot: str | None
    token_number: int | None
    name: str
    phone: str
    reason: str
    staff_note: str
    conversation_id: str
    starts_at: Instant | None
    ends_at: Instant | None
    held_until: Instant | None
    confirmed_at: Instant | None
    confirmed_by: str | None
    created_at: Instant
    updated_at: Instant
    actor: str


class Bookings(Model):
    """Bookings by date and time."""

    items: list[BookingShown]
    next: str | None = None


class RangeQuery(Model):
    """Dates, both included: at most 62 days."""

    first: Day
    last: Day
    after: str | None = Field(None, max_length=1000)
    limit: int = Field(200, ge=1, le=500)

    @model_validator(mode="after")
    def _in_order(self) -> "RangeQuery":
        if not self.first <= self.last < self.first + timedelta(days=DAYS_MAX):
            raise ValueError(f"first to last are 1 to {DAYS_MAX} days")
        return self


class BookingToMake(Model):
    """A booking that staff make by hand; it is confirmed at once. `time` "HH:MM"; none where numbers are given, or the
    desk allocates. Where there is no such place, the problem lists the nearest `free` ones."""

    name: str = Field(min_length=1, max_length=500)
    phone: str = Field("", max_length=500)
    reason: str = Field("", max_length=500)
    date: Day
    time: str | None = Field(None, max_length=5)
    note: str = Field("", max_length=500)


class BookingDecision(Model):
    """What staff decide. The note is what the customer reads with it. `date` and `time` say where a booking moves to;
    `time` "HH:MM", none where numbers are given. Where there is no such place, the problem lists the nearest `free`
    ones."""

    act: Literal["confirm", "decline", "cancel", "complete", "no_show", "move"]
    note: str = Field("", max_length=500)
    date: Day | None = None
    time: str | None = Field(None, max_length=5)

    @model_validator(mode="after")
    def _names_a_place_to_move_to(self) -> "BookingDecision":
        if (self.act == "move") != (self.date is not None) or (self.time and self.date is None):
            raise ValueError("a move needs a date, and nothing else has one")
        return self


class BookingChanged(Model):
    """A booking after a decision."""

    booking: BookingShown
    completed: BookingShown | None = None  # who was served before, when the queue went on


class FreePlace(Model):
    """What could be booked: a time, or the number that one would get and how many are before it."""

    date: Day
    time: str | None = None
    number: int | None = None
    ahead: int | None = None


class FreePlaces(Model):
    """Free places from a date on. `words` says it to a person."""

    items: list[FreePlace]
    words: str


class DateQuery(Model):
    """A date; today where none is given."""

    date: Day | None = None


@routes.get(f"{OWNER}/bookings")
async def list_bookings(call: Call, query: RangeQuery) -> Bookings:
    """List the bookings of some dates, by date and time."""
    dates = Range("date", at_least=query.first, below=query.last + timedelta(days=1))
    asked = Query(Booking, range=dates, limit=query.limit, after=cursor_of(query.after))
    page = await call.reader.find(asked)
    rows = sorted(page.items, key=lambda one: (one.date, one.time_slot or "", one.token_number or 0))
    return Bookings(items=[shown(row) for row in rows], next=marked(page.next))


@routes.get(f"{OWNER}/bookings/{{bookingId}}")
async def read_booking(call: Call) -> BookingShown:
    """Read one booking."""
    return shown(await _booking(call))


@routes.post(f"{OWNER}/bookings", status=201, waits=True, refuses=(409,))
async def make_booking(call: Call, body: BookingToMake) -> BookingChanged:
    """Book by hand."""
    event = staff_request(
        call,
        "book",
        name=body.name,
        phone=body.phone,
        reason=body.reason,
        date=body.date,
        time=body.time,
        earliest=body.time is None,
        note=body.note,
    )
    return changed(await call.ask("booking", event))


@routes.post(f"{OWNER}/bookings/{{bookingId}}/decision", waits=True, refuses=(409,))
async def decide_booking(call: Call, body: BookingDecision) -> BookingChanged:
    """Confirm, decline, cancel, complete, mark as missed, or move to another free place. The customer is told."""
    booking = await _booking(call)
    event = staff_request(
        call,
        body.act,
        booking_id=booking.booking_id,
        note=body.note,
        language=booking.language,
        date=body.date,
        time=body.time,
    )
    return changed(await call.ask("booking", event))


@routes.get(f"{OWNER}/free-places", waits=True)
async def list_free_places(call: Call, query: DateQuery) -> FreePlaces:
    """What is free from a date on, as booking counts it now."""
    event = staff_request(call, "show", date=query.date)
    cause = f"free places:{call.now.isoformat()}:{call.subject}"
    answer = (await ask(call.parts, "booking", event, cause=cause)).answer or {}
    return FreePlaces(items=answer.get("free", []), words=answer.get("words") or answer.get("message", ""))


def shown(row: Booking) -> BookingShown:
    """A booking as the API tells it."""
    return BookingShown.model_validate(row.model_dump())


async def _booking(call: Call) -> Booking:
    row = await call.reader.get(Booking, call.named("bookingId"))
    if row is None:
        raise NotFound(what="booking")
    return row


def staff_request(call: Call, act: BookingAct, **fields: Any) -> BookingRequested:
    """What whoever asks wants of booking."""
    actor = Actor(kind="staff", id=call.subject)
    named = {"user_id": call.user_id, "act": act, "actor": actor, "asked_at": call.now, **fields}
    return BookingRequested.model_validate(named)


def changed(receipt: Receipt) -> BookingChanged:
    """What booking decided. Raises Conflict with its words where it did not do it."""
    answer = receipt.answer or {}
    if "booking" not in answer:
        words = answer.get("words") or answer.get("message") or "The booking stays as it is."
        raise Conflict(words, reason=receipt.code, free=answer.get("free", []))
    return BookingChanged.model_validate(answer)
