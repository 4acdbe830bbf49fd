"""The Graph API's errors, in the shape it gives them. Codes and titles as Meta publishes them."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal

ErrorType = Literal["OAuthException", "GraphMethodException"]

# code -> HTTP status, title. Programs decide by the code: the status has differed between versions.
KNOWN: dict[int, tuple[int, str]] = {
    0: (401, "AuthException"),
    1: (400, "API Unknown"),
    2: (503, "API Service"),
    3: (500, "API Method"),
    4: (400, "Application request limit reached"),
    10: (403, "Permission denied"),
    100: (400, "Invalid parameter"),
    190: (401, "Invalid OAuth access token - Cannot parse access token"),
    200: (403, "API permission"),
    368: (403, "Temporarily blocked for policies violations"),
    613: (400, "Calls to this API have exceeded the rate limit"),
    80007: (400, "Rate limit issues"),
    130429: (429, "Rate limit hit"),
    130472: (400, "User's number is part of an experiment"),
    130497: (403, "Business account is restricted from messaging users in this country"),
    131000: (500, "Something went wrong"),
    131005: (403, "Access denied"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (503, "Service unavailable"),
    131021: (400, "Recipient cannot be sender"),
    131026: (400, "Message undeliverable"),
    131030: (400, "Recipient phone number not in allowed list"),
    131031: (403, "Account has been locked"),
    131037: (400, "WhatsApp provided number needs display name approval before message can be sent"),
    131042: (400, "Business eligibility payment issue"),
    131045: (500, "Incorrect certificate"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131049: (400, "This message was not delivered to maintain healthy ecosystem engagement"),
    131050: (400, "User has stopped receiving marketing messages from this business"),
    131051: (400, "Unsupported message type"),
    131052: (400, "Media download error"),
    131053: (400, "Media upload error"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: (500, "Account in maintenance mode"),
    131062: (400, "Business-scoped user id is not supported for this message"),
    132000: (400, "Template param count mismatch"),
    132001: (404, "Template does not exist"),
    132005: (400, "Template hydrated text too long"),
    132007: (400, "Template format character policy violated"),
    132012: (400, "Template parameter format mismatch"),
    132015: (400, "Template is paused"),
    132016: (400, "Template is disabled"),
    133010: (400, "Phone number not registered"),
    135000: (400, "Generic user error"),
}
RATE_LIMITS = frozenset({4, 613, 80007, 130429, 131048, 131056})
HREF = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"
DOCS = "Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api"


@dataclass
class GraphError(Exception):
    """One error answer. `details` goes to `error_data`, where Meta says what exactly was wrong."""

    code: int
    message: str = ""
    details: str = ""
    status: int = 0
    subcode: int = 0
    type: ErrorType = "OAuthException"

    def __post_init__(self) -> None:
        status, title = KNOWN.get(self.code, (HTTPStatus.BAD_REQUEST, "Unknown error"))
        self.status = self.status or status
        self.message = self.message or (title if self.code == 190 else f"(#{self.code}) {title}")

    def __str__(self) -> str:
        return f"{self.message}: {self.details}" if self.details else self.message

    def body(self, trace_id: str) -> dict[str, Any]:
        """The answer's JSON."""
        error: dict[str, Any] = {"message": self.message, "type": self.type, "code": self.code}
        if self.subcode:
            error["error_subcode"] = self.subcode
        if self.details:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": {**error, "fbtrace_id": trace_id}}


def invalid(message: str) -> GraphError:
    """Code 100: a parameter is missing, misspelt or too long."""
    return GraphError(100, f"(#100) {message}")


def missing(name: str) -> GraphError:
    """Code 100 for a parameter that must be there."""
    return invalid(f"The parameter {name} is required.")


def not_valid(details: str) -> GraphError:
    """Code 131009: a value of a message breaks one of its limits."""
    return GraphError(131009, details=details)


def no_such_object(method: str, object_id: str) -> GraphError:
    """Code 100, subcode 33: an id that is unknown, or that this token may not see."""
    message = (
        f"Unsupported {method.lower()} request. Object with ID '{object_id}' does not exist, cannot be loaded due to "
        f"missing permissions, or does not support this operation. {DOCS}"
    )
    return GraphError(100, message, subcode=33, type="GraphMethodException")


def in_status(code: int) -> dict[str, Any]:
    """The error as a `failed` status carries it."""
    title = KNOWN.get(code, (0, "Unknown error"))[1]
    return {"code": code, "title": title, "message": title, "error_data": {"details": f"{title}."}, "href": HREF}
