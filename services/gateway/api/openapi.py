"""The API as an OpenAPI 3.1 document, made from the route table: `python -m services.gateway.api.openapi` prints
docs/openapi.json."""

import json
import sys
from functools import cache
from http import HTTPStatus
from typing import Any, Literal

from pydantic.json_schema import models_json_schema

from libs.common.model import Model
from libs.common.problems import CONTENT_TYPE
from services.gateway.api.answers import StillWorking, Versioned
from services.gateway.api.feed.changes import Change
from services.gateway.api.problems import FieldsProblem, Problem, StaleProblem
from services.gateway.api.routing import BASE, UNSAFE, Operation
from services.gateway.api.table import OPERATIONS, RESOURCES

Json = dict[str, Any]
Mode = Literal["validation", "serialization"]

ABOUT = """\
What the console and scripts use. Names are camelCase, moments ISO 8601 in UTC, lists have a `next` that is given \
back as `after`. Errors are problem details (RFC 9457): `type` for programs, `detail` for people. Whatever changes \
something carries `X-Frontdesk: 1` and an `Idempotency-Key`: the same key again is the same act, and gives the same \
answer. What replaces something carries `If-Match`. An act that takes longer than a person waits answers 202; the same \
request again gives what came of it. Who may not enter a business is told that there is none: 404."""

_PROBLEMS: dict[int, type[Problem]] = {412: StaleProblem, 422: FieldsProblem}


@cache
def document() -> Json:
    """The whole document."""
    refs, schemas = models_json_schema(_models(), ref_template="#/components/schemas/{model}")
    paths: dict[str, Json] = {}
    for operation in OPERATIONS:
        paths.setdefault(BASE + operation.path, {})[operation.method.lower()] = _operation(operation, refs)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Frontdesk", "version": "1.0.0", "description": ABOUT, "license": {"name": "MIT"}},
        "servers": [{"url": "/"}],
        "security": [{"session": []}],
        "tags": [{"name": routes.tag, "description": routes.about} for routes in RESOURCES],
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "responses": _problems(refs),
            "parameters": PARAMETERS,
            "securitySchemes": {
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "frontdesk",
                    "description": "Set by signing in; named `__Host-frontdesk` where the server is reached by https.",
                }
            },
        },
    }


@cache
def text() -> str:
    """The document as it is committed and served."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def _models() -> list[tuple[type[Model], Mode]]:
    """Every model as it is seen: what is asked may leave out what has a default, an answer has all."""
    asked: list[tuple[type[Model], Mode]] = [
        (operation.body, "validation") for operation in OPERATIONS if operation.body is not None
    ]
    answers = [operation.answer for operation in OPERATIONS if operation.answer is not None]
    fixed: list[type[Model]] = [Problem, FieldsProblem, StaleProblem, StillWorking, Change]
    answered: list[tuple[type[Model], Mode]] = [(model, "serialization") for model in (*answers, *fixed)]
    return list(dict.fromkeys([*asked, *answered]))


def _operation(operation: Operation, refs: Any) -> Json:
    described = {"description": operation.description} if operation.description else {}
    return {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.summary.rstrip("."),
        **described,
        **({"security": []} if operation.access == "anyone" else {}),
        "parameters": _parameters(operation),
        **_request(operation, refs),
        "responses": _responses(operation, refs),
    }


def _parameters(operation: Operation) -> list[Json]:
    named = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in operation.path_names
    ]
    headers = [
        *(["FromConsole"] if operation.method in UNSAFE else []),
        *(["IdempotencyKey"] if operation.keyed else []),
        *(["IfMatch"] if operation.versioned else []),
        *(["LastEventId"] if operation.kind == "stream" else []),
    ]
    return [*named, *_query(operation), *({"$ref": f"#/components/parameters/{name}"} for name in headers)]


def _query(operation: Operation) -> list[Json]:
    if operation.query is None:
        return []
    schema = operation.query.model_json_schema(mode="validation")
    required = schema.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": part}
        for name, part in schema["properties"].items()
    ]


def _request(operation: Operation, refs: Any) -> Json:
    if operation.kind == "upload":
        return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": operation.form}}}}
    if operation.body is None:
        return {}
    schema = refs[operation.body, "validation"]
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _responses(operation: Operation, refs: Any) -> Json:
    found = {str(_status(operation)): _success(operation, refs)}
    if operation.waits:
        schema = refs[StillWorking, "serialization"]
        found["202"] = {"description": "It takes longer", "content": {"application/json": {"schema": schema}}}
    for status in sorted(problem_statuses(operation)):
        found[str(status)] = {"$ref": f"#/components/responses/{_named(status)}"}
    return found


def _problems(refs: Any) -> Json:
    """One response for each status that any operation may answer."""
    statuses = sorted({status for operation in OPERATIONS for status in problem_statuses(operation)})
    return {_named(status): _problem(status, refs) for status in statuses}


def _problem(status: int, refs: Any) -> Json:
    schema = refs[_PROBLEMS.get(status, Problem), "serialization"]
    return {"description": HTTPStatus(status).phrase, "content": {CONTENT_TYPE: {"schema": schema}}}


def _named(status: int) -> str:
    return HTTPStatus(status).phrase.title().replace(" ", "").replace("-", "")


def _status(operation: Operation) -> int:
    answers = operation.answer is not None or operation.kind in ("stream", "file")
    return operation.status if answers else 204


def _success(operation: Operation, refs: Any) -> Json:
    if operation.kind == "stream":
        schema = refs[Change, "serialization"]
        described = "Server-sent events; the data of each but `told` is a Change"
        return {"description": described, "content": {"text/event-stream": {"schema": schema}}}
    if operation.kind == "file":
        schema = {"type": "string", "format": "binary"}
        return {
            "description": "The file, or the range of it that was asked for",
            "content": {"*/*": {"schema": schema}},
        }
    if operation.answer is None:
        return {"description": "Done"}
    schema = refs[operation.answer, "serialization"]
    etag = {"ETag": {"schema": {"type": "string"}, "description": "The version that an edit names in If-Match"}}
    headers = {"headers": etag} if issubclass(operation.answer, Versioned) else {}
    return {
        "description": operation.summary.rstrip("."),
        **headers,
        "content": {"application/json": {"schema": schema}},
    }


def problem_statuses(operation: Operation) -> set[int]:
    """Every status that the operation may answer beside its own."""
    statuses = {503, *operation.refuses}
    if operation.access != "anyone":
        statuses.add(401)
    if operation.method in UNSAFE:
        statuses |= {403, 408, 413, 415} if operation.body is not None or operation.kind == "upload" else {403}
    if operation.access in ("owner", "operator"):
        statuses.add(403)
    if operation.path_names:
        statuses.add(404)
    if operation.keyed or operation.body is not None or operation.versioned:
        statuses.add(400)
    if operation.body is not None or operation.query is not None or operation.keyed:
        statuses.add(422)
    if operation.versioned:
        statuses |= {412, 428}
    if operation.waits:
        statuses.add(500)
    return statuses


PARAMETERS: Json = {
    "FromConsole": {
        "name": "X-Frontdesk",
        "in": "header",
        "required": True,
        "description": "Says that no other site's form sent this.",
        "schema": {"type": "string", "const": "1"},
    },
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": True,
        "description": "One per act. The same key again is the same act, and gives the same answer for a day.",
        "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{8,128}$"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": True,
        "description": "The ETag of what was edited, or * to replace whatever stands.",
        "schema": {"type": "string"},
    },
    "LastEventId": {
        "name": "Last-Event-ID",
        "in": "header",
        "required": False,
        "description": "Where a lost connection goes on. Browsers send it by themselves.",
        "schema": {"type": "string"},
    },
}


if __name__ == "__main__":
    sys.stdout.write(text())
