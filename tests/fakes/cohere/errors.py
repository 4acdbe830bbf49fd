"""Cohere's errors: an HTTP status and a message."""

from aiohttp import web

# status -> what Cohere says when nothing more exact is known.
MESSAGES = {
    400: "invalid request",
    401: "invalid api token",
    403: "forbidden",
    404: "not found",
    422: "unprocessable entity",
    429: "Please wait and try again later",
    498: "invalid token",
    499: "request cancelled",
    500: "internal server error",
    501: "not implemented",
    503: "service unavailable",
    504: "gateway timeout",
}


class CohereError(Exception):
    """One error answer. Without a message it says what Cohere usually says with that status."""

    def __init__(self, status: int, message: str = "") -> None:
        super().__init__(message or MESSAGES.get(status, "error"))
        self.status = status

    def response(self, retry_after_seconds: int | None = None) -> web.Response:
        """The error as Cohere answers it."""
        headers = {} if retry_after_seconds is None else {"Retry-After": str(retry_after_seconds)}
        return web.json_response({"id": "error", "message": str(self)}, status=self.status, headers=headers)


def required(body: dict[str, object], name: str, kind: type) -> None:
    """Raise CohereError unless the request has this part, of this type and not empty."""
    if not isinstance(body.get(name), kind) or not body[name]:
        raise CohereError(400, f"invalid request: {name} is required")
