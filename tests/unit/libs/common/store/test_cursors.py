"""A cursor goes out as a word and comes back the same."""

import base64
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libs.common.store.cursors import NotACursor, cursor_of, marked
from libs.common.store.query import Cursor

values = st.one_of(st.text(), st.integers(-(2**53), 2**53), st.booleans(), st.floats(allow_nan=False))
HOLDS_AN_OBJECT = base64.urlsafe_b64encode(json.dumps([{"a": 1}, "k"]).encode()).decode().rstrip("=")


@given(st.lists(values, max_size=3), st.text())
def test_a_cursor_comes_back_as_it_went_out(given_values: list[str | int | float | bool], key: str):
    cursor = Cursor(tuple(given_values), key)
    word = marked(cursor)
    assert cursor_of(word) == cursor
    assert word.isascii()
    assert all(character.isalnum() or character in "-_" for character in word)


def test_a_list_that_ends_has_no_word():
    assert marked(None) is None
    assert cursor_of(None) is None


@pytest.mark.parametrize("word", ["", "!", "bm9uc2Vuc2U", HOLDS_AN_OBJECT])
def test_a_word_that_no_list_gave_is_told_apart(word: str):
    """Nothing that it could hold reaches a store."""
    with pytest.raises(NotACursor):
        cursor_of(word)


@given(st.text(max_size=60))
def test_whatever_comes_in_is_a_cursor_or_refused(word: str):
    with suppress(NotACursor):
        cursor_of(word)
