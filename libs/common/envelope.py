"""How an event travels: CloudEvents 1.0 in its Pub/Sub binding, with ids that a repetition cannot change.

Google's binding carries each CloudEvents attribute as a message attribute named `ce-<name>`.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple, Self

SPEC_VERSION = "1.0"


def deterministic_id(*parts: str) -> str:
    """32 hexadecimal digits made from the parts alone: the same cause gives the same id, on every machine."""
    framed: list[bytes] = []
    for part in parts:
        encoded = part.encode()
        framed += (len(encoded).to_bytes(4, "big"), encoded)
    return hashlib.sha256(b"".join(framed)).hexdigest()[:32]


class Envelope(NamedTuple):
    """One event as it lies on a topic: its attributes and its payload as JSON.

    `key` orders: events of a topic that share it are handled one after the other, in the order published.
    `only` names the one service that should handle it (a replayed dead letter); everyone else lets it pass.
    """

    id: str
    topic: str
    source: str
    time: datetime
    key: str
    user_id: str
    data: bytes
    version: int = 1
    subject: str = ""
    traceparent: str = ""
    only: str = ""

    @property
    def type(self) -> str:
        return f"frontdesk.{self.topic}.v{self.version}"

    @property
    def size(self) -> int:
        """Bytes on the wire: payload and attributes, as Pub/Sub counts them."""
        return len(self.data) + sum(len(name) + len(value.encode()) for name, value in self.attributes().items())

    def attributes(self) -> dict[str, str]:
        """The CloudEvents attributes, and ours beside them."""
        return {
            "ce-specversion": SPEC_VERSION,
            "ce-id": self.id,
            "ce-type": self.type,
            "ce-source": self.source,
            "ce-time": self.time.astimezone(UTC).isoformat(),
            "ce-subject": self.subject,
            "ce-partitionkey": self.key,
            "content-type": "application/json",
            "userId": self.user_id,
            **({"traceparent": self.traceparent} if self.traceparent else {}),
            **({"only": self.only} if self.only else {}),
        }

    @classmethod
    def from_attributes(cls, attributes: Mapping[str, str], data: bytes) -> Self:
        """Read an event off a topic. Raises ValueError when it is not one of ours."""
        try:
            prefix, _, rest = attributes["ce-type"].partition(".")
            topic, _, version = rest.rpartition(".v")
            if prefix != "frontdesk" or not topic:
                raise ValueError(f"{attributes['ce-type']!r} is not a type of ours")
            time = datetime.fromisoformat(attributes["ce-time"])
            if time.tzinfo is None:
                raise ValueError("ce-time has no timezone")
            return cls(
                id=attributes["ce-id"],
                topic=topic,
                source=attributes["ce-source"],
                time=time,
                key=attributes.get("ce-partitionkey", ""),
                user_id=attributes.get("userId", ""),
                data=data,
                version=int(version),
                subject=attributes.get("ce-subject", ""),
                traceparent=attributes.get("traceparent", ""),
                only=attributes.get("only", ""),
            )
        except KeyError as missing:
            raise ValueError(f"the attribute {missing} is missing") from None

    def again_for(self, service: str, cause: str) -> Self:
        """The same event under a new id, for one service alone: how a dead letter is replayed."""
        return self._replace(id=deterministic_id(self.user_id, cause, self.topic, service), only=service)
