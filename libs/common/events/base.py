"""What every event has: a topic, an ordering key, an owner, and an id made from its cause."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from pydantic import PrivateAttr
from pydantic.alias_generators import to_camel
from pydantic_core import to_json

from libs.common.envelope import Envelope, deterministic_id
from libs.common.model import Model


class Event(Model):
    """One immutable message on a topic. `user_id` is the owner; empty where an event concerns all."""

    topic: ClassVar[str]
    version: ClassVar[int] = 1
    ordering: ClassVar[tuple[str, ...]]
    ordering_names: ClassVar[tuple[str, ...]]
    publishers: ClassVar[tuple[str, ...]]
    consumers: ClassVar[tuple[str, ...]]

    user_id: str

    _envelope: Envelope | None = PrivateAttr(default=None)

    def __init_subclass__(
        cls,
        *,
        topic: str = "",
        ordering: tuple[str, ...] = (),
        publishers: tuple[str, ...] = (),
        consumers: tuple[str, ...] = (),
        **config: Any,
    ) -> None:
        super().__init_subclass__(**config)
        if topic:
            cls.topic, cls.ordering, cls.publishers, cls.consumers = topic, ordering, publishers, consumers
            cls.ordering_names = ("userId", *(to_camel(name) for name in ordering))

    @property
    def key(self) -> str:
        """The ordering key. It begins with the owner, so that no two owners share one; empty means unordered."""
        return ":".join([self.user_id, *(str(getattr(self, name)) for name in self.ordering)])

    @property
    def envelope(self) -> Envelope:
        """How it travelled here. Only an event that was delivered has one."""
        if self._envelope is None:
            raise LookupError(f"this {self.topic} has not been published")
        return self._envelope

    @property
    def id(self) -> str:
        return self.envelope.id

    @classmethod
    def opened(cls, envelope: Envelope) -> Self:
        """Read the payload. Raises pydantic.ValidationError when it does not fit."""
        event = cls.model_validate_json(envelope.data)
        event._envelope = envelope
        return event

    def delivered(self, *, cause: str = "test", at: datetime, source: str = "test") -> Self:
        """This event as a consumer would get it."""
        return type(self).opened(seal(self, cause=cause, source=source, at=at))


def seal(event: Event, *, cause: str, source: str, at: datetime, place: int = 0, traceparent: str = "") -> Envelope:
    """Put an event into its envelope.

    The id is made from owner, cause, topic and place in the Outcome: published again for the same cause, it
    is the same event, and receipts make the second delivery a no-op.
    """
    return Envelope(
        id=deterministic_id(event.user_id, cause, event.topic, str(place)),
        topic=event.topic,
        source=source,
        time=at,
        key=event.key,
        user_id=event.user_id,
        data=event.model_dump_json(by_alias=True, exclude_none=True).encode(),
        version=event.version,
        traceparent=traceparent,
    )


def seal_payload(
    kind: type[Event], payload: Mapping[str, Any], *, cause: str, source: str, at: datetime, traceparent: str = ""
) -> Envelope:
    """`seal` for an event that stands as JSON with the names it has on the topic, and is not checked here: whoever
    composes it shows by a test that the event reads it as meant."""
    user_id = payload["userId"]
    return Envelope(
        deterministic_id(user_id, cause, kind.topic, "0"),
        kind.topic,
        source,
        at,
        ":".join([payload[name] for name in kind.ordering_names]),
        user_id,
        to_json(payload),
        kind.version,
        traceparent=traceparent,
    )
