"""A message of Pub/Sub as one of our events, however it came: pulled or pushed, from us or from Cloud Scheduler."""

from collections.abc import Callable, Mapping
from datetime import datetime

from libs.common.envelope import Envelope
from libs.common.events import ClockTicked
from libs.common.ticking import tick

TICK = f"frontdesk.{ClockTicked.topic}.v{ClockTicked.version}"
"""The type of a minute's event, and all that Cloud Scheduler's job says: its message is the same each time."""


def arrived(attributes: Mapping[str, str], data: bytes, published: Callable[[], datetime]) -> Envelope:
    """The event in a message. Raises ValueError when it is none of ours.

    A tick without an id is that of the minute in which Pub/Sub got it, whichever adapter is asked and how often.
    """
    if attributes.get("ce-type") == TICK and "ce-id" not in attributes:
        return tick(published().replace(second=0, microsecond=0))
    return Envelope.from_attributes(attributes, data)
