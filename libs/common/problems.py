"""Problem details for HTTP answers that are errors (RFC 9457)."""

import json
from typing import Any

from aiohttp import web

from libs.common.errors import Refusal, Unavailable

CONTENT_TYPE = "application/problem+json"
PREFIX = "urn:frontdesk:problem:"


def problem(status: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **more: Any) -> web.Response:
    """An error answer. `code` names the kind for programs, `detail` says to a person what happened and what to do;
    `more` are further members, in camelCase."""
    body = {"type": PREFIX + code, "title": code.replace("_", " "), "status": status, "detail": detail, **more}
    return web.Response(status=status, body=json.dumps(body).encode(), content_type=CONTENT_TYPE, headers=headers)


def refused(refusal: Refusal, *, status: int = 422) -> web.Response:
    """A refusal as an answer: its code, and its words for the person."""
    return problem(status, refusal.code, str(refusal))


def unavailable(silent: Unavailable) -> web.Response:
    """What is needed does not answer: try again."""
    seconds = max(1, round(silent.retry_after or 1))
    return problem(503, "unavailable", f"{silent}. Try again.", headers={"Retry-After": str(seconds)})
