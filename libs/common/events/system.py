"""Owners, their settings, the clock, and events that were given up."""

from typing import Any, Literal

from libs.common.events.base import Event
from libs.common.model import Instant


class SettingsChanged(
    Event,
    topic="settings.changed",
    ordering=(),
    publishers=("gateway",),
    consumers=("gateway", "ingest", "responder", "booking"),
):
    """The owner edited a setting. The section's owner validates it; its receipt says applied, or what was refused."""

    section: Literal["profile", "conversations", "assistant", "schedule"]
    values: dict[str, Any]
    by: str = ""
    edited_from: Instant | None = None  # when what was edited was last changed: changed since, this is stale
    preview: bool = False  # tried, not saved: what the values would come to stands in the receipt; "schedule" alone


class OwnerChanged(
    Event,
    topic="owner.changed",
    ordering=(),
    publishers=("gateway",),
    consumers=("gateway", "ingest", "responder", "booking", "knowledge"),
):
    """An owner was made or removed: make, or erase, what you own of it."""

    act: Literal["made", "removed"]
    name: str = ""
    timezone: str = "UTC"
    language: str = "en"


class ClockTicked(
    Event,
    topic="clock.ticked",
    ordering=(),
    publishers=("clock",),
    consumers=("booking", "ingest"),
):
    """A minute has passed."""

    user_id: str = ""
    minute: Instant


class DeadLettered(
    Event,
    topic="dead-letter",
    ordering=(),
    publishers=("gateway", "ingest", "responder", "booking", "knowledge"),
    consumers=("gateway", "ingest", "knowledge"),
):
    """An event was given up: what it was, who could not handle it, and why."""

    service: str
    attributes: dict[str, str]
    data: str  # the payload as it came, text; undecodable bytes are replaced
    code: str
    error: str
    attempts: int
    given_up_at: Instant
    conversation_id: str | None = None
    turn: int | None = None
