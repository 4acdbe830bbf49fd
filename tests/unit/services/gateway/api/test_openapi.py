"""The OpenAPI document: valid, true, and committed as it is generated."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from services.gateway.api.openapi import document, problem_statuses, text
from services.gateway.api.routing import UNSAFE, Operation
from services.gateway.api.table import OPERATIONS
from tests.references import lead_somewhere

ROOT = Path(__file__).parents[5]


def test_it_is_valid_openapi() -> None:
    """By OpenAPI's own schema."""
    schema = json.loads((ROOT / "tests/fixtures/openapi/3.1-schema.json").read_text())
    errors = sorted(Draft202012Validator(schema).iter_errors(document()), key=lambda error: list(error.absolute_path))
    assert errors == []


def test_the_models_are_valid_json_schema() -> None:
    """OpenAPI 3.1's schema leaves that to JSON Schema's own."""
    for name, schema in document()["components"]["schemas"].items():
        Draft202012Validator.check_schema({"$id": name, **schema})


def test_the_committed_copy_is_the_one_generated() -> None:
    """`python -m services.gateway.api.openapi > docs/openapi.json` writes it."""
    command = [sys.executable, "-m", "services.gateway.api.openapi"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT)
    assert (ROOT / "docs/openapi.json").read_text() == text() == printed.stdout


def test_every_reference_leads_somewhere() -> None:
    """OpenAPI's schema does not look."""
    assert lead_somewhere(document())


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_an_operation_says_what_it_is(operation: Operation) -> None:
    """A sentence for a person, a name for a program, and every error that its door may answer."""
    assert re.fullmatch(r"[a-z][A-Za-z]+", operation.id)
    assert 10 < len(operation.summary) < 120
    assert operation.method not in UNSAFE or 403 in problem_statuses(operation)
    assert "{userId}" not in operation.path or {401, 404} <= problem_statuses(operation)


def test_no_two_operations_share_a_name_or_an_address() -> None:
    assert len({operation.id for operation in OPERATIONS}) == len(OPERATIONS)
    assert len({(operation.method, operation.path) for operation in OPERATIONS}) == len(OPERATIONS)


def test_what_changes_something_has_a_key() -> None:
    """But for signing in and out, which spend what cannot be spent twice, and what only looks."""
    unkeyed = {operation.id for operation in OPERATIONS if operation.method in UNSAFE and not operation.keyed}
    assert unkeyed == {"signIn", "signOut", "previewSchedule", "checkNumber"}
    assert all(operation.method in UNSAFE for operation in OPERATIONS if operation.keyed)
