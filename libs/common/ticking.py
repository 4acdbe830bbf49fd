"""The minute as an event, whoever's clock it is."""

from datetime import datetime

from libs.common.envelope import Envelope
from libs.common.events import ClockTicked, seal


def tick(minute: datetime) -> Envelope:
    """The event of one minute. Its id is made from the minute: two tickers make one event."""
    event = ClockTicked(minute=minute)
    return seal(event, cause=minute.isoformat(), source="clock", at=minute)
