"""Any text is a key, whatever Firestore says of ids."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from libs.common.errors import TooLarge
from libs.common.firestore.keys import KEY_BYTES_MAX, document_id, is_key, key_of

characters = st.characters(exclude_categories=["Cs"]) | st.sampled_from("./_:0123-")
keys = st.text(characters, min_size=1, max_size=12)


@given(keys)
@example(".")
@example("..")
@example("__all__")
@example("_0")
@example("/")
@example(".1")
@example(".01")
def test_an_id_is_one_that_firestore_takes_and_gives_the_key_back(key: str) -> None:
    """No "/", not "." or "..", not between double underscores."""
    made = document_id(key)
    assert key_of(made) == key
    assert "/" not in made
    assert made not in (".", "..")
    assert not re.fullmatch(r"__.*__", made)


@given(keys, keys)
@example(".", "/")
@example(".", ".0")
@example("_", "_0")
@example("-", ".")
@example("/", "0")
@example("__", "`")
def test_ids_stand_in_the_byte_order_of_their_keys(one: str, other: str) -> None:
    """Queries break ties by it, and pages go on by it."""
    assert (one.encode() < other.encode()) == (document_id(one).encode() < document_id(other).encode())


def test_ordinary_keys_stand_as_they_are() -> None:
    """So that a person who looks into the database knows them."""
    assert document_id("ana:0b8f_x:pdf-1") == "ana:0b8f_x:pdf-1"


def test_a_key_over_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(TooLarge, match=r"is 1,501 bytes; the limit is 1,500"):
        document_id("k" * (KEY_BYTES_MAX + 1))


@pytest.mark.parametrize("key", ["", "k" * 2000, "\ud800"])
def test_what_cannot_be_a_key_is_known(key: str) -> None:
    """Nothing can have been stored under it."""
    assert not is_key(key)
    assert is_key("ana:1")
