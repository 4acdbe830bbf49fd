"""What is written down of a name and a number, and what finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common.finding import TERM_MAX, below, sought, terms_of

ZOE = terms_of("Zoë O'Neill-Straße", "447700900001")


def finds(text: str, terms: tuple[str, ...] = ZOE) -> bool:
    wish = sought(text)
    return wish is not None and bool(wish.places(terms))


@pytest.mark.parametrize(
    "text",
    [
        "zoe",
        "ZOË",
        "Zo",
        "neill",
        "o'neill",
        "strasse",
        "zoe str",
        "O Neill Zoe",
        "  zoe  ",
        "zoe 0900",
        "+44 7700 900001",
        "4477",
        "0044 7700",
        "07700 900 001",
        "900-001",
        "(07700)900001",
        "001",
        "٤٤٧٧",
        "+४४ ७७०० ९००००१",
    ],
)
def test_a_customer_is_found_by_words_and_by_numbers(text: str) -> None:
    """By how any word begins, in any order; by a number's beginning or end, however it is written."""
    assert finds(text)


@pytest.mark.parametrize("text", ["oe", "zoe keller", "zoex", "4478", "7700 900002", "zoe 555", "00", "01"])
def test_others_are_not(text: str) -> None:
    """The middle of a word is nobody's, nor are two digits at the end of a number."""
    assert not finds(text)


@pytest.mark.parametrize("text", ["", "   ", "!?", "()", "+", "00", "٠٠", "🦷"])
def test_what_names_nothing_looks_for_nothing(text: str) -> None:
    assert sought(text) is None


@pytest.mark.parametrize(
    ("name", "text"), [("王医生", "王"), ("محمد علي", "علي"), ("प्रिया शर्मा", "शर्मा"), ("Іван", "іва")]
)
def test_every_script_is_looked_for(name: str, text: str) -> None:
    """A name without spaces is one word."""
    assert finds(text, terms_of(name, ""))


@given(name=st.text(max_size=300), phone=st.text(alphabet="0123456789", max_size=20))
def test_who_types_a_name_as_it_is_finds_it(name: str, phone: str) -> None:
    """Whatever it holds; the terms stay few and short, and a store can keep them."""
    terms = terms_of(name, phone)
    assert len(terms) <= 10
    for term in terms:
        assert len(term) <= TERM_MAX + 2
        term.encode()
        assert "/" not in term
        assert term < below(term[:3])
    wish = sought(name)
    if wish is not None and any(lead.startswith("n:") for lead in wish.leads):
        assert wish.places(terms)


def test_one_is_come_upon_at_one_place_first() -> None:
    """So that it stands once in a list that goes on page by page."""
    wish = sought("an")
    assert wish is not None
    assert wish.places(terms_of("Anna Ahrens-Andresen", "1")) == ["n:andresen", "n:anna"]
