"""Hybrid search over an owner's passages."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.responder.retrieval.index import Hit, Passage, SearchIndex


def direction(degrees: float) -> list[float]:
    return [math.cos(math.radians(degrees)), math.sin(math.radians(degrees))]


PASSAGES = [
    Passage("hours", "Open nine to five", direction(0)),
    Passage("parking", "Parking is behind the house", direction(60)),
    Passage("price", "A haircut costs 30 euros", direction(120)),
]


def ids(hits: list[Hit]) -> list[str]:
    return [hit.chunk_id for hit in hits]


def test_meaning_and_words_both_count() -> None:
    """Words decide where meaning does not, and the other way round."""
    index = SearchIndex(PASSAGES, dimension=2)
    assert ids(index.search("xyz", direction(115), 1)) == ["price"]
    assert ids(index.search("parking", direction(90), 1)) == ["parking"]
    assert ids(index.search("parking", direction(-30), 1)) == ["hours"]


def test_hits_tell_their_scores_and_come_best_first() -> None:
    """The cosine and BM25 as they are, the fused score for the order."""
    hits = SearchIndex(PASSAGES, dimension=2).search("parking", direction(60), 3)
    assert ids(hits)[0] == "parking"
    assert hits[0].vector_score == pytest.approx(1)
    assert hits[0].lexical_score > 0 == hits[1].lexical_score
    assert hits[0].score > hits[1].score >= hits[2].score


def test_the_heading_is_searched_too() -> None:
    """A passage is often about what stands over it."""
    index = SearchIndex([Passage("a", "30 euros", heading="Prices > Haircut"), Passage("b", "Nine")], dimension=2)
    assert ids(index.search("haircut", None, 1)) == ["a"]


def test_without_a_vector_words_alone_find() -> None:
    """An embedding that does not answer makes search poorer, not impossible."""
    hits = SearchIndex(PASSAGES, dimension=2).search("parking", None, 1)
    assert ids(hits) == ["parking"]
    assert hits[0].vector_score == 0


def test_a_passage_of_another_embedding_is_found_by_its_words() -> None:
    """It neither wins nor loses by a vector that cannot be compared."""
    index = SearchIndex([*PASSAGES, Passage("old", "Gift vouchers", [1.0, 0.0, 0.0])], dimension=2)
    assert ids(index.search("vouchers", direction(240), 1)) == ["old"]
    assert ids(index.search("xyz", direction(0), 1)) == ["hours"]


def test_ties_keep_the_order_the_passages_came_in() -> None:
    """The same search gives the same answer."""
    same = [Passage(str(number), "same", direction(10)) for number in range(5)]
    assert ids(SearchIndex(same, dimension=2).search("same", direction(10), 5)) == ["0", "1", "2", "3", "4"]


def test_an_index_of_nothing_finds_nothing() -> None:
    """And no hits were asked for, none are given."""
    empty = SearchIndex([], dimension=2)
    assert len(empty) == 0
    assert empty.search("hello", direction(0), 5) == []
    assert SearchIndex(PASSAGES, dimension=2).search("hello", direction(0), 0) == []


def test_a_hits_passage_is_at_hand() -> None:
    """And another owner's is not."""
    index = SearchIndex(PASSAGES, dimension=2)
    assert index.passage("price").content == "A haircut costs 30 euros"
    with pytest.raises(KeyError):
        index.passage("elsewhere")


@given(
    st.lists(st.tuples(st.text(max_size=20), st.floats(0, 360)), max_size=8), st.text(max_size=20), st.integers(0, 9)
)
def test_scores_are_always_numbers(rows: list[tuple[str, float]], question: str, k: int) -> None:
    """One passage, equal passages, empty ones: never a division by zero."""
    passages = [Passage(str(place), text, direction(angle)) for place, (text, angle) in enumerate(rows)]
    hits = SearchIndex(passages, dimension=2).search(question, direction(0), k)
    assert len(hits) == min(k, len(rows))
    assert all(math.isfinite(hit.score) for hit in hits)
