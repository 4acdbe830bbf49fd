"""Firestore's index file: held to the declarations it is made from."""

from pathlib import Path
from typing import Any

from deploy import indexes
from libs.common.entities import KnowledgeChunk, entities

COMMITTED = Path(__file__).parents[3] / "deploy" / "firestore.indexes.json"


def composite(collection: str) -> list[list[tuple[str, str]]]:
    """The ordered indexes of one collection, as pairs of field and order."""
    return [
        [(field["fieldPath"], field["order"]) for field in index["fields"]]
        for index in indexes.definition()["indexes"]
        if index["collectionGroup"] == collection and all("order" in field for field in index["fields"])
    ]


def overrides() -> dict[tuple[str, str], dict[str, Any]]:
    """What is said of single fields."""
    return {(each["collectionGroup"], each["fieldPath"]): each for each in indexes.definition()["fieldOverrides"]}


def test_the_committed_file_is_what_the_declarations_make() -> None:
    """Else: python -m deploy.indexes > deploy/firestore.indexes.json"""
    assert COMMITTED.read_text() == indexes.text()


def test_an_owners_index_begins_with_the_owner_and_keeps_directions() -> None:
    assert [("userId", "ASCENDING"), ("createdAt", "DESCENDING")] in composite("bookings")


def test_an_index_for_all_owners_does_not_begin_with_one() -> None:
    assert [("turnOpen", "ASCENDING"), ("turnOpenedAt", "ASCENDING")] in composite("conversations")


def test_what_firestore_indexes_by_itself_is_not_declared_again() -> None:
    """It refuses an index over one field. `timers` needs none but that."""
    assert composite("timers") == composite("numbers") == []
    assert all(len(index["fields"]) > 1 for index in indexes.definition()["indexes"])


def test_no_index_is_named_twice() -> None:
    made = [str(index) for index in indexes.definition()["indexes"]]
    assert len(made) == len(set(made))


def test_vectors_are_found_within_an_owner_whichever_embedding_made_them() -> None:
    """384 numbers from the built-in embedding, 1024 from Cohere's; also narrowed by category."""
    made = [
        ([field["fieldPath"] for field in index["fields"]], index["fields"][-1]["vectorConfig"])
        for index in indexes.definition()["indexes"]
        if "vectorConfig" in index["fields"][-1]
    ]
    for dimension in (384, 1024):
        assert (["userId", "embedding"], {"dimension": dimension, "flat": {}}) in made
        assert (["userId", "category", "embedding"], {"dimension": dimension, "flat": {}}) in made


def test_rows_go_after_the_moment_that_their_entity_names() -> None:
    """Every one of them, and no other; without an index over moments that only rise."""
    wanted = {(kind.collection, "expiresAt") for kind in entities().values() if kind.expires}
    assert {place for place, each in overrides().items() if each.get("ttl")} == wanted
    assert all(overrides()[place]["indexes"] == [] for place in wanted)


def test_what_holds_many_values_has_no_entry_for_each() -> None:
    """What queries name keeps its index."""
    assert overrides()["receipts", "outputs"]["indexes"] == []
    assert overrides()["conversations", "recent"]["indexes"] == []
    assert ("bookings", "status") not in overrides()
    assert KnowledgeChunk.vector_field == "embedding"
    assert ("knowledge_chunks", "embedding") not in overrides()
