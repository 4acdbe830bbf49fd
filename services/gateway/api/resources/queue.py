"""A day's queue, where customers have numbers: who is being served, who waits, and the presses that move it on."""

from pydantic import Field

from libs.common.model import Day, Instant, Model
from services.gateway.api.asking import ask
from services.gateway.api.call import Call
from services.gateway.api.problems import Conflict
from services.gateway.api.resources.bookings import BookingChanged, BookingShown, changed, staff_request
from services.gateway.api.routing import OWNER, Routes

routes = Routes("Queue", "A day's queue, where customers have numbers.")


class WaitingShown(Model):
    """One who waits: how many are before them, whoever is being served among them, and about when they are called, as
    a moment and on the owner's clock."""

    booking: BookingShown
    ahead: int
    at: Instant
    time: str


class LastPress(Model):
    """The last press, which can be taken back: whom it called, or else who left the queue by it, and when."""

    booking_id: str
    at: Instant


class QueueShown(Model):
    """How a day's queue stands. `since`: when the one who is being served was called. `given`: numbers given out so
    far; `left`: how many more can be. `missed` were not there, `gaveUp` took their number back or were turned down.
    `minutesEach`: how long a visit takes, as estimates count it."""

    date: Day
    serving: BookingShown | None
    since: Instant | None
    waiting: list[WaitingShown]
    given: int
    served: int
    missed: int
    gave_up: int
    left: int
    minutes_each: int
    undo: LastPress | None


class QueueQuery(Model):
    """The queue of a date; today's where none is given."""

    date: Day | None = None


class ToCall(Model):
    """The queue of a date, today's where none is given; and who is called, the next where nobody is named."""

    date: Day | None = None
    booking_id: str | None = Field(None, max_length=500)


class ToUndo(Model):
    """The queue of a date, today's where none is given; and the press that is meant, by `undo.bookingId` of the queue
    as it was read, so that nobody else's is taken back."""

    date: Day | None = None
    booking_id: str | None = Field(None, max_length=500)


@routes.get(f"{OWNER}/queue", waits=True, refuses=(409,))
async def read_queue(call: Call, query: QueueQuery) -> QueueShown:
    """Read how a day's queue stands, as booking counts it now."""
    cause = f"queue:{call.now.isoformat()}:{call.subject}"
    receipt = await ask(call.parts, "booking", staff_request(call, "queue", date=query.date), cause=cause)
    answer = receipt.answer or {}
    if "queue" not in answer:
        raise Conflict(answer.get("words") or "No bookings are taken here.", reason=receipt.code, free=[])
    return QueueShown.model_validate(answer["queue"])


@routes.post(f"{OWNER}/queue/next", waits=True, refuses=(409,))
async def call_next_number(call: Call, body: ToCall) -> BookingChanged:
    """Call the next number of a day's queue, or a number out of order; who was being served is done."""
    event = staff_request(call, "next_token", date=body.date, booking_id=body.booking_id)
    return changed(await call.ask("booking", event))


@routes.post(f"{OWNER}/queue/undo", waits=True, refuses=(409,))
async def take_back_last_press(call: Call, body: ToUndo) -> BookingChanged:
    """Take back the last call, visit done or missed. Who was told something wrong is told so."""
    event = staff_request(call, "undo", date=body.date, booking_id=body.booking_id)
    return changed(await call.ask("booking", event))
