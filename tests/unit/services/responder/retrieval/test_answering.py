"""Answers in the documents' words, and silence where they have none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common.embedding.e5 import E5Embedding
from services.responder.retrieval.answering import Answer, answer
from services.responder.retrieval.index import Hit, Passage, SearchIndex
from services.responder.retrieval.judgement import CONFIDENT, POSSIBLE, Evidence, probability
from services.responder.retrieval.quotation import CHARACTERS_MAX, Asked, quotable, quote

HOURS = Passage(
    "hours",
    "Day: Monday to Thursday; Hours: 9-18\nDay: Friday; Hours: 9-14\nDay: Sunday; Hours: closed\n"
    "On public holidays we are closed. In August we open only in the morning.",
    heading="Clinic > Opening hours",
    source_name="clinic.md",
    page=2,
)
DOGS = Passage("dogs", "Q: Can I bring my dog?\nA: Yes, if it is small. Please keep it on a lead.", heading="FAQ")
PAY = Passage("pay", "We accept cash, cards and Bizum. You can pay in three instalments.", heading="Prices")
BRING = Passage("bring", "Please bring:\n- your ID card\n- your insurance card\n- X-rays", heading="Your visit")


def quoted(question: str, passage: Passage, nearness: list[float] | None = None) -> str:
    index = SearchIndex([HOURS, DOGS, PAY, BRING], dimension=2)
    return quote(Asked(question, index), passage, nearness).text


def test_the_row_that_answers_is_quoted() -> None:
    """Not the table, and not another row that shares small words."""
    assert quoted("What time do you open on Friday?", HOURS) == "Day: Friday; Hours: 9-14"


def test_the_sentence_that_answers_and_what_follows_it_is_quoted() -> None:
    """Not what stands before it."""
    assert quoted("august?", HOURS) == "In August we open only in the morning."
    assert quoted("Do you take bizum", PAY) == PAY.content


def test_of_a_faq_entry_the_answer_is_quoted_whole() -> None:
    """Neither the question nor half of the answer, whichever of them matched."""
    for question in ("May I come with my dog?", "on a lead?"):
        assert quoted(question, DOGS) == "Yes, if it is small. Please keep it on a lead."


def test_a_heading_that_matches_is_answered_by_what_is_under_it() -> None:
    """From its start, with the line that introduces a list."""
    assert quoted("what about my visit", BRING) == "Please bring:\nyour ID card\nyour insurance card\nX-rays"


def test_in_another_language_the_passage_is_quoted_from_its_start_or_by_nearness() -> None:
    """No word is shared; the cosines of the rows tell which one is meant."""
    assert quoted("¿Abren los domingos?", HOURS).startswith("Day: Monday to Thursday")
    assert len(quotable(HOURS)) == 5
    assert quoted("¿Abren los domingos?", HOURS, [0.80, 0.80, 0.90, 0.80, 0.80]) == "Day: Sunday; Hours: closed"


def test_a_unit_is_embedded_with_what_gives_it_sense() -> None:
    """Its heading, and an answer with its question."""
    assert quotable(DOGS) == [
        "FAQ: Q: Can I bring my dog?",
        "FAQ: Q: Can I bring my dog? Yes, if it is small.",
        "FAQ: Q: Can I bring my dog? Please keep it on a lead.",
    ]


@given(st.text(min_size=1, max_size=900).filter(str.strip), st.text(max_size=60))
def test_a_quotation_is_bounded_and_from_the_passage(content: str, question: str) -> None:
    """Whatever the document says."""
    passage = Passage("any", content)
    text = quote(Asked(question, SearchIndex([passage], dimension=2)), passage).text
    assert len(text) <= CHARACTERS_MAX
    assert "".join(text.rstrip("…").split())[:20] in "".join(content.split())


def test_a_long_text_is_quoted_in_whole_sentences_and_a_long_sentence_to_a_word() -> None:
    """At most what fits a short message."""
    many = Passage("many", "A sentence about parking it is. " * 30)
    assert quoted("parking", many).endswith("it is.")
    one = quoted("parking", Passage("one", "parking " * 100))
    assert one.endswith("parking…")
    assert len(one) <= CHARACTERS_MAX


def hit(passage: Passage, cosine: float) -> Hit:
    return Hit(passage.chunk_id, 1.0, cosine, 1.0)


def test_an_answer_says_where_it_stands() -> None:
    """Source, heading, page and chunk, with a probability."""
    index = SearchIndex([HOURS, DOGS, PAY], dimension=2)
    found = answer("When do you open on Friday?", [hit(HOURS, 0.90), hit(PAY, 0.82)], index)
    assert isinstance(found, Answer)
    assert (found.source_name, found.heading, found.page, found.chunk_id) == (
        "clinic.md",
        "Clinic > Opening hours",
        2,
        "hours",
    )
    assert CONFIDENT < found.confidence < 1


def test_a_passage_that_is_not_near_answers_nothing() -> None:
    """Nor do no passages."""
    index = SearchIndex([HOURS, DOGS, PAY], dimension=2)
    assert answer("Who won the world cup?", [hit(HOURS, 0.74), hit(PAY, 0.73)], index) is None
    assert answer("Who won the world cup?", [], index) is None


def test_a_passage_with_nothing_to_quote_gives_way_to_the_next() -> None:
    """A list of questions is no answer."""
    questions = Passage("ask", "Can I bring my dog?\nIs there parking?")
    index = SearchIndex([questions, DOGS], dimension=2)
    found = answer("Can I bring my dog?", [hit(questions, 0.95), hit(DOGS, 0.93)], index)
    assert found
    assert found.chunk_id == "dogs"


def test_by_words_alone_a_good_share_of_the_question_must_be_there() -> None:
    """Where no cosine of the fitted embedding is known."""
    index = SearchIndex([HOURS, DOGS, PAY], dimension=2)
    for hits, e5 in ([hit(PAY, 0.0)], True), ([hit(PAY, 0.4)], False):
        found = answer("do you accept Bizum", hits, index, e5=e5)
        assert found
        assert found.confidence > CONFIDENT
        assert answer("do you sell toothbrushes", hits, index, e5=e5) is None


def test_each_kind_of_evidence_speaks_for_an_answer() -> None:
    """More of any of them never makes one less likely."""
    weak = Evidence(coverage=0.2, foreign=False, nearness=0.8, lead=0.0)
    stronger = [replace(weak, coverage=0.5), replace(weak, foreign=True), replace(weak, nearness=0.85)]
    for more in [*stronger, replace(weak, lead=0.03)]:
        assert probability(more) > probability(weak)
    assert probability(Evidence(0.0, foreign=False, nearness=0.75, lead=0.0)) < POSSIBLE
    assert probability(Evidence(0.6, foreign=False, nearness=0.9, lead=0.03)) > CONFIDENT
    assert 0 < probability(Evidence(0.5, foreign=False, nearness=0.85)) < 1


QUESTIONS = {
    "what time do you close on friday?": "9-14",
    "can I come with my dog": "small",
    "do you accept bizum?": "Bizum",
    "what should I bring?": "ID card",
    "¿Abren en agosto?": "August",
    "darf ich meinen Hund mitbringen?": "small",
    "क्या मैं अपना कुत्ता ला सकता हूँ?": "small",
}


async def test_a_small_desk_answers_its_questions_and_not_others() -> None:
    """With the real embedding, in four languages."""
    embedding = E5Embedding()
    passages = [HOURS, DOGS, PAY, BRING]
    vectors = await embedding.embed_passages([passage.words for passage in passages])
    index = SearchIndex(
        [Passage(p.chunk_id, p.content, vector, p.heading) for p, vector in zip(passages, vectors, strict=True)],
        dimension=embedding.dimension,
    )

    async def ask(question: str) -> Answer | None:
        return answer(question, index.search(question, await embedding.embed_query(question), 5), index)

    for question, expected in QUESTIONS.items():
        found = await ask(question)
        assert found, question
        assert expected in found.text, question
    for question in ("who won the world cup in 1998?", "write me a poem about love", "how do I fix my laptop?"):
        found = await ask(question)
        assert found is None or found.confidence < CONFIDENT, question
    await embedding.close()


@pytest.mark.parametrize("question", ["", "?", "…", "🙂"])
def test_a_question_of_nothing_is_no_error(question: str) -> None:
    """People send all sorts of things."""
    index = SearchIndex([HOURS], dimension=2)
    assert answer(question, index.search(question, None, 5), index) is None
