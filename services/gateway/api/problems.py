"""What the API answers when something cannot be done: problem details (RFC 9457), by the refusal's class."""

from collections.abc import Sequence
from typing import Any, ClassVar

from aiohttp import web
from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from libs.common.errors import Refusal
from libs.common.model import Model
from libs.common.problems import problem
from services.gateway.arriving import TooSlow
from services.gateway.connecting import NumberNotFound, NumberTaken, TokenRejected, WhatsappSilent
from services.gateway.disconnecting import NoSuchNumber, SandboxStays
from services.gateway.owners import NameRefused, NoSuchOwner, UnknownTimezone
from services.gateway.releasing import NumberNotFree
from services.gateway.replaying import NoSuchDeadLetter, TooOldToReplay


class FieldProblem(Model):
    """What is wrong with one field of a request. A field within another is named with dots."""

    field: str
    problem: str


class Problem(Model):
    """Why a request was not done, for a program (`type`) and for a person (`detail`)."""

    type: str
    title: str
    status: int
    detail: str


class FieldsProblem(Problem):
    """A request that does not hold what it must, field by field."""

    errors: list[FieldProblem]


class StaleProblem(Problem):
    """An edit of something that was changed meanwhile: what stands now, and what was sent."""

    current: dict[str, Any]
    yours: dict[str, Any]


class ApiRefusal(Refusal):
    """A refusal of the API's own, with its HTTP status."""

    status: ClassVar[int] = 422

    @property
    def more(self) -> dict[str, Any]:
        """Further members of the problem."""
        return {}


class NotSignedIn(ApiRefusal, code="not_signed_in"):
    """You are not signed in. `frontdesk link` prints a sign-in link."""

    status = 401


class Forged(ApiRefusal, code="forged"):
    """This request does not come from the console. Whatever changes something carries the header X-Frontdesk: 1, and
    comes from the same address."""

    status = 403


class NotAllowed(ApiRefusal, code="not_allowed"):
    """Only {who} may do this."""

    status = 403


class NotFound(ApiRefusal, code="not_found"):
    """There is no such {what}."""

    status = 404


class KeyMissing(ApiRefusal, code="idempotency_key_missing"):
    """This needs the header Idempotency-Key: 8 to 128 letters, digits, - or _, a new one for each act."""

    status = 400


class KeyReused(ApiRefusal, code="idempotency_key_reused"):
    """This Idempotency-Key was used for another request. Each act has its own."""

    status = 422


class VersionMissing(ApiRefusal, code="version_missing"):
    """This needs the header If-Match with the ETag of what was edited, or * to replace whatever stands."""

    status = 428


class VersionUnreadable(ApiRefusal, code="version_unreadable"):
    """If-Match is not an ETag that this address gave."""

    status = 400


class NotJson(ApiRefusal, code="not_json"):
    """The body is not a JSON object."""

    status = 400


class WrongType(ApiRefusal, code="wrong_type"):
    """{problem}"""

    status = 415


class TooLong(ApiRefusal, code="too_large"):
    """{what} has at most {limit:,} bytes."""

    status = 413


class Invalid(ApiRefusal, code="invalid"):
    """Something is not as it must be. {words}"""

    status = 422

    def __init__(self, errors: Sequence[FieldProblem]) -> None:
        super().__init__(words=" ".join(f"{error.field}: {error.problem}" for error in errors))
        self.errors = errors

    @classmethod
    def of(cls, error: ValidationError) -> "Invalid":
        """What pydantic found, by the names that the request uses."""
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return cls([FieldProblem(field=_named(each["loc"]), problem=_said(each["msg"])) for each in found])

    @property
    def more(self) -> dict[str, Any]:
        return {"errors": [error.model_dump(by_alias=True) for error in self.errors]}


class Stale(ApiRefusal, code="stale"):
    """This was changed meanwhile. Look at what stands now, and save again."""

    status = 412

    def __init__(self, current: Model, yours: Model) -> None:
        super().__init__()
        self.current, self.yours = current, yours

    @property
    def more(self) -> dict[str, Any]:
        shown = {"current": self.current, "yours": self.yours}
        return {name: model.model_dump(mode="json", by_alias=True) for name, model in shown.items()}


class Conflict(ApiRefusal, code="conflict"):
    """{words}"""

    status = 409

    def __init__(self, words: str, **more: Any) -> None:
        super().__init__(words=words)
        self._more = more

    @property
    def more(self) -> dict[str, Any]:
        return self._more


class GivenUp(ApiRefusal, code="given_up"):
    """The {service} service could not do this: {error} It is kept under "Needs attention" and can be tried again."""

    status = 500


STATUSES: dict[type[Refusal], int] = {
    NoSuchOwner: 404,
    NoSuchDeadLetter: 404,
    TooOldToReplay: 409,
    NoSuchNumber: 404,
    NumberTaken: 409,
    NumberNotFree: 409,
    TooSlow: 408,
    SandboxStays: 409,
    WhatsappSilent: 502,
}
FIELDS: dict[type[Refusal], str] = {
    TokenRejected: "token",
    NumberNotFound: "phoneNumberId",
    NumberTaken: "phoneNumberId",
    NumberNotFree: "phoneNumberId",
    NameRefused: "name",
    UnknownTimezone: "timezone",
}
"""Refusals of a domain that are about one field of a form."""


def answer_of(refusal: Refusal) -> web.Response:
    """A refusal as a problem."""
    if isinstance(refusal, ApiRefusal):
        return problem(refusal.status, refusal.code, str(refusal), **refusal.more)
    field = FIELDS.get(type(refusal))
    more: dict[str, Any] = {"errors": [{"field": field, "problem": str(refusal)}]} if field else {}
    return problem(STATUSES.get(type(refusal), 422), refusal.code, str(refusal), **more)


def _named(place: tuple[int | str, ...]) -> str:
    return ".".join(to_camel(step) if isinstance(step, str) else str(step) for step in place) or "body"


def _said(message: str) -> str:
    return f"{message.removeprefix('Value error, ')}."
