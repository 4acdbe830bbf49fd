"""What of a passage can be quoted whole."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.responder.retrieval.sentences import is_question, sentences, units


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("We open at nine. We close at five!", ["We open at nine.", "We close at five!"]),
        ("Ask Dr. Ruiz or Mr. B. Ortiz. They know.", ["Ask Dr. Ruiz or Mr. B. Ortiz.", "They know."]),
        ("From 9 a.m. to 5 p.m. daily. Closed at 14.30.", ["From 9 a.m. to 5 p.m. daily.", "Closed at 14.30."]),
        ("He said “yes.” Then he left.", ["He said “yes.”", "Then he left."]),
        ("हम खुले हैं। आइए।", ["हम खुले हैं।", "आइए।"]),
        ("我们九点开门。五点关门。", ["我们九点开门。", "五点关门。"]),
        ("", []),
    ],
)
def test_sentences_end_where_people_end_them(line: str, parts: list[str]) -> None:
    """In several scripts; a title or a time of day ends none."""
    assert sentences(line) == parts


def test_rows_are_units_without_their_marks() -> None:
    """Of lists and of tables as the parsers write them."""
    found = units("We take:\n- cards. Also foreign ones.\n2) cash\nDay: Monday; Hours: 9-17")
    assert [(unit.text, unit.is_row) for unit in found] == [
        ("We take:", False),
        ("cards. Also foreign ones.", True),
        ("cash", True),
        ("Day: Monday; Hours: 9-17", True),
    ]


def test_an_answers_mark_is_not_quoted_and_a_question_is_known() -> None:
    """Whether marked at its beginning or its end."""
    found = units("Q: Dogs welcome\nA: Yes. Small ones.")
    assert [(unit.text, unit.is_question) for unit in found] == [
        ("Q: Dogs welcome", True),
        ("Yes.", False),
        ("Small ones.", False),
    ]
    assert is_question("**هل لديكم موقف؟**")
    assert not is_question("Quiet rooms: two.")


@given(st.text(max_size=200))
@example("- ")
@example("Cash\n2) \n- cards")
def test_units_are_a_passages_text_in_its_order(text: str) -> None:
    """Each is a part of its line as it was written, and none is empty, whatever the passage is made of."""
    lines = text.split("\n")
    found = units(text)
    assert [unit.line for unit in found] == sorted(unit.line for unit in found)
    for unit in found:
        assert unit.text.strip()
        assert unit.text in lines[unit.line]


@given(st.lists(st.text(st.characters(categories=["L", "M"]), min_size=2, max_size=12), min_size=1, max_size=8))
def test_no_word_is_lost(words: list[str]) -> None:
    """Between full stops, spaces and line ends."""
    said = " ".join(unit.text for unit in units(". ".join(words) + "\n- " + "! ".join(words)))
    for word in words:
        assert said.count(word) >= 2
