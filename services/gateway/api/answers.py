"""What an operation answers beside its model."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from libs.common.errors import Refusal
from libs.common.model import Instant, Model, sortable


class Versioned(Model):
    """An answer with an ETag: what is edited next names the version that it was made from."""

    updated_at: Instant

    @property
    def etag(self) -> str:
        return f'"{sortable(self.updated_at)}"'


class StillWorking(Model):
    """It takes longer than a person is kept waiting. It is kept and will be done; the same request with the same
    Idempotency-Key gives what came of it."""

    event_id: str
    service: str
    status: Literal["working"] = "working"


class TakesLonger(Refusal, code="takes_longer"):
    """The {service} service has not answered yet. What was asked for is kept, and will be done."""

    service: str
    event_id: str

    @property
    def shown(self) -> StillWorking:
        return StillWorking(event_id=self.event_id, service=self.service)


@dataclass(frozen=True)
class WithCookie:
    """An answer that sets the session's cookie; an empty token takes it away."""

    model: Model | None
    token: str

    KEPT: ClassVar[bool] = False
