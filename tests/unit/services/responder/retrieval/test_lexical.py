"""Words as grams, and BM25 over them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.responder.retrieval.grams import LENGTH, grams, normalised
from services.responder.retrieval.lexical import LexicalIndex
from services.responder.retrieval.stopwords import STOP_WORDS, content_words


def lexical(texts: list[str]) -> LexicalIndex:
    return LexicalIndex([normalised(text) for text in texts])


def test_case_width_and_punctuation_do_not_matter_and_marks_do() -> None:
    """Hindi's vowel signs are marks; without them words become others."""
    assert normalised("ＣＡＦÉ—Straße, 9:30!") == "café strasse 9 30"
    assert normalised("कब खुले हैं?") == unicodedata.normalize("NFKC", "कब खुले हैं")


def test_grams_know_where_words_begin_and_end() -> None:
    """A text shorter than a gram is one; nothing is none. Chinese words are short, and so are their grams."""
    assert grams("open") == [" ope", "open", "pen "]
    assert grams("a") == [" a "]
    assert grams(" ?! ") == []
    assert grams("停车场") == [" 停车场", "停车场 ", "停车", "车场"]


@given(st.text())
def test_grams_are_short_and_come_from_any_text(text: str) -> None:
    """Nothing is too odd to be searched."""
    assert all(0 < len(gram) <= LENGTH for gram in grams(text))


def test_a_passage_scores_by_what_it_shares_and_others_score_nothing() -> None:
    """Also in another form of the word, and in scripts without spaces."""
    index = lexical(["We park cars behind the house", "Zahnarzt", "停车场在后面"])
    parking = index.scores("parking")
    assert parking[0] > 0
    assert parking[1] == parking[2] == 0
    assert index.scores("有停车场吗").argmax() == 2


def test_rare_words_weigh_more_and_short_passages_too() -> None:
    """As BM25 has it."""
    index = lexical(["teeth cleaning", "teeth whitening", "teeth and a long story about many other things"])
    assert index.rarity("whit") > index.rarity("teet") > 0
    assert index.rarity("none") > index.rarity("whit")
    scores = index.scores("teeth")
    assert scores[0] > scores[2] > 0


@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=30))
def test_a_score_is_zero_exactly_where_nothing_is_shared(texts: list[str], question: str) -> None:
    """Whatever the texts; an index of nothing scores nothing."""
    shared = [bool(set(grams(text)) & set(grams(question))) for text in texts]
    assert [bool(score > 0) for score in lexical(texts).scores(question)] == shared


def test_a_search_reads_only_postings_of_its_own_grams() -> None:
    """A thousand passages that share nothing cost nothing."""
    index = lexical(["parking behind the house", *(f"zzz{number}" for number in range(1000))])
    read = []

    class Watched:
        def __init__(self, values: object) -> None:
            self.values = values

        def __getitem__(self, span: slice) -> object:
            read.append(span.stop - span.start)
            return self.values[span]  # type: ignore[index]

    index._passages = Watched(index._passages)  # type: ignore[assignment]
    index.scores("parking")
    assert 0 < sum(read) < 20


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What time do you open on Friday?", ["time", "open", "friday"]),
        ("¿Cuánto cuesta una limpieza?", ["cuesta", "limpieza"]),
        ("क्या आप शनिवार को खुले हैं?", ["शनिवार", "खुले"]),
        ("Where are you?", ["where", "are", "you"]),
    ],
)
def test_what_a_question_is_about_is_left_of_it(question: str, words: list[str]) -> None:
    """A question of nothing but small words keeps them."""
    assert content_words(question) == words
    assert "the" in STOP_WORDS
