"""A source's id is known to whoever uploads, before anything was stored."""

from libs.common.entities import KnowledgeSource


def test_a_source_keeps_its_key_whatever_system_the_file_came_from() -> None:
    """One system writes é as one letter, another as e and an accent: to a person it is the same name."""
    composed, apart = "caf\u00e9.pdf", "cafe\u0301.pdf"
    assert KnowledgeSource.id_for("ana", "knowledge", composed) == KnowledgeSource.id_for("ana", "knowledge", apart)


def test_sources_of_other_owners_categories_and_names_are_others() -> None:
    """And each begins with its owner."""
    ids = [
        KnowledgeSource.id_for(*parts)
        for parts in (
            ("ana", "knowledge", "a.txt"),
            ("ana", "instructions", "a.txt"),
            ("ana", "knowledge", "b.txt"),
            ("ben", "knowledge", "a.txt"),
        )
    ]
    assert len(set(ids)) == 4
    assert ids[0].startswith("ana:")


def test_each_upload_has_bytes_of_its_own() -> None:
    """Removing the first must not take the second's."""
    source = KnowledgeSource.id_for("ana", "knowledge", "a.txt")
    assert KnowledgeSource.blob_for(source, "first") != KnowledgeSource.blob_for(source, "second")
