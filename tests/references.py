"""References inside a document of JSON Schema's family, such as OpenAPI and AsyncAPI."""

from typing import Any


def lead_somewhere(document: dict[str, Any]) -> bool:
    """Whether each `$ref` names a part of the document that is there. Raises KeyError with the step that is not."""
    for reference in _references(document):
        found: Any = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
    return True


def _references(part: Any) -> list[str]:
    if isinstance(part, list):
        return [found for each in part for found in _references(each)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
    return own + [found for each in part.values() for found in _references(each)]
