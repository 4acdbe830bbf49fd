"""Every entity is declared in a way that both stores can keep."""

import re

import pytest

from libs.common import entities as declared
from libs.common.entities import Entity, KnowledgeChunk
from libs.common.store.indexes import ALL_OWNERS

SERVICES = {"gateway", "ingest", "responder", "booking", "knowledge"}
ENTITIES = [
    entity
    for entity in vars(declared).values()
    if isinstance(entity, type) and issubclass(entity, Entity) and entity is not Entity
]


@pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)
class TestEveryEntity:
    """What holds for each."""

    def test_is_found_by_its_collection(self, entity: type[Entity]) -> None:
        """One collection, one entity."""
        assert declared.entities()[entity.collection] is entity
        assert re.fullmatch("[a-z]+(_[a-z]+)*", entity.collection)

    def test_has_one_writer(self, entity: type[Entity]) -> None:
        """A service, or each service its own rows, which then name it."""
        assert entity.writer in SERVICES or (entity.writer == "*" and "service" in entity.model_fields)

    def test_has_a_key_that_is_text(self, entity: type[Entity]) -> None:
        """And required: a row without one cannot be found again."""
        field = entity.model_fields[entity.key_field]
        assert field.annotation is str
        assert field.is_required()

    def test_has_indexes_of_fields_it_has(self, entity: type[Entity]) -> None:
        """A typing error would be an index that nobody uses."""
        for index in entity.indexes:
            names = {name.removeprefix("-") for name in index if name != ALL_OWNERS}
            assert names
            assert names <= set(entity.model_fields)

    def test_expires_by_a_moment_it_has(self, entity: type[Entity]) -> None:
        """Or lives until it is deleted."""
        assert entity.expires is None or entity.expires in entity.model_fields

    def test_says_what_it_is(self, entity: type[Entity]) -> None:
        """In its docstring."""
        assert entity.__doc__


def test_machinery_that_serves_all_owners_is_marked() -> None:
    """What a handler of one owner's events must not reach."""
    assert {entity.collection for entity in ENTITIES if entity.cross_owner} == {
        "numbers",
        "released_numbers",
        "members",
        "sessions",
        "kept_answers",
    }


def test_a_vector_is_known_as_one() -> None:
    """Stores keep it in a form of their own."""
    assert KnowledgeChunk.vector_field == "embedding"
    assert [entity for entity in ENTITIES if entity.vector_field] == [KnowledgeChunk]


def test_key_is_the_value_of_the_key_field() -> None:
    """Whatever the field is called."""
    assert declared.Receipt.id_for("booking", "e1") == "booking:e1"
    assert declared.User(user_id="ana").key == "ana"
